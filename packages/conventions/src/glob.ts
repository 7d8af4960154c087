/** Globs over addresses: `*` any run of characters, `?` one; brackets, dots and quotes are what they are. */

/** A test for a glob, anchored at both ends, case-sensitive. */
export function globMatcher(glob: string): (text: string) => boolean {
  const parts = glob.split('*');
  if (parts.length === 1) return (text) => text.length === glob.length && matchesAt(text, glob, 0);
  return (text) => matchParts(text, parts);
}

/** Takes each part at its first place, the last one at the end: linear in practice, and never exponential. */
function matchParts(text: string, parts: readonly string[]): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop() ?? '';
  if (first.length + last.length > text.length || !matchesAt(text, first, 0)) return false;
  let at = first.length;
  const end = text.length - last.length;
  for (const part of others) {
    while (at + part.length <= end && !matchesAt(text, part, at)) at += 1;
    if (at + part.length > end) return false;
    at += part.length;
  }
  return at <= end && matchesAt(text, last, end);
}

function matchesAt(text: string, part: string, at: number): boolean {
  if (at + part.length > text.length) return false;
  for (let index = 0; index < part.length; index += 1) {
    if (part[index] !== '?' && part[index] !== text[at + index]) return false;
  }
  return true;
}
