import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let table: ReturnType<Testkit['dynamodb']['addTable']>;

beforeEach(async () => {
  kit = await startTestkit();
  table = kit.dynamodb.addTable();
});
afterEach(() => kit.close());

const live = (name: string) => ({ source_prefix: { S: `${name}/` }, pipeline_name: { S: 'A' } });
const seed = (rows: Record<string, boolean>, inputs: Record<string, string> = {}) => {
  const lines = Object.entries(rows).map(
    ([name, decrypt]) =>
      `  - { source_prefix: ${name}/, pipeline_name: A, source_bucket: pub-1, destination_bucket: one-in, destination_prefix: ${name}, transfer_type: S3, decrypt: ${decrypt} }\n`,
  );
  writeFileSync(join(kit.folder, 'rows.yaml'), `version: 1\nrows:\n${lines.join('')}`);
  return runStep(kit, {
    action: 'seed-egress',
    workspace: kit.folder,
    inputs: { command: 'apply', rows: 'rows.yaml', 'allow-mass-delete': 'true', ...inputs },
  });
};
const restore = (inputs: Record<string, string> = {}) =>
  runStep(kit, { action: 'seed-egress', workspace: kit.folder, inputs: { command: 'restore', 'backup-file': 'backup.json', ...inputs } });
const counts = (step: Awaited<ReturnType<typeof seed>>) =>
  Object.fromEntries(Object.entries(JSON.parse(step.outputs['counts'] || '{}') as Record<string, number>).filter(([, count]) => count > 0));

/** a is updated, b deleted, c created, d adopted, e left alone. */
async function applyWithBackup() {
  await seed({ a: true, b: true, e: true });
  table.seed({ ...live('d'), hand: { S: 'made' } });
  const former = table.items();
  const step = await seed({ a: false, c: true, d: true, e: true }, { 'backup-file': 'backup.json', adopt: 'true' });
  expect(step.exitCode, step.stdout).toBe(0);
  expect(counts(step)).toEqual({ create: 1, update: 1, delete: 1, adopt: 1, unchanged: 1, writes: 4 });
  return former;
}

describe('backup and restore', () => {
  it('puts everything back as it was, marks included, and may run again', async () => {
    const former = await applyWithBackup();
    expect(statSync(join(kit.folder, 'backup.json')).mode & 0o777).toBe(0o600);
    const step = await restore({ table: 'another' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.outputs).toMatchObject({ outcome: 'applied', changed: 'true' });
    expect(counts(step)).toEqual({ create: 1, update: 2, delete: 1, writes: 4 });
    expect(step.report?.subject).toMatchObject({ table: 'data-egress' });
    expect(table.items()).toEqual(former);
    const again = await restore();
    expect(again.outputs).toMatchObject({ outcome: 'unchanged', changed: 'false' });
    expect(table.items()).toEqual(former);
  });

  it('puts back the half that a broken run had written', async () => {
    await seed({ a: true, b: true });
    const former = table.items();
    kit.faults.add({
      service: 'dynamodb',
      operation: 'DeleteItem',
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'error', status: 400, code: 'StrangeException', message: 'no' },
    });
    expect((await seed({ a: false }, { 'backup-file': 'backup.json' })).outputs['failure-reason']).toBe('partial');
    kit.faults.clear();
    expect(counts(await restore())).toEqual({ update: 1, unchanged: 1, writes: 1 });
    expect(table.items()).toEqual(former);
  });

  it('writes nothing when a row changed since, and names it', async () => {
    await applyWithBackup();
    table.seed({ ...table.get(live('a')), hand: { S: 'made' } });
    const before = table.items();
    const step = await restore();
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'conflict', 'failure-reason': 'conflict' });
    expect(step.stdout).toContain('a/ / A');
    expect(table.items()).toEqual(before);
  });

  it('keeps a created row that somebody changed since', async () => {
    await applyWithBackup();
    table.seed({ ...table.get(live('c')), hand: { S: 'made' } });
    expect(counts(await restore())).toMatchObject({ kept: 1, writes: 3 });
    expect(table.get(live('c'))).toHaveProperty('hand');
  });

  it('writes no backup where nothing changes, or nothing may', async () => {
    await seed({ a: true });
    await seed({ a: true }, { 'backup-file': 'backup.json' });
    table.seed(live('x'));
    await seed({ a: true, x: true }, { 'backup-file': 'backup.json' });
    expect(existsSync(join(kit.folder, 'backup.json'))).toBe(false);
  });

  it('never overwrites a backup', async () => {
    writeFileSync(join(kit.folder, 'backup.json'), 'mine');
    const step = await seed({ a: true }, { 'backup-file': 'backup.json' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(readFileSync(join(kit.folder, 'backup.json'), 'utf8')).toBe('mine');
    expect(table.items()).toEqual([]);
  });

  it('writes nothing when the backup would leave the workspace by a link', async () => {
    mkdirSync(join(kit.folder, 'work'));
    symlinkSync('/tmp', join(kit.folder, 'out'));
    const step = await seed({ a: true }, { 'backup-file': 'out/backup.json' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(existsSync('/tmp/backup.json')).toBe(false);
    expect(table.items()).toEqual([]);
  });

  it.each([
    [{ 'backup-file': 'none.json' }, 'backup-file: got "none.json"; want a file that is there'],
    [{ 'backup-file': 'rows.yaml' }, 'backup-file: got "rows.yaml"; want a backup that apply wrote'],
    [{ 'backup-file': '' }, 'backup-file: got nothing; want the file that apply wrote'],
    [{ command: 'lint', rows: 'rows.yaml' }, 'backup-file: got "backup.json"; want no value with command lint'],
  ])('%j', async (inputs: Record<string, string>, text) => {
    writeFileSync(join(kit.folder, 'rows.yaml'), 'version: 1\nrows: []\n');
    const step = await restore(inputs);
    expect(step.outputs).toMatchObject({ outcome: 'refused', 'failure-reason': 'invalid-input' });
    expect(step.stdout).toContain(text);
  });
});
