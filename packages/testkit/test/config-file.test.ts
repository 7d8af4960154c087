/** The testkit file: what it makes a kit play, and how every mistake is told. */
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { applyKitFile, emptyKitFile, type KitFile, readKitFile } from '../src/config-file/index.ts';
import { faultyServices } from '../src/config-file/schema.ts';
import { startTestkit, type Testkit, testkitSchema } from '../src/index.ts';

const trust = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"sts:*"}}';
const beside = (path: string) => {
  if (path === 'trust.json') return trust;
  if (path === 'bad.json') return '{\n  "Statement": [\n    { "Efect": "Allow" }\n  ]\n}';
  throw new Error('ENOENT');
};
const read = (text: string) => readKitFile(text, 'kit.yml', beside);
const mistakes = (text: string): string[] => {
  const reading = read(text);
  return 'file' in reading ? [] : reading.mistakes.map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`);
};
function fileOf(text: string): KitFile {
  const reading = read(text);
  if ('mistakes' in reading) throw new Error(JSON.stringify(reading.mistakes));
  return reading.file;
}

const whole = `version: 1
account-id: '444455556666'
region: us-east-1
repository: bank/ledger
claims:
  environment: production
  enterprise_id: 9
oidc-provider:
  exists: true
  audiences: [sts.amazonaws.com, https://github.com/bank]
session-duration: 15s
roles:
  - name: team/deploy
    trust-policy-file: trust.json
  - name: second
    account-id: '777788889999'
    partition: aws-cn
    max-session-duration: 2h
    trust-policy: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: '*', Action: 'sts:*' }] }
  - name: short
    subjects: ['repo:bank/*']
    principals: ['*']
ecr:
  repositories: [payments, { name: ledger, immutable: true }]
secrets:
  - name: app/token
    value: made-up
faults:
  - { service: sts, operation: AssumeRole, at: 2, times: forever, kind: throttle, retry-after: 3s }
  - { service: ecr, kind: error, status: 400, code: ServerException, message: no }
  - { service: github, kind: delay, delay: 3s }
  - { service: imds, kind: hang, times: 2 }
`;

describe('a file', () => {
  it('is read whole', () => {
    const file = fileOf(whole);
    expect(file).toMatchObject({
      accountId: '444455556666',
      region: 'us-east-1',
      repository: 'bank/ledger',
      claims: { environment: 'production', enterprise_id: 9 },
      provider: { exists: true, audiences: ['sts.amazonaws.com', 'https://github.com/bank'] },
      sessionSeconds: 15,
      repositories: [
        { name: 'payments', immutable: false },
        { name: 'ledger', immutable: true },
      ],
      secrets: [{ name: 'app/token', value: 'made-up' }],
    });
    expect(file.roles).toMatchObject([
      { name: 'team/deploy', trustPolicy: trust },
      { name: 'second', accountId: '777788889999', partition: 'aws-cn', maxSessionDuration: 7200 },
      { name: 'short', subjects: ['repo:bank/*'], principals: ['*'] },
    ]);
    expect(file.faults).toEqual([
      { service: 'sts', operation: 'AssumeRole', at: 2, times: Number.POSITIVE_INFINITY, fault: { kind: 'throttle', retryAfterSeconds: 3 } },
      { service: 'ecr', fault: { kind: 'error', status: 400, code: 'ServerException', message: 'no' } },
      { service: 'github', fault: { kind: 'delay', ms: 3000 } },
      { service: 'imds', times: 2, fault: { kind: 'hang' } },
    ]);
  });

  it('may say nothing but its version', () => {
    expect(fileOf('version: 1')).toEqual(emptyKitFile);
  });

  it.each<[string, string, string]>([
    ['no version', 'roles: []', 'kit.yml:1:1 missing-key version is missing'],
    ['another version', 'version: 2', 'kit.yml:1:10 unknown-value version has to be 1'],
    ['a mistyped key', 'version: 1\nrols: []', 'kit.yml:2:1 unknown-key rols is not a key here; did you mean roles?'],
    [
      'a mistyped key of a role',
      'version: 1\nroles:\n  - name: a\n    trust-polcy-file: trust.json',
      'kit.yml:4:5 unknown-key trust-polcy-file is not a key here; did you mean trust-policy-file?',
    ],
    ['a repeated key', 'version: 1\nversion: 1', 'kit.yml:2:1 duplicate-key'],
    ['no YAML', 'version: [', 'kit.yml:1:11 syntax'],
    ['an account without its zero', 'version: 1\naccount-id: 11122223333', 'kit.yml:2:13 wrong-type account-id has to be string, not a number'],
    ['a mistyped service', 'version: 1\nfaults: [{ service: stss, kind: hang }]', 'kit.yml:2:21 unknown-value service has to be one of'],
    ['a mistyped kind', 'version: 1\nfaults: [{ service: sts, kind: trottle }]', 'did you mean throttle?'],
    ['a role that nobody can assume', 'version: 1\nroles: [{ name: a }]', 'kit.yml:2:9 missing-key nobody could assume this role: give it a trust-policy-file'],
    ['two trusts', 'version: 1\nroles: [{ name: a, subjects: [x], trust-policy-file: trust.json }]', 'trust-policy-file and subjects: one of them decides'],
    [
      'a role twice',
      'version: 1\nroles:\n  - { name: a, subjects: [x] }\n  - { name: a, subjects: [y] }',
      'kit.yml:4:13 duplicate-role there is a role a in this account already',
    ],
    ['a policy that is not there', 'version: 1\nroles: [{ name: a, trust-policy-file: no.json }]', 'kit.yml:2:39 no-such-file no.json cannot be read: ENOENT'],
    ['a policy with a mistake', 'version: 1\nroles: [{ name: a, trust-policy-file: bad.json }]', 'bad.json:3:7 unknown-key'],
    ['an inline policy with a mistake', 'version: 1\nroles: [{ name: a, trust-policy: { Statement: [] } }]', 'kit.yml:2:34 '],
    ['a delay without its length', 'version: 1\nfaults: [{ service: sts, kind: delay }]', 'missing-key delay is missing'],
    ['an error without its status', 'version: 1\nfaults: [{ service: sts, kind: error }]', 'missing-key status is missing'],
    [
      'a status of a hang',
      'version: 1\nfaults: [{ service: sts, kind: hang, status: 500 }]',
      'kit.yml:2:38 wrong-value status goes with kind error, not with hang',
    ],
    ['a bare number of seconds', 'version: 1\nsession-duration: 15', 'kit.yml:2:19 wrong-type session-duration has to be string, not a number'],
  ])('with %s is refused', (_name, text, expected) => {
    expect(mistakes(text).join('\n')).toContain(expected);
  });

  it('tells all mistakes at once, in order', () => {
    const found = mistakes('version: 1\nroles:\n  - { name: a }\n  - { name: a, trust-policy-file: bad.json }\n');
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found[0]).toMatch(/^bad.json:3:/);
    expect(found.slice(-2).map((line) => line.split(' ')[0])).toEqual(['kit.yml:3:5', 'kit.yml:4:13']);
  });

  it('never makes the reader throw', () => {
    const value = fc.letrec((tie) => ({
      node: fc.oneof({ maxDepth: 4 }, fc.constantFrom(1, '1', 'sts', null, true, 'trust.json'), fc.array(tie('node'), { maxLength: 3 }), tie('map')),
      map: fc.dictionary(
        fc.constantFrom('version', 'roles', 'name', 'faults', 'service', 'kind', 'claims', 'trust-policy', 'ecr', 'repositories', 'x'),
        tie('node'),
        { maxKeys: 6 },
      ),
    })).map;
    fc.assert(
      fc.property(value, (file) => void read(JSON.stringify(file))),
      { numRuns: 40 },
    );
  }, 30_000);
});

describe('a kit', () => {
  let kit: Testkit | undefined;
  afterEach(() => kit?.close());
  const play = async (text: string, environment: Record<string, string> = {}) => {
    const file = fileOf(text);
    kit = await startTestkit({ ...(file.accountId ? { accountId: file.accountId } : {}) });
    applyKitFile(kit, file, environment);
    return kit;
  };

  it('plays all that the file says', async () => {
    const { sts, ecr, secretsmanager, faults } = await play(whole);
    expect([...sts.roles.keys()]).toEqual([
      'arn:aws:iam::444455556666:role/team/deploy',
      'arn:aws-cn:iam::777788889999:role/second',
      'arn:aws:iam::444455556666:role/short',
    ]);
    expect(sts.sessionSeconds).toBe(15);
    expect(sts.provider.audiences).toHaveLength(2);
    expect([...ecr.store.repositories.values()].map(({ name, tagMutability }) => [name, tagMutability])).toEqual([
      ['payments', 'MUTABLE'],
      ['ledger', 'IMMUTABLE'],
    ]);
    expect(secretsmanager.find('app/token').versions).toHaveLength(1);
    expect([faults.next('imds', 'PutToken'), faults.next('github', 'oidc')]).toEqual([{ kind: 'hang' }, { kind: 'delay', ms: 3000 }]);
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['the ref', 'version: 1', { GITHUB_REPOSITORY: 'fork/payments', GITHUB_REF: 'refs/heads/x' }, 'repo:fork/payments:ref:refs/heads/x'],
    ['the pull request', 'version: 1', { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' }, 'repo:bank/payments:pull_request'],
    [
      'the file’s repository',
      'version: 1\nrepository: bank/ledger',
      { GITHUB_REPOSITORY: 'fork/payments', GITHUB_REF: 'refs/heads/x' },
      'repo:bank/ledger:ref:refs/heads/x',
    ],
    ['the file’s environment', 'version: 1\nclaims: { environment: "a:b" }', { GITHUB_EVENT_NAME: 'pull_request' }, 'repo:bank/payments:environment:a%3Ab'],
    ['the file’s ref', 'version: 1\nclaims: { ref: refs/tags/v1 }', { GITHUB_REF: 'refs/heads/x' }, 'repo:bank/payments:ref:refs/tags/v1'],
    ['the file’s subject', 'version: 1\nclaims: { sub: "repo:o@1/r@2:ref:x" }', { GITHUB_REF: 'refs/heads/x' }, 'repo:o@1/r@2:ref:x'],
  ])('takes the subject from %s', async (_name, text, environment, sub) => {
    const { oidc } = await play(text, environment);
    expect(oidc.verify(oidc.mint('x'))).toMatchObject({ sub });
  });

  it('can have every service that it plays go wrong', async () => {
    const parts: unknown[] = Object.values(await play('version: 1'));
    const names = parts.flatMap((part) => (part && typeof part === 'object' && 'name' in part ? [String(part.name)] : []));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !faultyServices.some((known) => known === name))).toEqual([]);
  });
});

it('has a schema that is one', () => {
  expect(() => new Ajv({ strict: true, allowUnionTypes: true }).compile(testkitSchema)).not.toThrow();
});
