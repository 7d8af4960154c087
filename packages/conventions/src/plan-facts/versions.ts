/** Versions of dotted numbers. */

/** `1.29` → 1, 29; `undefined` where it is none. */
export function parseVersion(text: string): number[] | undefined {
  return /^\d+(\.\d+)*$/.test(text) ? text.split('.').map(Number) : undefined;
}

/** Below zero where `a` is the lower one, by numbers: 1.9 is below 1.10. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
