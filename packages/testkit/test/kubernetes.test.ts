import { request } from 'node:https';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeKubernetes, forbidden, startKubernetes } from '../src/kubernetes/index.ts';

let fake: FakeKubernetes;
beforeEach(async () => {
  fake = await startKubernetes({ speed: 0.2 });
});
afterEach(() => fake.close());

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the API answers.
  body: any;
}

function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const base = { authorization: `Bearer ${fake.staticToken}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  return new Promise((resolve, reject) => {
    const sent = request(`${fake.url}${path}`, { method, ca: fake.ca, headers: { ...base, ...headers } }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode ?? 0, body: text.startsWith('{') ? JSON.parse(text) : text });
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const configMaps = '/api/v1/namespaces/default/configmaps';
const configMap = (name: string, data: object = {}) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
const deployment = (image: string, replicas = 2) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'default' },
  spec: { replicas, selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'app', image }] } } },
});

async function until<T>(look: () => T | undefined | false): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = look();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('it did not come true');
}

describe('refusals are Status objects in the words of the real server', () => {
  it.each([
    ['GET', `${configMaps}/absent`, undefined, 404, 'NotFound', 'configmaps "absent" not found'],
    ['GET', '/apis/apps/v1/namespaces/default/deployments/web', undefined, 404, 'NotFound', 'deployments.apps "web" not found'],
    ['POST', '/api/v1/namespaces/nowhere/configmaps', configMap('c'), 404, 'NotFound', 'namespaces "nowhere" not found'],
    ['POST', configMaps, { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' } }, 400, 'BadRequest', 'cannot be handled as a ConfigMap'],
    ['POST', configMaps, configMap('Not_A_Name'), 422, 'Invalid', 'RFC 1123'],
    ['GET', '/nothing/here', undefined, 404, 'NotFound', 'could not find the requested resource'],
    ['PATCH', `${configMaps}/absent`, {}, 404, 'NotFound', 'not found'],
  ] as const)('%s %s', async (method, path, body, status, reason, message) => {
    const answer = await call(method, path, body, method === 'PATCH' ? { 'content-type': 'application/merge-patch+json' } : {});
    expect(answer).toMatchObject({ status, body: { kind: 'Status', status: 'Failure', reason, code: status, message: expect.stringContaining(message) } });
  });

  it('401 without a known token', async () => {
    expect(await call('GET', configMaps, undefined, { authorization: 'Bearer nobody' })).toMatchObject({ status: 401, body: { reason: 'Unauthorized' } });
  });

  it('409 on a second create and on an update of an old version', async () => {
    const made = await call('POST', configMaps, configMap('c'));
    expect(made.status).toBe(201);
    expect(await call('POST', configMaps, configMap('c'))).toMatchObject({ status: 409, body: { reason: 'AlreadyExists' } });
    await call('PUT', `${configMaps}/c`, { ...made.body, data: { a: '1' } });
    expect(await call('PUT', `${configMaps}/c`, { ...made.body, data: { a: '2' } })).toMatchObject({ status: 409, body: { reason: 'Conflict' } });
  });

  it('403 by an admission, and for readers that write', async () => {
    fake.admissions.push((_, resource, object) => {
      throw forbidden(resource, object.metadata.name, 'no');
    });
    expect(await call('POST', configMaps, configMap('c'))).toMatchObject({ status: 403, body: { message: 'configmaps "c" is forbidden: no' } });
    fake.readers.add('admin');
    expect((await call('DELETE', `${configMaps}/c`)).body.message).toContain('User "admin" cannot delete resource "configmaps"');
  });

  it('422 for a Deployment without containers, or with another selector than before', async () => {
    const path = '/apis/apps/v1/namespaces/default/deployments';
    expect((await call('POST', path, { ...deployment('x'), spec: { template: {} } })).status).toBe(422);
    const made = await call('POST', path, deployment('x'));
    const other = { ...made.body, spec: { ...made.body.spec, selector: { matchLabels: {} } } };
    expect((await call('PUT', `${path}/web`, other)).body.message).toContain('field is immutable');
  });
});

describe('writes', () => {
  it('give versions and generations as the real server does', async () => {
    const path = '/apis/apps/v1/namespaces/default/deployments';
    const made = await call('POST', path, deployment('a:1'));
    expect(made.body.metadata).toMatchObject({ generation: 1, uid: expect.any(String), creationTimestamp: expect.stringMatching(/Z$/) });
    const patch = { spec: { replicas: 5 } };
    const patched = await call('PATCH', `${path}/web`, patch, { 'content-type': 'application/strategic-merge-patch+json' });
    expect(patched.body.metadata.generation).toBe(2);
    const labelled = await call('PATCH', `${path}/web`, { metadata: { labels: { x: 'y' } } }, { 'content-type': 'application/merge-patch+json' });
    expect(labelled.body.metadata.generation).toBe(2);
    expect(Number(labelled.body.metadata.resourceVersion)).toBeGreaterThan(Number(made.body.metadata.resourceVersion));
  });

  it('dryRun changes nothing', async () => {
    expect((await call('POST', `${configMaps}?dryRun=All`, configMap('c'))).status).toBe(201);
    expect((await call('GET', `${configMaps}/c`)).status).toBe(404);
  });

  it('server-side apply creates, then merges', async () => {
    const headers = { 'content-type': 'application/apply-patch+yaml' };
    const apply = (data: object) => call('PATCH', `${configMaps}/c?fieldManager=helm`, configMap('c', data), headers);
    expect((await apply({ a: '1', b: '2' })).status).toBe(201);
    expect((await apply({ a: '3' })).body.data).toEqual({ a: '3' });
  });

  it('deleting an owner takes its children, a namespace all that is in it', async () => {
    await call('POST', '/apis/apps/v1/namespaces/default/deployments', deployment('a:1'));
    await until(() => fake.store.listKind('Pod').length === 2);
    await call('DELETE', '/apis/apps/v1/namespaces/default/deployments/web');
    await until(() => fake.store.listKind('Pod').length === 0 && fake.store.listKind('ReplicaSet').length === 0);
    await call('POST', configMaps, configMap('c'));
    await call('DELETE', '/api/v1/namespaces/default');
    await until(() => fake.store.listKind('ConfigMap').length === 0);
  });
});

describe('discovery', () => {
  it.each(['/version', '/api', '/apis', '/api/v1', '/apis/apps/v1', '/apis/batch', '/openapi/v3', '/openapi/v3/apis/apps/v1'])('%s', async (path) => {
    expect((await call('GET', path)).status).toBe(200);
  });

  it('tells that PATCH validates fields, so that clients need no schemas', async () => {
    const { body } = await call('GET', '/openapi/v3/apis/apps/v1');
    const { patch } = body.paths['/apis/apps/v1/namespaces/{namespace}/deployments/{name}'];
    expect(patch.parameters.map(({ name }: { name: string }) => name)).toContain('fieldValidation');
  });
});

describe('controllers', () => {
  const phaseOf = (image: string, more: object = {}) =>
    fake.store.make({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'default' }, spec: { containers: [{ name: 'app', image, ...more }] } });
  const status = () =>
    fake.store.find('Pod', 'default', 'p')?.status as
      | { containerStatuses?: { state: Record<string, { reason?: string }>; restartCount: number; lastState?: unknown }[]; phase?: string }
      | undefined;

  it('a Deployment becomes available, and an update replaces its pods', async () => {
    fake.store.make(deployment('a:1'));
    const ready = () => fake.store.find('Deployment', 'default', 'web')?.status;
    await until(() => ready()?.['availableReplicas'] === 2);
    const live = fake.store.find('Deployment', 'default', 'web');
    if (!live) throw new Error('it is gone');
    fake.store.put({ ...live, spec: deployment('a:2').spec });
    await until(
      () => ready()?.['observedGeneration'] === 2 && ready()?.['updatedReplicas'] === 2 && ready()?.['replicas'] === 2 && ready()?.['availableReplicas'] === 2,
    );
    expect(fake.store.listKind('Pod').map(({ spec }) => (spec as { containers: { image: string }[] }).containers[0]?.image)).toEqual(['a:2', 'a:2']);
    expect(fake.store.find('Deployment', 'default', 'web')?.metadata.annotations).toMatchObject({ 'deployment.kubernetes.io/revision': '2' });
  });

  it('a broken update leaves the old pods', async () => {
    fake.store.make(deployment('a:1'));
    await until(() => fake.store.find('Deployment', 'default', 'web')?.status?.['availableReplicas'] === 2);
    const live = fake.store.find('Deployment', 'default', 'web');
    if (!live) throw new Error('it is gone');
    fake.store.put({ ...live, spec: deployment('a:missing').spec });
    await new Promise((done) => setTimeout(done, 300));
    expect(fake.store.find('Deployment', 'default', 'web')?.status).toMatchObject({ updatedReplicas: 2, availableReplicas: 2 });
  });

  it.each([
    ['app:missing', 'waiting', 'ImagePullBackOff', 0],
    ['app:crash', 'waiting', 'CrashLoopBackOff', 1],
    ['app:oom', 'waiting', 'CrashLoopBackOff', 1],
  ])('%s ends as %s %s', async (image, state, reason, restartCount) => {
    phaseOf(image);
    await until(() => status()?.containerStatuses?.[0]?.state[state]?.reason === reason);
    expect(status()?.containerStatuses?.[0]?.restartCount).toBe(restartCount);
    expect(fake.store.listKind('Event').some((event) => event['type'] === 'Warning')).toBe(true);
  });

  it('a pod whose ConfigMap is absent says so', async () => {
    phaseOf('app:1', { envFrom: [{ configMapRef: { name: 'absent' } }] });
    await until(() => status()?.containerStatuses?.[0]?.state['waiting']?.reason === 'CreateContainerConfigError');
  });

  it.each([
    ['app:1', 'Complete'],
    ['app:jobfail', 'Failed'],
  ])('a Job of %s is %s', async (image, condition) => {
    const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'w', image }] } };
    fake.store.make({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'j', namespace: 'default' }, spec: { backoffLimit: 0, template } });
    const conditions = () => (fake.store.find('Job', 'default', 'j')?.status?.['conditions'] ?? []) as { type: string }[];
    await until(() => conditions().some(({ type }) => type === condition));
  });

  it('logs come from containers that have run, and only from them', async () => {
    phaseOf('app:missing');
    await until(() => JSON.stringify(status()?.containerStatuses ?? []).includes('ImagePullBackOff'));
    expect((await call('GET', '/api/v1/namespaces/default/pods/p/log')).body.message).toContain('is waiting to start: ImagePullBackOff');
    const pod = fake.store.find('Pod', 'default', 'p');
    if (pod) fake.store.drop(pod);
    phaseOf('app:crash');
    await until(() => status()?.containerStatuses?.[0]?.lastState);
    expect((await call('GET', '/api/v1/namespaces/default/pods/p/log?tailLines=1')).body).toBe('second line\n');
  });
});
