/** The port by which terraform is started; action-kit's `runProcess` fits. */

/** What to run. No shell, nothing inherited. */
export interface ProcessRequest {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly cwd?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
  /** Called once with the pid, which is also the number of the process group. */
  readonly onStart?: (pid: number) => void;
  readonly graceMs?: number;
  readonly keepBytes?: number;
}

/** How it ended. */
export interface ProcessResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command to its end. Both streams are read to their end whatever happens: a reader that closes early kills
 * terraform by SIGPIPE while it holds the lock. On abort SIGINT goes to the process group at once.
 */
export type RunProcess = (request: ProcessRequest) => Promise<ProcessResult>;
