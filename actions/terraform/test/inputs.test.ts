import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOf, githubRun, InputReader } from '@slipway/action-kit';
import { statefulTypes } from '@slipway/terraform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInputs } from '../src/inputs.ts';
import { configurationFault, fileFault, toolFault } from '../src/places.ts';

let workspace: string;
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'slipway-inputs-'));
  mkdirSync(join(workspace, 'infra'));
  mkdirSync(join(workspace, 'empty'));
  writeFileSync(join(workspace, 'infra/main.tf'), '');
  writeFileSync(join(workspace, 'prod.tfvars'), '');
});
afterAll(() => rmSync(workspace, { recursive: true }));

function read(values: Record<string, string>, variables: Record<string, string> = {}) {
  const environment = environmentOf({ GITHUB_WORKSPACE: workspace, ...variables });
  const masked: string[] = [];
  const reader = new InputReader(new Map(Object.entries({ 'working-directory': 'infra', ...values })), (secret) => masked.push(secret));
  const inputs = readInputs(reader, { environment, github: githubRun(environment) });
  return { inputs, faults: reader.faults.map(({ text }) => text), masked };
}
const key = 'arn:aws:kms:eu-west-1:111122223333:alias/plans/one';

describe('the inputs of terraform', () => {
  it('have their defaults', () => {
    const { inputs, faults } = read({ command: 'plan' });
    expect(faults).toEqual([]);
    expect(inputs).toMatchObject({
      command: 'plan',
      workingDirectory: join(workspace, 'infra'),
      workingDirectoryName: 'infra',
      workspace: 'default',
      variables: {},
      init: true,
      lockTimeout: 300_000,
      planMaxAge: 604_800_000,
      timeout: 3_600_000,
      accept: 'equal',
      budget: { allow: 'none', destroyable: [], stateful: statefulTypes },
      store: undefined,
    });
  });

  it.each([
    ['path:plans', { kind: 'path' }],
    ['path:/abs/plans', { kind: 'path', folder: '/abs/plans' }],
    ['s3://bank-plans', { kind: 's3', bucket: 'bank-plans', prefix: '' }],
    ['s3://bank-plans/a/b/', { kind: 's3', bucket: 'bank-plans', prefix: 'a/b' }],
  ])('read the store %s', (store, want) => {
    const { inputs, faults } = read({ command: 'plan', 'plan-store': store, 'plan-key': key, 'aws-region': 'eu-west-1' });
    expect(faults).toEqual([]);
    expect(inputs.store).toMatchObject(want);
    expect(inputs.sealKey).toEqual({ kind: 'kms', arn: key, region: 'eu-west-1' });
  });

  it('mask the passphrase before anybody sees it, and never show it', () => {
    const { masked, faults } = read({ command: 'plan', 'plan-passphrase': 'words of mine' });
    expect(masked).toContain('words of mine');
    expect(faults.join()).not.toContain('words of mine');
  });

  it('find the region where the contract says', () => {
    expect(read({ command: 'plan' }, { AWS_DEFAULT_REGION: 'c' }).inputs.region).toBe('c');
    expect(read({ command: 'plan' }, { AWS_DEFAULT_REGION: 'c', AWS_REGION: 'b' }).inputs.region).toBe('b');
    expect(read({ command: 'plan', 'aws-region': 'a' }, { AWS_REGION: 'b' }).inputs.region).toBe('a');
    expect(read({ command: 'plan', 'plan-store': 's3://bank-plans', 'plan-key': key }).faults).toEqual([expect.stringContaining('aws-region: got nothing')]);
  });

  it('keep a replaced stateful list, files in their order, and lists by line', () => {
    const { inputs } = read({ command: 'plan', stateful: 'a\nb # why', destroyable: 'x["a,b"]\n\n# none\ny', 'variable-files': 'prod.tfvars\ninfra/main.tf' });
    expect(inputs.budget).toMatchObject({ stateful: ['a', 'b'], destroyable: ['x["a,b"]', 'y'] });
    expect(inputs.variableFiles).toEqual([join(workspace, 'prod.tfvars'), join(workspace, 'infra/main.tf')]);
  });
});

describe('places', () => {
  it.each([
    ['infra', undefined],
    ['empty', 'this one has none'],
    ['prod.tfvars', 'this one is not there'],
    ['gone', 'this one is not there'],
    ['..', 'inside the workspace'],
    ['infra/../..', 'inside the workspace'],
  ])('a configuration in %s', (name, fault) => {
    const found = configurationFault(workspace, join(workspace, name));
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(fault);
  });
  it('files and tools', () => {
    expect(fileFault(join(workspace, 'prod.tfvars'))).toBeUndefined();
    expect(fileFault(workspace)).toContain('no file');
    expect(fileFault(join(workspace, 'gone'))).toContain('not there');
    expect(toolFault('/bin/sh', workspace)).toBeUndefined();
    expect(toolFault('prod.tfvars', workspace)).toContain('executable');
  });
});
