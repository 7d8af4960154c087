/** `node -e 0`: what no action can be faster than. */
import { spawn } from 'node:child_process';

/** Runs it; milliseconds from start to exit. */
export function emptyRun(environment: Readonly<Record<string, string>> = {}): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, ['-e', '0'], { env: { PATH: process.env['PATH'], ...environment }, stdio: 'ignore' });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', () => done(performance.now() - started));
  });
}
