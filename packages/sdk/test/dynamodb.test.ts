import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AwsContext, closeContext } from '../src/config.ts';
import { absent, deleteItem, describeTable, equalTo, getItem, type Item, putItem, scanTable } from '../src/dynamodb/index.ts';

let kit: Testkit;
let table: ReturnType<Testkit['dynamodb']['addTable']>;
let aws: AwsContext;
let calls: string[];

beforeEach(async () => {
  kit = await startTestkit();
  table = kit.dynamodb.addTable();
  calls = [];
  aws = {
    region: 'eu-central-1',
    endpoint: kit.url,
    credentials: kit.keys,
    clock: { now: () => Date.now(), sleep: (ms) => new Promise((done) => setTimeout(done, ms)) },
    signal: new AbortController().signal,
    deadline: Date.now() + 10_000,
    onCall: (service, operation) => void calls.push(`${service}:${operation}`),
  };
});
afterEach(async () => {
  closeContext(aws);
  await kit.close();
});

const key: Item = { source_prefix: { S: 'a' }, pipeline_name: { S: 'A' } };
const everyType: Item = {
  ...key,
  n: { N: '12345678901234567890.5' },
  b: { B: 'AAECAw==' },
  t: { BOOL: false },
  z: { NULL: true },
  ss: { SS: ['a', 'b'] },
  ns: { NS: ['1', '2'] },
  bs: { BS: ['AQ==', 'Ag=='] },
  l: { L: [{ S: '' }, { B: 'AQ==' }] },
  m: { M: { x: { M: { y: { BS: ['AQ=='] } } } } },
};

describe('items', () => {
  it('come back as they were sent, type by type', async () => {
    expect(await putItem(aws, 'data-egress', everyType, absent('source_prefix'))).toEqual({ written: true, attempts: 1 });
    expect(await getItem(aws, 'data-egress', key)).toEqual(everyType);
    expect(await scanTable(aws, 'data-egress')).toEqual([everyType]);
    expect(await getItem(aws, 'data-egress', { ...key, pipeline_name: { S: 'B' } })).toBeUndefined();
  });

  it('are read over all pages, consistently', async () => {
    table.pageBytes = 64;
    for (let index = 0; index < 10; index += 1) table.seed({ ...key, source_prefix: { S: `p${index}` } });
    expect(await scanTable(aws, 'data-egress')).toHaveLength(10);
    expect(calls.length).toBeGreaterThan(3);
    for (const { body } of kit.ledger.of('dynamodb', 'Scan')) expect(JSON.parse(body.toString())).toMatchObject({ ConsistentRead: true });
  });
});

describe('conditional writes', () => {
  it('are refused as a result, with what is stored', async () => {
    table.seed(everyType);
    expect(await putItem(aws, 'data-egress', key, absent('source_prefix'))).toEqual({ written: false, attempts: 1, stored: everyType });
    expect(await deleteItem(aws, 'data-egress', key, equalTo({ n: { N: '1' } }))).toEqual({ written: false, attempts: 1, stored: everyType });
    expect(await deleteItem(aws, 'data-egress', { ...key, pipeline_name: { S: 'B' } }, equalTo(key))).toEqual({ written: false, attempts: 1 });
    expect(table.items()).toEqual([everyType]);
  });

  it('hold on exactly what was read', async () => {
    table.seed(everyType);
    expect((await putItem(aws, 'data-egress', everyType, equalTo(everyType, ['more']))).written).toBe(true);
    table.seed({ ...everyType, more: { S: 'x' } });
    expect((await deleteItem(aws, 'data-egress', key, equalTo(everyType, ['more']))).written).toBe(false);
    expect((await deleteItem(aws, 'data-egress', key, equalTo(everyType))).written).toBe(true);
    expect(table.items()).toEqual([]);
  });

  it('tell how often they were tried: the refusal may be the echo of a lost answer', async () => {
    kit.faults.add({ service: 'dynamodb', operation: 'PutItem', fault: { kind: 'reset-after' } });
    expect(await putItem(aws, 'data-egress', everyType, absent('source_prefix'))).toEqual({ written: false, attempts: 2, stored: everyType });
    expect(calls).toEqual(['dynamodb:PutItem', 'dynamodb:PutItem']);
  });

  it('outlast throttling, and end with it at the deadline', async () => {
    kit.faults.add({ service: 'dynamodb', operation: 'PutItem', times: 2, fault: { kind: 'throttle' } });
    expect(await putItem(aws, 'data-egress', key, absent('source_prefix'))).toEqual({ written: true, attempts: 3 });
    kit.faults.add({ service: 'dynamodb', operation: 'Scan', times: Number.POSITIVE_INFINITY, fault: { kind: 'throttle' } });
    await expect(scanTable({ ...aws, deadline: Date.now() + 500 }, 'data-egress')).rejects.toMatchObject({ code: 'throttled' });
  });

  it('throw what is no refused condition', async () => {
    await expect(putItem(aws, 'data-egress', { source_prefix: { S: 'a' } }, absent('source_prefix'))).rejects.toMatchObject({
      code: 'invalid-request',
      awsCode: 'ValidationException',
    });
    kit.dynamodb.denied.add('PutItem');
    await expect(putItem(aws, 'data-egress', key, absent('source_prefix'))).rejects.toMatchObject({ code: 'access-denied' });
  });
});

describe('describeTable', () => {
  it('tells keys and status, and undefined for no table', async () => {
    expect(await describeTable(aws, 'data-egress')).toEqual({
      name: 'data-egress',
      arn: 'arn:aws:dynamodb:eu-central-1:111122223333:table/data-egress',
      status: 'ACTIVE',
      partitionKey: { name: 'source_prefix', type: 'S' },
      sortKey: { name: 'pipeline_name', type: 'S' },
    });
    expect(await describeTable(aws, 'none')).toBeUndefined();
  });

  it('does not believe an answer that is none of DynamoDB', async () => {
    kit.faults.add({ service: 'dynamodb', operation: 'DescribeTable', fault: { kind: 'error', status: 200, body: '{}' } });
    await expect(describeTable(aws, 'data-egress')).rejects.toMatchObject({ code: 'unreachable' });
  });
});
