/** terraform: cancelled, timed out, killed, locked out. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passphrase, processesOf, startTerraform, terraform, terraformPath, until, workspaceOf } from './terraform-support.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

/** A provisioner that says when it runs, with children that ignore interrupts and leave the process group. */
const slow = (seconds: string) => `resource "terraform_data" "quick" {
  input = 1
}
resource "terraform_data" "slow" {
  depends_on = [terraform_data.quick]
  provisioner "local-exec" {
    command = "trap '' INT; touch started; setsid sleep ${seconds} & sleep ${seconds}"
  }
}
`;
const sealed = { 'plan-store': 'path:plans', 'plan-passphrase': passphrase };
const lockFile = (workspace: string) => join(workspace, '.terraform.tfstate.lock.info');

async function planned(seconds: string): Promise<string> {
  const workspace = workspaceOf(kit, { 'main.tf': slow(seconds) });
  const plan = await terraform(kit, { command: 'plan', ...sealed }, { workspace });
  expect(plan.outputs['outcome'], plan.stdout).toBe('changes');
  return workspace;
}

describe.skipIf(!terraformPath)('terraform, stopped from outside', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('releases the lock, writes the state and leaves nothing behind on %s', async (signal) => {
    const seconds = signal === 'SIGINT' ? '71.5' : '72.5';
    const workspace = await planned(seconds);
    const { child, done } = startTerraform(kit, { command: 'apply', ...sealed }, { workspace });
    await until(() => existsSync(join(workspace, 'started')));
    expect(existsSync(lockFile(workspace))).toBe(true);
    const sent = performance.now();
    child.kill(signal);
    const step = await done;
    expect(performance.now() - sent).toBeLessThan(6_000);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'cancelled' });
    expect(existsSync(lockFile(workspace))).toBe(false);
    expect(readFileSync(join(workspace, 'terraform.tfstate'), 'utf8')).toContain('"quick"');
    expect(processesOf(`sleep ${seconds}`)).toEqual([]);
    expect(existsSync(step.state['folder']!)).toBe(false);
  });

  it('stops at its timeout in the same way', async () => {
    const workspace = await planned('73.5');
    const step = await terraform(kit, { command: 'apply', ...sealed, timeout: '3s' }, { workspace });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'timeout' });
    expect(existsSync(lockFile(workspace))).toBe(false);
    expect(processesOf('sleep 73.5')).toEqual([]);
  });

  it('is ended by post when the step was killed', async () => {
    const workspace = await planned('74.5');
    const { child, done } = startTerraform(kit, { command: 'apply', ...sealed }, { workspace });
    await until(() => existsSync(join(workspace, 'started')));
    const [record = ''] = readdirSync(tempOf(kit)).filter((name) => name.startsWith('slipway-terraform-run-'));
    child.kill('SIGKILL');
    const step = await done;
    expect(record).not.toBe('');
    const post = await step.post();
    expect(post.exitCode, post.stdout).toBe(0);
    expect(post.ms).toBeLessThan(6_000);
    expect(processesOf('sleep 74.5')).toEqual([]);
    expect(existsSync(lockFile(workspace))).toBe(false);
    expect(existsSync(step.state['folder']!)).toBe(false);
    expect(existsSync(step.state['record']!)).toBe(false);
  });
});

/** RUNNER_TEMP of the step that started last. */
function tempOf(testkit: Testkit): string {
  const folders = readdirSync(testkit.folder).filter((name) => name.startsWith('temp-'));
  const withRun = folders
    .map((name) => join(testkit.folder, name))
    .filter((folder) => readdirSync(folder).some((name) => name.startsWith('slipway-terraform-run-')));
  return withRun.at(-1) ?? testkit.folder;
}

describe.skipIf(!terraformPath)('a locked state', () => {
  it('is state-locked with the record of who holds it; waiting for it can time out and be cancelled', async () => {
    const workspace = await planned('75.5');
    const holder = startTerraform(kit, { command: 'apply', ...sealed }, { workspace });
    await until(() => existsSync(join(workspace, 'started')));
    const locked = await terraform(kit, { command: 'plan', 'lock-timeout': '0s', init: 'false' }, { workspace });
    expect(locked.exitCode).toBe(1);
    expect(locked.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'state-locked' });
    const record = JSON.parse(locked.outputs['lock-info']!) as Record<string, string>;
    expect(Object.keys(record)).toEqual(['ID', 'Operation', 'Who', 'Version', 'Created', 'Path', 'Info']);
    expect(record).toMatchObject({ ID: expect.stringMatching(/^[0-9a-f-]{36}$/), Operation: 'OperationTypeApply', Who: expect.stringContaining('@') });
    expect(locked.stdout).toContain(record['ID']!);
    const waited = await terraform(kit, { command: 'plan', timeout: '2s', init: 'false' }, { workspace });
    expect(waited.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'timeout' });
    const waiting = startTerraform(kit, { command: 'plan', init: 'false' }, { workspace });
    setTimeout(() => waiting.child.kill('SIGINT'), 1_500);
    expect((await waiting.done).outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'cancelled' });
    holder.child.kill('SIGINT');
    await holder.done;
    rmSync(join(workspace, 'started'));
    expect((await terraform(kit, { command: 'plan' }, { workspace })).outputs['failure-reason']).toBe('destroy-blocked');
  });
});
