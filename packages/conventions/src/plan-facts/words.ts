/** Words in names that people write in one piece. Pure. */

/** `PublicSubnetA` → `public-subnet-a`: in lower case, a hyphen before each capital that follows a small letter. */
export function splitWords(text: string): string {
  return text.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}
