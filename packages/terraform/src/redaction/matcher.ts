/**
 * Finds many secrets in much text: a table of their first two characters rejects most places at once, a map of their first
 * four finds the candidates. One pass over the text, whatever the number of secrets.
 */

/** Every secret is at least this long. */
const prefixLength = 4;
const tableSize = 1 << 16;

/** Knows strings and replaces them. */
export class Matcher {
  readonly #starts = new Uint8Array(tableSize);
  readonly #byPrefix = new Map<string, string[]>();

  /** Adds a string of four characters or more; a shorter one is ignored. */
  add(secret: string): void {
    if (secret.length < prefixLength) return;
    const prefix = secret.slice(0, prefixLength);
    const known = this.#byPrefix.get(prefix) ?? [];
    if (known.includes(secret)) return;
    // Longest first: a secret inside another must not leave the rest of the longer one standing.
    const place = known.findIndex((other) => other.length < secret.length);
    known.splice(place < 0 ? known.length : place, 0, secret);
    this.#byPrefix.set(prefix, known);
    this.#starts[slot(secret, 0)] = 1;
  }

  /** Whether this very string was added. */
  has(text: string): boolean {
    return this.#byPrefix.get(text.slice(0, prefixLength))?.includes(text) ?? false;
  }

  /** The text with every known string replaced. */
  replace(text: string, replacement: string): string {
    if (this.#byPrefix.size === 0) return text;
    let clean = '';
    let kept = 0;
    for (let at = 0; at <= text.length - prefixLength; at += 1) {
      if (this.#starts[slot(text, at)] === 0) continue;
      const found = this.#byPrefix.get(text.slice(at, at + prefixLength))?.find((secret) => text.startsWith(secret, at));
      if (found === undefined) continue;
      clean += text.slice(kept, at) + replacement;
      kept = at + found.length;
      at = kept - 1;
    }
    return kept === 0 ? text : clean + text.slice(kept);
  }
}

function slot(text: string, at: number): number {
  return (text.charCodeAt(at) * 251 + text.charCodeAt(at + 1)) & (tableSize - 1);
}
