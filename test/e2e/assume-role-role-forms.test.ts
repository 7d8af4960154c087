/** The forms of `roles` that a person may write, and the mistakes in them, each with its line. */
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
const hub = 'arn:aws:iam::111122223333:role/hub';
const deploy = 'arn:aws:iam::111122223333:role/deploy';

beforeAll(async () => {
  kit = await startTestkit();
  kit.sts.addRole('hub', { subjects: ['*'] });
  kit.sts.addRole('deploy', { subjects: ['*'], principals: ['*'] });
});
afterAll(() => kit.close());
beforeEach(() => {
  kit.sts.calls.length = 0;
});

const login = (roles: string, inputs: Record<string, string> = {}): Promise<StepResult> =>
  runStep(kit, { action: 'assume-role', inputs: { 'aws-region': 'eu-central-1', delivery: 'outputs', roles, ...inputs }, keys: false });

const options = 'duration=1800 external-id=payments';
describe('the same chain', () => {
  it.each([
    ['a line', `deploy = ${hub} -> ${deploy} ${options}`],
    ['a line without blanks', `deploy=${hub}->${deploy} ${options}`],
    ['a YAML map of the same syntax', `deploy: ${hub} -> ${deploy} ${options}`],
    ['a quoted YAML text', `"deploy": "${hub} -> ${deploy} ${options}"`],
    ['a JSON map of the same syntax', JSON.stringify({ deploy: `${hub} -> ${deploy} ${options}` })],
    ['an object with a chain', `deploy:\n  chain:\n    - ${hub}\n    - ${deploy}\n  duration: 1800\n  external-id: payments`],
    ['an object with a list of ARNs', `deploy: { arn: [${hub}, ${deploy}], duration: 1800, external-id: payments }`],
    ['an object with the way as a text', `deploy:\n  role: ${hub} -> ${deploy}\n  duration: "1800"\n  external-id: payments`],
    ['a list of objects', `- name: deploy\n  chain: [${hub}, ${deploy}]\n  duration: 1800\n  external-id: payments`],
    ['a JSON list', JSON.stringify([{ name: 'deploy', chain: [hub, deploy], duration: 1800, 'external-id': 'payments' }], null, 2)],
    ['a list of lines', `- deploy = ${hub} -> ${deploy} ${options}`],
    ['a list of maps', `- deploy: ${hub} -> ${deploy} ${options}`],
    ['YAML with a comment and a document mark', `# ours\n---\ndeploy: ${hub} -> ${deploy} ${options} # the end`],
  ])('as %s', async (_name, roles) => {
    const step = await login(roles);
    expect(step.exitCode, step.stdout).toBe(0);
    expect(Object.keys(JSON.parse(step.outputs['roles'] ?? ''))).toEqual(['deploy']);
    expect(kit.sts.calls.map(({ roleArn }) => roleArn)).toEqual([hub, deploy]);
    expect(kit.sts.calls.at(-1)).toMatchObject({ durationSeconds: 1800, externalId: 'payments' });
  });

  it('as a map of lists, with tags as a map', async () => {
    expect((await login(`deploy: [${hub}, ${deploy}]`)).exitCode).toBe(0);
    const step = await login(`deploy:\n  chain: [${hub}, ${deploy}]\n  tags: { id: 007, team: a b }`);
    expect(step.exitCode, step.stdout).toBe(0);
    expect(kit.sts.calls.at(-1)?.tags).toEqual([
      { key: 'id', value: '007' },
      { key: 'team', value: 'a b' },
    ]);
  });
});

describe('a mistake is told with its line', () => {
  const good = `build = ${hub}`;
  const cases: [string, string, string][] = [
    ['a name twice', `${good}\n\nbuild = ${deploy}`, 'roles: got "build" once more, after line 1 (line 3); want names that differ; e.g. build-2'],
    ['a name twice in YAML', `build: ${hub}\nbuild: ${deploy}`, '(line 2); want YAML, JSON or lines (Map keys must be unique'],
    ['a name twice in a list', `- { name: a, arn: "${hub}" }\n- { name: a, arn: "${deploy}" }`, 'roles: got "a" once more, after line 1 (line 2)'],
    [
      'an illegal name',
      `${good}\nmy role = ${hub}`,
      'roles: got the name "my role" (line 2); want a name of 1 to 64 letters, digits and _@+.-: it becomes a profile; e.g. my-role',
    ],
    ['no name', `= ${hub}`, 'roles: got a role without a name (line 1)'],
    ['no name in a list', `- arn: ${hub}`, 'roles: got a role without a name (line 1); want its name; e.g. name: deploy'],
    ['only an ARN', deploy, `roles: got "${deploy}" (line 1); want name = arn; e.g. deploy = ${deploy}`],
    ['nothing', '# later', 'roles: got no role (line 1); want a role on each line'],
    ['no role after the name', `${good}\nb =`, 'roles: got no role (line 2); want the ARN of a role'],
    ['no role after the arrow', `a = ${hub} ->`, '(line 1); want a role after each ->'],
    ['no role between arrows', `a = ${hub} -> -> ${deploy}`, '(line 1); want a role before each ->'],
    ['two roles without an arrow', `a = ${hub} ${deploy}`, '(line 1); want one role, or -> between roles'],
    ['no ARN', `${good}\na = deploy`, 'roles: got "deploy" (line 2); want the ARN of a role'],
    ['an account of 11 digits', 'a = arn:aws:iam::11122223333:role/x', 'want a role ARN whose account has 12 digits: YAML ate the leading zero'],
    ['the ARN of a session', 'a = arn:aws:sts::111122223333:assumed-role/x/y', 'want the ARN of a role, not of a session'],
    ['mixed partitions', `a = ${hub} -> arn:aws-cn:iam::111122223333:role/x`, 'roles: got aws and aws-cn (line 1); want one partition in a chain'],
    ['a partition that is none', 'a = arn:aws-xx:iam::111122223333:role/x', '(line 1); want a partition that exists, not aws-xx'],
    [
      'a role of another partition',
      'a = arn:aws-cn:iam::111122223333:role/x',
      '(line 1); want a role in partition aws, to which eu-central-1 belongs, or a region of aws-cn',
    ],
    [
      'a region of another partition',
      `a = ${hub} region=cn-north-1`,
      '(line 1); want a role in partition aws-cn, to which cn-north-1 belongs, or a region of aws',
    ],
    [
      'a mistyped region',
      `a = ${hub} region=us-esat-1`,
      'roles: got "region=us-esat-1" (line 1); want a region of the partition table; did you mean us-east-1?',
    ],
    ['an hour as a word', `a = ${hub} duration=1h`, 'roles: got "duration=1h" (line 1); want seconds from 900 to 43200; e.g. duration=3600'],
    ['a duration that is too short', `a = ${hub} duration=60`, '(line 1); want seconds from 900 to 43200'],
    ['a long chain', `a = ${hub} -> ${deploy} duration=7200`, 'roles: got "duration=7200" (line 1); want seconds from 900 to 3600 where a chain ends'],
    ['an unknown option', `a = ${hub} durration=3600`, 'roles: got "durration=3600" (line 1); want a known option; did you mean duration?'],
    ['an unknown key', `a:\n  arn: ${hub}\n  regoin: eu-west-1`, 'roles: got "regoin" (line 3); want a known option; did you mean region?'],
    ['an option twice', `a = ${hub} region=eu-west-1 region=eu-west-2`, 'roles: got region twice (line 1); want region once'],
    ['an option without a value', `a = ${hub} region= eu-west-1`, 'roles: got "region=" (line 1); want a value for region'],
    ['a bad external id', `a = ${hub} -> ${deploy} external-id=a!`, '(line 1); want an external id of 2 to 1224 letters'],
    [
      'an external id on one hop',
      `a = ${hub} external-id=abc`,
      `want no external-id for a role that is assumed by OIDC in one hop: STS refuses it there; it needs a second hop, which may be the same role; e.g. a = ${hub} -> ${hub} external-id=abc`,
    ],
    ['tags on one hop', `a = ${hub} tags=team:x`, 'roles: got tags (line 1); want no tags for a role that is assumed by OIDC in one hop'],
    ['tags that are none', `a = ${hub} -> ${deploy} tags=team`, 'roles: got "tags=team" (line 1); want key:value pairs'],
    ['both arn and chain', `a: { arn: "${hub}", chain: ["${hub}"] }`, 'roles: got arn and chain (line 1); want one of arn, role, chain'],
    ['no way', 'a:\n  region: eu-west-1', 'roles: got no role (line 1); want arn'],
    ['an empty list', 'a: []', 'roles: got an empty list (line 1); want ARNs'],
    ['YAML that does not parse', 'a: [', '(line 1); want YAML, JSON or lines ('],
    ['a text', 'deploy', 'roles: got "deploy" (line 1); want name = arn'],
  ];
  it.each(cases)('%s', async (_name, roles, text) => {
    const step = await login(roles);
    expect(step.outputs['failure-reason'], step.stdout).toBe('invalid-input');
    expect(step.stdout).toContain(text);
    expect(kit.sts.calls).toEqual([]);
  });

  it('all of them at once', async () => {
    const step = await login(`a = x\na = ${hub} duration=1h\nb = ${hub} regio=eu-west-1`);
    expect(step.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(4);
  });
});

describe('roles beside other inputs', () => {
  it.each([
    ['role-to-assume', { 'role-to-assume': deploy }, 'roles: got both; want either roles or one role'],
    ['delivery env', { delivery: 'env' }, 'delivery: got "env"; want refresh or outputs with 2 roles: the environment holds the keys of one'],
    ['reuse', { reuse: 'same-role' }, 'reuse: got "same-role"; want never with 2 roles'],
    ['a long duration', { 'role-duration-seconds': '7200' }, 'role-duration-seconds: got "7200"; want at most 3600 where a chain ends (b)'],
    [
      'tags',
      { tags: 'team: x' },
      `tags: got a value; want no value for a role that is assumed by OIDC in one hop: STS refuses it there; it needs a second hop, which may be the same role (a); e.g. roles: a = ${hub} -> ${hub}`,
    ],
    ['a profile of none of them', { delivery: 'refresh', profile: 'c' }, 'profile: got "c"; want one of the names in roles (a, b)'],
  ])('%s', async (_name, inputs, text) => {
    const step = await login(`a = ${hub}\nb = ${hub} -> ${deploy}`, inputs);
    expect(step.outputs['failure-reason'], step.stdout).toBe('invalid-input');
    expect(step.stdout).toContain(text);
    expect(kit.sts.calls).toEqual([]);
  });
});
