/**
 * A cursor over JSON text that holds one window of it. It checks the grammar of every byte, also of what it skips, so that a
 * broken plan is refused wherever the break is; and it never recurses, so that deep nesting is only deep.
 */
import type { ByteSource } from './byte-source.ts';
import { actions, keyString, states, transitions, valueState, valueString, wanted } from './json-machine.ts';
import { PlanError } from './plan-error.ts';
import { TextBytes, windowBytes } from './text-bytes.ts';

const quote = 0x22;
const backslash = 0x5c;
const [openList, openMap] = [0x5b, 0x7b];

/** Copies of the table's words: a property is slower, and this is the hottest loop. */
const firstAction: number = actions.openMap;
const inKey: number = keyString;
const inString: number = valueString;

/** Few changes hold a list that looks like the changes themselves. */
const quickAttempts = 3;
/** Bytes that can stand in a number, true, false or null. */
const scalarPattern = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** Reads forward, value by value. */
export class JsonCursor {
  readonly #text: TextBytes;
  #bytes: Buffer;
  #position = 0;
  #end = 0;
  /** Offset in the text of the window's first byte. */
  #base = 0;
  /** Start of the value that must stay in the window; -1 for none. */
  #pin = -1;
  /** What is being read, for errors: `resource_changes`. */
  section = '';

  constructor(source: ByteSource) {
    this.#text = new TextBytes(source);
    this.#bytes = Buffer.allocUnsafe(Math.min(windowBytes * 2, source.size));
  }

  /** The next byte that is no space, without consuming it; `undefined` at the end. */
  peek(): number | undefined {
    for (;;) {
      while (this.#position < this.#end) {
        const byte = this.#bytes[this.#position] as number;
        if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
        this.#position += 1;
      }
      if (!this.#fill()) return undefined;
    }
  }

  /** Consumes `byte` if it comes next. */
  take(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.#position += 1;
    return true;
  }

  /** Consumes `null` if it comes next. */
  takeNull(): boolean {
    if (this.peek() !== 0x6e) return false;
    this.skip();
    return true;
  }

  /** Consumes `byte` or refuses the text. @param want the byte in words */
  expect(byte: number, want: string): void {
    if (!this.take(byte)) throw this.#unexpected(want);
  }

  /** Consumes a string and gives its value. */
  string(want: string): string {
    if (this.peek() !== quote) throw this.#unexpected(want);
    return this.value() as string;
  }

  /** Consumes a value and parses it. */
  value(): unknown {
    const [bytes, start] = this.raw();
    try {
      return JSON.parse(bytes.toString('utf8'));
    } catch (error) {
      throw this.fail(`what begins here is no JSON value: ${error instanceof Error ? error.message.slice(0, 200) : ''}`, start, error);
    }
  }

  /** Consumes a value and gives its bytes, valid until the next call, and its place in the text. */
  raw(): [Buffer, number] {
    this.peek();
    this.#pin = this.#position;
    this.skip();
    const start = this.#pin;
    this.#pin = -1;
    return [this.#bytes.subarray(start, this.#position), this.#base + start];
  }

  /**
   * Consumes and parses a map that lies whole in the window before another one; else nothing, and gives `undefined`. JSON.parse
   * takes one whole value only, so a `boundary` (the end of a map, a comma, the beginning of the next) deeper inside is passed over.
   */
  quickMap(boundary: Buffer): unknown {
    if (this.peek() !== openMap) return undefined;
    for (let attempt = 0, from = this.#position; attempt < quickAttempts; attempt += 1) {
      const at = this.#bytes.indexOf(boundary, from);
      if (at < 0 || at + boundary.length > this.#end) return undefined;
      try {
        const value: unknown = JSON.parse(this.#bytes.toString('utf8', this.#position, at + 1));
        this.#position = at + 1;
        return value;
      } catch {
        from = at + 1;
      }
    }
    return undefined;
  }

  /** Consumes a value of any size and depth, without holding it. */
  skip(): void {
    const byte = this.peek();
    if (byte === openMap || byte === openList) this.#container();
    else if (byte === quote) this.#string();
    else this.#scalar();
  }

  /** An error at a place in the text, told as a byte of the file. */
  fail(message: string, at = this.#base + this.#position, cause?: unknown): PlanError {
    const offset = this.#text.fileOffset(at);
    const where = this.section ? ` in ${this.section}` : '';
    return new PlanError({ message: `byte ${offset}${where}: ${message}`, offset, cause });
  }

  /** Walks the table from a map's or list's first byte to its last. */
  #container(): void {
    const open: number[] = [];
    const table = transitions;
    let state: number = valueState;
    for (;;) {
      const bytes = this.#bytes;
      const end = this.#end;
      let at = this.#position;
      while (at < end) {
        const next = table[state * 256 + (bytes[at] as number)] as number;
        at += 1;
        if (next < firstAction) {
          state = next;
          // Most bytes of a plan are text: pass it in one go.
          if (next === inKey || next === inString) at = endOfText(bytes, at, end);
        } else {
          state = this.#act(next, state, at - 1, open);
          if (open.length > 0) continue;
          this.#position = at;
          return;
        }
      }
      this.#position = end;
      if (!this.#fill()) throw this.#unexpected(wanted(state));
    }
  }

  /** Opens, closes or goes on; gives the next state. */
  #act(action: number, state: number, at: number, open: number[]): number {
    if (action === actions.comma) return open.at(-1) === actions.openMap ? states.afterCommaInMap : states.afterCommaInList;
    if (action <= actions.openList) {
      open.push(action);
      return action === actions.openMap ? states.afterOpenMap : states.afterOpenList;
    }
    // A closing action is two more than its opening one.
    if (action !== actions.refuse && open.pop() === action - 2) return states.after;
    this.#position = at;
    throw this.#unexpected(wanted(state));
  }

  #string(): void {
    this.#position += 1;
    for (;;) {
      const end = this.#end;
      let at = this.#position;
      while (at < end) {
        const byte = this.#bytes[at] as number;
        if (byte === quote) {
          this.#position = at + 1;
          return;
        }
        if (byte < 0x20) throw this.fail('a control character inside a string', this.#base + at);
        at += byte === backslash ? 2 : 1;
      }
      // An escape may have stepped over the window's end: the byte that it escapes comes with the next one.
      const over = at - end;
      this.#position = end;
      if (!this.#fill()) throw this.#unexpected('the end of a string');
      this.#position += over;
    }
  }

  #scalar(): void {
    let word = '';
    for (;;) {
      while (this.#position < this.#end) {
        const character = String.fromCharCode(this.#bytes[this.#position] as number);
        if (!/[\w.+-]/.test(character) || word.length > 1000) {
          if (scalarPattern.test(word)) return;
          throw this.#unexpected('a value');
        }
        word += character;
        this.#position += 1;
      }
      if (this.#fill()) continue;
      if (scalarPattern.test(word)) return;
      throw this.#unexpected('a value');
    }
  }

  #unexpected(want: string): PlanError {
    const byte = this.peek();
    if (byte === undefined) return this.fail(`the file ends here, in the middle of the plan; want ${want}`);
    const shown = byte > 0x20 && byte < 0x7f ? JSON.stringify(String.fromCharCode(byte)) : `byte 0x${byte.toString(16)}`;
    return this.fail(`got ${shown}; want ${want}`);
  }

  /** Brings in the next chunk, keeping what is pinned or not read yet. */
  #fill(): boolean {
    const chunk = this.#text.next();
    if (!chunk) return false;
    const from = this.#pin >= 0 ? this.#pin : this.#position;
    const rest = this.#end - from;
    const size = rest + chunk.length;
    const target = size > this.#bytes.length ? Buffer.allocUnsafe(Math.max(size, this.#bytes.length * 2)) : this.#bytes;
    this.#bytes.copy(target, 0, from, this.#end);
    target.set(chunk, rest);
    this.#bytes = target;
    this.#base += from;
    this.#position -= from;
    if (this.#pin >= 0) this.#pin = 0;
    this.#end = size;
    return true;
  }
}

/** The first byte from `at` that is not plain text inside a string. */
function endOfText(bytes: Uint8Array, at: number, end: number): number {
  let next = at;
  while (next < end) {
    const byte = bytes[next] as number;
    if (byte === quote || byte === backslash || byte < 0x20) break;
    next += 1;
  }
  return next;
}
