/** Sentences of contract/data.md on rotate-secret that no other test holds to, against the built action. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { name, old, randomSecret, rowsOf, run, stored } from './rotate-secret-bench.ts';

let kit: Testkit;
const regions = ['eu-central-1', 'eu-west-1', 'us-east-1'];
const threePlaces = `version: 1
secrets:
  - name: ${name}
    provider: { type: random }
    every: 30d
    targets: [${regions.map((region) => `{ region: ${region} }`).join(', ')}]
`;

beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const seedAll = () => regions.map((region) => kit.secretsmanager.seed({ name, value: old, region }));
const texts = () =>
  regions.map((region) => [...kit.secretsmanager.find(name, { region }).versions.values()].find(({ stages }) => stages.has('AWSCURRENT'))?.text);
const states = (step: StepResult) => rowsOf(step).map(({ state }) => state);
const denyMoves = (at: number) =>
  kit.faults.add({
    service: 'secretsmanager',
    operation: 'UpdateSecretVersionStage',
    at,
    times: Number.POSITIVE_INFINITY,
    fault: { kind: 'error', status: 400, code: 'AccessDeniedException', message: 'not for you' },
  });

describe('a rollback of several targets', () => {
  it('that stops half way is mixed, never passes, and the next one finishes it', async () => {
    seedAll();
    expect((await run(kit, { command: 'rotate', force: 'true' }, threePlaces)).exitCode).toBe(0);
    denyMoves(4);
    const half = await run(kit, { command: 'rollback' }, threePlaces);
    expect(half.exitCode).toBe(1);
    expect(half.outputs, half.stdout).toMatchObject({ outcome: 'mixed', 'failure-reason': 'partial' });
    expect(states(half)).toEqual(['rolled-back', 'current', 'current']);
    expect(half.stdout).toContain('not for you');
    expect(half.stdout).toContain('command: rollback');
    kit.faults.clear();
    const rest = await run(kit, { command: 'rollback' }, threePlaces);
    expect(rest.exitCode, rest.stdout).toBe(0);
    expect(rest.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-reason': '' });
    expect(states(rest)).toEqual(['rolled-back', 'rolled-back', 'rolled-back']);
    expect(texts()).toEqual([old, old, old]);
    const again = await run(kit, { command: 'rollback' }, threePlaces);
    expect(again.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'rollback-refused' });
  });
});

describe('words', () => {
  it.each(['status', 'watch', 'revoke', 'rollback'])('of %s do not speak of a rotation', async (command) => {
    const step = await run(kit, { command });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'secret-missing' });
    expect(step.stdout).toContain(`${command} of ${name} failed (secret-missing)`);
    expect(step.stdout).not.toContain('rotated');
    expect(states(step)).toEqual(['failed']);
  });

  it('give a command that works where the target is an ARN', async () => {
    const arn = `arn:aws:secretsmanager:eu-central-1:111122223333:secret:${name}-AbCdEf`;
    const step = await run(kit, { command: 'status' }, randomSecret.replace(`secret-id: ${name}`, `secret-id: "${arn}"`));
    expect(step.stdout).toContain(`aws secretsmanager create-secret --name ${name} --region eu-central-1`);
  });

  it('refuse an ARN of another region before any call', async () => {
    const arn = `arn:aws:secretsmanager:us-east-1:111122223333:secret:${name}-AbCdEf`;
    const step = await run(kit, { command: 'rotate' }, randomSecret.replace(`secret-id: ${name}`, `secret-id: "${arn}"`));
    expect(step.outputs['failure-reason']).toBe('invalid-file');
    expect(step.stdout).toContain('rotation.yml:8:19 region-unfit region is eu-central-1, but the ARN is of us-east-1');
    expect(kit.ledger.entries).toEqual([]);
  });
});

describe('faults of inputs', () => {
  it('stand in the summary too, all of them', async () => {
    const entries = Array.from({ length: 12 }, (_, index) => `  - { name: s${index}, provider: { type: random, length: 1 }, targets: [{}] }\n`);
    const step = await run(kit, { command: 'lint' }, `version: 1\nsecrets:\n${entries.join('')}`);
    expect(step.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(10);
    expect(step.stdout).toContain('rotation.yml has 12 mistakes (invalid-file)');
    expect(step.stdout).not.toContain('`with:`');
    for (let line = 3; line < 15; line += 1) expect(step.summary).toContain(`rotation.yml:${line}:`);
    expect(step.summary).toContain('Do this:');
  });

  it('are told for secrets that names nothing: it would mean all', async () => {
    kit.secretsmanager.seed({ name, value: old });
    const step = await run(kit, { command: 'rotate', force: 'true', secrets: '# none today' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(stored(kit, 'AWSCURRENT')?.text).toBe(old);
  });

  it('of an unknown name are told with those of the file', async () => {
    const step = await run(kit, { command: 'lint', forse: 'true' }, randomSecret.replace('grace', 'grase'));
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    for (const words of ['forse: got an unknown input; want force', 'unknown-key grase']) expect(step.stdout).toContain(words);
  });

  it('are not made of empty inputs', async () => {
    kit.secretsmanager.seed({ name, value: old });
    const empty = ['secrets', 'takeover', 'force', 'new-value', 'min-days', 'issue', 'github-token', 'comment', 'timeout'];
    const step = await run(kit, { command: 'status', ...Object.fromEntries(empty.map((input) => [input, ''])) });
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'valid', 'failure-reason': '' });
  });

  it.each([
    ['provider: { type: random, length: 40 }', 'provider: { type: supplied, kind: pat }', 'not-available-yet the provider supplied'],
    ['provider: { type: random, length: 40 }', 'provider: { type: iam-access-key, user-name: u }', 'not-available-yet the provider iam-access-key'],
    ['grace: 24h', 'verify: [{ type: git-ls-remote, url: x }]', 'not-available-yet the check git-ls-remote'],
    ['grace: 24h', 'consumers: [{ type: external-secret }]', 'not-available-yet consumers'],
    ['grace: 24h', 'sinks: [{ type: github-secret }]', 'not-available-yet sinks'],
    ['grace: 24h', 'grace: 31d', 'grace-too-long grace (31d) is longer than every (30d)'],
    ['length: 40', 'length: 7', 'wrong-value length must be >= 8'],
    ['length: 40', 'length: 4097', 'wrong-value length must be <= 4096'],
    ['length: 40', 'alphabet: base32', 'unknown-value alphabet has to be one of alphanumeric, hex, base64url'],
    ['grace: 24h', 'grase: 24h', 'unknown-key grase is not a key here; did you mean grace?'],
  ])('%s → %s', async (from, to, words) => {
    const step = await run(kit, { command: 'rotate' }, randomSecret.replace(from, to));
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-file' });
    expect(step.stdout).toContain(words);
    expect(kit.ledger.entries).toEqual([]);
  });
});

describe('a secret that is scheduled for deletion', () => {
  it('is valid for status, and does not pass watch', async () => {
    Object.assign(kit.secretsmanager.seed({ name, value: old }), { deletedAt: Date.now() + 86_400_000 });
    expect((await run(kit, { command: 'status' })).outputs).toMatchObject({ outcome: 'valid', 'failure-reason': '' });
    const step = await run(kit, { command: 'watch' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'scheduled-for-deletion' });
    expect(step.stdout).toContain('aws secretsmanager restore-secret');
  });
});

describe('the report', () => {
  it('has its envelope, and markup in names does no harm', async () => {
    const odd = '<b>|`x`';
    kit.secretsmanager.seed({ name: odd, value: old });
    const folder = mkdtempSync(join(kit.folder, 'workspace-'));
    writeFileSync(join(folder, 'rotation.yml'), randomSecret.replaceAll(name, JSON.stringify(odd)));
    const step = await runStep(kit, { action: 'rotate-secret', inputs: { command: 'status', 'config-file': 'rotation.yml' }, workspace: folder });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.summary).not.toMatch(/^\| <b>/m);
    expect(step.report).toMatchObject({
      schema: 'slipway.rotate-secret/1',
      action: 'rotate-secret',
      outcome: 'valid',
      failureReason: '',
      calls: { 'secretsmanager:DescribeSecret': 1, 'secretsmanager:ListSecretVersionIds': 1, 'sts:GetCallerIdentity': 1 },
    });
    expect(step.outputs['soonest-expiry']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });
});
