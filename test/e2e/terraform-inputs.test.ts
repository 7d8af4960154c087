/** terraform: wrong inputs, all at once and before anything runs. */
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passphrase, terraform, workspaceOf } from './terraform-support.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

const fingerprint = 'a'.repeat(64);
const key = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

describe('terraform with wrong inputs', () => {
  const cases: [string, Record<string, string>, string][] = [
    ['an unknown command', { command: 'destroy' }, 'command: got "destroy"; want one of plan, apply, verify, drift, unlock'],
    ['no command', { command: '' }, 'command: got nothing'],
    ['drift', { command: 'drift' }, 'not available yet'],
    ['a lock-id for plan', { command: 'plan', 'lock-id': 'x' }, 'only command: unlock has a use for it'],
    ['accept: subset without a store', { command: 'apply', accept: 'subset', fingerprint }, 'accept: got "subset"; want plan-store beside it'],
    ['conventions', { command: 'plan', conventions: 'bank' }, 'conventions: got "bank"; want no value: this input is not available yet'],
    ['an unknown input', { command: 'plan', 'working-dir': 'x' }, 'working-dir: got an unknown input; want working-directory'],
    [
      "another action's input",
      { command: 'plan', auto_approve: 'true' },
      'auto_approve: got an input that this action does not have; want `fingerprint` or `plan-store`',
    ],
    ['terraform_wrapper', { command: 'plan', terraform_wrapper: 'true' }, 'the wrapper swallows signals'],
    ['apply without a review', { command: 'apply' }, 'fingerprint: got nothing; want fingerprint or plan-store: apply needs to know what was reviewed'],
    ['verify without a review', { command: 'verify' }, 'verify needs to know what was reviewed'],
    ['a short fingerprint', { command: 'apply', fingerprint: 'abc' }, 'fingerprint: got "abc"; want 64 hex digits'],
    ['a fingerprint for plan', { command: 'plan', fingerprint }, 'fingerprint: got'],
    ['a store without a key', { command: 'plan', 'plan-store': 'path:plans' }, 'plan-store: got "path:plans"; want plan-key or plan-passphrase beside it'],
    ['a key without a store', { command: 'plan', 'plan-passphrase': passphrase }, 'plan-passphrase: got a key and nothing to seal; want plan-store beside it'],
    [
      'both keys',
      { command: 'plan', 'plan-store': 'path:p', 'plan-passphrase': passphrase, 'plan-key': key },
      'want one of plan-key and plan-passphrase, not both',
    ],
    ['a key that is no ARN', { command: 'plan', 'plan-store': 'path:p', 'plan-key': 'alias/plans' }, 'plan-key: got "alias/plans"; want the ARN'],
    [
      'a store of another kind',
      { command: 'plan', 'plan-store': 'gs://x', 'plan-passphrase': passphrase },
      'plan-store: got "gs://x"; want path:<folder> or s3://bucket/prefix',
    ],
    ['a lock-timeout without unit', { command: 'plan', 'lock-timeout': '30' }, 'lock-timeout: got "30"; want a duration'],
    ['a wrong boolean', { command: 'plan', init: 'yes' }, 'init: got "yes"; want true or false'],
    ['backend-config that is no map', { command: 'plan', 'backend-config': 'bucket=x' }, 'backend-config: got'],
    ['variables that are no map', { command: 'plan', variables: 'a=1' }, 'variables: got'],
    ['a folder of the machine', { command: 'plan', 'working-directory': '/infra' }, 'working-directory: got "/infra"; want a folder inside the workspace'],
    ['a folder outside the workspace', { command: 'plan', 'working-directory': '../x' }, 'want a folder inside the workspace'],
  ];
  it.each(cases)('%s', async (_name, inputs, words) => {
    const step = await terraform(kit, inputs, { workspace: workspaceOf(kit, { 'main.tf': '# nothing\n' }) });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({
      outcome: 'failed',
      'failure-reason': 'invalid-input',
      fingerprint: '',
      counts: '',
      'plan-path': '',
      'lock-info': '',
      outputs: '',
    });
    expect(step.stdout).toContain(words);
    expect(existsSync(join(step.workspace, '.terraform'))).toBe(false);
    expect(step.stdout).not.toMatch(new RegExp(`^(?!::add-mask::).*${passphrase}`, 'm'));
  });

  it('reports three wrong inputs together, one annotation each', async () => {
    const step = await terraform(
      kit,
      { command: 'plan', init: 'maybe', 'allow-destroy': 'some', timeout: 'long' },
      { workspace: workspaceOf(kit, { 'main.tf': '' }) },
    );
    expect(step.stdout).toContain('3 inputs are wrong');
    expect(step.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(3);
  });

  it('refuses to guess between workspace and TF_WORKSPACE', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': '' });
    const step = await terraform(kit, { command: 'plan' }, { workspace, environment: { TF_WORKSPACE: 'prod' } });
    expect(step.stdout).toContain('workspace: got "default"; want the workspace that TF_WORKSPACE names too');
  });

  it('says tool-missing when there is neither terraform nor tofu', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': '# nothing\n', 'bin/node': '' });
    const step = await terraform(kit, { command: 'plan' }, { workspace, environment: { PATH: join(workspace, 'bin') } });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'tool-missing' });
    expect(step.stdout).toContain('hashicorp/setup-terraform');
    symlinkSync('/bin/false', join(workspace, 'bin/terraform'));
    const broken = await terraform(kit, { command: 'plan' }, { workspace, environment: { PATH: join(workspace, 'bin') } });
    expect(broken.outputs['failure-reason']).toBe('tool-missing');
  });
});
