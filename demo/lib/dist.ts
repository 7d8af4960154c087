/** The shipped files: they are committed; where they are missing they are built once. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { steps } from './steps.ts';
import type { View } from './view.ts';

const root = resolve(import.meta.dirname, '../..');

/** Builds dist/ when one of the steps' files is not there. @throws Error with what the bundler printed */
export async function ensureDist(view: View, signal: AbortSignal): Promise<void> {
  const dist = resolve(root, process.env['SLIPWAY_DIST'] ?? 'dist');
  if (steps.every(({ action }) => existsSync(join(dist, `${action}.js`)))) return;
  const line = view.line('dist');
  line.update('bundling the actions');
  const { code, output } = await bundle(signal);
  if (code === 0) return line.done('bundled the actions');
  line.failed('the bundler failed');
  throw new Error(output);
}

function bundle(signal: AbortSignal): Promise<{ code: number | null; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/tsup/dist/cli-default.js')], { cwd: root, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', fail);
    child.on('close', (code) => done({ code, output }));
  });
}
