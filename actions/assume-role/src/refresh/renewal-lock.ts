/** One renewal at a time among the processes of a machine: a file that only one of them can create. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** Milliseconds after which a lock counts for nothing, whoever holds it: longer than any renewal takes. */
export const staleAfterMs = 30_000;

/** Who asks. */
export interface Holder {
  readonly pid: number;
  /** A pid means something on its own host only; a container has a host name of its own. */
  readonly host: string;
}

/** A lock that is held. */
export interface RenewalLock {
  release(): void;
}

/**
 * Takes the lock, also from a holder that is dead or too old.
 * @param now milliseconds since the epoch
 * @returns `undefined` while another process holds it
 * @throws the system's error where the file cannot be written
 */
export function takeLock(file: string, self: Holder, now: number): RenewalLock | undefined {
  const content = `${self.pid} ${now} ${self.host}`;
  if (!create(file, content)) {
    const held = read(file);
    if (held !== undefined && !isStale(held, self, now)) return undefined;
    if (held !== undefined) removeStale(file, held, self, content, now);
    if (!create(file, content)) return undefined;
  }
  return {
    release: () => {
      if (read(file)?.text === content) rmSync(file, { force: true });
    },
  };
}

interface Held {
  readonly text: string;
  readonly pid: number;
  readonly at: number;
  readonly host: string;
}

function create(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** What stands in it; `undefined` when it is gone. The file's own time counts where the text is another user's, or not there yet. */
function read(file: string): Held | undefined {
  try {
    const text = textOf(file);
    const [, pid = '0', at, host = ''] = /^(\d+) (\d+) (.*)$/.exec(text) ?? [];
    return { text, pid: Number(pid), at: at === undefined ? statSync(file).mtimeMs : Number(at), host };
  } catch {
    return undefined;
  }
}

/** A step under sudo leaves files that this user may replace but not read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return '';
    throw error;
  }
}

function isStale({ pid, at, host }: Held, self: Holder, now: number): boolean {
  if (Math.abs(now - at) > staleAfterMs) return true;
  if (host !== self.host || pid === 0) return false;
  return pid === self.pid || !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Many may judge the same lock at once, and by the time one of them acts it may be another's. So only one at a time may take
 * a lock away, and looks again before it does.
 */
function removeStale(file: string, judged: Held, self: Holder, content: string, now: number): void {
  const claim = `${file}.claim`;
  if (!create(claim, content)) {
    const claimed = read(claim);
    if (claimed !== undefined && isStale(claimed, self, now)) rmSync(claim, { force: true });
    return;
  }
  if (read(file)?.text === judged.text) rmSync(file, { force: true });
  rmSync(claim, { force: true });
}
