/** Building names: the name, or what is wrong with what it was made of. */

/** A name, or what is wrong with what it was made of. */
export type NameResult = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly fault: string };

const words = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** One part of a name: its own name, and its text. */
export type Part = readonly [name: string, text: string];

/** Joins parts that are lower-case words with single hyphens; each part that is not is told. */
export function buildName(parts: readonly Part[], name: string, limit: number): NameResult {
  const wrong = parts.find(([, text]) => !words.test(text));
  if (wrong) return { ok: false, fault: `the ${wrong[0]} ${quote(wrong[1])} is no lower-case name with single hyphens` };
  return name.length <= limit ? { ok: true, name } : { ok: false, fault: `${quote(name)} is longer than ${limit} characters` };
}

/** A text for people, cut. */
export function quote(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}
