import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyHelm, deploy, openFake, type Place, writeFile } from './deploy-helm-support.ts';

let place: Place;
beforeEach(async () => {
  place = await openFake();
});
afterEach(() => place.close());

const nothingCalled = () => {
  expect(place.kit.ledger.entries).toEqual([]);
  expect(place.fake.requests).toEqual([]);
};

describe('inputs', () => {
  it('reports three wrong inputs at once, with what is wrong in files, and calls nothing', async () => {
    const step = await deploy(place, { release: 'Web_1', rollback: 'sometimes', timeout: 'soon', values: 'absent.yaml' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-input' });
    expect(step.stdout).toContain('release: got "Web_1"; want the name of a release');
    expect(step.stdout).toContain('rollback: got "sometimes"; want one of auto, never');
    expect(step.stdout).toContain('timeout: got "soon"; want a duration');
    expect(step.stdout).toContain('values: got "absent.yaml"');
    expect(step.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(4);
    nothingCalled();
  });

  it.each([
    ['an unknown input, with the nearest', { relaese: 'web' }, 'relaese: got an unknown input; want release'],
    ['an input of the action that this one replaces', { atomic: 'true' }, 'want `rollback: auto`'],
    ['config-files of bitovi', { 'config-files': 'a.yaml' }, 'want `values`'],
    ['a wrong boolean', { 'fail-fast': 'yes' }, 'fail-fast: got "yes"; want true or false'],
    ['both ways to a cluster', { 'kubeconfig-file': 'kube' }, 'either cluster-name or kubeconfig-file, not both'],
    ['no cluster', { 'cluster-name': '' }, 'cluster-name: got nothing'],
    ['no release', { release: '' }, 'release: got nothing'],
    ['a set that is no map', { set: '[1]' }, 'set: got'],
    ['a chart from a registry', { chart: 'oci://111122223333.dkr.ecr.eu-central-1.amazonaws.com/web' }, 'are not available yet'],
    ['an input that is not there yet', { 'pin-images': 'web: sha256:1' }, 'pin-images: got "web: sha256:1"; want no value: this input is not available yet'],
    ['evidence', { 'require-evidence': 'true' }, 'this input is not available yet'],
  ])('refuses %s', async (_, inputs, text) => {
    const step = await deploy(place, inputs);
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain(text);
    nothingCalled();
  });
});

describe('files', () => {
  it('names a values file that is not there', async () => {
    const step = await deploy(place, { values: 'values/prod.yaml' });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-file' });
    expect(step.stdout).toContain('values: got "values/prod.yaml"; want a file in the workspace; it is not there');
    nothingCalled();
  });

  it('names the place in a values file that is no YAML', async () => {
    writeFile(place, 'values.yaml', 'image:\n  tag: 1\n  tag: 2\n');
    const step = await deploy(place, { values: 'values.yaml' });
    expect(step.outputs['failure-reason']).toBe('invalid-file');
    expect(step.stdout).toContain('values.yaml:3:3 ');
    expect(step.annotations[0]).toMatchObject({ kind: 'error' });
    nothingCalled();
  });

  it('names a file of set-file that is not there', async () => {
    const step = await deploy(place, { 'set-file': 'text: absent.txt' });
    expect(step.outputs['failure-reason']).toBe('invalid-file');
    expect(step.stdout).toContain('absent.txt');
  });

  it('names a kubeconfig that is not there, and one without a context', async () => {
    const absent = await deploy(place, { 'cluster-name': '', 'kubeconfig-file': 'kube' });
    expect(absent.outputs['failure-reason']).toBe('invalid-file');
    writeFile(place, 'kube', 'apiVersion: v1\nkind: Config\n');
    const empty = await deploy(place, { 'cluster-name': '', 'kubeconfig-file': 'kube' });
    expect(empty.outputs['failure-reason'], empty.stdout).toBe('invalid-file');
    expect(empty.stdout).toContain('current-context (none) is no context of it');
  });

  it.each([
    ['is not there', { chart: 'elsewhere' }, 'chart elsewhere is not there'],
    ['has another version', { 'chart-version': '9.9.9' }, 'is version 0.1.0, not 9.9.9'],
  ])('refuses a chart that %s', async (_, inputs, text) => {
    const step = await deploy(place, inputs as Record<string, string>);
    expect(step.outputs['failure-reason']).toBe('chart-invalid');
    expect(step.stdout).toContain(text);
    nothingCalled();
  });

  it('refuses a folder without Chart.yaml', async () => {
    rmSync(join(place.workspace, 'chart/Chart.yaml'));
    const step = await deploy(place);
    expect(step.outputs['failure-reason']).toBe('chart-invalid');
    expect(step.stdout).toContain('has no Chart.yaml');
  });
});

describe('helm', () => {
  it.each([['/no/such/helm'], ['helm-that-is-nowhere']])('is named when it is missing: %s', async (path) => {
    const step = await deploy(place, { 'helm-path': path });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'tool-missing' });
    expect(step.stdout).toContain(path);
    expect(step.stdout).toContain('helm-path: /usr/local/bin/helm');
    nothingCalled();
  });

  it('is refused when it is something else', async () => {
    writeFileSync(join(place.workspace, 'helm'), '#!/bin/sh\necho hello\n', { mode: 0o755 });
    const step = await deploy(place, { 'helm-path': './helm' });
    expect(step.outputs['failure-reason']).toBe('tool-missing');
  });
});

describe.skipIf(!anyHelm)('what only rendering shows', () => {
  it('a template that fails is chart-invalid, and nothing is written', async () => {
    writeFile(place, 'chart/templates/bad.yaml', '{{ required "values.owner is needed" .Values.owner }}');
    const step = await deploy(place);
    expect(step.outputs['failure-reason'], step.stdout).toBe('chart-invalid');
    expect(step.stdout).toContain('values.owner is needed');
    expect(place.fake.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('values against the schema are values-invalid', async () => {
    writeFile(place, 'chart/values.schema.json', JSON.stringify({ type: 'object', properties: { replicas: { type: 'integer', maximum: 3 } } }));
    const step = await deploy(place, { set: 'replicas: 5' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('values-invalid');
    expect(step.stdout).toContain('replicas');
  });

  it('a namespace that is not there is named, and made when asked', async () => {
    const step = await deploy(place, { namespace: 'nowhere' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('namespace-missing');
    expect(step.stdout).toContain('create-namespace: true');
    const made = await deploy(place, { namespace: 'nowhere', 'create-namespace': 'true' });
    expect(made.outputs, made.stdout).toMatchObject({ outcome: 'deployed', revision: '1' });
  });
});
