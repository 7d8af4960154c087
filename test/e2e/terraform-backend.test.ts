/** terraform with its S3 backend: lock files, workspaces, identity. */
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byHand, copyOf, passphrase, terraform, terraformPath, workspaceOf } from './terraform-support.ts';

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
