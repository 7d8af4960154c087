/** Globs over addresses and attribute paths. */

/**
 * `*` is any run of characters, dots, quotes and brackets included; `?` is one; everything else is literal, brackets too.
 * Anchored at both ends, case-sensitive.
 */
export function matchesGlob(glob: string, text: string): boolean {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\/]/g, '\\$&')
    .replace(/\*+/g, '[^]*')
    .replace(/\?/g, '[^]');
  return new RegExp(`^${pattern}$`).test(text);
}
