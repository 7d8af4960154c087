/** Reading waivers: dates that exist, a reach that the policy allows, no waiver twice. */
import { Fields } from './fields.ts';
import type { Mistakes, Path } from './mistake.ts';
import type { Waiver } from './policy.ts';

const waiverKeys = ['id', 'package', 'path', 'platform', 'until', 'until-fixed', 'reason', 'owner'];
const dayMs = 86_400_000;

/** What waivers are measured against. */
export interface WaiverLimits {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly maxWaiverDays: number;
}

/** Reads the list of waivers; a wrong one is noted and left out. */
export function readWaivers(list: readonly unknown[], mistakes: Mistakes, limits: WaiverLimits): Waiver[] {
  const seen = new Map<string, number>();
  const waivers: Waiver[] = [];
  for (const [index, value] of list.entries()) {
    const path: Path = ['waivers', index];
    const waiver = waiverOf(value, path, mistakes, limits);
    if (!waiver) continue;
    const key = JSON.stringify([waiver.id, waiver.package, waiver.path, waiver.platform]);
    const earlier = seen.get(key);
    if (earlier !== undefined)
      mistakes.add(path, 'duplicate-waiver', `${waiver.id} is waived twice with the same scope; waiver ${earlier + 1} says so already`);
    seen.set(key, earlier ?? index);
    waivers.push(waiver);
  }
  return waivers;
}

function waiverOf(value: unknown, path: Path, mistakes: Mistakes, limits: WaiverLimits): Waiver | undefined {
  const fields = Fields.of(value, path, mistakes, waiverKeys, ['id', 'until', 'reason']);
  if (!fields) return undefined;
  const platform = fields.text('platform');
  if (platform !== undefined && !/^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/.test(platform))
    fields.wrong('platform', 'platform has to be os/architecture, like linux/arm64');
  const until = fields.text('until');
  if (until !== undefined) checkUntil(until, [...path, 'until'], mistakes, limits);
  const scope = { package: fields.text('package'), path: fields.text('path'), platform, owner: fields.text('owner') };
  const waiver = { id: fields.text('id'), until, reason: fields.text('reason'), untilFixed: fields.boolean('until-fixed') ?? false };
  if (waiver.id === undefined || until === undefined || waiver.reason === undefined) return undefined;
  const given = Object.fromEntries(Object.entries(scope).filter(([, text]) => text !== undefined)) as Partial<Record<keyof typeof scope, string>>;
  return { id: waiver.id, ...given, until, untilFixed: waiver.untilFixed, reason: waiver.reason };
}

function checkUntil(until: string, path: Path, mistakes: Mistakes, { now, maxWaiverDays }: WaiverLimits): void {
  const day = Date.parse(`${until}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(day) || isoDay(day) !== until) {
    mistakes.add(path, 'wrong-date', `until has to be a day that exists, like 2026-12-31, not ${until}`);
    return;
  }
  const last = isoDay(now + maxWaiverDays * dayMs);
  if (until > last)
    mistakes.add(path, 'waiver-too-long', `until ${until} is more than max-waiver-days (${maxWaiverDays}) away; the last day allowed today is ${last}`);
}

/** A moment's day in UTC: `2026-12-31`. */
export function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
