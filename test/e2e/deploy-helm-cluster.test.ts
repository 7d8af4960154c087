import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, clusterFolder, startCluster } from '../cluster/index.ts';
import { deploy, diagnosisOf, helms, historyText, workspaceOf } from './deploy-helm-support.ts';

const there = clusterFolder() !== undefined && helms.length > 0;
if (!there) console.warn('SKIPPED: deploy-helm on a real API server; test/cluster/build.sh builds it into the cache');

describe.skipIf(!there)('on a real API server', () => {
  let kit: Testkit;
  let cluster: Cluster;
  let folder: string;
  let stranger: ReturnType<Testkit['identities']['issue']>;
  const namespaces = ['app3', 'app4', 'quota', 'elsewhere'];

  beforeAll(async () => {
    kit = await startTestkit();
    folder = mkdtempSync(join(tmpdir(), 'slipway-cluster-'));
    stranger = kit.identities.issue('111122223333', 'arn:aws:sts::111122223333:assumed-role/stranger/ci', 'AROA:ci', 3600);
    const users = (id: string) => {
      const found = id === stranger.accessKeyId ? undefined : kit.identities.find(id);
      return found && { ...found.keys, arn: found.caller.arn, groups: ['deployers'] };
    };
    cluster = await startCluster({ folder, name: 'prod', namespaces, users });
    kit.eks.clusters.set('prod', { endpoint: cluster.url, ca: cluster.ca });
  }, 180_000);
  afterAll(async () => {
    await cluster?.stop();
    await kit?.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const historyOf = async (namespace: string, release = 'web') =>
    historyText(JSON.parse(await cluster.kubectl('-n', namespace, 'get', 'secrets', '-l', `owner=helm,name=${release}`, '-o', 'json')).items);
  const run = (namespace: string, helm: string, inputs: Record<string, string> = {}, more: object = {}) =>
    deploy({ kit, workspace: workspaceOf(kit) }, { namespace, ...inputs }, { helm, ...more });

  describe.each(helms)('with Helm $major', ({ major, path: helm }) => {
    const namespace = `app${major}`;

    it('installs, is unchanged, upgrades, and rolls back what fails', async () => {
      const first = await run(namespace, helm);
      expect(first.outputs, first.stdout).toMatchObject({ outcome: 'deployed', revision: '1' });
      const second = await run(namespace, helm);
      expect(second.outputs, second.stdout).toMatchObject({ outcome: 'unchanged', revision: '1' });
      const third = await run(namespace, helm, { set: 'replicas: 3' });
      expect(third.outputs, third.stdout).toMatchObject({ outcome: 'deployed', revision: '2' });

      const missing = await run(namespace, helm, { set: '{replicas: 3, image: {tag: missing}}' });
      expect(missing.outputs, missing.stdout).toMatchObject({
        outcome: 'rolled-back',
        'failure-reason': 'image-missing',
        revision: '4',
        'rolled-back-to': '2',
      });
      expect(diagnosisOf(missing).message).toContain('registry.invalid/app:missing');
      const crash = await run(namespace, helm, { set: '{replicas: 3, image: {tag: crash}}', rollback: 'never' });
      expect(crash.outputs, crash.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'crash-loop', revision: '5' });
      expect(diagnosisOf(crash).logs).toContain('hello from a fake pod');
      expect(await historyOf(namespace)).toBe('1 superseded, 2 superseded, 3 failed, 4 deployed, 5 failed');
    }, 180_000);

    it('uninstalls a first install that fails', async () => {
      const step = await run(namespace, helm, { release: 'first', set: 'image: {tag: oom}' });
      expect(step.outputs, step.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'out-of-memory', revision: '' });
      expect(await historyOf(namespace, 'first')).toBe('');
    }, 60_000);

    it('rolls a StatefulSet back whose broken pod would block it', async () => {
      const first = await run(namespace, helm, { release: 'state', set: 'stateful: true' });
      expect(first.outputs, first.stdout).toMatchObject({ outcome: 'deployed' });
      const step = await run(namespace, helm, { release: 'state', set: '{stateful: true, image: {tag: crash}}' });
      expect(step.outputs, step.stdout).toMatchObject({ outcome: 'rolled-back', 'failure-reason': 'crash-loop', 'rolled-back-to': '1' });
    }, 120_000);

    it('keeps the evidence of a hook that its policy deletes', async () => {
      const step = await run(namespace, helm, { release: 'hooked', set: 'hook: {enabled: true, tag: jobfail, policy: hook-failed}' });
      expect(step.outputs, step.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'hook-failed' });
      expect(diagnosisOf(step)).toMatchObject({ container: 'migrate', message: expect.stringContaining('exited with 3') });
    }, 60_000);
  });

  const [{ path: helm } = { path: '' }] = helms;

  it('a namespace that we have no rights in is access-denied; a stranger is unauthorized', async () => {
    const denied = await run('kube-system', helm);
    expect(denied.outputs['failure-reason'], denied.stdout).toBe('access-denied');
    const unknown = await run('app3', helm, {}, { keys: stranger });
    expect(unknown.outputs['failure-reason'], unknown.stdout).toBe('unauthorized');
    expect(unknown.stdout).toContain('role/stranger');
  }, 60_000);

  it('a pod that fits nowhere is unschedulable, in the words of the scheduler', async () => {
    const step = await run('elsewhere', helm, { set: 'nodeSelector: {disk: fast}' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('unschedulable');
    expect(diagnosisOf(step).message).toContain('node affinity');
  }, 60_000);

  it('a quota that stops pods is quota', async () => {
    const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'small', namespace: 'quota' }, spec: { hard: { pods: '1' } } };
    writeFileSync(join(folder, 'quota.json'), JSON.stringify(quota));
    await cluster.kubectl('apply', '-f', join(folder, 'quota.json'));
    const step = await run('quota', helm);
    expect(step.outputs['failure-reason'], step.stdout).toBe('quota');
    expect(diagnosisOf(step).message).toContain('exceeded quota: small');
  }, 60_000);
});
