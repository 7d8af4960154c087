/** The shipped assume-role and the fake STS judge one trust policy: what the file says of a run is what happens to it. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let workspace: string;
beforeEach(async () => {
  kit = await startTestkit();
  workspace = join(kit.folder, 'work');
  mkdirSync(workspace);
});
afterEach(() => kit.close());

const host = 'token.actions.githubusercontent.com';
const key = (name: string) => `${host}:${name}`;
const audience = { [key('aud')]: 'sts.amazonaws.com' };
const main = 'repo:bank/payments:ref:refs/heads/main';
const allow = (condition: object, over: object = {}) => ({
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${host}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: condition,
  ...over,
});
const exact = (sub: string) => allow({ StringEquals: { ...audience, [key('sub')]: sub } });
const deny = (condition: object) => allow(condition, { Effect: 'Deny' });

/** Logs in to a role that has this policy, with the same policy in the workspace. */
function login(statements: object[], inputs: Record<string, string> = {}): Promise<StepResult> {
  const policy = { Version: '2012-10-17', Statement: statements };
  writeFileSync(join(workspace, 'trust.json'), JSON.stringify(policy, null, 2));
  const role = kit.sts.addRole('deploy', { trustPolicy: policy });
  return step({ 'role-to-assume': role, 'trust-policy-file': 'trust.json', ...inputs });
}

const step = (inputs: Record<string, string>): Promise<StepResult> =>
  runStep(kit, { action: 'assume-role', inputs: { 'aws-region': 'eu-central-1', delivery: 'outputs', ...inputs }, keys: false, workspace });

describe('the file and STS agree', () => {
  it.each<[string, object[], Record<string, string>]>([
    ['the exact subject', [exact(main)], {}],
    ['a pattern', [allow({ StringEquals: audience, StringLike: { [key('sub')]: 'repo:bank/*' } })], {}],
    ['the second Allow', [exact('repo:bank/other:ref:refs/heads/main'), exact(main)], {}],
    ['a variable', [allow({ StringLike: { [key('sub')]: `repo:\${${key('repository')}}:*` } })], {}],
    ['a negation on an absent claim', [allow({ StringNotEquals: { [key('environment')]: 'prod' } })], {}],
    ['an immutable subject', [exact('repo:bank@1/payments@2:ref:refs/heads/main')], { sub: 'repo:bank@1/payments@2:ref:refs/heads/main' }],
    ['a Deny for others', [exact(main), deny({ StringEquals: { [key('actor')]: 'mallory' } })], {}],
  ])('%s comes in', async (_name, statements, claims) => {
    Object.assign(kit.oidc.claims, claims);
    const done = await login(statements);
    expect(done.exitCode, done.stdout).toBe(0);
    expect(done.report?.result.trust).toMatchObject({ verdict: 'allowed', failures: [] });
  });

  it.each<[string, object[], Record<string, string>, object[]]>([
    ['another repository', [exact('repo:bank/other:ref:refs/heads/main')], {}, [{ kind: 'condition', key: key('sub'), got: [main], hints: [] }]],
    ['letter case', [exact('repo:Bank/payments:ref:refs/heads/main')], {}, [{ hints: ['letter-case'] }]],
    ['the older form', [exact(main)], { sub: 'repo:bank@1/payments@2:ref:refs/heads/main' }, [{ hints: ['immutable-sub'] }]],
    ['the newer form', [exact('repo:bank@1/payments@2:ref:refs/heads/main')], {}, [{ hints: ['legacy-sub'] }]],
    ['a ref for an environment', [exact(main)], { sub: 'repo:bank/payments:environment:prod' }, [{ hints: ['environment-form'] }]],
    [
      'an environment for a pull request',
      [exact('repo:bank/payments:environment:prod')],
      { sub: 'repo:bank/payments:pull_request' },
      [{ hints: ['pull-request-form'] }],
    ],
    ['a wildcard that is none', [exact('repo:bank/payments:*')], {}, [{ hints: ['wildcard-in-equals'] }]],
    ['a claim that STS does not read', [allow({ StringEquals: { [key('event_name')]: 'push' } })], {}, [{ got: [], hints: ['absent-key'] }]],
    ['another action', [allow({}, { Action: 'sts:AssumeRole' })], {}, [{ kind: 'action' }]],
    ['a Deny', [exact(main), deny({ StringLike: { [key('sub')]: '*:ref:*' } })], {}, [{ kind: 'deny', statement: 1 }]],
  ])('%s is refused, and the reason named', async (_name, statements, claims, failures) => {
    Object.assign(kit.oidc.claims, claims);
    const done = await login(statements);
    expect(done.outputs['failure-reason'], done.stdout).toBe('trust-policy-refused');
    expect(done.report?.result.trust.verdict).toBe('refused');
    expect(done.report?.result.trust.failures).toMatchObject(failures);
    expect(done.stdout).toContain('trust.json refuses this run:');
    expect(kit.ledger.of('sts')).toHaveLength(1);
    expect(findLeaks(done, kit.oidc.tokens)).toEqual([]);
  });
});

describe('what the file cannot tell', () => {
  it('is said: cannot judge, and by which condition', async () => {
    const done = await login([allow({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })]);
    expect(done.outputs['failure-reason']).toBe('trust-policy-refused');
    expect(done.stdout).toContain('cannot judge by trust.json');
    expect(done.report?.result.trust).toMatchObject({ verdict: 'cannot-judge', failures: [{ kind: 'unknown', key: 'aws:SourceIp', got: [] }] });
  });

  it('is said where the role has another policy than the file: would allow', async () => {
    writeFileSync(join(workspace, 'other.json'), JSON.stringify({ Version: '2012-10-17', Statement: exact(main) }));
    const done = await login([exact('repo:bank/other:ref:refs/heads/main')], { 'trust-policy-file': 'other.json' });
    expect(done.outputs['failure-reason']).toBe('trust-policy-refused');
    expect(done.stdout).toContain('other.json would allow this run.');
    expect(done.stdout).toContain('aws iam get-role --role-name deploy --query Role.AssumeRolePolicyDocument');
    expect(done.report?.result.trust).toEqual({ verdict: 'allowed', failures: [], lints: [] });
  });
});

describe('a file that is no trust policy', () => {
  it.each([
    ['gone.json', 'trust-policy-file: got "gone.json"; want a file that is there', 'invalid-file'],
    ['folder', 'want a file; it is none', 'invalid-file'],
    ['../trust.json', 'want a path inside the workspace', 'invalid-input'],
    ['link.json', 'want a file of the workspace, not a link out of it', 'invalid-input'],
    ['broken.json', 'broken.json:2:5 syntax expected ":" after the key "a", found "1"', 'invalid-file'],
    ['twice.json', 'twice.json:1:19 duplicate-key "Statement" stands twice in one object', 'invalid-file'],
    ['answer.json', 'answer.json:1:2 unknown-key "Role": this is an answer of aws iam get-role', 'invalid-file'],
  ])('%s is told before any call', async (file, words, reason) => {
    mkdirSync(join(workspace, 'folder'));
    symlinkSync('/etc/hostname', join(workspace, 'link.json'));
    writeFileSync(join(workspace, 'broken.json'), '{\n"a" 1}');
    writeFileSync(join(workspace, 'twice.json'), '{"Statement": [], "Statement": []}');
    writeFileSync(join(workspace, 'answer.json'), '{"Role": {"AssumeRolePolicyDocument": {}}}');
    const done = await step({ 'role-to-assume': 'arn:aws:iam::111122223333:role/deploy', 'trust-policy-file': file });
    expect(done.stdout).toContain(words);
    expect(done).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', 'failure-reason': reason } });
    expect(kit.ledger.entries).toEqual([]);
  });
});
