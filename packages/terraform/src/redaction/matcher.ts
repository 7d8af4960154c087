/**
 * Finds many secrets in much text: a table of their first two characters rejects most places at once, a map of their first
 * four finds the candidates. One pass over the text, whatever the number of secrets.
 */

/** Every secret is at least this long. */
const prefixLength = 4;
const tableSize = 1 << 16;

/** The strings with one prefix; lengths in falling order, so that a secret inside another leaves nothing of the longer one. */
interface Bucket {
  readonly strings: Set<string>;
  lengths: number[];
}

/** Knows strings and replaces them. */
export class Matcher {
  readonly #starts = new Uint8Array(tableSize);
  readonly #byPrefix = new Map<string, Bucket>();

  /** Adds a string of four characters or more; a shorter one is ignored. */
  add(secret: string): void {
    if (secret.length < prefixLength) return;
    const prefix = secret.slice(0, prefixLength);
    const bucket: Bucket = this.#byPrefix.get(prefix) ?? { strings: new Set(), lengths: [] };
    bucket.strings.add(secret);
    if (!bucket.lengths.includes(secret.length)) bucket.lengths = [...bucket.lengths, secret.length].sort((a, b) => b - a);
    this.#byPrefix.set(prefix, bucket);
    this.#starts[slot(secret, 0)] = 1;
  }

  /** Whether this very string was added. */
  has(text: string): boolean {
    return this.#byPrefix.get(text.slice(0, prefixLength))?.strings.has(text) ?? false;
  }

  /** The text with every known string replaced. */
  replace(text: string, replacement: string): string {
    if (this.#byPrefix.size === 0) return text;
    let clean = '';
    let kept = 0;
    for (let at = 0; at <= text.length - prefixLength; at += 1) {
      if (this.#starts[slot(text, at)] === 0) continue;
      const length = this.#lengthAt(text, at);
      if (length === undefined) continue;
      clean += text.slice(kept, at) + replacement;
      kept = at + length;
      at = kept - 1;
    }
    return kept === 0 ? text : clean + text.slice(kept);
  }

  #lengthAt(text: string, at: number): number | undefined {
    const bucket = this.#byPrefix.get(text.slice(at, at + prefixLength));
    return bucket?.lengths.find((length) => bucket.strings.has(text.slice(at, at + length)));
  }
}

function slot(text: string, at: number): number {
  return (text.charCodeAt(at) * 251 + text.charCodeAt(at + 1)) & (tableSize - 1);
}
