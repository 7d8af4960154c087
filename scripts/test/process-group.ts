/** Runs one command with everything it starts, keeps what it prints, and ends all of it when told to or when it takes too long. */
import { spawn } from 'node:child_process';

/** What became of a command. */
export interface Ended {
  /** The exit code; 128 + n for a signal, 127 where it could not be started, 124 after the limit. */
  readonly code: number;
  /** Standard output and standard error, as they came. */
  readonly output: string;
  readonly ms: number;
}

/** What to run. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Added to the environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds until it is ended. */
  readonly limit: number;
  /** Called with each piece of output. */
  readonly onOutput?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** Between asking a group to end and ending it. */
const graceMs = 5_000;

/** Runs the command in a process group of its own, so that nothing it started outlives it. */
export function runGroup(command: Command): Promise<Ended> {
  const started = performance.now();
  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    env: { ...process.env, ...command.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  let late = false;
  const take = (text: string) => {
    output += text;
    command.onOutput?.(text);
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  const end = (signal: NodeJS.Signals) => signalGroup(child.pid, signal);
  const stop = () => {
    end('SIGTERM');
    setTimeout(() => end('SIGKILL'), graceMs).unref();
  };
  const limit = setTimeout(() => {
    late = true;
    take(`\nEnded after ${Math.round(command.limit / 1000)} s, its limit.\n`);
    stop();
  }, command.limit);
  command.signal?.addEventListener('abort', stop, { once: true });
  return new Promise((resolve) => {
    const finish = (code: number) => {
      clearTimeout(limit);
      command.signal?.removeEventListener('abort', stop);
      end('SIGKILL');
      resolve({ code: late ? 124 : code, output, ms: performance.now() - started });
    };
    child.on('error', (error) => {
      take(`${command.file} could not be started: ${error.message}\n`);
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended.
  }
}
