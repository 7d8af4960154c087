/**
 * Strict JSON (RFC 8259) with the place of every key and value. `JSON.parse` tells no place for half of its errors, keeps the
 * last of two equal keys without a word, and loses the places of what it read.
 */

/** A value and where it begins. */
export type JsonNode =
  | { readonly kind: 'object'; readonly at: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly at: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly at: number; readonly value: string }
  | { readonly kind: 'number' | 'boolean' | 'null'; readonly at: number; readonly text: string };

/** A key and its value. */
export interface JsonMember {
  readonly key: string;
  readonly at: number;
  readonly value: JsonNode;
}

/** Where and why the text is not JSON. `at`: offset in UTF-16 units. */
export class JsonSyntaxError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.name = 'JsonSyntaxError';
    this.at = at;
  }
}

/** A trust policy nests six deep; beyond this a file is no policy. */
const deepest = 100;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /[A-Za-z_$][\w$]*/y;
const blank = /[ \t\n\r]*/y;
const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * Parses JSON text.
 * @throws JsonSyntaxError at the first character that does not belong
 */
export function parseJson(text: string): JsonNode {
  const reader = new JsonReader(text);
  const node = reader.value(0);
  reader.end();
  return node;
}

/** Gives the line and column of an offset, both from 1; `\n`, `\r\n` and a lone `\r` end a line. Reads the text once, for any number of offsets. */
export function placesIn(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length)];
  return (offset) => {
    let [line, after] = [0, starts.length];
    while (after - line > 1) {
      const middle = (line + after) >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else after = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): JsonNode {
    if (depth > deepest) this.#fail(`nested deeper than ${deepest} levels`);
    this.#take(blank);
    const at = this.#at;
    const first = this.#text[at];
    if (first === '{') return { kind: 'object', at, members: this.#members(depth) };
    if (first === '[') return { kind: 'array', at, items: this.#items(depth) };
    if (first === '"') return { kind: 'string', at, value: this.#string() };
    return this.#scalar(at);
  }

  end(): void {
    this.#take(blank);
    if (this.#at < this.#text.length) this.#fail(`expected nothing more after the JSON value, found ${this.#found()}`);
  }

  #scalar(at: number): JsonNode {
    const digits = this.#take(number);
    if (digits !== '') return { kind: 'number', at, text: digits };
    const name = this.#peek(word);
    if (name === 'true' || name === 'false' || name === 'null') {
      this.#at += name.length;
      return { kind: name === 'null' ? 'null' : 'boolean', at, text: name };
    }
    return this.#fail(`expected a value, found ${this.#found()}`);
  }

  #members(depth: number): JsonMember[] {
    const members: JsonMember[] = [];
    this.#list('}', () => {
      if (this.#text[this.#at] !== '"') this.#fail(`expected a key in double quotes, found ${this.#found()}`);
      const at = this.#at;
      const key = this.#string();
      this.#take(blank);
      if (this.#text[this.#at] !== ':') this.#fail(`expected ":" after the key ${JSON.stringify(key)}, found ${this.#found()}`);
      this.#at += 1;
      members.push({ key, at, value: this.value(depth + 1) });
    });
    return members;
  }

  #items(depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    this.#list(']', () => items.push(this.value(depth + 1)));
    return items;
  }

  /** What stands between brackets, with commas between. */
  #list(close: '}' | ']', readOne: () => void): void {
    this.#at += 1;
    this.#take(blank);
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      if (this.#text[this.#at] === close) this.#fail(`expected no "${close}" after a comma`);
      readOne();
      this.#take(blank);
      const next = this.#text[this.#at];
      if (next !== ',' && next !== close) this.#fail(`expected "," or "${close}", found ${this.#found()}`);
      this.#at += 1;
      if (next === close) return;
      this.#take(blank);
    }
  }

  #string(): string {
    let value = '';
    for (this.#at += 1; ; this.#at += 1) {
      const character = this.#text[this.#at];
      if (character === '"') break;
      if (character === undefined || character < ' ')
        this.#fail(/[^\r\n]/.test(character ?? '') ? 'a control character in a string is escaped: \\t, \\u0001' : 'a string is not closed');
      value += character === '\\' ? this.#escape() : character;
    }
    this.#at += 1;
    return value;
  }

  /** Stops at the last character of the escape. */
  #escape(): string {
    this.#at += 1;
    const letter = this.#text[this.#at] ?? '';
    if (letter !== 'u') return escapes[letter] ?? this.#fail('expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX');
    const digits = /^[\dA-Fa-f]*/.exec(this.#text.slice(this.#at + 1, this.#at + 5))?.[0] ?? '';
    this.#at += digits.length;
    if (digits.length === 4) return String.fromCharCode(Number.parseInt(digits, 16));
    this.#at += 1;
    return this.#fail('expected four hexadecimal digits after \\u');
  }

  #peek(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0] ?? '';
  }

  #take(pattern: RegExp): string {
    const taken = this.#peek(pattern);
    this.#at += taken.length;
    return taken;
  }

  #found(): string {
    const rest = this.#text.slice(this.#at);
    if (rest === '') return 'the end of the file';
    if (/^[\r\n]/.test(rest)) return 'the end of the line';
    return JSON.stringify(this.#peek(word) || String.fromCodePoint(rest.codePointAt(0) ?? 0)).slice(0, 40);
  }

  #fail(message: string): never {
    throw new JsonSyntaxError(message, this.#at);
  }
}
