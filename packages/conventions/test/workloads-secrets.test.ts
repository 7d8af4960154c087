/** Credentials reach pods as secrets. */
import { describe, expect, it } from 'vitest';
import { judgeManifests, object, verdictsOf, workload, workloadKinds } from './manifest-builder.ts';

type Json = Record<string, unknown>;
const rule = 'pod-secret-refs';
const pod = (container: Json, list = 'containers') => ({ [list]: [{ name: 'app', ...container }] });
const env = (...variables: Json[]) => pod({ env: variables });
const api = (spec: Json) => workload('Deployment', 'bank/api', spec);
const literal = { name: 'DB_PASSWORD', value: 'hunter2' };
const failsApi = ['fail Deployment/bank/api'];

describe('which names', () => {
  it.each([
    ['DB_PASSWORD', true],
    ['password', true],
    ['dbPasswd', true],
    ['DB_PWD', true],
    ['CLIENT_SECRET', true],
    ['GITHUB_TOKEN', true],
    ['API_KEY', true],
    ['STRIPE_APIKEY', true],
    ['PRIVATE_KEY', true],
    ['AWS_CREDENTIALS', true],
    ['BASIC_AUTH', true],
    ['spring.datasource.password', true],
    ['SECRET_NAME', false],
    ['SECRET_ARN', false],
    ['KEY_ID', false],
    ['TOKEN_PATH', false],
    ['TOKEN_URL', false],
    ['TOKEN_TTL', false],
    ['AUTHOR', false],
    ['LOG_LEVEL', false],
  ])('%s', (name, secret) => {
    expect(verdictsOf(rule, [api(env({ name, value: 'x' }))])).toEqual(secret ? failsApi : []);
  });

  it('takes another pattern', () => {
    const manifests = [api(env({ name: 'LOG_LEVEL', value: 'x' }, literal))];
    const [finding] = judgeManifests(rule, manifests, { pattern: '^LOG_' });
    expect(finding?.message).toBe('LOG_LEVEL is a literal');
  });
});

describe('which values', () => {
  it.each<[what: string, variable: Json, fails: boolean]>([
    ['a literal', { value: 'x' }, true],
    ['a number', { value: 1234 }, true],
    ['punctuation', { value: '***' }, true],
    ['nothing', {}, false],
    ['null', { value: null }, false],
    ['empty', { value: '' }, false],
    ['another variable', { value: '$(OTHER)' }, false],
    ['other variables', { value: '$(A):$(B)' }, false],
    ['more than another variable', { value: 'hunter2$(A)' }, true],
    ['an escaped reference', { value: '$$(OTHER)' }, true],
    ['a secret', { valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }, false],
    ['a field', { valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }, false],
    ['a ConfigMap that is not here', { valueFrom: { configMapKeyRef: { name: 'other', key: 'password' } } }, false],
    ['a ConfigMap that holds it', { valueFrom: { configMapKeyRef: { name: 'settings', key: 'password' } } }, true],
    ['a ConfigMap that holds nothing there', { valueFrom: { configMapKeyRef: { name: 'settings', key: 'empty' } } }, false],
  ])('%s', (_, variable, fails) => {
    const settings = object('ConfigMap', 'bank/settings', { data: { password: 'hunter2', empty: '' } });
    expect(verdictsOf(rule, [settings, api(env({ name: 'DB_PASSWORD', ...variable }))])).toEqual(fails ? failsApi : []);
  });

  it('looks at what envFrom takes from a ConfigMap of the namespace', () => {
    const from = (name: string) => api(pod({ envFrom: [{ configMapRef: { name } }, { secretRef: { name: 'db' } }] }));
    const holds = object('ConfigMap', 'bank/settings', { data: { DB_PASSWORD: 'hunter2', LOG_LEVEL: 'info' } });
    expect(verdictsOf(rule, [holds, from('settings')])).toEqual(failsApi);
    expect(verdictsOf(rule, [object('ConfigMap', 'other/settings', { data: { DB_PASSWORD: 'hunter2' } }), from('settings')])).toEqual([]);
    expect(verdictsOf(rule, [object('ConfigMap', 'bank/settings', { data: { LOG_LEVEL: 'info' } }), from('settings')])).toEqual([]);
    expect(verdictsOf(rule, [from('settings')])).toEqual([]);
  });
});

describe('where', () => {
  it.each(workloadKinds)('%s', (kind) => {
    expect(verdictsOf(rule, [workload(kind, 'bank/api', env(literal))])).toEqual([`fail ${kind}/bank/api`]);
    expect(verdictsOf(rule, [workload(kind, 'api', env(literal))])).toEqual([`fail ${kind}/api`]);
  });

  it.each(['initContainers', 'ephemeralContainers'])('%s', (list) => {
    expect(verdictsOf(rule, [api({ containers: [{ name: 'app' }], ...pod({ env: [literal] }, list) })])).toEqual(failsApi);
  });

  it('does not look at other kinds, arguments, or objects without a pod', () => {
    const manifests = [
      object('Service', 'bank/api', { spec: { template: { spec: env(literal) } } }),
      api(pod({ args: ['--password=hunter2'] })),
      object('Deployment', 'bank/none'),
      object('Deployment', 'bank/odd', { spec: { template: { spec: { containers: 'x' } } } }),
      workload('Deployment', 'bank/odder', { containers: [null, { env: 'x' }, { env: [null] }] }),
    ];
    expect(verdictsOf(rule, manifests)).toEqual([]);
  });
});

describe('the finding', () => {
  it('names file, document and container, never the value, and is always new', () => {
    const [finding, more] = judgeManifests(rule, [{ ...api(env(literal)), file: 'deploy/api.yaml', document: 3 }]);
    expect(more).toBeUndefined();
    expect(finding).toEqual({
      rule,
      severity: 'error',
      address: 'Deployment/bank/api',
      verdict: 'fail',
      introduced: true,
      message: 'DB_PASSWORD is a literal',
      evidence: ['deploy/api.yaml, document 3: containers app: env DB_PASSWORD'],
    });
  });

  it('is one for an address that is rendered twice', () => {
    const [finding, more] = judgeManifests(rule, [api(env(literal)), { ...api(env({ name: 'TOKEN', value: 'x' })), document: 2 }]);
    expect(more).toBeUndefined();
    expect(finding?.message).toBe('DB_PASSWORD is a literal; TOKEN is a literal');
  });
});
