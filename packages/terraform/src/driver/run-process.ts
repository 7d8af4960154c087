/** The port by which terraform is started; action-kit's `runProcess` fits. */

/** What to run. No shell, nothing inherited. */
export interface ProcessRequest {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly cwd?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Where the streams go, instead of pipes; the files are made 0600. */
  readonly outputFiles: { readonly stdout: string; readonly stderr: string };
  /** Called once with the pid, which is also the number of the process group. */
  readonly onStart?: (pid: number) => void;
  readonly graceMs?: number;
}

/** How it ended. */
export interface ProcessResult {
  readonly code: number;
}

/**
 * Runs a command to its end, its streams in files: a reader of a pipe that closes early, or is killed, kills terraform by
 * SIGPIPE while it holds the lock. On abort SIGINT goes to the process group at once.
 */
export type RunProcess = (request: ProcessRequest) => Promise<ProcessResult>;
