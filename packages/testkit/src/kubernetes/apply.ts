/** Server-side apply, as far as one manager at a time needs it: merge what is applied, drop what the manager no longer applies. */
import { isMap, type Json } from './objects.ts';
import { listKeys } from './patch.ts';

/**
 * @param live the object as it stands, or nothing on create
 * @param applied what the manager sends now
 * @param before what the same manager sent last
 */
export function serverSideApply(live: unknown, applied: unknown, before: unknown, field = ''): unknown {
  if (Array.isArray(applied)) return applyList(live, applied, before, field);
  if (!isMap(applied)) return applied;
  const result: Json = isMap(live) ? { ...live } : {};
  if (isMap(before)) for (const key of Object.keys(before)) if (!(key in applied)) delete result[key];
  for (const [key, value] of Object.entries(applied)) {
    const merged = serverSideApply(result[key], value, isMap(before) ? before[key] : undefined, key);
    if (merged === null || merged === undefined) delete result[key];
    else result[key] = merged;
  }
  return result;
}

function applyList(live: unknown, applied: readonly unknown[], before: unknown, field: string): unknown[] {
  const keys = listKeys(field, applied);
  if (!keys || !Array.isArray(live)) return [...applied];
  const same = (a: unknown, b: unknown) => isMap(a) && isMap(b) && keys.every((key) => a[key] === b[key]);
  const earlier = Array.isArray(before) ? before : [];
  const kept = live.filter((entry) => !earlier.some((old) => same(old, entry)) && !applied.some((now) => same(now, entry)));
  const merged = applied.map((entry) => {
    const match = (list: readonly unknown[]) => list.find((candidate) => same(candidate, entry));
    return serverSideApply(match(live), entry, match(earlier));
  });
  return [...merged, ...kept];
}
