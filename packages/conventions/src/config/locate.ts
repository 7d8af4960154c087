/** Mistakes in files that people write; whoever loads the file gives the places. */

/** A place in the file by the path of keys and indexes. */
export type Locate = (path: readonly (string | number)[], at?: 'key' | 'value') => { readonly file: string; readonly line: number; readonly column: number };

/** A mistake with its place, as `file:line:column code message`. */
export interface ConventionMistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}
