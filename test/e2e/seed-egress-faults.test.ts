import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, startStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let table: ReturnType<Testkit['dynamodb']['addTable']>;

beforeEach(async () => {
  kit = await startTestkit();
  table = kit.dynamodb.addTable();
});
afterEach(() => kit.close());

const row = (name: string, more: Record<string, unknown> = {}) => ({
  source_prefix: `${name}/`,
  pipeline_name: 'ERS',
  source_bucket: 'pub-1',
  destination_bucket: 'one-in',
  destination_prefix: name,
  transfer_type: 'S3',
  ...more,
});
const options = (rows: object[], inputs: Record<string, string> = {}, more: object = {}) => {
  writeFileSync(join(kit.folder, 'rows.yaml'), `version: 1\nrows:\n${rows.map((entry) => `  - ${JSON.stringify(entry)}\n`).join('') || '  []\n'}`);
  return { action: 'seed-egress', workspace: kit.folder, inputs: { command: 'apply', rows: 'rows.yaml', ...inputs }, ...more };
};
const seed = (rows: object[], inputs: Record<string, string> = {}, more: object = {}) => runStep(kit, options(rows, inputs, more));
const many = (count: number) => Array.from({ length: count }, (_, index) => row(`r${index}`));
const writes = (step: Awaited<ReturnType<typeof seed>>) => JSON.parse(step.outputs['counts'] || '{}').writes;
const live = (name: string) => ({ source_prefix: { S: `${name}/` }, pipeline_name: { S: 'ERS' } });

describe('throttling and broken connections', () => {
  it('outlasts throttling of scan and writes', async () => {
    kit.faults.add({ service: 'dynamodb', operation: 'Scan', times: 2, fault: { kind: 'throttle' } });
    kit.faults.add({ service: 'dynamodb', operation: 'PutItem', times: 5, fault: { kind: 'throttle' } });
    const step = await seed(many(12));
    expect(step.exitCode, step.stdout).toBe(0);
    expect(writes(step)).toBe(12);
    expect(step.report?.calls).toMatchObject({ 'dynamodb:PutItem': 17, 'dynamodb:Scan': 3 });
  });

  it.each(['Scan', 'PutItem'])('ends as throttled when %s is throttled for ever', async (operation) => {
    kit.faults.add({ service: 'dynamodb', operation, times: Number.POSITIVE_INFINITY, fault: { kind: 'throttle' } });
    const step = await seed(many(2), { timeout: '2s' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'throttled' });
    expect(step.stdout).toContain('update-table');
    expect(step.ms).toBeLessThan(6_000);
  });

  it.each(['PutItem', 'DeleteItem'])('knows its own write again when the answer to %s was lost', async (operation) => {
    await seed([row('a'), row('b')]);
    kit.ledger.clear();
    kit.faults.add({ service: 'dynamodb', operation, fault: { kind: 'reset-after' } });
    const step = await seed([row('a'), ...(operation === 'PutItem' ? [row('b', { decrypt: true })] : [])]);
    expect(step.exitCode, step.stdout).toBe(0);
    expect(writes(step)).toBe(1);
    expect(kit.ledger.of('dynamodb', operation)).toHaveLength(2);
  });

  it('creates once though the answer to the create was lost', async () => {
    kit.faults.add({ service: 'dynamodb', operation: 'PutItem', fault: { kind: 'reset-after' } });
    const step = await seed([row('a')]);
    expect(step.outputs).toMatchObject({ outcome: 'applied', 'failure-reason': '' });
    expect(writes(step)).toBe(1);
  });

  it('says unreachable when nothing answers, and internal for an answer that it does not know', async () => {
    const away = await seed([row('a')], { timeout: '2s' }, { environment: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' } });
    expect(away.outputs['failure-reason']).toBe('unreachable');
    kit.faults.add({
      service: 'dynamodb',
      operation: 'PutItem',
      fault: { kind: 'error', status: 400, code: 'ItemCollectionSizeLimitExceededException', message: 'no' },
    });
    const strange = await seed([row('a')]);
    expect(strange.outputs['failure-reason']).toBe('internal');
  });

  it('is partial when a write is refused for an unknown cause after others went through, and converges', async () => {
    kit.faults.add({ service: 'dynamodb', operation: 'PutItem', at: 20, fault: { kind: 'error', status: 400, code: 'StrangeException', message: 'no' } });
    const step = await seed(many(40));
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'partial', changed: 'true' });
    expect(writes(step)).toBeGreaterThan(18);
    expect(table.items()).toHaveLength(writes(step));
    expect(step.stdout).toContain('rows were written before');
    const again = await seed(many(40));
    expect(writes(again)).toBe(40 - writes(step));
    expect(table.items()).toHaveLength(40);
  });
});

describe('rows that change between scan and write', () => {
  it.each([
    ['an update', () => table.seed({ ...table.get(live('a')), decrypt: { S: 'hand' } }), 'decrypt is not what was read'],
    ['a new attribute that we know of', () => table.seed({ ...table.get(live('a')), compress: { BOOL: true } }), 'compress is not what was read'],
    ['a delete', () => table.remove(live('a')), 'it is gone'],
  ])('keeps the row on %s', async (_what, change, text) => {
    await seed([row('a', { decrypt: true })]);
    kit.dynamodb.before = (operation) => {
      if (operation === 'PutItem') change();
    };
    const step = await seed([row('a', { decrypt: false })]);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'conflict', 'failure-reason': 'conflict' });
    expect(step.stdout).toContain(text);
    expect(table.get(live('a'))?.['decrypt']).not.toEqual({ BOOL: false });
  });

  it('does not overwrite a row that somebody created meanwhile, and deletes nothing then', async () => {
    await seed([row('old')]);
    kit.dynamodb.before = (operation) => {
      if (operation === 'PutItem') table.seed({ ...live('new'), hand: { S: 'made' } });
    };
    const step = await seed([row('new')]);
    expect(step.outputs).toMatchObject({ 'failure-reason': 'conflict' });
    expect(table.get(live('new'))).toHaveProperty('hand');
    expect(table.get(live('old'))).toBeDefined();
  });

  it('keeps a row that somebody changed before its delete, and counts what was written', async () => {
    await seed([row('old')]);
    kit.dynamodb.before = (operation) => {
      if (operation === 'DeleteItem') table.seed({ ...table.get(live('old')), decrypt: { BOOL: true } });
    };
    const step = await seed([row('new')]);
    expect(step.outputs).toMatchObject({ outcome: 'conflict', 'failure-reason': 'conflict', changed: 'true' });
    expect(writes(step)).toBe(1);
    expect(table.items()).toHaveLength(2);
  });
});

describe('the table', () => {
  it('is missing', async () => {
    const step = await seed([row('a')], { table: 'nowhere' });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'table-missing' });
    expect(step.stdout).toContain('aws dynamodb create-table --region eu-central-1 --table-name nowhere');
  });

  it('is waited for while it is being created', async () => {
    kit.dynamodb.addTable({ creatingFor: 2 });
    const step = await seed([row('a')]);
    expect(step.exitCode, step.stdout).toBe(0);
    expect(kit.ledger.of('dynamodb', 'DescribeTable')).toHaveLength(3);
  });

  it('is table-missing when it is still being created at the end', async () => {
    kit.dynamodb.addTable({ creatingFor: Number.POSITIVE_INFINITY });
    const step = await seed([row('a')], { timeout: '4s' });
    expect(step.outputs['failure-reason']).toBe('table-missing');
    expect(step.stdout).toContain('CREATING');
  });

  it.each([
    [{ partitionKey: { name: 'id', type: 'S' } as const }],
    [{ sortKey: { name: 'pipeline_name', type: 'N' } as const }],
    [{ partitionKey: { name: 'pipeline_name', type: 'S' } as const, sortKey: { name: 'source_prefix', type: 'S' } as const }],
  ])('has other keys: %j', async (keys) => {
    kit.dynamodb.addTable(keys);
    const step = await seed([row('a')]);
    expect(step.outputs['failure-reason']).toBe('key-schema');
    expect(kit.ledger.of('dynamodb', 'Scan')).toEqual([]);
  });
});

describe('credentials and permissions', () => {
  it.each(['DescribeTable', 'Scan', 'PutItem'])('names the action and the statement when %s is denied', async (operation) => {
    kit.dynamodb.denied.add(operation);
    const step = await seed([row('a')]);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'access-denied' });
    expect(step.stdout).toContain(`dynamodb:${operation}`);
    expect(step.stdout).toContain('"Resource": "arn:aws:dynamodb:eu-central-1:111122223333:table/data-egress"');
    expect(step.stdout).toContain(operation === 'PutItem' ? 'could not be written' : 'nothing can be planned');
    expect(kit.ledger.of('dynamodb', operation)).toHaveLength(1);
  });

  it('is credentials-missing for an expired token, on the first answer, and without keys', async () => {
    const keys = kit.identities.issue(kit.accountId, `arn:aws:sts::${kit.accountId}:assumed-role/egress/run`, 'AROA:run', 3600);
    kit.identities.expire(keys.accessKeyId);
    const expired = await seed([row('a')], {}, { keys });
    expect(expired.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'credentials-missing' });
    expect(kit.ledger.of('dynamodb')).toHaveLength(1);
    expect((await seed([row('a')], {}, { keys: false })).outputs['failure-reason']).toBe('credentials-missing');
  });
});

describe('cancellation', () => {
  it('stops within its time and tells what was written', async () => {
    kit.faults.add({ service: 'dynamodb', operation: 'PutItem', at: 3, times: Number.POSITIVE_INFINITY, fault: { kind: 'hang' } });
    const running = startStep(kit, options(many(20)));
    while (kit.ledger.of('dynamodb', 'PutItem').length < 8) await new Promise((done) => setTimeout(done, 20));
    const from = performance.now();
    running.child.kill('SIGINT');
    const step = await running.done;
    expect(performance.now() - from).toBeLessThan(6_000);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'cancelled' });
    expect(writes(step)).toBe(2);
  });

  it('ends with timeout when AWS hangs', async () => {
    kit.faults.add({ service: 'dynamodb', operation: 'Scan', times: Number.POSITIVE_INFINITY, fault: { kind: 'hang' } });
    const step = await seed([row('a')], { timeout: '2s' });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'timeout' });
  });
});
