import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;

beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const rows = `version: 1
defaults: { source_bucket: pub-1, transfer_type: S3, destination_bucket: one-in }
rows:
  - { source_prefix: 'ers/$TODAYS_DATE/*', pipeline_name: ERS, destination_prefix: '/in/$TODAYS_YYYYMMDD_FORMATTED_DATE/', decrypt: true }
  - { source_prefix: 'ers/$TODAYS_DATE/*', pipeline_name: 'ERS#sft', transfer_type: SFT, destination_bucket: '', destination_prefix: /data/ers/ }
  - { source_prefix: gz/, pipeline_name: GZ, destination_prefix: /, compress: true, compress_fmt: gz, timestamp_files: true }
  - { source_prefix: 'day%3D1/', pipeline_name: D, destination_prefix: d }
`;
const explain = (inputs: Record<string, string>, files: Record<string, string> = { 'rows.yaml': rows }, more: object = {}) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(kit.folder, name), text);
  const given = { command: 'explain', clock: '2031-12-29', ...('rows.yaml' in files ? { rows: 'rows.yaml' } : {}), ...inputs };
  return runStep(kit, { action: 'seed-egress', workspace: kit.folder, inputs: given, ...more });
};
const fires = (step: Awaited<ReturnType<typeof explain>>) =>
  JSON.parse(step.outputs['fires'] ?? '').map((firing: { object: string; rows: { pipeline_name: string; target: string | null }[] }) => [
    firing.object,
    ...firing.rows.map(({ pipeline_name: name, target }) => `${name} → ${target}`),
  ]);

describe('explain', () => {
  it('says from the files alone which rows fire and where each object goes', async () => {
    const keys = ['ers/2031-12-29/a.csv.enc', 'ers/2031-12-28/a.csv', 'gz/x/report.csv', 'gz/pipeline_success.flag', 'day=1/x', 'nothing/x'];
    const step = await explain({ 'object-key': keys.join('\n') }, undefined, { keys: false, environment: { AWS_REGION: '' } });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.outputs).toMatchObject({ outcome: 'explained', 'failure-reason': '', changed: 'false' });
    expect(fires(step)).toEqual([
      ['day=1/x', 'D → s3://one-in/d/x'],
      ['ers/2031-12-28/a.csv'],
      ['ers/2031-12-29/a.csv.enc', 'ERS → s3://one-in/in/20311229/a.csv', 'ERS#sft → /data/ers/a.csv.enc'],
      ['gz/pipeline_success.flag', 'GZ → null'],
      ['gz/x/report.csv', 'GZ → s3://one-in/report.20321229.csv.gz'],
      ['nothing/x'],
    ]);
    expect(JSON.parse(step.outputs['fires'] ?? '')[2]).toMatchObject({
      date: '2031-12-29',
      rows: [{ source_prefix: 'ers/$TODAYS_DATE/*', transfer_type: 'S3' }, { transfer_type: 'SFT' }],
    });
    expect(kit.ledger.counts()).toEqual({});
    expect(step.summary).toContain('the message vanishes');
  });

  it('compares keys of events as they are, and encodes those of a listing', async () => {
    const event = JSON.stringify({ Records: [{ s3: { object: { key: 'day%3D1/a+b' } } }, { s3: { object: { key: 'day=1/x' } } }] });
    const step = await explain({ 'event-file': 'event.json' }, { 'rows.yaml': rows, 'event.json': event });
    expect(fires(step)).toEqual([['day%3D1/a+b', 'D → s3://one-in/d/a b'], ['day=1/x']]);
    const listing = JSON.stringify({ Contents: [{ Key: 'day=1/x' }] });
    expect(fires(await explain({ 'listing-file': 'list.json' }, { 'rows.yaml': rows, 'list.json': listing }))).toEqual([['day=1/x', 'D → s3://one-in/d/x']]);
    expect(fires(await explain({ 'listing-file': 'list.txt' }, { 'rows.yaml': rows, 'list.txt': 'day=1/x\n\nelse\n' }))).toEqual([
      ['day=1/x', 'D → s3://one-in/d/x'],
      ['else'],
    ]);
  });

  it('says of a body without Records that it is never deleted', async () => {
    const step = await explain({ 'event-file': 'event.json' }, { 'rows.yaml': rows, 'event.json': '{"Event":"s3:TestEvent"}' });
    expect(step.exitCode).toBe(0);
    expect(step.outputs['fires']).toBe('[]');
    expect(step.stdout).toContain('never deletes');
  });

  it('fails with require-match where nothing fires', async () => {
    const step = await explain({ 'object-key': 'gz/a\nnothing/x', 'require-match': 'true' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ 'failure-reason': 'no-match' });
    expect(fires(step)).toHaveLength(2);
    expect(step.stdout).toContain('nothing/x on 2031-12-29');
    expect((await explain({ 'object-key': 'gz/a', 'require-match': 'true' })).exitCode).toBe(0);
  });

  it('reads the table without rows, as the consumer sees it', async () => {
    const table = kit.dynamodb.addTable();
    table.seed({ source_prefix: { S: 'a/' }, pipeline_name: { S: 'A' }, transfer_type: { S: 's3' }, destination_bucket: { S: 'b' }, decrypt: { S: 'true' } });
    const step = await explain({ 'object-key': 'a/x.enc' }, {});
    expect(fires(step)).toEqual([['a/x.enc', 'A → s3://b/x.enc']]);
    expect(step.report?.calls).toEqual({ 'dynamodb:DescribeTable': 1, 'dynamodb:Scan': 1 });
  });

  it.each([
    [{}, 'object-key: got nothing; want a key, or event-file or listing-file'],
    [{ 'object-key': 'a', clock: '2031-02-30' }, 'clock: got "2031-02-30"'],
    [{ 'object-key': 'a', clock: 'today' }, 'clock: got "today"'],
    [{ 'event-file': 'rows.yaml' }, 'event-file: got "rows.yaml"; want the JSON of an S3 event'],
    [{ 'listing-file': 'none.txt' }, 'listing-file: got "none.txt"; want a file that is there'],
    [{ command: 'plan', 'object-key': 'a' }, 'object-key: got "a"; want no value with command plan'],
    [{ command: 'lint', 'require-match': 'true' }, 'require-match: got "true"; want false with command lint'],
  ])('%j', async (inputs: Record<string, string>, text) => {
    const step = await explain(inputs);
    expect(step.outputs).toMatchObject({ outcome: 'refused', 'failure-reason': 'invalid-input' });
    expect(step.stdout).toContain(text);
  });
});
