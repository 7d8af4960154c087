import { describe, expect, it } from 'vitest';
import type { ContainerStatus } from '../src/objects.ts';
import { podCauses } from '../src/rollout/pod-causes.ts';
import { eventFor, podWith, stateOf } from './pods.ts';

const causesOf = (status: Partial<ContainerStatus>) => {
  const pod = podWith(status);
  return podCauses(stateOf([pod]), pod);
};
const exited = (exitCode: number, reason = 'Error') => ({ terminated: { exitCode, reason } });
const waiting = (reason: string, message = '') => ({ waiting: { reason, message } });

describe('a container that waits', () => {
  it.each(['ErrImagePull', 'ImagePullBackOff', 'InvalidImageName', 'ErrImageNeverPull', 'RegistryUnavailable', 'ImageInspectError'])(
    '%s is image-missing after 5 s',
    (reason) => {
      expect(causesOf({ state: waiting(reason, 'x') })).toMatchObject([{ reason: 'image-missing', container: 'app', holdMs: 5_000 }]);
    },
  );

  it('CreateContainerConfigError is config-missing, in the words of the kubelet', () => {
    expect(causesOf({ state: waiting('CreateContainerConfigError', 'secret "db" not found') })).toMatchObject([
      { reason: 'config-missing', message: 'secret "db" not found' },
    ]);
  });

  it.each(['ContainerCreating', 'PodInitializing'])('%s is no cause', (reason) => {
    expect(causesOf({ state: waiting(reason) })).toEqual([]);
  });

  it('says what the registry said, not what the back-off says', () => {
    const pod = podWith({ state: waiting('ImagePullBackOff', 'Back-off pulling image "app:1"') });
    const told = eventFor(pod, 'Failed', 'Failed to pull image "app:1": 403 Forbidden');
    const later = eventFor(pod, 'Failed', 'Error: ImagePullBackOff', '2026-01-01T00:00:01Z');
    expect(podCauses(stateOf([pod], [told, later]), pod)[0]?.message).toBe('Failed to pull image "app:1": 403 Forbidden');
    expect(podCauses(stateOf([pod]), pod)[0]?.message).toContain('image app:1 cannot be pulled');
  });
});

describe('a container that ends', () => {
  it.each([
    ['the first exit, running again', { restartCount: 1, state: { running: {} }, lastState: exited(1) }, []],
    ['the first exit, not yet restarted', { restartCount: 0, state: exited(1) }, []],
    ['the second exit', { restartCount: 1, state: exited(1) }, ['crash-loop']],
    ['the second exit, waiting', { restartCount: 1, state: waiting('CrashLoopBackOff'), lastState: exited(1) }, ['crash-loop']],
    ['the third life', { restartCount: 2, state: { running: {} }, lastState: exited(1) }, ['crash-loop']],
    ['an exit with 0 counts as well', { restartCount: 2, state: { running: {} }, lastState: exited(0, 'Completed') }, ['crash-loop']],
    ['the first kill for want of memory', { restartCount: 0, state: exited(137, 'OOMKilled') }, ['out-of-memory']],
    ['a kill in its life before', { restartCount: 1, state: { running: {} }, lastState: exited(137, 'OOMKilled') }, ['out-of-memory']],
    ['running', { state: { running: {} } }, []],
  ])('%s: %j', (_, status, reasons) => {
    expect(causesOf(status as Partial<ContainerStatus>).map(({ reason }) => reason)).toEqual(reasons);
  });

  it('names the memory limit, or says that there is none', () => {
    const state = exited(137, 'OOMKilled');
    const limited = podWith({ state }, { container: { resources: { limits: { memory: '64Mi' } } } });
    expect(podCauses(stateOf([limited]), limited)[0]?.message).toContain('its limit is 64Mi');
    const free = podWith({ state });
    expect(podCauses(stateOf([free]), free)[0]?.message).toContain('no memory limit');
  });

  it('looks at init containers, and ends at once', () => {
    const pod = podWith({}, { pod: { initContainerStatuses: [{ name: 'init', ready: false, restartCount: 1, state: exited(2) }] } });
    expect(podCauses(stateOf([pod]), pod)).toMatchObject([{ reason: 'crash-loop', container: 'init', holdMs: 0 }]);
  });
});

describe('mounts', () => {
  it.each([
    ['config-missing', 'MountVolume.SetUp failed for volume "c" : configmap "absent" not found'],
    ['config-missing', 'MountVolume.SetUp failed for volume "c" : secret "absent" not found'],
    ['config-missing', 'MountVolume.SetUp failed for volume "c" : references non-existent secret key: tls.crt'],
    ['volume', 'MountVolume.SetUp failed for volume "efs" : rpc error: code = DeadlineExceeded'],
  ])('%s: %s', (reason, message) => {
    const pod = podWith({ state: waiting('ContainerCreating') });
    expect(podCauses(stateOf([pod], [eventFor(pod, 'FailedMount', message)]), pod)).toMatchObject([{ reason, container: '', message }]);
  });

  it('a mount that failed once and then worked is no cause', () => {
    const pod = podWith({ state: { running: {} } });
    expect(podCauses(stateOf([pod], [eventFor(pod, 'FailedMount', 'x')]), pod)).toEqual([]);
  });
});
