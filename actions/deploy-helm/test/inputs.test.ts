import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOf, githubRun, InputReader } from '@slipway/action-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chartFault } from '../src/inputs/chart.ts';
import { readInputs } from '../src/inputs.ts';

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'slipway-inputs-'));
  mkdirSync(join(workspace, 'chart'));
  writeFileSync(join(workspace, 'chart/Chart.yaml'), 'apiVersion: v2\nname: tiny\nversion: 0.1.0\n');
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

function read(given: Record<string, string>, variables: Record<string, string> = {}) {
  const environment = environmentOf({ GITHUB_WORKSPACE: workspace, AWS_REGION: 'eu-central-1', ...variables });
  const reader = new InputReader(new Map(Object.entries({ 'cluster-name': 'prod', release: 'web', chart: 'chart', ...given })), () => {});
  const inputs = readInputs(reader, { environment, github: githubRun(environment) });
  return { inputs, faults: reader.faults.map(({ text }) => text) };
}

describe('readInputs', () => {
  it('has the defaults of the contract', () => {
    const { inputs, faults } = read({});
    expect(faults).toEqual([]);
    expect(inputs).toMatchObject({
      cluster: { kind: 'eks', name: 'prod', region: 'eu-central-1' },
      namespace: 'default',
      createNamespace: false,
      chart: join(workspace, 'chart'),
      values: [],
      rolloutTimeout: 600_000,
      rollbackTimeout: 300_000,
      failFast: true,
      rollback: 'auto',
      logLines: 50,
      onStuckRelease: 'recover',
      helmPath: 'helm',
    });
    expect(inputs.timeout).toBeGreaterThanOrEqual(inputs.rolloutTimeout + inputs.rollbackTimeout);
  });

  it('puts values over each other in the order of the contract', () => {
    writeFileSync(join(workspace, 'a.yaml'), 'on: yes\nx: {a: 1, b: 1}\n');
    writeFileSync(join(workspace, 'b.yaml'), 'x: {b: 2}\n');
    writeFileSync(join(workspace, 'text'), 'from a file');
    const { inputs, faults } = read({ values: 'a.yaml\nb.yaml', set: 'x: {c: 3, d: 3}', 'set-string': 'x: {d: 04, e: 04}', 'set-file': 'x: {e: text}' });
    expect(faults).toEqual([]);
    expect(inputs.values).toEqual([{ on: 'yes', x: { a: 1, b: 1 } }, { x: { b: 2 } }, { x: { c: 3, d: '04', e: 'from a file' } }]);
  });

  it('takes the region from the environment, and wants one', () => {
    expect(read({}, { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-west-1' }).inputs.cluster).toMatchObject({ region: 'eu-west-1' });
    expect(read({}, { AWS_REGION: '' }).faults).toEqual([expect.stringContaining('aws-region: got nothing')]);
    expect(read({ 'aws-region': 'Frankfurt' }).faults).toEqual([expect.stringContaining('aws-region: got "Frankfurt"')]);
  });

  it.each([
    [{ release: 'x'.repeat(54) }, 'release'],
    [{ release: 'Upper' }, 'release'],
    [{ namespace: 'a.b' }, 'namespace'],
    [{ 'log-lines': '-1' }, 'log-lines'],
    [{ timeout: '1s' }, 'timeout'],
    [{ 'set-string': 'a: [' }, 'set-string'],
    [{ set: 'a: 1\na: 2' }, 'set'],
    [{ diff: 'maybe' }, 'diff'],
    [{ releases: '- a' }, 'releases'],
    [{ 'role-to-assume': 'deploy' }, 'role-to-assume'],
  ])('%j is a fault of %s', (given, name) => {
    const { faults } = read(given);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name}: got `));
  });

  it('keeps faults of files apart while the inputs are right, and puts them beside wrong inputs', () => {
    const alone = read({ values: 'absent.yaml' });
    expect(alone.faults).toEqual([]);
    expect(alone.inputs.fileFaults).toEqual([{ text: expect.stringContaining('absent.yaml') }]);
    const both = read({ values: 'absent.yaml', rollback: 'no' });
    expect(both.faults).toHaveLength(2);
  });
});

describe('chartFault', () => {
  const write = (text: string) => writeFileSync(join(workspace, 'chart/Chart.yaml'), text);
  const fault = (version?: string) => chartFault(join(workspace, 'chart'), './chart', version);

  it('finds nothing in a good chart', () => {
    expect(fault()).toBeUndefined();
    expect(fault('0.1.0')).toBeUndefined();
  });

  it.each([
    ['apiVersion: v2\nname: tiny\n', undefined, './chart/Chart.yaml: version is missing'],
    ['apiVersion: v2\nversion: 0.1.0\n', undefined, './chart/Chart.yaml: name is missing'],
    ['name: [\n', undefined, './chart/Chart.yaml:'],
    ['- 1\n', undefined, 'it has to be a map'],
    ['apiVersion: v2\nname: tiny\nversion: 0.1.0\n', '0.2.0', 'is version 0.1.0, not 0.2.0'],
  ])('%j: %s', (text, version, expected) => {
    write(text);
    expect(fault(version)).toContain(expected);
  });

  it('takes packed charts, and no other files', () => {
    execFileSync('tar', ['-czf', 'chart.tgz', 'chart'], { cwd: workspace });
    writeFileSync(join(workspace, 'chart.txt'), '');
    writeFileSync(join(workspace, 'empty.tgz'), '');
    expect(chartFault(join(workspace, 'chart.tgz'), 'chart.tgz', undefined)).toBeUndefined();
    expect(chartFault(join(workspace, 'chart.tgz'), 'chart.tgz', '0.2.0')).toContain('is version 0.1.0, not 0.2.0');
    expect(chartFault(join(workspace, 'empty.tgz'), 'empty.tgz', undefined)).toContain('is no packed chart');
    expect(chartFault(join(workspace, 'chart.txt'), 'chart.txt', undefined)).toContain('want a folder or a .tgz');
  });
});
