import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFiles, runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let table: ReturnType<Testkit['dynamodb']['addTable']>;

beforeEach(async () => {
  kit = await startTestkit();
  table = kit.dynamodb.addTable();
});
afterEach(() => kit.close());

const row = (name: string, more: Record<string, unknown> = {}) => ({
  source_prefix: `dataegress/${name}/$TODAYS_DATE/*`,
  pipeline_name: 'ERS',
  source_bucket: 'pub-1',
  destination_bucket: 'one-in',
  destination_prefix: `ucds/${name}/`,
  transfer_type: 'S3',
  decrypt: true,
  ...more,
});
const rowsFile = (rows: object[]) => `version: 1\nrows:\n${rows.map((entry) => `  - ${JSON.stringify(entry)}\n`).join('')}`;
const many = (count: number) => Array.from({ length: count }, (_, index) => row(`set-${String(index).padStart(3, '0')}`));

const seed = (rows: object[] | string, inputs: Record<string, string> = {}, more: object = {}) => {
  writeFileSync(join(kit.folder, 'rows.yaml'), typeof rows === 'string' ? rows : rowsFile(rows));
  return runStep(kit, { action: 'seed-egress', workspace: kit.folder, inputs: { command: 'apply', rows: 'rows.yaml', ...inputs }, ...more });
};
const actions = (step: Awaited<ReturnType<typeof seed>>) => step.report?.result.actions.map((entry: { action: string }) => entry.action);
const counts = (step: Awaited<ReturnType<typeof seed>>) => {
  const all = JSON.parse(step.outputs['counts'] || '{}') as Record<string, number>;
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
};
const live = (prefix: string) => ({ source_prefix: { S: prefix }, pipeline_name: { S: 'ERS' } });
const stored = (name: string) => table.get(live(`dataegress/${name}/$TODAYS_DATE/*`));

describe('plan', () => {
  it('plans 100 rows and writes nothing', async () => {
    const step = await seed(many(100), { command: 'plan' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.outputs).toMatchObject({ outcome: 'planned', 'failure-reason': '', changed: 'true', conflicts: '[]', drift: '[]' });
    expect(counts(step)).toEqual({ create: 100 });
    expect(kit.ledger.counts()).toEqual({ 'dynamodb:DescribeTable': 1, 'dynamodb:Scan': 1 });
    expect(JSON.parse(kit.ledger.of('dynamodb', 'Scan')[0]?.body.toString() ?? '')).toMatchObject({ ConsistentRead: true });
    expect(step.outputs['plan-digest']).toMatch(/^sha256:[0-9a-f]{64}$/);
    const plan = JSON.parse(readFileSync(step.outputs['plan-path'] ?? '', 'utf8'));
    expect(plan).toMatchObject({ schema: 'slipway.seed-egress-plan/1', table: 'data-egress', owner: 'bank/payments', digest: step.outputs['plan-digest'] });
    expect(statSync(step.outputs['plan-path'] ?? '').mode & 0o777).toBe(0o600);
    expect(openFiles(step)).toEqual([]);
  });

  it('reports every row by key with what differs, and where it comes from', async () => {
    table.seed({ ...live('kept/'), other: { S: 'x' } });
    const step = await seed([row('b'), row('a', { timestamp_files: false })], { command: 'plan' });
    expect(step.report?.result.actions.map((entry: { key: { source_prefix: string } }) => entry.key.source_prefix)).toEqual([
      'dataegress/a/$TODAYS_DATE/*',
      'dataegress/b/$TODAYS_DATE/*',
      'kept/',
    ]);
    expect(step.report?.result.actions[0]).toMatchObject({ action: 'create', source: 'rows.yaml:4' });
    expect(step.report?.result.actions[0].attributes).toContainEqual({ name: 'timestamp_files', before: null, after: { BOOL: false } });
    expect(step.report?.result.actions[0].attributes.map(({ name }: { name: string }) => name)).not.toContain('_owner');
    expect(actions(step)).toEqual(['create', 'create', 'kept-foreign']);
  });

  it('gives the same digest for the same plan, and another for another', async () => {
    const first = await seed([row('a'), row('b')], { command: 'plan' });
    const again = await seed([row('b'), row('a')], { command: 'plan' });
    const other = await seed([row('b'), row('a', { decrypt: false })], { command: 'plan' });
    expect(again.outputs['plan-digest']).toBe(first.outputs['plan-digest']);
    expect(other.outputs['plan-digest']).not.toBe(first.outputs['plan-digest']);
  });
});

describe('apply', () => {
  it('writes typed, marked rows; the second run only reads', async () => {
    const first = await seed(many(100));
    expect(first.exitCode, first.stdout).toBe(0);
    expect(first.outputs).toMatchObject({ outcome: 'applied', changed: 'true' });
    expect(counts(first)).toEqual({ create: 100, writes: 100 });
    expect(stored('set-007')).toMatchObject({
      decrypt: { BOOL: true },
      source_bucket: { S: 'pub-1' },
      _owner: { S: 'bank/payments' },
      _rev: { S: expect.stringMatching(/^[0-9a-f]{64}$/) },
      _src: { S: 'rows.yaml:10' },
    });
    kit.ledger.clear();
    const second = await seed(many(100));
    expect(second.outputs).toMatchObject({ outcome: 'unchanged', changed: 'false' });
    expect(counts(second)).toEqual({ unchanged: 100 });
    expect(kit.ledger.counts()).toEqual({ 'dynamodb:DescribeTable': 1, 'dynamodb:Scan': 1 });
  });

  it('reads all pages of a large table', async () => {
    await seed(many(40));
    table.pageBytes = 2048;
    kit.ledger.clear();
    const step = await seed(many(40));
    expect(counts(step)).toEqual({ unchanged: 40 });
    expect(kit.ledger.of('dynamodb', 'Scan').length).toBeGreaterThan(3);
  });

  it('updates what differs, creates before it deletes', async () => {
    await seed([...many(4), row('old')]);
    kit.ledger.clear();
    const step = await seed([...many(3), row('set-003', { decrypt: false }), row('new')]);
    expect(step.exitCode, step.stdout).toBe(0);
    expect(counts(step)).toEqual({ create: 1, update: 1, delete: 1, unchanged: 3, writes: 3 });
    expect(stored('old')).toBeUndefined();
    expect(stored('set-003')).toMatchObject({ decrypt: { BOOL: false } });
    const order = kit.ledger.of('dynamodb').map(({ operation }) => operation);
    expect(order.indexOf('DeleteItem')).toBeGreaterThan(order.lastIndexOf('PutItem'));
  });

  it('leaves our old rows with prune: false, and rows of others always', async () => {
    table.seed({ ...live('foreign/'), _owner: { S: 'bank/other' } });
    table.seed(live('unmarked/'));
    await seed([row('a'), row('b')]);
    const step = await seed([row('a')], { prune: 'false' });
    expect(counts(step)).toEqual({ unchanged: 1, kept: 1, 'kept-foreign': 2 });
    expect(table.items()).toHaveLength(4);
  });

  it("keeps AWS's own attributes and does not compare them", async () => {
    await seed([row('a')]);
    table.seed({ ...stored('a'), 'aws:rep:updatetime': { N: '1.5' } });
    expect((await seed([row('a')])).outputs['outcome']).toBe('unchanged');
    await seed([row('a', { decrypt: false })]);
    expect(stored('a')).toMatchObject({ decrypt: { BOOL: false }, 'aws:rep:updatetime': { N: '1.5' } });
  });

  it('needs no write for a row that only moved within its file', async () => {
    await seed([row('a'), row('b')]);
    kit.ledger.clear();
    expect((await seed([row('b'), row('a')])).outputs['outcome']).toBe('unchanged');
    expect(stored('a')).toMatchObject({ _src: { S: 'rows.yaml:3' } });
  });

  it('puts in variables: input over file over the rows file, as they are written', async () => {
    writeFileSync(join(kit.folder, 'vars.yaml'), 'bucket: from-file\nteam: 007\n');
    const text = `version: 1
variables: { bucket: own, team: own, account: 012345678901 }
defaults: { transfer_type: S3, source_bucket: pub-1 }
rows:
  - source_prefix: 'a/$TODAYS_DATE/'
    pipeline_name: \${team}
    destination_bucket: \${bucket}
    recipient_name: '\${account} $\${team}'
`;
    const step = await seed(text, { 'variables-file': 'vars.yaml', variables: 'bucket: from-input' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(table.items()[0]).toMatchObject({
      source_prefix: { S: 'a/$TODAYS_DATE/' },
      pipeline_name: { S: '007' },
      destination_bucket: { S: 'from-input' },
      recipient_name: { S: `012345678901 \${team}` },
    });
    expect(table.items()[0]).not.toHaveProperty('destination_prefix');
  });
});

describe('drift, conflicts and adoption', () => {
  it('shows what somebody changed, and puts it right', async () => {
    await seed([row('a')]);
    table.seed({ ...stored('a'), decrypt: { S: 'true' }, hand: { S: 'made' } });
    const step = await seed([row('a')]);
    expect(JSON.parse(step.outputs['drift'] ?? '')).toEqual([
      {
        key: { source_prefix: 'dataegress/a/$TODAYS_DATE/*', pipeline_name: 'ERS' },
        attributes: [
          { name: 'decrypt', before: { S: 'true' }, after: { BOOL: true } },
          { name: 'hand', before: { S: 'made' }, after: null },
        ],
      },
    ]);
    expect(counts(step)).toEqual({ update: 1, writes: 1 });
    expect(stored('a')).not.toHaveProperty('hand');
  });

  it('adopts an identical unmarked row by marking it, always', async () => {
    await seed([row('a')]);
    const { _owner, _rev, _src, ...content } = stored('a') ?? {};
    table.seed(content);
    const step = await seed([row('a')]);
    expect(counts(step)).toEqual({ adopt: 1, writes: 1 });
    expect(stored('a')).toMatchObject({ _owner, _rev, _src });
  });

  it('writes nothing at all when one unmarked row differs, and plan says so with exit 0', async () => {
    table.seed({ ...live('dataegress/a/$TODAYS_DATE/*'), decrypt: { S: 'true' } });
    const plan = await seed([row('a'), row('b')], { command: 'plan' });
    expect(plan.exitCode).toBe(0);
    expect(plan.outputs['outcome']).toBe('planned');
    expect(plan.summary).toContain('apply would refuse');
    const step = await seed([row('a'), row('b')]);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'conflict', 'failure-reason': 'conflict', changed: 'false' });
    expect(JSON.parse(step.outputs['conflicts'] ?? '')).toEqual([{ key: { source_prefix: 'dataegress/a/$TODAYS_DATE/*', pipeline_name: 'ERS' }, owner: null }]);
    expect(step.stdout).toContain('adopt: true');
    expect(kit.ledger.of('dynamodb', 'PutItem')).toEqual([]);
  });

  it('takes over a different unmarked row with adopt, never one of another owner', async () => {
    table.seed({ ...live('dataegress/a/$TODAYS_DATE/*'), decrypt: { S: 'true' } });
    const step = await seed([row('a')], { adopt: 'true' });
    expect(counts(step)).toEqual({ adopt: 1, writes: 1 });
    expect(step.report?.result.actions[0].attributes).toContainEqual({ name: 'decrypt', before: { S: 'true' }, after: { BOOL: true } });
    const other = await seed([row('a')], { adopt: 'true', owner: 'bank/other' });
    expect(other.outputs).toMatchObject({ outcome: 'conflict', conflicts: expect.stringContaining('"owner":"bank/payments"') });
  });
});
