import { describe, expect, it } from 'vitest';
import type { Pod, Workload } from '../src/objects.ts';
import { ClusterState, keyOf } from '../src/rollout/state.ts';
import { isDone, newestPods, type Target } from '../src/rollout/targets.ts';

const workload = (spec: object, status: object, generation = 2): Workload =>
  ({ metadata: { name: 'web', namespace: 'app', uid: 'w', generation }, spec, status: { observedGeneration: generation, ...status } }) as Workload;
const target = (kind: Target['kind']): Target => ({ kind, namespace: 'app', name: 'web' });
const done = (kind: Exclude<Target['kind'], 'Pod'>, object: Workload) => {
  const state = new ClusterState();
  state.set(kind, keyOf(object), object);
  return isDone(state, target(kind));
};

describe('isDone', () => {
  it.each([
    ['all new and available', { replicas: 2 }, { replicas: 2, updatedReplicas: 2, availableReplicas: 2 }, true],
    ['an old pod is still there', { replicas: 2 }, { replicas: 3, updatedReplicas: 2, availableReplicas: 3 }, false],
    ['too few new ones', { replicas: 2 }, { replicas: 2, updatedReplicas: 1, availableReplicas: 2 }, false],
    ['not available', { replicas: 2 }, { replicas: 2, updatedReplicas: 2, availableReplicas: 1 }, false],
    ['none wanted', { replicas: 0 }, {}, true],
    ['one wanted by default', {}, {}, false],
    ['paused', { replicas: 2, paused: true }, {}, true],
  ])('a Deployment: %s', (_, spec, status, expected) => {
    expect(done('Deployment', workload(spec, status))).toBe(expected);
  });

  it('a Deployment whose controller has not seen the new spec is not done', () => {
    expect(done('Deployment', workload({ replicas: 1 }, { observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: 1 }))).toBe(false);
  });

  it.each([
    ['all of one revision', { replicas: 2 }, { readyReplicas: 2, currentRevision: 'b', updateRevision: 'b' }, true],
    ['in the middle', { replicas: 2 }, { readyReplicas: 2, currentRevision: 'a', updateRevision: 'b' }, false],
    ['one is not ready', { replicas: 2 }, { readyReplicas: 1, currentRevision: 'b', updateRevision: 'b' }, false],
    [
      'only to its partition',
      { replicas: 3, updateStrategy: { rollingUpdate: { partition: 2 } } },
      { readyReplicas: 3, updatedReplicas: 1, currentRevision: 'a', updateRevision: 'b' },
      true,
    ],
    ['updated by hand', { replicas: 2, updateStrategy: { type: 'OnDelete' } }, {}, true],
  ])('a StatefulSet: %s', (_, spec, status, expected) => {
    expect(done('StatefulSet', workload(spec, status))).toBe(expected);
  });

  it.each([
    ['on all nodes', { desiredNumberScheduled: 2, updatedNumberScheduled: 2, numberAvailable: 2 }, true],
    ['old on one node', { desiredNumberScheduled: 2, updatedNumberScheduled: 1, numberAvailable: 2 }, false],
    ['no node wants it', { desiredNumberScheduled: 0 }, true],
  ])('a DaemonSet: %s', (_, status, expected) => {
    expect(done('DaemonSet', workload({}, status))).toBe(expected);
  });

  it('what is not there is not done; a Job is not waited for', () => {
    expect(isDone(new ClusterState(), target('Deployment'))).toBe(false);
    expect(isDone(new ClusterState(), target('Job'))).toBe(true);
  });
});

describe('newestPods', () => {
  const owned = (kind: string, uid: string) => [{ kind, name: uid, uid, controller: true }];
  const pod = (name: string, kind: string, uid: string, labels = {}): Pod =>
    ({ metadata: { name, namespace: 'app', uid: name, labels, ownerReferences: owned(kind, uid) }, spec: { containers: [] } }) as Pod;
  const replicaSet = (name: string, revision: string): Workload => ({
    metadata: { name, namespace: 'app', uid: name, annotations: { 'deployment.kubernetes.io/revision': revision }, ownerReferences: owned('Deployment', 'w') },
  });

  it('of a Deployment are those of its highest revision', () => {
    const state = new ClusterState();
    state.set('Deployment', 'app/web', workload({}, {}));
    for (const set of [replicaSet('rs9', '9'), replicaSet('rs10', '10')]) state.set('ReplicaSet', keyOf(set), set);
    for (const one of [pod('old', 'ReplicaSet', 'rs9'), pod('new', 'ReplicaSet', 'rs10')]) state.set('Pod', keyOf(one), one);
    expect(newestPods(state, target('Deployment')).map(({ metadata }) => metadata.name)).toEqual(['new']);
  });

  it('of a StatefulSet are those of its update revision', () => {
    const state = new ClusterState();
    state.set('StatefulSet', 'app/web', workload({}, { updateRevision: 'b' }));
    for (const [name, hash] of [
      ['web-0', 'a'],
      ['web-1', 'b'],
    ] as const) {
      const one = pod(name, 'StatefulSet', 'w', { 'controller-revision-hash': hash });
      state.set('Pod', keyOf(one), one);
    }
    expect(newestPods(state, target('StatefulSet')).map(({ metadata }) => metadata.name)).toEqual(['web-1']);
  });
});

it('a state ignores what is older than what it knows', () => {
  const state = new ClusterState();
  const version = (resourceVersion: string, replicas: number): Workload => ({
    metadata: { name: 'web', namespace: 'app', resourceVersion },
    spec: { replicas },
  });
  state.set('Deployment', 'app/web', version('10', 3));
  state.set('Deployment', 'app/web', version('9', 1));
  expect(state.workload('Deployment', 'app', 'web')?.spec?.replicas).toBe(3);
});
