import { type FakeKubernetes, startKubernetes } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KubernetesClient } from '../src/client/client.ts';
import type { Secret } from '../src/objects.ts';
import { lastGood, markRevision, readHistory } from '../src/release/history.ts';
import { type ReleaseStatus, readRevision, withStatus } from '../src/release/record.ts';
import { Recorder } from '../src/rollout/recorder.ts';

let fake: FakeKubernetes;
let client: KubernetesClient;
const { signal } = new AbortController();
const clock = { now: () => Date.now(), sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, Math.min(ms, 20))) };
const pods = { apiVersion: 'v1', plural: 'pods' };
const connect = (more: object = {}) => new KubernetesClient({ server: fake.url, ca: fake.ca, token: async () => fake.staticToken, ...more }, clock);

beforeEach(async () => {
  fake = await startKubernetes();
  client = connect();
});
afterEach(async () => {
  client.close();
  await fake.close();
});

describe('the client', () => {
  it('asks for the version, lists, gets and deletes', async () => {
    expect(await client.version(signal)).toMatch(/^v1\.\d+/);
    fake.store.make({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p', namespace: 'default', labels: { a: 'b' } },
      spec: { containers: [{ name: 'c', image: 'x' }] },
    });
    expect((await client.list(pods, 'default', { labelSelector: 'a=b' }, signal)).items).toHaveLength(1);
    expect((await client.list(pods, 'default', { labelSelector: 'a=c' }, signal)).items).toHaveLength(0);
    await client.delete(pods, 'default', 'p', signal);
    await client.delete(pods, 'default', 'p', signal);
    await expect(client.get(pods, 'default', 'p', signal)).rejects.toMatchObject({ code: 'not-found', status: 404 });
  });

  it.each([
    ['another CA', { ca: undefined }, 'cluster-unreachable'],
    ['a wrong token', { token: async () => 'wrong' }, 'unauthorized'],
    ['no server', { server: 'https://127.0.0.1:1' }, 'cluster-unreachable'],
  ])('%s is %s', async (_, over, code) => {
    const other = connect(over);
    await expect(other.version(signal)).rejects.toMatchObject({ code });
    other.close();
  });

  it('tries again what may pass, and not what is refused', async () => {
    fake.faults.add({ service: 'kubernetes', operation: 'list pods', times: 2, fault: { kind: 'error', status: 503 } });
    await client.list(pods, 'default', {}, signal);
    expect(fake.requests.filter(({ operation }) => operation === 'list pods')).toHaveLength(3);
    fake.faults.add({ service: 'kubernetes', operation: 'list pods', times: 9, fault: { kind: 'error', status: 403, code: 'Forbidden', message: 'no' } });
    await expect(client.list(pods, 'default', {}, signal)).rejects.toMatchObject({ code: 'access-denied', message: '403: no' });
    expect(fake.requests.filter(({ operation }) => operation === 'list pods')).toHaveLength(4);
  });

  it('ends with the signal’s reason', async () => {
    fake.faults.add({ service: 'kubernetes', fault: { kind: 'hang' } });
    const controller = new AbortController();
    const asked = client.version(controller.signal);
    setTimeout(() => controller.abort(new Error('stop')), 50);
    await expect(asked).rejects.toThrow('stop');
  });

  it('watches from a version on, until the signal', async () => {
    const { resourceVersion } = await client.list(pods, 'default', {}, signal);
    const controller = new AbortController();
    const seen: string[] = [];
    const watching = (async () => {
      for await (const { type, object } of client.watch(pods, 'default', resourceVersion, controller.signal)) {
        seen.push(`${type} ${object.metadata.name}`);
        if (type === 'DELETED') controller.abort(new Error('enough'));
      }
    })();
    const pod = fake.store.make({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p', namespace: 'default' },
      spec: { containers: [{ name: 'c', image: 'x' }] },
    });
    setTimeout(() => fake.store.drop(pod), 100);
    await expect(watching).rejects.toThrow('enough');
    expect(seen[0]).toBe('ADDED p');
    expect(seen.at(-1)).toBe('DELETED p');
  });
});

describe('release records', () => {
  const record = (version: number, status: ReleaseStatus) => {
    const body = { name: 'web', namespace: 'default', version, manifest: '', info: { status }, config: { kept: true } };
    const data = { release: Buffer.from(Buffer.from(JSON.stringify(body)).toString('base64')).toString('base64') };
    const metadata = { name: `sh.helm.release.v1.web.v${version}`, namespace: 'default', labels: { owner: 'helm', name: 'web', status } };
    return fake.store.make({ apiVersion: 'v1', kind: 'Secret', metadata, type: 'helm.sh/release.v1', data });
  };

  it('are read in order of their numbers, and marked in record and label', async () => {
    for (const number of [10, 9]) record(number, 'deployed');
    const history = await readHistory(client, 'default', 'web', signal);
    expect(history.map(({ number }) => number)).toEqual([9, 10]);
    const [first] = history;
    if (!first) throw new Error('no history');
    await markRevision(client, first, 'failed', 'because', signal);
    const [marked] = await readHistory(client, 'default', 'web', signal);
    expect(marked?.record).toMatchObject({ info: { status: 'failed', description: 'because' }, config: { kept: true } });
    expect(marked?.secret.metadata.labels?.['status']).toBe('failed');
  });

  it('somebody else’s write in between is no obstacle; a Secret that is gone is none either', async () => {
    record(1, 'deployed');
    const [revision] = await readHistory(client, 'default', 'web', signal);
    if (!revision) throw new Error('no history');
    await markRevision(client, revision, 'superseded', '', signal);
    await markRevision(client, revision, 'failed', '', signal);
    expect((await readHistory(client, 'default', 'web', signal))[0]?.status).toBe('failed');
    await client.delete({ apiVersion: 'v1', plural: 'secrets' }, 'default', revision.secret.metadata.name, signal);
    await markRevision(client, revision, 'failed', '', signal);
  });

  it('a Secret that is none of Helm’s is named', () => {
    expect(() => readRevision({ metadata: { name: 's', namespace: 'n' }, data: { release: 'AAAA' } })).toThrowError(/Secret n\/s is not a Helm record/);
  });

  it('survive reading and writing', () => {
    const secret: Secret = {
      metadata: { name: 's' },
      data: { release: Buffer.from(Buffer.from('{"version":3,"info":{"status":"deployed"},"x":[1]}').toString('base64')).toString('base64') },
    };
    const written = withStatus(readRevision(secret), 'superseded', 'd');
    expect(readRevision(written).record).toEqual({ version: 3, info: { status: 'superseded', description: 'd' }, x: [1] });
  });

  it.each([
    [
      [
        ['1', 'superseded'],
        ['2', 'deployed'],
      ],
      3,
      2,
    ],
    [
      [
        ['1', 'superseded'],
        ['2', 'failed'],
      ],
      3,
      1,
    ],
    [
      [
        ['1', 'deployed'],
        ['2', 'failed'],
      ],
      3,
      1,
    ],
    [
      [
        ['1', 'deployed'],
        ['2', 'superseded'],
      ],
      3,
      1,
    ],
    [[['1', 'failed']], 2, undefined],
    [[['1', 'deployed']], 1, undefined],
  ])('the last good one of %j before %d is %s', (rows, before, number) => {
    const history = (rows as [string, ReleaseStatus][]).map(([version, status]) => ({
      number: Number(version),
      status,
      record: {} as never,
      secret: {} as never,
    }));
    expect(lastGood(history, before)?.number).toBe(number);
  });
});

describe('the recorder', () => {
  const workload = (image: string) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      replicas: 2,
      selector: { matchLabels: { a: 'b' } },
      template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'app', image }] } },
    },
  });
  const targets = [{ kind: 'Deployment' as const, namespace: 'default', name: 'web' }];
  const real = { now: () => Date.now(), sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) };
  const start = () => Recorder.start({ client, namespaces: ['default'], clock: real, logLines: 5, hooks: [], signal });
  const wait = (recorder: Recorder, more: object = {}) => recorder.wait({ targets, deadline: Date.now() + 10_000, failFast: true, signal, ...more });

  it('sees a Deployment become ready, and tells it in order', async () => {
    const recorder = await start();
    fake.store.make(workload('app:1'));
    expect(await wait(recorder)).toEqual({ kind: 'ready' });
    const entries = recorder.timeline.entries();
    expect(entries.filter(({ event }) => event === 'ready')).toHaveLength(2);
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort());
    recorder.stop();
  });

  it('ends at the second exit, with the last lines', async () => {
    const recorder = await start();
    fake.store.make(workload('app:crash'));
    expect(await wait(recorder)).toMatchObject({
      kind: 'failed',
      diagnosis: { reason: 'crash-loop', container: 'app', logs: ['hello from a fake pod', 'second line'] },
    });
    recorder.stop();
  });

  it('without fail-fast waits until the deadline, and then names the cause', async () => {
    const recorder = await start();
    fake.store.make(workload('app:crash'));
    const began = Date.now();
    expect(await wait(recorder, { failFast: false, deadline: began + 1_500 })).toMatchObject({ kind: 'timeout', diagnosis: { reason: 'crash-loop' } });
    expect(Date.now() - began).toBeGreaterThan(1_400);
    recorder.stop();
  });

  it('while Helm runs, judges only what has changed since it started', async () => {
    fake.store.make(workload('app:crash'));
    await new Promise((done) => setTimeout(done, 600));
    const recorder = await start();
    const helm = new AbortController();
    setTimeout(() => helm.abort(), 600);
    expect(await wait(recorder, { during: helm.signal })).toEqual({ kind: 'stopped' });
    recorder.stop();
  });

  it('lives through broken watches', async () => {
    fake.faults.add({ service: 'kubernetes', operation: 'watch pods', times: 2, fault: { kind: 'reset' } });
    const recorder = await start();
    fake.store.make(workload('app:1'));
    expect(await wait(recorder)).toEqual({ kind: 'ready' });
    recorder.stop();
  });
});
