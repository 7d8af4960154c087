import { describe, expect, it } from 'vitest';
import type { Container, ContainerStatus } from '../src/objects.ts';
import { refusalReason } from '../src/rollout/controller-causes.ts';
import { podCauses } from '../src/rollout/pod-causes.ts';
import { quantity, scheduleCause } from '../src/rollout/schedule-causes.ts';
import { CauseTracker } from '../src/rollout/tracker.ts';
import { eventFor, podWith, stateOf } from './pods.ts';

const probed = (container: Partial<Container>, status: Partial<ContainerStatus>, ...events: [string, string][]) => {
  const pod = podWith({ state: { running: {} }, started: true, ...status }, { container });
  const all = events.map(([reason, message]) => eventFor(pod, reason, message));
  return podCauses(stateOf([pod], all), pod);
};

describe('probes', () => {
  it.each([
    [{}, 30_000],
    [{ readinessProbe: { initialDelaySeconds: 5, periodSeconds: 2, failureThreshold: 3 } }, 11_000],
    [{ startupProbe: { periodSeconds: 10, failureThreshold: 6 }, readinessProbe: { periodSeconds: 1, failureThreshold: 1 } }, 61_000],
  ])('%j is patient for %d ms', (container, holdMs) => {
    expect(probed(container, {}, ['Unhealthy', 'Readiness probe failed: 503'])).toMatchObject([
      { reason: 'probe-failing', holdMs, message: 'Readiness probe failed: 503' },
    ]);
  });

  it('counts from the first complaint', () => {
    expect(probed({}, {}, ['Unhealthy', 'x'])[0]?.beganAt).toBe(Date.UTC(2026, 0, 1));
  });

  it('a container that its own probe kills is probe-failing at once, never crash-loop', () => {
    const killed = probed(
      {},
      { restartCount: 2 },
      ['Unhealthy', 'Liveness probe failed: refused'],
      ['Killing', 'Container app failed liveness probe, will be restarted'],
    );
    expect(killed).toMatchObject([{ reason: 'probe-failing', holdMs: 0, message: 'Liveness probe failed: refused' }]);
  });

  it('no complaint, or ready by now: no cause', () => {
    expect(probed({}, {})).toEqual([]);
    expect(probed({}, { ready: true }, ['Unhealthy', 'x'])).toEqual([]);
  });
});

describe('the scheduler', () => {
  const cause = (message: string, options: { nodes?: string; request?: string; events?: string[] } = {}) => {
    const conditions = [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }];
    const pod = podWith(
      {},
      { pod: { phase: 'Pending', conditions, containerStatuses: [] }, container: { resources: { requests: { cpu: options.request ?? '1' } } } },
    );
    const state = stateOf(
      [pod],
      (options.events ?? []).map((reason) => eventFor(pod, reason, '')),
    );
    if (options.nodes) state.nodes = [{ metadata: { name: 'n' }, status: { allocatable: { cpu: options.nodes, memory: '1Gi' } } }];
    return scheduleCause(state, pod);
  };

  it.each([
    ["0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector. preemption: 0/2", {}, 5_000],
    ['0/2 nodes are available: 1 node(s) had untolerated taint {a: b}, 1 node(s) were unschedulable.', {}, 5_000],
    ['0/2 nodes are available: 2 Insufficient cpu. preemption: 0/2 nodes are available', {}, Number.POSITIVE_INFINITY],
    ['0/1 nodes are available: 1 Insufficient cpu.', { nodes: '4', request: '8' }, 5_000],
    ['0/1 nodes are available: 1 Insufficient cpu.', { nodes: '4', request: '3' }, Number.POSITIVE_INFINITY],
    ['0/1 nodes are available: 1 Insufficient cpu.', { events: ['NotTriggerScaleUp'] }, 0],
    ["0/2 nodes are available: 1 Insufficient memory, 1 node(s) didn't match Pod's node affinity/selector.", {}, Number.POSITIVE_INFINITY],
  ])('%s %j', (message, options, holdMs) => {
    expect(cause(message, options)).toMatchObject({ reason: 'unschedulable', holdMs, message });
  });

  it.each([
    '0/2 nodes are available: persistentvolumeclaim "data" not found.',
    'pod has unbound immediate PersistentVolumeClaims',
    '0/2 nodes are available: 2 node(s) had volume node affinity conflict.',
  ])('volume: %s', (message) => {
    expect(cause(message)?.reason).toBe('volume');
  });

  it.each([
    ['100m', 0.1],
    ['2', 2],
    ['64Mi', 64 * 2 ** 20],
    ['1e3', 1_000],
    ['1G', 1e9],
    ['', 0],
    ['many', 0],
  ])('quantity %j', (text, value) => {
    expect(quantity(text)).toBeCloseTo(value);
  });
});

describe('refusalReason', () => {
  it.each([
    ['quota', 'pods "x" is forbidden: exceeded quota: small'],
    ['quota', 'pods "x" is forbidden: maximum memory usage per Container is 1Gi'],
    ['quota', 'pods "x" is forbidden: failed quota: q: must specify limits.cpu'],
    ['config-missing', 'pods "x" is forbidden: error looking up service account app/deployer: serviceaccount "deployer" not found'],
    ['admission-denied', 'pods "x" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true'],
    ['admission-denied', 'admission webhook "policy.example" denied the request'],
  ])('%s: %s', (reason, message) => {
    expect(refusalReason(message)).toBe(reason);
  });
});

describe('CauseTracker', () => {
  const cause = (holdMs: number, reason = 'image-missing' as const) => ({ reason, object: podWith(), container: 'app', message: '', holdMs });

  it('is patient, and begins anew after a break', () => {
    const tracker = new CauseTracker();
    tracker.look([cause(5_000)], 0);
    tracker.look([cause(5_000)], 4_999);
    expect(tracker.unrecoverable(4_999)).toBeUndefined();
    expect(tracker.unrecoverable(5_000)).toMatchObject({ since: 0 });
    tracker.look([], 5_100);
    tracker.look([cause(5_000)], 5_200);
    expect(tracker.unrecoverable(10_000)).toBeUndefined();
    expect(tracker.any()).toMatchObject({ since: 5_200 });
  });

  it('follows the owner where pods come and go, and gives the first cause', () => {
    const tracker = new CauseTracker();
    tracker.look([cause(5_000)], 0);
    tracker.look([cause(0), { ...cause(0), container: 'other' }], 6_000);
    expect(tracker.unrecoverable(6_000)).toMatchObject({ since: 0 });
  });

  it('takes the beginning that the object tells', () => {
    const tracker = new CauseTracker();
    tracker.look([{ ...cause(5_000), beganAt: 1_000 }], 6_000);
    expect(tracker.unrecoverable(6_000)).toMatchObject({ since: 1_000 });
  });
});
