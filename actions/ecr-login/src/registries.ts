/** What people write for a registry, read: a host of ECR, an account, a registry on loopback. Pure. */
import { nearest } from '@slipway/action-kit';
import { ecrHost, parseEcrHost, publicRegistryHost, type RegistryHost } from '@slipway/sdk/ecr';
import { isKnownRegion, knownRegions, partitionOf } from '@slipway/sdk/partitions';
import { isLoopbackHost } from '@slipway/sdk/registry';

/** Registries, or why an entry is none: what is wanted instead, and the nearest valid form. */
export interface ParsedRegistries {
  readonly registries: readonly RegistryHost[];
  readonly wrong: readonly { readonly entry: string; readonly want: string; readonly example: string }[];
}

const exampleHost = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';

/** @param region the job's region, for entries that name none */
export function parseRegistries(entries: readonly string[], region: string | undefined): ParsedRegistries {
  const registries = new Map<string, RegistryHost>();
  const wrong: { entry: string; want: string; example: string }[] = [];
  for (const entry of entries) {
    const parsed = parseRegistry(entry, region);
    if ('host' in parsed) registries.set(parsed.host, parsed);
    else wrong.push({ entry, ...parsed });
  }
  return { registries: [...registries.values()], wrong };
}

function parseRegistry(entry: string, region: string | undefined): RegistryHost | { want: string; example: string } {
  if (/^\d+$/.test(entry)) return byAccount(entry, region);
  const bare = entry
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .toLowerCase();
  if (bare === publicRegistryHost) return { want: 'a private registry: public.ecr.aws is not available yet', example: exampleHost };
  const known = loopback(bare, region) ?? parseEcrHost(bare);
  if (known && bare === entry) return known;
  if (known) return { want: 'a host name alone, in lower case, without scheme and path', example: bare };
  return { want: 'a registry host of ECR, a 12-digit account id, or public.ecr.aws', example: nearestHost(bare, region) };
}

function byAccount(digits: string, region: string | undefined): RegistryHost | { want: string; example: string } {
  if (digits.length === 11) return { want: '12 digits: YAML ate the leading zero; quote it', example: `"0${digits}"` };
  if (digits.length !== 12) return { want: 'an account id of 12 digits', example: '"111122223333"' };
  if (!region) return { want: 'a full host name, since AWS_REGION is not set', example: ecrHost(digits, 'eu-central-1') };
  const host = ecrHost(digits, region);
  return { host, accountId: digits, region, partition: partitionOf(region)?.name ?? 'aws' };
}

function loopback(host: string, region: string | undefined): RegistryHost | undefined {
  if (!isLoopbackHost(host) || !/:\d+$/.test(host)) return undefined;
  return { host, accountId: '', region: region ?? 'us-east-1', partition: partitionOf(region ?? 'us-east-1')?.name ?? 'aws' };
}

/** Account and region are often right and the rest is not. */
function nearestHost(text: string, region: string | undefined): string {
  const account = /\d{12}/.exec(text)?.[0] ?? '111122223333';
  const named = /[a-z]{2,}(?:-[a-z]+)+-\d+/.exec(text)?.[0] ?? region ?? 'eu-central-1';
  return ecrHost(account, isKnownRegion(named) ? named : (nearest(named, knownRegions()) ?? region ?? 'eu-central-1'));
}
