/** Mistakes in a policy, with their place. */

/** A path of keys and indexes into the parsed value. */
export type Path = readonly (string | number)[];

/** Finds a path in the file that the value came from. */
export type Locate = (path: Path, at?: 'key' | 'value') => { file: string; line: number; column: number };

/** One mistake, rendered as `file:line:column code message`. */
export interface PolicyMistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: 'wrong-type' | 'unknown-key' | 'missing-key' | 'unknown-value' | 'wrong-value' | 'wrong-date' | 'waiver-too-long' | 'duplicate-waiver';
  readonly message: string;
}

/** Collects mistakes; the same place and code is told once. */
export class Mistakes {
  readonly #locate: Locate;
  readonly #found = new Map<string, PolicyMistake>();

  constructor(locate: Locate) {
    this.#locate = locate;
  }

  add(path: Path, code: PolicyMistake['code'], message: string, at: 'key' | 'value' = 'value'): void {
    const mistake = { ...this.#locate(path, at), code, message };
    this.#found.set(`${mistake.line}:${mistake.column}:${code}:${message}`, mistake);
  }

  /** Sorted by line, column, code. */
  all(): PolicyMistake[] {
    return [...this.#found.values()].sort((a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1));
  }
}
