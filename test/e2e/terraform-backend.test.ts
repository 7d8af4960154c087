/** terraform with its S3 backend: lock files, workspaces, identity. */
import { existsSync, readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byHand, copyOf, passphrase, processesOf, startTerraform, terraform, terraformPath, until, workspaceOf } from './terraform-support.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

const main = 'terraform {\n  backend "s3" {}\n}\nresource "terraform_data" "a" {\n  input = terraform.workspace\n}\n';
const backend = (bucket: string) =>
  [
    'key: stacks/a.tfstate',
    `bucket: ${bucket}`,
    'region: eu-central-1',
    'use_lockfile: true',
    'use_path_style: true',
    'skip_credentials_validation: true',
    'skip_requesting_account_id: true',
    'skip_metadata_api_check: true',
  ].join('\n');
const sealed = { 'plan-store': 'path:plans', 'plan-passphrase': passphrase };

describe.skipIf(!terraformPath)('terraform on the S3 backend', () => {
  it('plans and applies, holds the lock file meanwhile and releases it', async () => {
    const objects = kit.s3.addBucket('state-one');
    const inputs = { 'backend-config': backend('state-one'), ...sealed };
    const workspace = workspaceOf(kit, { 'main.tf': main });
    const plan = await terraform(kit, { command: 'plan', ...inputs }, { workspace });
    expect(plan.exitCode, plan.stdout).toBe(0);
    const apply = await terraform(kit, { command: 'apply', ...inputs }, { workspace: copyOf(kit, workspace) });
    expect(apply.outputs['outcome'], apply.stdout).toBe('applied');
    expect([...objects.keys()]).toEqual(['stacks/a.tfstate']);
    expect(kit.ledger.entries.some(({ operation, path }) => operation === 'PutObject' && path.endsWith('.tflock'))).toBe(true);
    const other = await terraform(kit, { command: 'plan', ...inputs }, { workspace });
    expect(other.outputs['outcome']).toBe('unchanged');
  });

  it('tells a locked state by the lock object', async () => {
    const objects = kit.s3.addBucket('state-two');
    const record = {
      ID: '4f9d2f4e-0000-4000-8000-000000000001',
      Operation: 'OperationTypeApply',
      Info: '',
      Who: 'bob@laptop',
      Version: '1.11.4',
      Created: '2026-11-21T10:00:00Z',
      Path: 'state-two/stacks/a.tfstate',
    };
    objects.set('stacks/a.tfstate.tflock', { body: Buffer.from(JSON.stringify(record)), etag: '"x"', modified: Date.now(), headers: {} });
    const workspace = workspaceOf(kit, { 'main.tf': main });
    const step = await terraform(kit, { command: 'plan', 'backend-config': backend('state-two'), 'lock-timeout': '0s' }, { workspace });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'state-locked' });
    expect(JSON.parse(step.outputs['lock-info']!)).toMatchObject({ ID: record.ID, Who: 'bob@laptop', Operation: 'OperationTypeApply', Path: record.Path });
    expect(step.stdout).toContain(`terraform force-unlock ${record.ID}`);
  });

  it('uses a workspace that exists and gives each its own fingerprint', async () => {
    kit.s3.addBucket('state-three');
    const workspace = workspaceOf(kit, { 'main.tf': main });
    const inputs = { command: 'plan', 'backend-config': backend('state-three') };
    expect((await terraform(kit, { ...inputs, workspace: 'dev' }, { workspace })).outputs['failure-reason']).toBe('invalid-input');
    await byHand(workspace, ['workspace', 'new', 'dev'], kit.environment());
    await byHand(workspace, ['workspace', 'new', 'stage'], kit.environment());
    const [dev, stage] = [
      await terraform(kit, { ...inputs, workspace: 'dev' }, { workspace }),
      await terraform(kit, { ...inputs, workspace: 'stage' }, { workspace }),
    ];
    expect(dev.outputs['outcome'], dev.stdout).toBe('changes');
    expect(dev.outputs['fingerprint']).not.toBe(stage.outputs['fingerprint']);
  });

  it('counts bucket and key into the fingerprint, and credentials not', async () => {
    kit.s3.addBucket('state-four');
    kit.s3.addBucket('state-five');
    const workspace = workspaceOf(kit, { 'main.tf': main });
    const fingerprint = async (config: string) => (await terraform(kit, { command: 'plan', 'backend-config': config }, { workspace })).outputs['fingerprint'];
    const first = await fingerprint(backend('state-four'));
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprint(`${backend('state-four')}\naccess_key: ${kit.keys.accessKeyId}\nsecret_key: ${kit.keys.secretAccessKey}`)).toBe(first);
    expect(await fingerprint(backend('state-five'))).not.toBe(first);
  });

  it('says init-failed when the bucket is not there', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': main });
    const step = await terraform(kit, { command: 'plan', 'backend-config': backend('state-nowhere') }, { workspace });
    expect(step.outputs).toMatchObject({ outcome: 'failed' });
    expect(['init-failed', 'plan-failed']).toContain(step.outputs['failure-reason']);
    expect(step.stdout).toContain('state-nowhere');
  });
});

describe.skipIf(!terraformPath)('unlock', () => {
  const lockOf = (over: Record<string, string>) => {
    const record = {
      ID: '4f9d2f4e-0000-4000-8000-000000000002',
      Operation: 'OperationTypeApply',
      Info: '',
      Who: `${userInfo().username}@${hostname()}`,
      Version: '1.11.4',
      Created: new Date(Date.now() + 60_000).toISOString(),
      Path: 'x',
      ...over,
    };
    return { body: Buffer.from(JSON.stringify(record)), etag: '"x"', modified: Date.now(), headers: {} };
  };

  it('releases the lock of this job and the lock that lock-id names, and no other', async () => {
    const objects = kit.s3.addBucket('state-locks');
    const key = 'stacks/a.tfstate.tflock';
    const workspace = workspaceOf(kit, { 'main.tf': main });
    const unlock = (inputs: Record<string, string> = {}) =>
      terraform(kit, { command: 'unlock', 'backend-config': backend('state-locks'), ...inputs }, { workspace });
    expect((await unlock()).outputs).toMatchObject({ outcome: 'unchanged', 'failure-reason': '', 'lock-info': '' });
    objects.set(key, lockOf({}));
    const ours = await unlock();
    expect(ours.outputs['outcome'], ours.stdout).toBe('unlocked');
    expect(JSON.parse(ours.outputs['lock-info']!)).toMatchObject({ ID: '4f9d2f4e-0000-4000-8000-000000000002', Operation: 'OperationTypeApply' });
    expect(objects.size).toBe(0);
    for (const other of [{ Who: 'bob@laptop' }, { Created: '2020-01-01T00:00:00Z' }]) {
      objects.set(key, lockOf(other));
      const refused = await unlock();
      expect(refused.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'lock-not-ours' });
      expect(refused.stdout).toContain('lock-id: 4f9d2f4e-0000-4000-8000-000000000002');
      expect((await unlock({ 'lock-id': 'another' })).outputs['failure-reason']).toBe('lock-not-ours');
      expect(objects.size).toBe(1);
      expect((await unlock({ 'lock-id': '4f9d2f4e-0000-4000-8000-000000000002' })).outputs['outcome']).toBe('unlocked');
    }
  });

  it('is done by post when terraform itself was killed', async () => {
    const objects = kit.s3.addBucket('state-killed');
    const slow = `${main}resource "terraform_data" "slow" {\n  provisioner "local-exec" {\n    command = "touch started; sleep 76.5"\n  }\n}\n`;
    const workspace = workspaceOf(kit, { 'main.tf': slow });
    const inputs = { 'backend-config': backend('state-killed'), ...sealed };
    await terraform(kit, { command: 'plan', ...inputs }, { workspace });
    const { child, done } = startTerraform(kit, { command: 'apply', ...inputs }, { workspace });
    await until(() => existsSync(join(workspace, 'started')));
    for (const pid of childrenOf(child.pid ?? 0)) process.kill(pid, 'SIGKILL');
    const step = await done;
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'apply-failed' });
    expect([...objects.keys()]).toContain('stacks/a.tfstate.tflock');
    const post = await step.post();
    expect(post.stdout).toContain('released the lock');
    expect([...objects.keys()].filter((name) => name.endsWith('.tflock'))).toEqual([]);
    expect(processesOf('sleep 76.5')).toEqual([]);
  });
});

function childrenOf(parent: number): number[] {
  return readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}
