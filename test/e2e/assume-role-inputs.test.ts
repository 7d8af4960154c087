/** Bad input to the shipped assume-role: each is told before any call, with what is wanted instead. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { refused } from '../../actions/assume-role/src/inputs.ts';
import { root } from '../../scripts/repository.ts';

let kit: Testkit;
let workspace: string;
const role = 'arn:aws:iam::111122223333:role/deploy';
const chain = { 'role-to-assume': '', roles: `deploy = ${role} -> ${role}` };

beforeAll(async () => {
  kit = await startTestkit();
  kit.sts.addRole('deploy', { subjects: ['*'], principals: ['*'] });
  workspace = join(kit.folder, 'work');
  mkdirSync(workspace);
  writeFileSync(join(workspace, 'empty'), '\n');
  writeFileSync(join(workspace, 'text'), 'not a token');
  writeFileSync(join(workspace, 'dots'), 'a.b.c');
});
afterAll(() => kit.close());
beforeEach(() => kit.ledger.clear());

const login = (inputs: Record<string, string> = {}, more: object = {}): Promise<StepResult> =>
  runStep(kit, { action: 'assume-role', inputs: { 'aws-region': 'eu-central-1', 'role-to-assume': role, ...inputs }, keys: false, workspace, ...more });

async function refuses(inputs: Record<string, string>, text: string): Promise<void> {
  const step = await login(inputs);
  expect(step.outputs, step.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-input' });
  expect(step.stdout).toContain(text);
  expect(kit.ledger.entries).toEqual([]);
  expect(step.exported).toEqual({});
}

describe('an input of the action that ours replaces is refused with the way here', () => {
  it.each([
    ['aws-access-key-id', 'no long-lived keys'],
    ['aws-secret-access-key', 'no long-lived keys'],
    ['aws-session-token', '`source: environment`'],
    ['role-chaining', '`roles` with `name = arn -> arn`, or `source: environment`'],
    ['force-skip-oidc', '`source`'],
    ['use-existing-credentials', '`reuse: same-role`'],
    ['output-env-credentials', '`delivery: outputs`'],
    ['aws-profile', '`profile` with `delivery: refresh`'],
    ['overwrite-aws-profile', 'never ~/.aws'],
    ['disable-retry', '`timeout`'],
    ['retry-max-attempts', '`timeout`'],
    ['action-timeout-s', '`timeout: 60s`'],
    ['special-characters-workaround', 'quotes'],
    ['custom-tags', '`tags`'],
    ['role-skip-session-tagging', 'no tags are sent unless `tags` asks for them'],
  ])('%s', async (name, way) => {
    expect(refused).toHaveProperty(name);
    const step = await login({ [name]: 'AKIASOMETHING0000001' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain(`${name}: got an input that this action does not have; want `);
    expect(step.stdout).toContain(way);
    expect(step.stdout).not.toContain('AKIASOMETHING0000001');
    expect(kit.ledger.entries).toEqual([]);
  });

  it('an empty one is not given: the runner cannot tell the two apart', async () => {
    const step = await login({ 'aws-access-key-id': '', 'no-such-input': '' });
    expect(step.outputs['outcome'], step.stdout).toBe('assumed');
  });

  it('every input of theirs is one of ours or has a way', () => {
    const theirs =
      'aws-region aws-profile overwrite-aws-profile role-to-assume aws-access-key-id aws-secret-access-key aws-session-token web-identity-token-file role-chaining audience http-proxy no-proxy mask-aws-account-id role-duration-seconds role-external-id role-session-name role-skip-session-tagging transitive-tag-keys inline-session-policy managed-session-policies output-credentials output-env-credentials unset-current-credentials disable-retry retry-max-attempts special-characters-workaround use-existing-credentials allowed-account-ids force-skip-oidc action-timeout-s custom-tags sts-endpoint';
    const ours = Object.keys((parse(readFileSync(join(root, 'actions/assume-role/action.yml'), 'utf8')) as { inputs: object }).inputs);
    expect(theirs.split(' ').filter((name) => !ours.includes(name) && !(name in refused))).toEqual([]);
  });
});

describe('one role', () => {
  it.each([
    ['no region', { 'aws-region': '' }, 'aws-region: got nothing; want a region; e.g. eu-central-1'],
    ['a mistyped region', { 'aws-region': 'us-esat-1' }, 'did you mean us-east-1?'],
    ['no role', { 'role-to-assume': '' }, 'role-to-assume: got nothing; want role-to-assume, or role-name and account-id, or roles'],
    ['an account of 11 digits in the ARN', { 'role-to-assume': 'arn:aws:iam::11122223333:role/x' }, 'write it quoted: "011122223333"'],
    ['a long life in words', { 'role-duration-seconds': '1h' }, 'role-duration-seconds: got "1h"; want a whole number from 900 to 43200'],
    ['no time', { timeout: '0' }, 'timeout: got "0"; want a duration'],
    ['a long time', { timeout: '11m' }, 'timeout: got "11m"; want a duration (500ms, 30s, 15m, 12h, 7d) from 1s to 10m'],
    ['both forms', { 'role-name': 'deploy', 'account-id': '111122223333' }, 'role-to-assume: got "'],
    ['an account of 11 digits in the list', { 'allowed-account-ids': '11122223333' }, 'allowed-account-ids: got "11122223333"; want 12 digits'],
    ['a glob that is no ARN', { 'allowed-role-arns': 'deploy-*' }, 'allowed-role-arns: got "deploy-*"; want ARNs'],
  ])('%s', async (_name, inputs, text) => refuses(inputs, text));
});

describe('what STS would refuse', () => {
  const many = Array.from({ length: 51 }, (_, index) => `k${index}: v`).join('\n');
  it.each([
    ['tags on one hop', { tags: 'team: a' }, `e.g. roles: deploy = ${role} -> ${role}`],
    ['an external id on one hop', { 'role-external-id': 'abc' }, 'role-external-id: got a value; want no value for a role that is assumed by OIDC in one hop'],
    ['a source identity on one hop', { 'source-identity': 'alice' }, 'source-identity: got a value; want no value for a role'],
    ['51 tags', { ...chain, tags: many }, 'tags: got 51 tags; want at most 50 tags'],
    ['a long key', { ...chain, tags: `${'k'.repeat(129)}: v` }, 'tags: got a key of 129 characters; want keys of 1 to 128 characters'],
    ['a long value', { ...chain, tags: `k: ${'v'.repeat(257)}` }, 'tags: got 257 characters at "k"; want values of at most 256 characters'],
    ['an illegal key', { ...chain, tags: '"a;b": v' }, 'tags: got key "a;b"; want keys of letters'],
    ['an illegal value', { ...chain, tags: 'a: "x;y"' }, 'tags: got the value at "a"; want values of letters'],
    ['a key of AWS', { ...chain, tags: '"AWS:team": v' }, 'want no key that begins with aws:'],
    [
      'keys that differ in case alone',
      { ...chain, tags: 'team: a\nTeam: b' },
      'tags: got "team" and "Team"; want keys that differ in more than their letter case',
    ],
    ['a tag that is a list', { ...chain, tags: 'a: [b]' }, 'tags: got a list at a (line 1); want plain text'],
    ['tags that are no map', { ...chain, tags: '- a' }, 'tags: got 3 characters; want a YAML or JSON map'],
    ['a key twice', { ...chain, tags: 'a: b\na: c' }, 'line 2: Map keys must be unique'],
    [
      'a transitive key without a tag',
      { ...chain, tags: 'team: a', 'transitive-tag-keys': 'tem' },
      'transitive-tag-keys: got "tem"; want keys of tags of deploy; did you mean team?',
    ],
    ['transitive keys without tags', { ...chain, 'transitive-tag-keys': 'team' }, 'and there are none'],
    ['a short source identity', { ...chain, 'source-identity': 'a' }, 'source-identity: got "a"; want 2 to 64'],
    ['a source identity of AWS', { ...chain, 'source-identity': 'aws:alice' }, 'source-identity: got "aws:alice"; want 2 to 64'],
    ['a short external id', { ...chain, 'role-external-id': 'a' }, 'role-external-id: got "a"; want 2 to 1224'],
    [
      'a policy of 2049 characters',
      { 'inline-session-policy': `{"Statement":["${'x'.repeat(2049 - 18)}"]}` },
      'inline-session-policy: got 2049 characters without blanks; want at most 2048',
    ],
    ['a policy without statements', { 'inline-session-policy': '{"Version":"2012-10-17"}' }, 'want an IAM policy with a Statement'],
    ['a policy in another script', { 'inline-session-policy': '{"Statement":[{"Sid":"ж"}]}' }, 'want characters up to U+00FF'],
    [
      '11 managed policies',
      { 'managed-session-policies': Array(11).fill('arn:aws:iam::aws:policy/A').join('\n') },
      'managed-session-policies: got 11 policies; want at most 10',
    ],
    ['a managed policy that is none', { 'managed-session-policies': 'ReadOnlyAccess' }, 'managed-session-policies: got "ReadOnlyAccess"'],
  ])('%s', async (_name, inputs, text) => refuses({ delivery: 'outputs', ...inputs }, text));

  it('a policy of 2048 characters without blanks passes, however it is written', async () => {
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*', Sid: '' }] };
    const room = 2048 - JSON.stringify(policy).length;
    const sized = { ...policy, Statement: [{ ...policy.Statement[0], Sid: 'x'.repeat(room) }] };
    const step = await login({ 'inline-session-policy': JSON.stringify(sized, null, 8) });
    expect(step.outputs['outcome'], step.stdout).toBe('assumed');
    expect(kit.sts.calls.at(-1)?.policy).toHaveLength(2048);
  });
});

describe('source and its file', () => {
  const file = { source: 'web-identity-file' };
  it.each([
    ['an unknown source', { source: 'env' }, 'source: got "env"; want one of oidc, environment, runner, web-identity-file'],
    ['no file', file, 'web-identity-token-file: got nothing; want the file of the token'],
    [
      'a file with another source',
      { 'web-identity-token-file': 'text' },
      'web-identity-token-file: got "text"; want no value without source: web-identity-file',
    ],
    ['a file that is not there', { ...file, 'web-identity-token-file': 'gone' }, 'want a file that can be read (ENOENT: '],
    ['a folder', { ...file, 'web-identity-token-file': '.' }, 'want a file that can be read (EISDIR: '],
    ['an empty file', { ...file, 'web-identity-token-file': 'empty' }, 'want a file with a token in it: it is empty'],
    [
      'a file without a token',
      { ...file, 'web-identity-token-file': 'text' },
      'want a file whose whole content is a JWT; it holds 11 characters that are none',
    ],
    ['dots that are no token', { ...file, 'web-identity-token-file': 'dots' }, 'want a file whose whole content is a JWT'],
    ['an audience where no token is asked for', { source: 'environment', audience: 'x' }, 'audience: got "x"; want no value with source environment'],
  ])('%s', async (_name, inputs, text) => refuses(inputs, text));
});

describe('what does not go together', () => {
  it.each([
    [
      'two deliveries',
      { delivery: 'env,refresh' },
      'never both: SDKs take keys in the environment first, so the profile would never be used; e.g. delivery: refresh',
    ],
    ['an unknown delivery', { delivery: 'profile' }, 'delivery: got "profile"; want one of env, refresh, outputs; e.g. env'],
    [
      'refresh of keys',
      { delivery: 'refresh', source: 'environment' },
      "want env or outputs with source environment: the job's keys end, and there is nothing to renew from",
    ],
    ['a profile without refresh', { profile: 'a' }, 'profile: got "a"; want no value with delivery env: only refresh writes a profile'],
    ['no default profile without refresh', { 'default-profile': 'false' }, 'default-profile: got "false"; want no value with delivery env'],
    ['an illegal profile', { delivery: 'refresh', profile: 'a b' }, 'profile: got "a b"; want a profile name'],
    ['a grace without verify', { 'propagation-grace': '5s' }, 'propagation-grace: got "5s"; want no value without verify: true'],
    ['reuse with refresh', { delivery: 'refresh', reuse: 'same-role' }, 'reuse: got "same-role"; want never with delivery refresh'],
    [
      'reuse of what is cleared',
      { reuse: 'same-role', 'unset-current-credentials': 'true' },
      'reuse: got "same-role"; want never with unset-current-credentials: true',
    ],
    ['a proxy that is none', { 'http-proxy': 'proxy:3128' }, 'http-proxy: got 10 characters; want the URL of a proxy'],
    ['an endpoint with a password', { 'sts-endpoint': 'https://a:b@sts.example.com' }, 'sts-endpoint: got'],
  ])('%s', async (_name, inputs, text) => refuses(inputs, text));

  it('a masked account is masked in what is said of bad input, too', async () => {
    const step = await login({ 'mask-aws-account-id': 'true', tags: 'a: b' });
    expect(step.stdout).toContain('tags: got a value');
    expect(`${step.stdout.replace(/^::add-mask::.*$/gm, '')}${step.summary}`).not.toContain('111122223333');
  });

  it('a password in an endpoint that is refused is not shown', async () => {
    const step = await login({ 'sts-endpoint': 'https://user:hunter2hunter2@sts.example.com' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(`${step.stdout}${step.summary}`).not.toContain('hunter2hunter2');
  });

  it('a password in a proxy that is refused is not shown', async () => {
    const step = await login({ 'http-proxy': 'ftp://user:hunter2hunter2@proxy' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(`${step.stdout}${step.summary}`).not.toContain('hunter2hunter2');
  });
});
