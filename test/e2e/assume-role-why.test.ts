/** Why the shipped assume-role says no: hops, packed sizes, the trust policy, and what stands in the summary and the report. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let hub: string;
let workspace: string;
beforeEach(async () => {
  kit = await startTestkit();
  hub = kit.sts.addRole('team/hub', { subjects: ['repo:bank/payments:*'], principals: ['*'] });
  workspace = join(kit.folder, 'work');
  mkdirSync(workspace);
});
afterEach(() => kit.close());

const login = (inputs: Record<string, string>): Promise<StepResult> =>
  runStep(kit, { action: 'assume-role', inputs: { 'aws-region': 'eu-central-1', delivery: 'outputs', ...inputs }, keys: false, workspace });
const sub = 'repo:bank/payments:ref:refs/heads/main';
const host = 'token.actions.githubusercontent.com';
const policy = (condition: object) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${host}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: condition,
    },
  ],
});
const write = (value: unknown, name = 'trust.json') => writeFileSync(join(workspace, name), typeof value === 'string' ? value : JSON.stringify(value, null, 2));

describe('a refused hop', () => {
  it('names the session that called, the role, and both statements in JSON and HCL', async () => {
    const target = kit.sts.addRole('deploy', { accountId: '444455556666', principals: ['nobody'] });
    const step = await login({ roles: `deploy = ${hub} -> ${target} external-id=payments`, tags: 'team: a', 'source-identity': 'alice' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('access-denied');
    expect(kit.ledger.of('sts')).toHaveLength(2);
    expect(step.stdout).toContain(`cannot assume ${target} (hop 2 of 2) (access-denied)`);
    expect(step.stdout).toContain(`Let arn:aws:sts::111122223333:assumed-role/hub/payments.deploy.4711.1 assume ${target}. Both sides have to allow it.`);
    expect(step.stdout).toContain('In the identity policy of role hub in account 111122223333:');
    expect(step.stdout).toContain(`"AWS": "${hub}"`);
    expect(step.stdout).toContain('"sts:ExternalId": "payments"');
    expect(step.stdout).toMatch(/"Action": \[\s+"sts:AssumeRole",\s+"sts:TagSession",\s+"sts:SetSourceIdentity"\s+\]/);
    expect(step.stdout).toContain(`resources = ["${target}"]`);
    expect(step.stdout).toContain('type        = "AWS"');
    // The token was good for the hop before: its claims would lead astray.
    expect(`${step.stdout}${step.summary}`).not.toContain(sub);
    expect(step.summary).toContain(`"AWS": "${hub}"`);
  });

  it('in the middle of a chain is named', async () => {
    const middle = kit.sts.addRole('middle', { principals: ['nobody'] });
    const step = await login({ roles: `end = ${hub} -> ${middle} -> ${hub}` });
    expect(step.stdout).toContain(`cannot assume ${hub} (hop 2 of 3: ${middle}) (access-denied)`);
  });

  it('for want of sts:TagSession says so', async () => {
    const target = kit.sts.addRole('deploy', { principals: ['*'], alsoAllows: [] });
    const step = await login({ roles: `deploy = ${hub} -> ${target}`, tags: 'team: a' });
    expect(step.stdout).toContain('is not authorized to perform: sts:TagSession');
    expect(step.stdout).toMatch(/"Action": \[\s+"sts:AssumeRole",\s+"sts:TagSession"\s+\]/);
  });

  it('by keys of the job asks for no path that nobody knows', async () => {
    const target = kit.sts.addRole('deploy', { principals: ['nobody'] });
    const step = await runStep(kit, { action: 'assume-role', inputs: { 'aws-region': 'eu-central-1', source: 'environment', 'role-to-assume': target } });
    expect(step.outputs['failure-reason']).toBe('access-denied');
    expect(step.stdout).toContain('"AWS": "arn:aws:iam::111122223333:user/ci"');
  });

  it('that asks for more than an hour is told by STS, and what to write', async () => {
    const session = kit.identities.issue('111122223333', 'arn:aws:sts::111122223333:assumed-role/x/y', 'AROA:y', 3600);
    const inputs = { 'aws-region': 'eu-central-1', source: 'environment', 'role-to-assume': hub, 'role-duration-seconds': '7200' };
    const step = await runStep(kit, { action: 'assume-role', inputs, keys: session });
    expect(step.outputs['failure-reason'], step.stdout).toBe('duration-too-long');
    expect(step.stdout).toContain('role-duration-seconds: 3600');
  });
});

describe('tags that are too large', () => {
  const tags = { tags: 'short: a\nlong: aaaaaaaaaaaaaaaaaaaa\nlast: bbbb' };
  it('are listed with their sizes, the largest first, and the percentage that STS tells', async () => {
    kit.sts.packedLimit = 20;
    const step = await login({ roles: `a = ${hub} -> ${hub}`, ...tags });
    expect(step.outputs['failure-reason'], step.stdout).toBe('packed-policy-too-large');
    expect(step.stdout).toMatch(/STS: \d+ % of the space is needed/);
    const sizes = step.stdout.split('\n').filter((line) => line.startsWith('  tag '));
    expect(sizes).toEqual([
      '  tag long: 24 characters (key and value)',
      '  tag last: 8 characters (key and value)',
      '  tag short: 6 characters (key and value)',
    ]);
    expect(step.stdout).toContain('on-packed-size: drop');
  });

  it('are dropped from the end where the step may, and named', async () => {
    kit.sts.packedLimit = 10;
    const step = await login({ roles: `a = ${hub} -> ${hub}`, ...tags, 'on-packed-size': 'drop' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(kit.sts.calls.at(-1)?.tags).toEqual([{ key: 'short', value: 'a' }]);
    expect(step.annotations).toEqual([
      expect.objectContaining({ kind: 'warning', message: expect.stringContaining('the session goes without them: last, long') }),
    ]);
    expect(step.report?.result.roles[0].droppedTags).toEqual(['last', 'long']);
    expect(step.summary).toContain('goes without the tags `last`, `long`');
  });
});

describe('trust-policy-file', () => {
  it('names the condition that fails, with wanted and got, in the log, the summary and the report', async () => {
    write(policy({ StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com', [`${host}:sub`]: 'repo:bank/payments:environment:prod' } }));
    kit.sts.roles.set(hub, { arn: hub, subjects: [] });
    const step = await login({ 'role-to-assume': hub, 'trust-policy-file': 'trust.json' });
    expect(step.outputs['failure-reason']).toBe('trust-policy-refused');
    expect(step.report?.result.trust).toMatchObject({
      verdict: 'refused',
      failures: [
        { statement: 0, kind: 'condition', operator: 'StringEquals', key: `${host}:sub`, wanted: ['repo:bank/payments:environment:prod'], got: [sub] },
      ],
    });
    expect(step.stdout).toContain('trust.json refuses this run:');
    expect(step.stdout).toContain('wanted: "repo:bank/payments:environment:prod"');
    expect(step.summary).toContain('**Trust policy** `trust.json`');
    expect(findLeaks(step, kit.oidc.tokens)).toEqual([]);
  });

  it('is in the report of a login that succeeded, with its lints', async () => {
    write(policy({ StringLike: { [`${host}:sub`]: '*' } }));
    const step = await login({ 'role-to-assume': hub, 'trust-policy-file': 'trust.json' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.report?.result.trust.verdict).toBe('allowed');
    expect(step.report?.result.trust.lints.map(({ code }: { code: string }) => code).sort()).toEqual(['missing-aud', 'wildcard-sub']);
    expect(step.summary).toContain('would allow this run');
  });

  it('says nothing where no token came', async () => {
    write(policy({}));
    kit.faults.add({ service: 'github', times: 9, fault: { kind: 'error', status: 404 } });
    const step = await login({ 'role-to-assume': hub, 'trust-policy-file': 'trust.json' });
    expect(step.outputs['failure-reason']).toBe('oidc-refused');
    expect(step.report?.result).not.toHaveProperty('trust');
  });

  it('shows nothing with explain: off, but in the report', async () => {
    write(policy({ StringEquals: { [`${host}:sub`]: 'other' } }));
    kit.sts.roles.set(hub, { arn: hub, subjects: [] });
    const step = await login({ 'role-to-assume': hub, 'trust-policy-file': 'trust.json', explain: 'off' });
    expect(`${step.stdout}${step.summary}`).not.toContain(sub);
    expect(step.report?.result.trust.verdict).toBe('refused');
  });

  it('with a mistake in it is told with line and column, before any call', async () => {
    write('{\n  "Version": "2012-10-17",\n  "Statement": [}\n');
    const step = await login({ 'role-to-assume': hub, 'trust-policy-file': 'trust.json', 'role-duration-seconds': '1h' });
    expect(step.stdout).toMatch(/trust\.json:3:17 \S+ /);
    expect(step.stdout).toContain('role-duration-seconds: got "1h"');
    expect(step.annotations.some(({ file, line, column }) => file === 'trust.json' && line === 3 && column === 17)).toBe(true);
    expect(kit.ledger.entries).toEqual([]);
    const alone = await login({ 'role-to-assume': hub, 'trust-policy-file': 'trust.json' });
    expect(alone.outputs['failure-reason']).toBe('invalid-file');
  });
});

describe('the summary of a refusal', () => {
  it.each([
    ['an environment job', 'repo:bank/payments:environment:prod'],
    ['an immutable subject', 'repo:bank@12/payments@34:ref:refs/heads/main'],
  ])('has claims, the remedy and the least statement for %s', async (_name, subject) => {
    kit.oidc.claims['sub'] = subject;
    kit.sts.roles.set(hub, { arn: hub, subjects: [] });
    const step = await login({ 'role-to-assume': hub });
    expect(step.summary.split('\n')[0]).toContain('✗ cannot assume');
    expect(step.summary).toContain('**Claims of the identity token**');
    expect(step.summary).toContain(`\`sub: ${subject}\``);
    expect(step.summary).toContain('**The least that the trust policy has to hold for this run**');
    expect(step.summary).toContain(`"${host}:sub": "${subject}"`);
    expect(step.summary).toContain(`values   = ["${subject}"]`);
    expect(findLeaks(step, kit.oidc.tokens)).toEqual([]);
  });

  it('cannot be broken out of by a claim', async () => {
    kit.oidc.claims['sub'] = 'repo:x```\n# <img src=x>';
    kit.sts.roles.set(hub, { arn: hub, subjects: [] });
    const step = await login({ 'role-to-assume': hub });
    const outside = step.summary.replace(/^```[\s\S]*?^```$/gm, '').replace(/(`+)[^`][\s\S]*?\1/g, '');
    expect(outside).not.toContain('<img');
  });
});
