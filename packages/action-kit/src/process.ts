/** Child processes that always end: a process group each, an interrupt first, a kill after the grace time. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { constants } from 'node:os';

/** What to run. Arguments are never joined or split: no shell is involved. */
export interface ProcessRequest {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly cwd?: string;
  /** The whole environment of the child; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  readonly signal?: AbortSignal;
  /** Called per line of either stream, without its line end. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
  /**
   * The streams go to these files (made 0600) instead of pipes: a child that writes on while this process is killed does
   * not die by SIGPIPE. `onLine` is not called then, and the result's streams are empty.
   */
  readonly outputFiles?: { readonly stdout: string; readonly stderr: string };
  /** Called once with the pid of the child, which is also the number of its process group. */
  readonly onStart?: (pid: number) => void;
  /** Milliseconds between the interrupt (SIGINT) and the kill (SIGKILL) when the signal aborts; 4 s unless given. */
  readonly graceMs?: number;
  /** Bytes of each stream that are kept for the result; the oldest go first. 16 MiB unless given. */
  readonly keepBytes?: number;
}

/** How it ended. `code` is 128 + the signal's number where a signal ended it, as a shell would say. */
export interface ProcessResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end; rejects only when it cannot be started (`ENOENT`, `EACCES`) or the signal aborted. */
export type RunProcess = (request: ProcessRequest) => Promise<ProcessResult>;

/** Ends what is still running when the process that started it ends for any reason. */
const running = new Set<number>();
process.on('exit', () => {
  for (const pid of running) endGroup(pid, 'SIGKILL');
});

/** @see RunProcess */
export const runProcess: RunProcess = (request) =>
  new Promise((resolve, reject) => {
    if (request.signal?.aborted) return reject(request.signal.reason);
    const outputs = openOutputs(request);
    const child = spawn(request.command, [...request.arguments], {
      cwd: request.cwd,
      env: { ...request.environment },
      stdio: ['pipe', ...(outputs ?? (['pipe', 'pipe'] as const))],
      detached: true,
    });
    for (const descriptor of outputs ?? []) closeSync(descriptor);
    const pid = child.pid;
    if (pid !== undefined) {
      running.add(pid);
      request.onStart?.(pid);
    }
    const stopper = stopOnAbort(pid, request);
    const stdout = collect(child.stdout, 'stdout', request);
    const stderr = collect(child.stderr, 'stderr', request);
    child.stdin?.on('error', () => {});
    child.stdin?.end(request.input ?? '');
    child.on('error', (error) => {
      stopper.done();
      reject(error);
    });
    child.on('close', (code, signal) => {
      if (pid !== undefined) running.delete(pid);
      stopper.done();
      if (pid !== undefined && stopper.stopped()) endGroup(pid, 'SIGKILL');
      if (request.signal?.aborted) return reject(request.signal.reason);
      resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), stdout: stdout(), stderr: stderr() });
    });
  });

function openOutputs({ outputFiles }: ProcessRequest): [number, number] | undefined {
  return outputFiles && [openSync(outputFiles.stdout, 'w', 0o600), openSync(outputFiles.stderr, 'w', 0o600)];
}

function stopOnAbort(pid: number | undefined, request: ProcessRequest) {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const stop = () => {
    stopped = true;
    if (pid === undefined) return;
    endGroup(pid, 'SIGINT');
    timer = setTimeout(() => endGroup(pid, 'SIGKILL'), request.graceMs ?? 4_000);
  };
  request.signal?.addEventListener('abort', stop, { once: true });
  return {
    stopped: () => stopped,
    done: () => {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', stop);
    },
  };
}

/** Signals the whole group, so that grandchildren end too; a group that is gone is no error. */
function endGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: it has ended already.
  }
}

function collect(stream: NodeJS.ReadableStream | null, name: 'stdout' | 'stderr', request: ProcessRequest): () => string {
  if (!stream) return () => '';
  const limit = request.keepBytes ?? 16 * 1024 * 1024;
  let chunks: Buffer[] = [];
  let size = 0;
  let rest = '';
  const decoder = new TextDecoder();
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    while (size > limit && chunks.length > 1) size -= chunks.shift()?.length ?? 0;
    if (!request.onLine) return;
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) request.onLine(line, name);
  });
  stream.on('end', () => {
    if (rest && request.onLine) request.onLine(rest, name);
  });
  return () => {
    const text = Buffer.concat(chunks).toString('utf8');
    chunks = [];
    return text;
  };
}
