/**
 * Ends what terraform left running. A provisioner's children outlive an interrupt and may leave the process group; the mark
 * in their environment still tells them. Where there is no /proc (macOS, Windows) only the group can be ended.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { markVariable } from './environment.ts';

/** The pids of living processes that carry the mark. */
export function markedProcesses(mark: string): number[] {
  const line = `${markVariable}=${mark}`;
  return processIds().filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(line) && !isZombie(pid);
    } catch {
      return false;
    }
  });
}

/** Sends a signal to each marked process. @returns how many there were */
export function signalMarked(mark: string, signal: NodeJS.Signals): number {
  const pids = markedProcesses(mark);
  for (const pid of pids) sendSignal(pid, signal);
  return pids.length;
}

/** Kills all marked processes until none is left; a few rounds, since one may start another meanwhile. */
export function endMarked(mark: string): void {
  for (let round = 0; round < 5 && signalMarked(mark, 'SIGKILL') > 0; round += 1);
}

/** Sends a signal to a process, or with a negative number to a group; one that is gone is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // ESRCH: it has ended already. EPERM: it is not ours.
  }
}

function processIds(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => pid !== process.pid);
  } catch {
    return [];
  }
}

/** A zombie has ended and only waits to be counted. */
function isZombie(pid: number): boolean {
  return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
}
