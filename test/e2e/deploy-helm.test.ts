import { readFileSync } from 'node:fs';
import { findLeaks, openFiles } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deploy, diagnosisOf, fakeHistory, helms, openFake, type Place, writeFile } from './deploy-helm-support.ts';

let place: Place;
beforeEach(async () => {
  place = await openFake();
});
afterEach(() => place.close());

describe.each(helms)('with Helm $major on the fake API', ({ path: helm }) => {
  const run = (inputs: Record<string, string> = {}) => deploy(place, inputs, { helm });

  it('installs, says unchanged the second time, and upgrades', async () => {
    const first = await run();
    expect(first.exitCode, first.stdout).toBe(0);
    expect(first.outputs).toMatchObject({ outcome: 'deployed', 'failure-reason': '', revision: '1', 'rolled-back-to': '', diagnosis: '' });
    expect(JSON.parse(first.outputs['images'] ?? '')).toEqual(['registry.invalid/app:good']);
    expect(first.report).toMatchObject({ schema: 'slipway.deploy-helm/1', outcome: 'deployed', calls: { 'eks:DescribeCluster': 1 } });
    expect(first.summary).toContain('### Deployed: `web`');
    expect(place.fake.store.find('Deployment', 'app', 'web')?.status).toMatchObject({ readyReplicas: 2 });

    const writes = place.fake.requests.filter(({ method }) => method !== 'GET').length;
    const second = await run();
    expect(second.outputs, second.stdout).toMatchObject({ outcome: 'unchanged', revision: '1' });
    expect(place.fake.requests.filter(({ method }) => method !== 'GET').length).toBe(writes);

    const third = await run({ set: '{replicas: 3}' });
    expect(third.outputs, third.stdout).toMatchObject({ outcome: 'deployed', revision: '2' });
    expect(readFileSync(third.outputs['diff-path'] ?? '', 'utf8')).toBe('~ Deployment/app/web spec.replicas: 2 → 3\n');
    expect(fakeHistory(place)).toBe('1 superseded, 2 deployed');
  });

  it('rolls a missing image back, with the reason and the evidence', async () => {
    await run();
    const step = await run({ set: 'image: {tag: missing}' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'rolled-back', 'failure-reason': 'image-missing', revision: '3', 'rolled-back-to': '1' });
    expect(diagnosisOf(step)).toMatchObject({
      reason: 'image-missing',
      object: expect.stringMatching(/^Pod\/app\/web-/),
      container: 'app',
      message: expect.stringContaining('registry.invalid/app:missing'),
      events: expect.arrayContaining([expect.stringContaining('ErrImagePull')]),
    });
    expect(fakeHistory(place)).toBe('1 superseded, 2 failed, 3 deployed');
    expect(step.stdout).toContain('release web in app revision 2 failed; rolled back to revision 1 (image-missing)');
    expect(step.report?.result.timeline.length).toBeGreaterThan(3);
    expect(step.summary).toContain('Failed and rolled back');
    expect(place.fake.store.find('Deployment', 'app', 'web')?.status).toMatchObject({ readyReplicas: 2, updatedReplicas: 2 });
  });

  it('knows a crash loop by the second exit, and shows the last lines', async () => {
    await run();
    const step = await run({ set: 'image: {tag: crash}' });
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'rolled-back', 'failure-reason': 'crash-loop' });
    expect(diagnosisOf(step).logs).toEqual(['hello from a fake pod', 'second line']);
  });

  it('uninstalls a first install that fails', async () => {
    const step = await run({ set: 'image: {tag: crash}' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'crash-loop', revision: '', 'rolled-back-to': '' });
    expect(fakeHistory(place)).toBe('');
    expect(place.fake.store.find('Deployment', 'app', 'web')).toBeUndefined();
  });

  it('leaves it with rollback never, and the last good one stays deployed', async () => {
    await run();
    const step = await run({ set: 'image: {tag: crash}', rollback: 'never' });
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'crash-loop', revision: '2', 'rolled-back-to': '' });
    expect(fakeHistory(place)).toBe('1 deployed, 2 failed');
    const next = await run({ set: 'text: next' });
    expect(next.outputs, next.stdout).toMatchObject({ outcome: 'deployed', revision: '3' });
    expect(fakeHistory(place)).toBe('1 superseded, 2 failed, 3 deployed');
  });

  it('tells a failed hook, with its log, from the rollout', async () => {
    const step = await run({ set: 'hook: {enabled: true, tag: jobfail, policy: hook-failed}' });
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'hook-failed' });
    expect(diagnosisOf(step)).toMatchObject({ container: 'migrate', logs: ['hello from a fake pod', 'second line'] });
  });

  it('rolls a StatefulSet back whose broken pod would block it', async () => {
    await run({ set: 'stateful: true' });
    const step = await run({ set: '{stateful: true, image: {tag: crash}}' });
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'rolled-back', 'failure-reason': 'crash-loop', 'rolled-back-to': '1' });
    expect(place.fake.store.find('StatefulSet', 'app', 'web')?.status).toMatchObject({ readyReplicas: 2, updatedReplicas: 2 });
  });

  it('hands values over as they are written in YAML 1.2', async () => {
    writeFile(place, 'a.yaml', 'text: on\nreplicas: 1\n');
    writeFile(place, 'b.txt', 'line one\nline two\n');
    const step = await run({ values: 'a.yaml\n# a comment', set: 'replicas: 3', 'set-string': 'image: {tag: 0123}' });
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'deployed' });
    expect(place.fake.store.find('ConfigMap', 'app', 'web-text')?.['data']).toEqual({ text: 'on' });
    expect(place.fake.store.find('Deployment', 'app', 'web')?.spec).toMatchObject({ replicas: 3 });
    expect(JSON.parse(step.outputs['images'] ?? '')).toEqual(['registry.invalid/app:0123']);
    const file = await run({ 'set-file': 'text: b.txt' });
    expect(file.outputs, file.stdout).toMatchObject({ outcome: 'deployed' });
    expect(place.fake.store.find('ConfigMap', 'app', 'web-text')?.['data']).toEqual({ text: 'line one\nline two\n' });
  });

  it('leaks no token, leaves no file open, and labels its releases', async () => {
    const step = await run();
    const tokens = step.masks.filter((mask) => mask.startsWith('k8s-aws-v1.'));
    expect(tokens).toHaveLength(1);
    expect(findLeaks(step, tokens)).toEqual([]);
    expect(openFiles(step)).toEqual([]);
    const [secret] = place.fake.store.listKind('Secret', 'app');
    expect(secret?.metadata.labels).toMatchObject({ 'slipway-run': '4711.1' });
    const post = await step.post();
    expect(post.exitCode).toBe(0);
    expect(openFiles(step)).toEqual([]);
  });
});
