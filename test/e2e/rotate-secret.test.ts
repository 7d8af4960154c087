import { findLeaks, openFiles, type StepOptions, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { name, old, randomSecret, run, stored as storedIn } from './rotate-secret-bench.ts';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const step = (inputs: Record<string, string>, yaml = randomSecret, more: Partial<StepOptions> = {}) => run(kit, inputs, yaml, more);
const stored = (label: string) => storedIn(kit, label);

describe('rotate', () => {
  it('makes, stores, verifies and promotes a new value in six calls of Secrets Manager', async () => {
    kit.secretsmanager.seed({ name, value: old });
    const before = stored('AWSCURRENT');
    const done = await step({ command: 'rotate', force: 'true' });
    expect(done.exitCode, done.stdout).toBe(0);
    expect(done.outputs).toMatchObject({ outcome: 'rotated', 'failure-reason': '' });
    const after = stored('AWSCURRENT');
    expect(after?.text).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(stored('AWSPREVIOUS')).toBe(before);
    expect(stored('AWSPENDING')).toBeUndefined();
    expect(JSON.parse(done.outputs['results'] ?? '')).toEqual([
      { secret: name, target: `111122223333/eu-central-1/${name}`, 'old-version': before?.id, 'new-version': after?.id, state: 'promoted' },
    ]);
    expect(done.report).toMatchObject({
      schema: 'slipway.rotate-secret/1',
      outcome: 'rotated',
      calls: {
        'secretsmanager:DescribeSecret': 1,
        'secretsmanager:GetSecretValue': 2,
        'secretsmanager:PutSecretValue': 1,
        'secretsmanager:UpdateSecretVersionStage': 2,
        'sts:GetCallerIdentity': 1,
      },
    });
    expect(Date.parse(done.outputs['soonest-expiry'] ?? '') - Date.now()).toBeGreaterThan(29.9 * 86_400_000);
    expect(done.summary).toContain('## Secrets: rotated');
  });

  it('leaks neither the old nor the new value, in any form, in any byte', async () => {
    kit.secretsmanager.seed({ name, value: old });
    const done = await step({ command: 'rotate', force: 'true' }, randomSecret, { environment: { RUNNER_DEBUG: '1' } });
    const secrets = [old, stored('AWSCURRENT')?.text ?? ''];
    expect(findLeaks(done, secrets)).toEqual([]);
    expect(openFiles(done)).toEqual([]);
    expect(done.masks).toEqual(expect.arrayContaining(secrets));
    expect(done.masks).toEqual(expect.arrayContaining(secrets.map((secret) => Buffer.from(secret).toString('base64'))));
  });

  it('is not due before its time, and writes nothing', async () => {
    kit.secretsmanager.seed({ name, value: old });
    const done = await step({ command: 'rotate' });
    expect(done.exitCode, done.stdout).toBe(0);
    expect(done.outputs).toMatchObject({ outcome: 'not-due', 'failure-reason': '' });
    expect(kit.ledger.of('secretsmanager', 'PutSecretValue')).toHaveLength(0);
    expect(stored('AWSCURRENT')?.text).toBe(old);
  });

  it('changes only the named fields of a JSON document', async () => {
    const document = `{ "url": "https://git.example.com",\n  "password" : "hunter2hunter2", "type":"git",  "username": "bot" }`;
    kit.secretsmanager.seed({ name, value: document });
    const yaml = `version: 1
secrets:
  - name: ${name}
    provider: { type: json-field, fields: [password], length: 16, alphabet: hex }
    shape: argo-repo-creds
    verify: [{ type: shape }]
    targets: [{ secret-id: ${name} }]
`;
    const done = await step({ command: 'rotate' }, yaml);
    expect(done.exitCode, done.stdout).toBe(0);
    const text = stored('AWSCURRENT')?.text ?? '';
    expect(text.replace(/[0-9a-f]{16}/, 'hunter2hunter2')).toBe(document);
    expect(text).not.toBe(document);
    const { password } = JSON.parse(text) as { password: string };
    expect(findLeaks(done, [password, 'hunter2hunter2'])).toEqual([]);
    expect(done.masks).not.toContain('https://git.example.com');
  });

  it('assumes the role of a target in another account, and not the role it has already', async () => {
    const role = 'arn:aws:iam::222233334444:role/ci/rotate';
    kit.sts.roles.set(role, { arn: role, principals: ['*'] });
    kit.secretsmanager.seed({ name, value: old, accountId: '222233334444', region: 'eu-west-1' });
    const yaml = randomSecret.replace('{ region: eu-central-1,', `{ region: eu-west-1, role-to-assume: "${role}",`);
    const done = await step({ command: 'rotate', force: 'true' }, yaml);
    expect(done.exitCode, done.stdout).toBe(0);
    expect(done.report?.calls['sts:AssumeRole']).toBe(1);
    expect(JSON.parse(done.outputs['results'] ?? '')[0].target).toBe(`222233334444/eu-west-1/${name}`);
    expect(findLeaks(done, kit.identities.secrets().slice(1))).toEqual([]);
    const keys = kit.identities.issue('222233334444', 'arn:aws:sts::222233334444:assumed-role/rotate/x', 'AROA:x', 3600);
    const again = await step({ command: 'rotate', force: 'true' }, yaml, { keys });
    expect(again.exitCode, again.stdout).toBe(0);
    expect(again.report?.calls['sts:AssumeRole']).toBeUndefined();
  });
});

describe('the other commands', () => {
  it('rolls back once, refuses the second time, and never uses the abandoned version again', async () => {
    kit.secretsmanager.seed({ name, value: old });
    await step({ command: 'rotate', force: 'true' });
    const abandoned = stored('AWSCURRENT');
    const back = await step({ command: 'rollback' });
    expect(back.exitCode, back.stdout).toBe(0);
    expect(back.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-reason': '' });
    expect(stored('AWSCURRENT')?.text).toBe(old);
    expect([...(abandoned?.stages ?? [])].sort()).toEqual(['AWSPREVIOUS', 'failed-1']);
    const again = await step({ command: 'rollback' });
    expect(again.exitCode).toBe(1);
    expect(again.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'rollback-refused' });
    expect(JSON.parse((await step({ command: 'status' })).outputs['results'] ?? '')[0].state).toBe('rolled-back');
    const next = await step({ command: 'rotate', force: 'true' });
    expect(next.outputs['outcome'], next.stdout).toBe('rotated');
    expect(stored('AWSCURRENT')?.id).not.toBe(abandoned?.id);
    expect(findLeaks(back, [old, abandoned?.text ?? ''])).toEqual([]);
  });

  it('revokes nothing where nothing lives upstream', async () => {
    kit.secretsmanager.seed({ name, value: old });
    const done = await step({ command: 'revoke' });
    expect(done.exitCode, done.stdout).toBe(0);
    expect(done.outputs).toMatchObject({ outcome: 'revoked', 'failure-reason': '' });
    expect(kit.ledger.of('secretsmanager').map(({ operation }) => operation)).toEqual(['DescribeSecret']);
  });

  it('shows where every target stands, without reading a value', async () => {
    kit.secretsmanager.seed({ name, value: old });
    const done = await step({ command: 'status' });
    expect(done.exitCode, done.stdout).toBe(0);
    expect(done.outputs['outcome']).toBe('valid');
    expect(JSON.parse(done.outputs['results'] ?? '')[0]).toMatchObject({ 'new-version': stored('AWSCURRENT')?.id, state: 'current' });
    expect(done.outputs['soonest-expiry']).not.toBe('');
    expect(kit.ledger.of('secretsmanager', 'GetSecretValue')).toHaveLength(0);
  });

  it('watches: exit 1 when something is due sooner than min-days', async () => {
    kit.secretsmanager.seed({ name, value: old });
    const calm = await step({ command: 'watch' });
    expect(calm.exitCode, calm.stdout).toBe(0);
    expect(calm.outputs['outcome']).toBe('valid');
    const soon = await step({ command: 'watch', 'min-days': '31' });
    expect(soon.exitCode).toBe(1);
    expect(soon.outputs).toMatchObject({ outcome: 'expiring', 'failure-reason': 'expiring' });
    expect(soon.stdout).toContain(`${name} is due 20`);
  });

  it('lints without a call', async () => {
    const done = await step({ command: 'lint' }, randomSecret, { keys: false });
    expect(done.exitCode, done.stdout).toBe(0);
    expect(done.outputs['outcome']).toBe('valid');
    expect(kit.ledger.entries).toHaveLength(0);
  });
});
