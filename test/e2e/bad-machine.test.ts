/** What a machine can do to a step: no room in RUNNER_TEMP, a folder that cannot be written. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';

let kit: Testkit;
let role: string;
const mounted: string[] = [];

beforeEach(async () => {
  kit = await startTestkit();
  role = kit.sts.addRole('deploy', { subjects: ['*'] });
});
afterEach(async () => {
  for (const folder of mounted.splice(0)) spawnSync('umount', [folder]);
  await kit.close();
});

const login = (environment: Record<string, string>, temp?: string) =>
  runStep(kit, {
    action: 'assume-role',
    inputs: { 'aws-region': 'eu-central-1', 'role-to-assume': role },
    keys: false,
    environment,
    ...(temp ? { temp } : {}),
  });

it('a full disk fails the step before anything is exported, and says what to free', async (context) => {
  const folder = join(kit.folder, 'full');
  mkdirSync(folder);
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k,mode=700', 'tmpfs', folder]);
  if (mount.status !== 0) return context.skip('a small disk cannot be mounted here');
  mounted.push(folder);
  spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'filler')}`, 'bs=1k', 'count=64']);
  const step = await login({}, folder);
  expect(step.exitCode).toBe(1);
  expect(step.exported).toEqual({});
  expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'internal' });
  expect(step.stdout).toContain('no space left on the device (ENOSPC)');
  expect(step.stdout).toMatch(/Do this:\n {2}Free disk space on the runner/);
});

it('a disk that fills up while the report is written fails the step', async () => {
  const preload = join(kit.folder, 'no-space.mjs');
  writeFileSync(
    preload,
    `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
const write = fs.writeFileSync;
fs.writeFileSync = (file, ...rest) => { if (String(file).endsWith('.json') && String(file).includes('slipway-assume-role-')) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }); return write(file, ...rest); };
syncBuiltinESMExports();`,
  );
  const step = await login({ NODE_OPTIONS: `--import ${preload}` });
  expect(step.exitCode).toBe(1);
  expect(step.exported).toEqual({});
  expect(step.outputs['failure-reason']).toBe('internal');
  expect(step.stdout).toContain('no space left on the device (ENOSPC)');
});

it('RUNNER_TEMP that is not set is told by name', async () => {
  const step = await login({ RUNNER_TEMP: '' });
  expect(step.outputs['failure-reason'], step.stdout).toBe('invalid-input');
  expect(step.stdout).toContain('RUNNER_TEMP is not set');
});
