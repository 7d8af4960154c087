/**
 * The file as UTF-8, one chunk at a time. PowerShell's `>` writes UTF-16 with a mark at the front, and editors add a mark
 * to UTF-8: both are read as what they are.
 */
import type { ByteSource } from './byte-source.ts';

/** How the file is encoded, and how many bytes its mark takes. */
interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly mark: number;
}

/** Bytes read at a time: large enough that a system call costs nothing, small enough that two of them are nothing. */
export const windowBytes = 1024 * 1024;

/** A forward reader of UTF-8 bytes that can tell the place in the file. */
export class TextBytes {
  readonly #source: ByteSource;
  readonly #encoding: Encoding;
  #offset: number;
  #produced = 0;
  /** For UTF-16: where each chunk began, in the text and in the file. */
  readonly #marks: { text: number; file: number }[] = [];

  constructor(source: ByteSource) {
    this.#source = source;
    this.#encoding = detectEncoding(source.read(0, 4));
    this.#offset = this.#encoding.mark;
  }

  /** The next chunk, valid until the next call; `undefined` at the end. */
  next(): Uint8Array | undefined {
    if (this.#offset >= this.#source.size) return undefined;
    const start = this.#offset;
    const bytes = this.#source.read(start, windowBytes);
    if (bytes.length === 0) return undefined;
    if (this.#encoding.name === 'utf-8') {
      this.#offset += bytes.length;
      return bytes;
    }
    const whole = wholeUnits(bytes, this.#encoding.name, start + bytes.length >= this.#source.size);
    this.#offset += whole.length;
    this.#marks.push({ text: this.#produced, file: start });
    const chunk = Buffer.from(decodeUtf16(whole, this.#encoding.name), 'utf8');
    this.#produced += chunk.length;
    return chunk;
  }

  /** The byte in the file of a place in the text. */
  fileOffset(textOffset: number): number {
    if (this.#encoding.name === 'utf-8') return this.#encoding.mark + textOffset;
    const mark = this.#marks.findLast(({ text }) => text <= textOffset);
    if (!mark) return this.#encoding.mark;
    const bytes = this.#source.read(mark.file, windowBytes);
    const text = Buffer.from(decodeUtf16(bytes, this.#encoding.name), 'utf8').subarray(0, textOffset - mark.text);
    return Math.min(this.#source.size, mark.file + text.toString('utf8').length * 2);
  }
}

function detectEncoding(head: Uint8Array): Encoding {
  const [a, b, c] = head;
  if (a === 0xff && b === 0xfe) return { name: 'utf-16le', mark: 2 };
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', mark: 2 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: 'utf-8', mark: 3 };
  // Without a mark: a plan begins with an ASCII brace or space, so a zero beside it tells UTF-16 apart.
  if (a !== 0 && b === 0) return { name: 'utf-16le', mark: 0 };
  if (a === 0 && b !== 0 && b !== undefined) return { name: 'utf-16be', mark: 0 };
  return { name: 'utf-8', mark: 0 };
}

/** Cuts before a half unit and before the first half of a surrogate pair, so that no chunk splits a character. */
function wholeUnits(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', last: boolean): Uint8Array {
  if (last) return bytes;
  const even = bytes.length - (bytes.length % 2);
  const high = bytes[even - (encoding === 'utf-16le' ? 1 : 2)] ?? 0;
  const isLead = high >= 0xd8 && high <= 0xdb;
  return bytes.subarray(0, isLead && even > 2 ? even - 2 : even);
}

function decodeUtf16(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
