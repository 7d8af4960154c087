/**
 * The action that assume-role replaces, rebuilt from its own sources somewhere else (bench/README.md says how), so that both can be
 * measured in turns. SLIPWAY_BENCH_REPLACED names its dist/index.js; dist/cleanup/index.js beside it is its post.
 */
import { existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Testkit } from '@slipway/testkit';

/** What the replaced action took where it was measured before: multiples of `node -e 0` on that machine. */
export const formerly = { login: 0.127 / 0.024, post: 0.063 / 0.024, memory: 75.6 / 41.8 } as const;

/** A folder in which the harness finds the replaced action's files under our names; `undefined` where it was not rebuilt. */
export function replacedDist(kit: Pick<Testkit, 'folder'>, main = process.env['SLIPWAY_BENCH_REPLACED']): string | undefined {
  if (!main) return undefined;
  if (!existsSync(main)) throw new Error(`SLIPWAY_BENCH_REPLACED: ${main} is not there`);
  const folder = mkdtempSync(join(kit.folder, 'replaced-'));
  const post = join(dirname(resolve(main)), 'cleanup', 'index.js');
  symlinkSync(resolve(main), join(folder, 'assume-role.js'));
  if (existsSync(post)) symlinkSync(post, join(folder, 'assume-role-post.js'));
  return folder;
}
