import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { name, old, randomSecret, rowsOf, run, textOf, workspace } from './rotate-secret-bench.ts';

let kit: Testkit;

beforeEach(async () => {
  kit = await startTestkit();
  kit.secretsmanager.seed({ name, value: old });
});
afterEach(() => {
  expect(kit.ledger.entries, 'nothing was called').toEqual([]);
  return kit.close();
});

describe('inputs', () => {
  it('tells three wrong ones at once', async () => {
    const step = await run(kit, { command: 'rotat', force: 'yes', timeout: '5' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-input', results: '[]' });
    expect(step.annotations.filter(({ kind }) => kind === 'error').map(({ message }) => message.split(':')[0])).toEqual(['command', 'force', 'timeout']);
    expect(step.stdout).toContain('rotate, revoke, rollback, status, watch, lint');
  });

  it('names the nearest input for an unknown one', async () => {
    const step = await run(kit, { command: 'rotate', 'take-over': 'true' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain('take-over: got an unknown input; want takeover');
  });

  it.each([
    ['issue', 'true', 'issue: got "true"; want no value: this input is not available yet'],
    ['min-days', 'soon', 'min-days: got "soon"; want a whole number'],
  ])('refuses %s %s', async (input, value, words) => {
    const step = await run(kit, { command: 'status', [input]: value });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain(words);
  });

  it('refuses new-value without ever showing it', async () => {
    const step = await run(kit, { command: 'rotate', 'new-value': 'hunter2-by-a-person' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain('new-value: got 19 characters; want no value');
    expect(textOf(step).replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('hunter2-by-a-person');
  });

  it('names the nearest entry for an unknown secret', async () => {
    const step = await run(kit, { command: 'rotate', secrets: 'digibank/api/kay' });
    expect(step.stdout).toContain(`secrets: got "digibank/api/kay"; want ${name}`);
    expect(step.outputs['failure-reason']).toBe('invalid-input');
  });

  it('wants a file that is there, and inside the workspace', async () => {
    const folder = workspace(kit, randomSecret);
    writeFileSync(join(kit.folder, 'outside.yml'), randomSecret);
    symlinkSync(join(kit.folder, 'outside.yml'), join(folder, 'link.yml'));
    for (const [file, words] of [
      ['missing.yml', 'there is no missing.yml'],
      ['../outside.yml', 'leads out of the workspace'],
      ['link.yml', 'leads out of the workspace'],
      ['.', 'cannot be read: EISDIR'],
    ]) {
      const step = await runStep(kit, { action: 'rotate-secret', inputs: { command: 'lint', 'config-file': file ?? '' }, workspace: folder });
      expect(step.outputs['failure-reason'], file).toBe('invalid-input');
      expect(step.stdout).toContain(words);
    }
  });

  it('wants a region from somewhere', async () => {
    const yaml = randomSecret.replace('region: eu-central-1, ', '');
    const step = await run(kit, { command: 'rotate' }, yaml, { environment: { AWS_REGION: '' } });
    expect(step.outputs['failure-reason']).toBe('invalid-file');
    expect(step.stdout).toContain('rotation.yml:8:9 missing-key region is missing');
    expect((await run(kit, { command: 'lint' }, yaml, { environment: { AWS_REGION: '' } })).exitCode).toBe(0);
  });
});

const broken = `version: 1
secrets:
  - name: a
    provider: { type: random, lenght: 12 }
    every: 30 days
    targets: [{ region: eu-central-1 }]
  - name: a
    provider: { type: github-deploy-key, repositories: [bank/x] }
    targets: []
  - provider: { type: random }
    sinks: [{ type: github-secret }]
    targets: [{ region: mars }]
`;

describe('the rotation file', () => {
  it.each(['rotate', 'status', 'lint'])('%s tells every mistake with its place, and calls nothing', async (command) => {
    const step = await run(kit, { command }, broken);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-file' });
    const places = step.annotations.filter(({ kind }) => kind === 'error').map(({ file, line, column }) => `${file}:${line}:${column}`);
    expect(places).toEqual([4, 5, 7, 8, 9, 10, 11, 12].map((line) => expect.stringMatching(new RegExp(`^rotation\\.yml:${line}:`))));
    for (const words of [
      'rotation.yml:4:31 unknown-key lenght is not a key here; did you mean length?',
      'rotation.yml:8:23 not-available-yet the provider github-deploy-key is not available yet',
    ])
      expect(step.stdout).toContain(words);
  });

  it('tells its mistakes beside those of the inputs', async () => {
    const step = await run(kit, { command: 'rotate', force: 'maybe' }, broken);
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(9);
    expect(rowsOf(step)).toEqual([]);
  });

  it.each([
    ['', 'wrong-type'],
    ['a: [', 'syntax'],
    ['- 1', 'wrong-type'],
    ['version: 1\nversion: 1\nsecrets: []', 'duplicate-key'],
  ])('%j is %s', async (yaml, code) => {
    const step = await run(kit, { command: 'lint' }, yaml);
    expect(step.outputs['failure-reason']).toBe('invalid-file');
    expect(step.stdout).toMatch(new RegExp(`rotation\\.yml:\\d+:\\d+ ${code}`));
  });
});
