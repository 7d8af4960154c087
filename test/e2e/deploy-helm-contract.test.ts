/** deploy-helm: the form of what is refused, and mistakes that must not end as `internal` or as a deploy of something else. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyHelm, deploy, fakeHistory, helms, openFake, type Place, writeFile } from './deploy-helm-support.ts';

let place: Place;
beforeEach(async () => {
  place = await openFake();
});
afterEach(() => place.close());

const nothingCalled = () => {
  expect(place.kit.ledger.entries).toEqual([]);
  expect(place.fake.requests).toEqual([]);
};

describe('values', () => {
  it.each([
    ['set', 'image.tag: v2', 'set: got the key "image.tag"; want nested maps, no dotted paths; e.g. image: {tag: "1.2"}'],
    ['set-string', 'image.tag: 012', 'set-string: got the key "image.tag"; want nested maps'],
    ['set-file', 'app.conf: chart/Chart.yaml', 'set-file: got the key "app.conf"; want nested maps'],
    ['set-string', 'a: *x', 'set-string: got'],
  ])('%s refuses %j', async (input, text, words) => {
    const step = await deploy(place, { [input]: text });
    expect(step.exitCode).toBe(1);
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-input' });
    expect(step.stdout).toContain(words);
    nothingCalled();
  });

  it.each([
    ['an alias of nothing', 'x: 1\na: *x\n', 'v.yaml:1:1 Unresolved alias'],
    ['two documents', 'a: 1\n---\nb: 1\n', 'v.yaml:2:1 a second document begins; want one map'],
    [
      'a bomb of aliases',
      `a: &a [1]\n${[...'bcdefg'].map((name, index) => `${name}: &${name} [${`*${'abcdefg'[index]},`.repeat(20)}]`).join('\n')}\n`,
      'v.yaml:1:1',
    ],
  ])('a values file with %s is invalid-file', async (_, text, words) => {
    writeFile(place, 'v.yaml', text);
    const step = await deploy(place, { values: 'v.yaml' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('invalid-file');
    expect(step.stdout).toContain(words);
    nothingCalled();
  });

  it('tells a folder from what is not there, each with an example', async () => {
    const step = await deploy(place, { values: 'chart\nabsent.yaml', 'set-file': 'a: chart', 'cluster-name': '', 'kubeconfig-file': 'chart' });
    expect(step.outputs['failure-reason']).toBe('invalid-file');
    expect(step.stdout).toContain('values: got "chart"; want a file in the workspace; this is no file; e.g. values/prod.yaml');
    expect(step.stdout).toContain('values: got "absent.yaml"; want a file in the workspace; it is not there; e.g.');
    expect(step.stdout).toContain('set-file: got "chart" for a; want a file in the workspace; this is no file; e.g.');
    expect(step.stdout).toContain('kubeconfig-file: got "chart"; want a file in the workspace; this is no file; e.g.');
    nothingCalled();
  });

  it('releases alone is refused as what it is, not for want of release and chart', async () => {
    const step = await deploy(place, { release: '', chart: '', releases: '- { release: a, chart: b }' });
    expect(step.stdout).toContain('an input is wrong (invalid-input)');
    expect(step.stdout).toContain('releases: got "- { release: a, chart: b }"; want no value: this input is not available yet');
  });
});

it.each([
  ['update-deps', 'true', 'a step with `helm dependency build` before this one'],
  ['action', 'uninstall', 'a deploy installs or upgrades'],
  ['helm-extra-args', '--force', 'flags could undo what it promises'],
  ['insecure-skip-tls-verify', 'true', 'certificates are always verified'],
  ['password', 'hunter2hunter2', '`chart` with a path'],
])('refuses %s of the action that this one replaces, with the way here', async (input, value, words) => {
  const step = await deploy(place, { [input]: value });
  expect(step.outputs['failure-reason']).toBe('invalid-input');
  expect(step.stdout).toContain(`${input}: got an input that this action does not have; want`);
  expect(step.stdout).toContain(words);
  expect(step.stdout).not.toContain('hunter2');
  nothingCalled();
});

describe('packed charts', () => {
  const pack = () => execFileSync('tar', ['-czf', 'web.tgz', '--transform', 's,^chart,web,', 'chart'], { cwd: place.workspace });

  it.skipIf(!anyHelm)('deploys one whose version is the one that is wanted', async () => {
    pack();
    const step = await deploy(place, { chart: 'web.tgz', 'chart-version': '0.1.0' });
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'deployed', revision: '1' });
  });

  it('refuses another version', async () => {
    pack();
    const step = await deploy(place, { chart: 'web.tgz', 'chart-version': '9.9.9' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('chart-invalid');
    expect(step.stdout).toContain('chart web.tgz is version 0.1.0, not 9.9.9 (chart-version)');
    nothingCalled();
  });

  it.each([
    ['no archive', 'hello'],
    ['nothing', ''],
  ])('refuses %s', async (_, content) => {
    writeFile(place, 'web.tgz', content);
    const step = await deploy(place, { chart: 'web.tgz' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('chart-invalid');
    expect(step.stdout).toContain('is no packed chart');
    nothingCalled();
  });
});

describe('what is not internal', () => {
  it.skipIf(!anyHelm)('a library chart is chart-invalid', async () => {
    appendFileSync(join(place.workspace, 'chart/Chart.yaml'), '\ntype: library\n');
    expect(readFileSync(join(place.workspace, 'chart/Chart.yaml'), 'utf8')).toContain('library');
    const step = await deploy(place);
    expect(step.outputs['failure-reason'], step.stdout).toBe('chart-invalid');
    expect(step.stdout).toContain('release web in app cannot be rendered (chart-invalid)');
    expect(place.fake.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it.skipIf(!anyHelm)('a cluster that is being made is cluster-unreachable, with its status', async () => {
    place.kit.eks.clusters.set('prod', { endpoint: '', ca: '', status: 'CREATING' });
    const step = await deploy(place);
    expect(step.outputs['failure-reason'], step.stdout).toBe('cluster-unreachable');
    expect(step.stdout).toContain('has no endpoint yet (CREATING)');
    expect(step.stdout).toContain('aws eks wait cluster-active --region eu-central-1 --name prod');
  });
});

describe.each(helms)('the history with Helm $major', ({ path: helm }) => {
  it("never takes the last revision's values", async () => {
    await deploy(place, { set: 'replicas: 3' }, { helm });
    const step = await deploy(place, {}, { helm });
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'deployed', revision: '2' });
    expect(place.fake.store.listKind('Deployment', 'app')[0]).toMatchObject({ spec: { replicas: 2 } });
  });

  it('never goes back to a revision that failed', async () => {
    const missing = { set: 'image: {tag: missing}', rollback: 'never' };
    await deploy(place, missing, { helm });
    const second = await deploy(place, missing, { helm });
    expect(second.outputs, second.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'image-missing', revision: '2' });
    expect(fakeHistory(place)).toBe('1 failed, 2 failed');
    const good = await deploy(place, {}, { helm });
    expect(good.outputs, good.stdout).toMatchObject({ outcome: 'deployed', revision: '3' });
    const crash = await deploy(place, { set: 'image: {tag: crash}' }, { helm });
    expect(crash.outputs, crash.stdout).toMatchObject({ outcome: 'rolled-back', 'rolled-back-to': '3' });
  });
});
