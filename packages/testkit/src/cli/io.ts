/** What the command line is given of the process. */

/** Arguments, variables and the two streams; tests bring their own. */
export interface CommandIo {
  /** Without node and the script. */
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The working directory. */
  readonly folder: string;
  /** The program's own file, and node's flags for it, for the background process. */
  readonly program: { readonly file: string; readonly flags: readonly string[] };
  /** One line to standard output. */
  say(line: string): void;
  /** One line to standard error. */
  complain(line: string): void;
  /** Runs when the process is asked to end; gives back the way to forget it. */
  onEnd(work: () => void): () => void;
}

/** A mistake that ends the command with 1; its message is for the reader. */
export class CommandError extends Error {}
