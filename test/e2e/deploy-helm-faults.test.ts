import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { forbidden } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyHelm, deploy, diagnosisOf, fakeHistory, openFake, type Place, startDeploy, until } from './deploy-helm-support.ts';

let place: Place;
beforeEach(async () => {
  place = await openFake();
});
afterEach(() => place.close());

describe.skipIf(!anyHelm)('the way to the cluster', () => {
  it('an unknown cluster is named, with the region', async () => {
    const step = await deploy(place, { 'cluster-name': 'prud' });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'cluster-not-found' });
    expect(step.stdout).toContain('there is no EKS cluster prud in eu-central-1');
    expect(step.stdout).toContain('aws eks list-clusters --region eu-central-1');
  });

  it('DescribeCluster denied is access-denied, with the statement', async () => {
    place.kit.eks.denied.add('prod');
    const step = await deploy(place);
    expect(step.outputs['failure-reason'], step.stdout).toBe('access-denied');
    expect(step.stdout).toContain('"Action": "eks:DescribeCluster"');
  });

  it('throttled DescribeCluster is tried again, five times at most', async () => {
    place.kit.faults.add({ service: 'eks', operation: 'DescribeCluster', times: Number.POSITIVE_INFINITY, fault: { kind: 'throttle' } });
    const step = await deploy(place);
    expect(step.outputs['failure-reason']).toBe('throttled');
    expect(place.kit.ledger.of('eks', 'DescribeCluster')).toHaveLength(5);
    expect(step.report?.calls).toEqual({ 'eks:DescribeCluster': 5 });
  });

  it('401 says who we are and which access entry to add', async () => {
    await place.close();
    place = await openFake({ authenticate: () => undefined });
    const keys = place.kit.identities.issue('111122223333', 'arn:aws:sts::111122223333:assumed-role/stranger/ci', 'AROA:ci', 3600);
    const step = await deploy(place, {}, { keys });
    expect(step.outputs['failure-reason'], step.stdout).toBe('unauthorized');
    expect(step.stdout).toContain('we are arn:aws:sts::111122223333:assumed-role/stranger/ci');
    expect(step.stdout).toContain('create-access-entry --region eu-central-1 --cluster-name prod --principal-arn arn:aws:iam::111122223333:role/stranger');
  });

  it('missing rights are access-denied in the words of the API server', async () => {
    place.fake.readers.add('arn:aws:iam::111122223333:user/ci');
    const step = await deploy(place);
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'access-denied' });
    expect(step.stdout).toContain('cannot create resource');
    expect(fakeHistory(place)).toBe('');
  });

  it('an API server that nobody listens on, private or not', async () => {
    place.kit.eks.clusters.set('prod', { endpoint: 'https://127.0.0.1:9', ca: place.fake.ca, publicAccess: false, privateAccess: true });
    const step = await deploy(place);
    expect(step.outputs['failure-reason'], step.stdout).toBe('cluster-unreachable');
    expect(step.stdout).toContain('its endpoint is private');
    expect(step.stdout).toContain('inside the VPC');
  });

  it('an API server that hangs ends the step after 15 seconds', async () => {
    place.kit.faults.add({ service: 'kubernetes', times: Number.POSITIVE_INFINITY, fault: { kind: 'hang' } });
    const step = await deploy(place);
    expect(step.outputs['failure-reason'], step.stdout).toBe('cluster-unreachable');
    expect(step.stdout).toContain('no answer within 10 s');
    expect(step.ms).toBeLessThan(25_000);
  });

  it('a certificate that the CA did not sign is not trusted', async () => {
    const other = await openFake();
    place.kit.eks.clusters.set('prod', { endpoint: place.fake.url, ca: other.fake.ca });
    const step = await deploy(place);
    await other.close();
    expect(step.outputs['failure-reason'], step.stdout).toBe('cluster-unreachable');
    expect(step.stdout).toContain('not signed by the CA');
  });
});

describe.skipIf(!anyHelm)('what the API server refuses', () => {
  it("a policy against Helm's own objects is admission-denied, and a begun revision is put right", async () => {
    await deploy(place);
    place.fake.admissions.push((verb, resource, object) => {
      if (verb !== 'create' && resource.kind === 'Deployment')
        throw forbidden(resource, object.metadata.name, 'admission webhook "policy" denied the request: no');
    });
    const step = await deploy(place, { set: 'replicas: 3' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('admission-denied');
    expect(step.stdout).toContain('denied the request: no');
    expect(fakeHistory(place)).toMatch(/2 failed/);
  });

  it('a quota that stops the pods is quota, at their ReplicaSet', async () => {
    place.fake.admissions.push((_verb, resource, object) => {
      if (resource.kind === 'Pod') throw forbidden(resource, object.metadata.name, 'exceeded quota: small, requested: pods=1, used: pods=0, limited: pods=0');
    });
    const step = await deploy(place);
    expect(step.outputs['failure-reason'], step.stdout).toBe('quota');
    expect(diagnosisOf(step)).toMatchObject({ object: expect.stringMatching(/^ReplicaSet\/app\/web-/), container: '' });
  });

  it.each([
    ['unschedulable', 'nodeSelector: {disk: fast}', '', /node affinity/],
    ['unschedulable', 'resources: {requests: {cpu: "64"}}', '', /Insufficient cpu/],
    ['config-missing', 'configMap: absent', 'app', /absent/],
    ['out-of-memory', 'image: {tag: oom}', 'app', /no memory limit/],
  ])('%s by %s', async (reason, set, container, message) => {
    const step = await deploy(place, { set });
    expect(step.outputs['failure-reason'], step.stdout).toBe(reason);
    expect(diagnosisOf(step)).toMatchObject({ reason, container, message: expect.stringMatching(message) });
  });

  it('probes that fail at the end of timeout are probe-failing, not timeout', async () => {
    const step = await deploy(place, { set: 'image: {tag: unready}', timeout: '8s' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('probe-failing');
    expect(diagnosisOf(step).message).toContain('statuscode: 500');
  });
});

describe.skipIf(!anyHelm)('cancellation', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends the step within 6 s, with the revision failed and no rollback', async (signal) => {
    await deploy(place);
    const running = startDeploy(place, { set: 'image: {tag: unready}' });
    await until(
      () => place.fake.store.find('Deployment', 'app', 'web')?.spec?.['template'] !== undefined && fakeHistory(place).startsWith('1 superseded, 2 deployed'),
    );
    const began = Date.now();
    running.child.kill(signal);
    const step = await running.done;
    expect(Date.now() - began).toBeLessThan(6_000);
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'cancelled' });
    expect(fakeHistory(place)).toBe('1 deployed, 2 failed');
  });

  it('while Helm waits for a hook, Helm is interrupted', async () => {
    await deploy(place);
    const running = startDeploy(place, { set: 'hook: {enabled: true, tag: unready}' });
    await until(() => place.fake.store.find('Job', 'app', 'web-migrate') !== undefined);
    const began = Date.now();
    running.child.kill('SIGINT');
    const step = await running.done;
    expect(Date.now() - began).toBeLessThan(6_000);
    expect(step.outputs['failure-reason'], step.stdout).toBe('cancelled');
    expect(fakeHistory(place)).toBe('1 deployed, 2 failed');
    expect(helmsAt(step.temp)).toEqual([]);
  });

  it('post puts right what a killed step has left, and ends its Helm', async () => {
    await deploy(place);
    const running = startDeploy(place, { set: 'hook: {enabled: true, tag: unready}' });
    await until(() => fakeHistory(place).endsWith('2 pending-upgrade'));
    running.child.kill('SIGKILL');
    const step = await running.done;
    const post = await step.post();
    expect(post.exitCode, post.stdout).toBe(0);
    expect(post.stdout).toContain('Marked revision 2 of web as failed');
    expect(fakeHistory(place)).toBe('1 deployed, 2 failed');
    expect(existsSync(step.state['folder'] ?? '')).toBe(false);
    expect(helmsAt(step.temp)).toEqual([]);
  });
});

describe.skipIf(!anyHelm)('a release that is pending', () => {
  const leavePending = async (label: string | undefined) => {
    await deploy(place);
    const running = startDeploy(place, { set: 'hook: {enabled: true, tag: unready}' }, { environment: { GITHUB_RUN_ID: label ?? '' } });
    await until(() => fakeHistory(place).endsWith('2 pending-upgrade'));
    running.child.kill('SIGKILL');
    const step = await running.done;
    for (const pid of helmsAt(step.temp)) process.kill(Number(pid), 'SIGKILL');
  };

  it('of this very run is recovered', async () => {
    await leavePending('4711');
    const step = await deploy(place, { set: 'text: again' });
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'deployed', revision: '3' });
    expect(fakeHistory(place)).toBe('1 superseded, 2 failed, 3 deployed');
  });

  it('of a run that GitHub calls completed is recovered', async () => {
    await leavePending('99');
    place.kit.github.runs.set('99', 'completed');
    const step = await deploy(place, { set: 'text: again' });
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'deployed', revision: '3' });
  });

  it('of a run that is alive is waited for, then release-pending, and nothing is written', async () => {
    await leavePending('99');
    place.kit.github.runs.set('99', 'in_progress');
    const step = await deploy(place, { set: 'text: again', timeout: '6s' });
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'release-pending' });
    expect(step.stdout).toContain('by run 99.1');
    expect(fakeHistory(place)).toBe('1 deployed, 2 pending-upgrade');
  });

  it('is refused at once with on-stuck-release fail', async () => {
    await leavePending('99');
    const step = await deploy(place, { set: 'text: again', 'on-stuck-release': 'fail' });
    expect(step.outputs['failure-reason']).toBe('release-pending');
    expect(step.ms).toBeLessThan(15_000);
  });
});

/** Helm processes that work in a folder. */
function helmsAt(folder: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`HELM_CACHE_HOME=${folder}`);
    } catch {
      return false;
    }
  });
}
