/** The bank's plan of ranges: three subnets of each tier in a /21, at fixed places (BankLiteX, "Network configuration"). */
import { parseRange } from '../plan-facts/ranges.ts';

/** The tiers, in the order of their ranges. */
export const plannedTiers = ['public', 'protected', 'tgw', 'private'] as const;

/** One of `plannedTiers`. */
export type PlannedTier = (typeof plannedTiers)[number];

/** Where the tiers begin inside the /21, in addresses, and the prefix length of each subnet. */
const plan: Readonly<Record<PlannedTier, { readonly at: number; readonly prefix: number }>> = {
  public: { at: 0, prefix: 26 },
  protected: { at: 192, prefix: 26 },
  tgw: { at: 384, prefix: 28 },
  private: { at: 512, prefix: 23 },
};
const vpcPrefix = 21;
const zones = 3;

/** The ranges of all tiers, three each. @throws RangeError for anything but a /21 */
export function subnetRanges(vpc: string): Readonly<Record<PlannedTier, readonly string[]>> {
  const range = parseRange(vpc);
  if (range?.prefix !== vpcPrefix) throw new RangeError(`${JSON.stringify(vpc)} is no IPv4 range of /${vpcPrefix}`);
  const ranges = (tier: PlannedTier) =>
    Array.from({ length: zones }, (_, zone) => textOf(range.first + plan[tier].at + zone * 2 ** (32 - plan[tier].prefix), plan[tier].prefix));
  return { public: ranges('public'), protected: ranges('protected'), tgw: ranges('tgw'), private: ranges('private') };
}

/** The tier and the zone (from 0) of a subnet's range; `undefined` for a range that the plan does not have. */
export function parseSubnetRange(vpc: string, subnet: string): { readonly tier: PlannedTier; readonly zone: number } | undefined {
  if (parseRange(vpc)?.prefix !== vpcPrefix) return undefined;
  const ranges = subnetRanges(vpc);
  for (const tier of plannedTiers) {
    const zone = ranges[tier].indexOf(subnet);
    if (zone >= 0) return { tier, zone };
  }
  return undefined;
}

function textOf(address: number, prefix: number): string {
  return `${[24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.')}/${prefix}`;
}
