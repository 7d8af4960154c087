import { beforeEach, describe, expect, it } from 'vitest';
import { FakeDynamoDb, type FakeTable } from '../src/aws/dynamodb/index.ts';
import type { FakeRequest, ServiceHost } from '../src/service.ts';

let service: FakeDynamoDb;
let table: FakeTable;

beforeEach(() => {
  const host: ServiceHost = {
    clock: { now: () => 1_000, advanceTo: () => undefined },
    region: 'eu-central-1',
    accountId: '111122223333',
    url: '',
    registryHost: '',
  };
  service = new FakeDynamoDb(host);
  table = service.addTable({ name: 'data-egress' });
});

// biome-ignore lint/suspicious/noExplicitAny: answers are read as they come.
const call = (operation: string, body: object): any =>
  service.handle(operation, { json: () => ({ TableName: 'data-egress', ...body }) } as unknown as FakeRequest).body;
const refusal = (operation: string, body: object) => {
  try {
    call(operation, body);
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code}: ${message}`;
  }
  return 'accepted';
};
const key = { source_prefix: { S: 'a' }, pipeline_name: { S: 'A' } };
const put = (attributes: object, more: object = {}) => ({ Item: { ...key, ...attributes }, ...more });

describe('values that AWS refuses', () => {
  it.each([
    ['two type tags', { x: { S: 'a', N: '1' } }, 'more than one datatypes set'],
    ['a tag in lower case', { x: { bool: true } }, 'Supplied AttributeValue is empty'],
    ['no tag', { x: {} }, 'Supplied AttributeValue is empty'],
    ['a doubled member of a set', { x: { SS: ['a', 'a'] } }, 'Input collection [a, a] contains duplicates'],
    ['a doubled number in another form', { x: { NS: ['1', '1.0'] } }, 'contains duplicates'],
    ['an empty set', { x: { SS: [] } }, 'set  may not be empty'],
    ['39 digits', { x: { N: '1'.repeat(39) } }, 'more than 38 significant digits'],
    ['no number', { x: { N: 'abc' } }, 'cannot be converted to a numeric value: abc'],
    ['too large a number', { x: { N: '1e126' } }, 'Number overflow'],
    ['too small a number', { x: { N: '1e-131' } }, 'Number underflow'],
    ['a number as number', { x: { N: 1 } }, 'SerializationException'],
    ['a flag as text', { x: { BOOL: 'true' } }, 'SerializationException'],
    ['NULL false', { x: { NULL: false } }, 'must have the value of true'],
    ['an empty key', { pipeline_name: { S: '' } }, 'cannot contain an empty string value. Key: pipeline_name'],
    ['a key of another type', { pipeline_name: { N: '1' } }, 'Type mismatch for key pipeline_name expected: S actual: N'],
    ['a long partition key', { source_prefix: { S: 'x'.repeat(2049) } }, 'Size of hashkey'],
    ['a long sort key', { pipeline_name: { S: 'x'.repeat(1025) } }, 'Size of rangekey'],
    ['a large item', { x: { S: 'x'.repeat(410_000) } }, 'Item size has exceeded'],
  ])('%s', (_what, attributes, message) => {
    expect(refusal('PutItem', put(attributes))).toContain(message);
    expect(table.items()).toEqual([]);
  });

  it('and a missing key', () => {
    expect(refusal('PutItem', { Item: { source_prefix: { S: 'a' } } })).toContain('Missing the key pipeline_name in the item');
    expect(refusal('GetItem', { Key: { source_prefix: { S: 'a' } } })).toContain('does not match the schema');
    expect(refusal('DeleteItem', { Key: { ...key, more: { S: 'x' } } })).toContain('does not match the schema');
  });

  it.each([
    ['1.0', '1'],
    ['1e3', '1000'],
    ['-0.50', '-0.5'],
    ['00', '0'],
    ['1e-3', '0.001'],
    ['120', '120'],
  ])('keeps %s as %s', (written, kept) => {
    call('PutItem', put({ x: { N: written } }));
    expect(call('GetItem', { Key: key }).Item.x).toEqual({ N: kept });
  });
});

describe('conditions', () => {
  const condition = (expression: string, values: object = {}, names: object = {}) => ({
    ConditionExpression: expression,
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
  });
  const stored = { t: { S: 'abc' }, n: { N: '5' }, s: { SS: ['a', 'b'] }, m: { M: { x: { L: [{ S: 'deep' }] } } }, f: { BOOL: true } };

  it.each<[string, object, boolean]>([
    ['attribute_exists(t)', {}, true],
    ['attribute_not_exists(t)', {}, false],
    ['attribute_not_exists(other)', {}, true],
    ['t = :v', { ':v': { S: 'abc' } }, true],
    ['t = :v', { ':v': { S: 'x' } }, false],
    ['n = :v', { ':v': { N: '5.0' } }, true],
    ['n = :v', { ':v': { S: '5' } }, false],
    ['s = :v', { ':v': { SS: ['b', 'a'] } }, true],
    ['m = :v', { ':v': { M: { x: { L: [{ S: 'deep' }] } } } }, true],
    ['m.x[0] = :v', { ':v': { S: 'deep' } }, true],
    ['other = :v', { ':v': { S: 'x' } }, false],
    ['other <> :v', { ':v': { S: 'x' } }, true],
    ['n > :v', { ':v': { N: '10' } }, false],
    ['n BETWEEN :a AND :b', { ':a': { N: '1' }, ':b': { N: '5' } }, true],
    ['t IN (:a, :b)', { ':a': { S: 'x' }, ':b': { S: 'abc' } }, true],
    ['begins_with(t, :v)', { ':v': { S: 'ab' } }, true],
    ['contains(s, :v)', { ':v': { S: 'b' } }, true],
    ['size(t) = :v', { ':v': { N: '3' } }, true],
    ['attribute_type(f, :v)', { ':v': { S: 'BOOL' } }, true],
    ['NOT attribute_exists(t) OR n = :v', { ':v': { N: '5' } }, true],
    ['NOT (attribute_exists(t) OR n = :v)', { ':v': { N: '5' } }, false],
    ['attribute_exists(other) AND t = :v OR n = :w', { ':v': { S: 'abc' }, ':w': { N: '5' } }, true],
    ['attribute_exists(other) and (t = :v or n = :w)', { ':v': { S: 'abc' }, ':w': { N: '5' } }, false],
  ])('%s %j is %s', (expression, values, accepted) => {
    call('PutItem', put(stored));
    const answer = refusal('PutItem', put(stored, condition(expression, values)));
    expect(answer).toBe(accepted ? 'accepted' : 'ConditionalCheckFailedException: The conditional request failed');
  });

  it.each([
    ['an unused value', condition('attribute_exists(t)', { ':x': { S: 'x' } }), 'unused in expressions: keys: {:x}'],
    ['an unused name', condition('attribute_exists(t)', {}, { '#x': 'x' }), 'unused in expressions: keys: {#x}'],
    ['an undefined value', condition('t = :x'), 'value used in expression is not defined; attribute value: :x'],
    ['an undefined name', condition('attribute_exists(#x)'), 'is not defined; attribute name: #x'],
    ['a reserved word', condition('attribute_exists(owner)'), 'reserved keyword: owner'],
    ['an unknown function', condition('exists(t)'), 'Invalid function name; function: exists'],
    ['a broken expression', condition('t = '), 'Syntax error'],
    ['two conditions side by side', condition('attribute_exists(t) attribute_exists(n)'), 'Syntax error'],
    ['an empty expression', condition(' '), 'can not be empty'],
    ['values without an expression', { ExpressionAttributeValues: { ':x': { S: 'x' } } }, 'can only be specified when using expressions'],
    ['too long an expression', condition(`attribute_exists(${'x'.repeat(4100)})`), 'maximum allowed size'],
  ])('refuses %s', (_what, more, message) => {
    expect(refusal('PutItem', put({}, more))).toContain(message);
    expect(table.items()).toEqual([]);
  });

  it('gives the stored item with a refusal when asked to', () => {
    call('PutItem', put(stored));
    const refused = { ...condition('attribute_not_exists(t)'), ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
    const members = (operation: string, body: object) => {
      try {
        call(operation, body);
      } catch (error) {
        return (error as { members: object }).members;
      }
      return undefined;
    };
    expect(members('PutItem', put({}, refused))).toEqual({ Item: { ...key, ...stored } });
    expect(members('DeleteItem', { Key: key, ...condition('attribute_not_exists(t)') })).toEqual({});
  });
});

describe('tables', () => {
  it('are created, told of, and not usable before', () => {
    const schema = {
      TableName: 'new',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'N' }],
    };
    expect(call('CreateTable', schema).TableDescription).toMatchObject({ TableStatus: 'CREATING' });
    expect(refusal('CreateTable', schema)).toContain('ResourceInUseException');
    expect(refusal('Scan', { TableName: 'new' })).toContain('ResourceNotFoundException');
    expect(call('DescribeTable', { TableName: 'new' }).Table.TableStatus).toBe('CREATING');
    expect(call('DescribeTable', { TableName: 'new' }).Table).toMatchObject({
      TableStatus: 'ACTIVE',
      TableArn: 'arn:aws:dynamodb:eu-central-1:111122223333:table/new',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    });
    expect(call('Scan', { TableName: 'new' })).toEqual({ Items: [], Count: 0, ScannedCount: 0 });
    expect(refusal('DescribeTable', { TableName: 'none' })).toContain('ResourceNotFoundException');
  });

  it('are scanned page by page, each item once', () => {
    for (let index = 0; index < 50; index += 1) table.seed({ source_prefix: { S: `p${index}` }, pipeline_name: { S: 'A' }, x: { S: 'y'.repeat(60_000) } });
    const seen: string[] = [];
    let start: object | undefined;
    let pages = 0;
    do {
      const page = call('Scan', start ? { ExclusiveStartKey: start } : {});
      seen.push(...page.Items.map((item: { source_prefix: { S: string } }) => item.source_prefix.S));
      start = page.LastEvaluatedKey;
      pages += 1;
    } while (start);
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(50);
    expect(seen).toHaveLength(50);
  });
});

describe('batches', () => {
  const batch = (names: string[]) => ({
    RequestItems: { 'data-egress': names.map((name) => ({ PutRequest: { Item: { ...key, source_prefix: { S: name } } } })) },
  });

  it('write 25 and refuse 26, doubled keys and mistakes as a whole', () => {
    const names = Array.from({ length: 26 }, (_, index) => `p${index}`);
    expect(refusal('BatchWriteItem', batch(names))).toContain('less than or equal to 25');
    expect(refusal('BatchWriteItem', batch(['a', 'a']))).toContain('contains duplicates');
    expect(refusal('BatchWriteItem', batch(['a', '']))).toContain('empty string value');
    expect(table.items()).toEqual([]);
    expect(call('BatchWriteItem', batch(names.slice(1)))).toEqual({ UnprocessedItems: {} });
    expect(table.items()).toHaveLength(25);
  });
});

it('denies what it is told to deny, naming action and table', () => {
  service.denied.add('Scan');
  expect(refusal('Scan', {})).toContain('dynamodb:Scan on resource: arn:aws:dynamodb:eu-central-1:111122223333:table/data-egress');
});
