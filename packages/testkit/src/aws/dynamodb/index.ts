/**
 * Amazon DynamoDB as far as seeding needs it: tables, Scan pages, and single and batch writes under conditions, as strict as
 * AWS about values, keys and expressions. Owns tables in memory; transactions, indexes, streams and PartiQL are not played.
 */
import { type FakeAnswer, FakeError, type FakeRequest, type FakeService, jsonProtocol, type ServiceHost } from '../../service.ts';
import { parseCondition } from './condition.ts';
import { FakeTable, type FakeTableOptions } from './table.ts';
import { readItem, refuse, type WireItem } from './values.ts';

export { FakeTable, type FakeTableOptions } from './table.ts';
export type { WireItem, WireValue } from './values.ts';

/** BatchWriteItem takes so many (BatchWriteItem API). */
const maxBatch = 25;

type Body = Readonly<Record<string, unknown>>;

/** @see FakeService */
export class FakeDynamoDb implements FakeService {
  readonly name = 'dynamodb';
  readonly operation = jsonProtocol('1.0').operation;
  readonly renderError = jsonProtocol('1.0').renderError;
  /** Table name → table. */
  readonly tables = new Map<string, FakeTable>();
  /** Operations that the caller may not do: `Scan`. */
  readonly denied = new Set<string>();
  /** Runs before each operation: for what somebody else does between two of our calls. */
  before: ((operation: string, body: Body) => void) | undefined;
  readonly #host: ServiceHost;

  constructor(host: ServiceHost) {
    this.#host = host;
  }

  /** Adds a table; the keys are those of `data-egress` unless given. */
  addTable(options: Partial<FakeTableOptions> = {}): FakeTable {
    const table = new FakeTable({
      name: 'data-egress',
      partitionKey: { name: 'source_prefix', type: 'S' },
      sortKey: { name: 'pipeline_name', type: 'S' },
      ...options,
    });
    this.tables.set(table.options.name, table);
    return table;
  }

  handle(operation: string, request: FakeRequest): FakeAnswer {
    const body = request.json();
    const arn = `arn:aws:dynamodb:${this.#host.region}:${this.#host.accountId}:table/${String(body['TableName'] ?? '')}`;
    if (this.denied.has(operation)) {
      const who = request.caller?.arn ?? 'anonymous';
      throw new FakeError(
        'AccessDeniedException',
        `User: ${who} is not authorized to perform: dynamodb:${operation} on resource: ${arn} because no identity-based policy allows the dynamodb:${operation} action`,
      );
    }
    this.before?.(operation, body);
    return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: this.#answer(operation, body, arn) };
  }

  #answer(operation: string, body: Body, arn: string): object {
    switch (operation) {
      case 'CreateTable':
        return { TableDescription: describe(this.#create(body), arn, 'CREATING', this.#host.clock.now()) };
      case 'DescribeTable': {
        const table = this.#find(body);
        return { Table: describe(table, arn, table.tellStatus(), this.#host.clock.now()) };
      }
      case 'Scan':
        return scan(this.#usable(body), body);
      case 'GetItem':
        return getItem(this.#usable(body), body);
      case 'PutItem':
        return putItem(this.#usable(body), body);
      case 'DeleteItem':
        return deleteItem(this.#usable(body), body);
      case 'BatchWriteItem':
        return this.#batchWrite(body);
      default:
        throw new FakeError('UnknownOperationException', '');
    }
  }

  #create(body: Body): FakeTable {
    const name = String(body['TableName']);
    if (!/^[\w.-]{3,255}$/.test(name)) throw refuse('TableName must be at least 3 characters long and at most 255 characters long');
    if (this.tables.has(name)) throw new FakeError('ResourceInUseException', `Table already exists: ${name}`);
    const types = new Map(
      (body['AttributeDefinitions'] as { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[]).map((entry) => [entry.AttributeName, entry.AttributeType]),
    );
    const key = (kind: string) => {
      const attribute = (body['KeySchema'] as { AttributeName: string; KeyType: string }[]).find(({ KeyType }) => KeyType === kind)?.AttributeName;
      if (attribute === undefined) return undefined;
      const type = types.get(attribute);
      if (!type) throw refuse('One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions.');
      return { name: attribute, type };
    };
    const [partitionKey, sortKey] = [key('HASH'), key('RANGE')];
    if (!partitionKey) throw refuse('Invalid KeySchema: The first KeySchemaElement is not a HASH key type');
    const table = new FakeTable({ name, partitionKey, ...(sortKey ? { sortKey } : {}), creatingFor: 1 });
    this.tables.set(name, table);
    return table;
  }

  #find(body: Body): FakeTable {
    const name = String(body['TableName']);
    const table = this.tables.get(name);
    if (!table) throw new FakeError('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);
    return table;
  }

  #usable(body: Body): FakeTable {
    const table = this.#find(body);
    if (!table.ready()) throw new FakeError('ResourceNotFoundException', 'Requested resource not found');
    return table;
  }

  #batchWrite(body: Body): object {
    const requests = Object.entries((body['RequestItems'] ?? {}) as Record<string, { PutRequest?: { Item: unknown }; DeleteRequest?: { Key: unknown } }[]>);
    const count = requests.reduce((sum, [, writes]) => sum + writes.length, 0);
    if (count === 0 || count > maxBatch) {
      throw refuse(
        `1 validation error detected: Value at 'requestItems' failed to satisfy constraint: Member must have length less than or equal to ${maxBatch}`,
      );
    }
    const work = requests.flatMap(([name, writes]) => {
      const table = this.#usable({ TableName: name });
      return writes.map(({ PutRequest, DeleteRequest }) => ({
        table,
        put: PutRequest && readItem(PutRequest.Item),
        key: DeleteRequest && readItem(DeleteRequest.Key),
      }));
    });
    const places = work.map(({ table, put, key }) => JSON.stringify([table.options.name, table.keyOf(put ?? key ?? {})]));
    if (new Set(places).size !== places.length) throw refuse('Provided list of item keys contains duplicates');
    for (const { table, put, key } of work) put ? table.checkItem(put) : table.checkKey(key ?? {});
    for (const { table, put, key } of work) put ? table.seed(put) : table.remove(key ?? {});
    return { UnprocessedItems: {} };
  }
}

function describe(table: FakeTable, arn: string, status: string, now: number): object {
  return {
    TableName: table.options.name,
    TableArn: arn,
    TableStatus: status,
    CreationDateTime: now / 1000,
    KeySchema: table.keys().map(({ name }, index) => ({ AttributeName: name, KeyType: index === 0 ? 'HASH' : 'RANGE' })),
    AttributeDefinitions: table.keys().map(({ name, type }) => ({ AttributeName: name, AttributeType: type })),
    ItemCount: table.items().length,
    TableSizeBytes: 0,
  };
}

function scan(table: FakeTable, body: Body): object {
  const start = body['ExclusiveStartKey'];
  const { items, last } = table.page(start ? readItem(start) : undefined, body['Limit'] as number | undefined);
  return { Items: items, Count: items.length, ScannedCount: items.length, ...(last ? { LastEvaluatedKey: last } : {}) };
}

function getItem(table: FakeTable, body: Body): object {
  const key = readItem(body['Key']);
  table.checkKey(key);
  const item = table.get(key);
  return item ? { Item: item } : {};
}

function putItem(table: FakeTable, body: Body): object {
  const item = readItem(body['Item']);
  table.checkItem(item);
  const old = table.get(item);
  checkCondition(body, old);
  table.seed(item);
  return body['ReturnValues'] === 'ALL_OLD' && old ? { Attributes: old } : {};
}

function deleteItem(table: FakeTable, body: Body): object {
  const key = readItem(body['Key']);
  table.checkKey(key);
  const old = table.get(key);
  checkCondition(body, old);
  table.remove(key);
  return body['ReturnValues'] === 'ALL_OLD' && old ? { Attributes: old } : {};
}

function checkCondition(body: Body, stored: WireItem | undefined): void {
  const expression = body['ConditionExpression'];
  const names = (body['ExpressionAttributeNames'] ?? {}) as Record<string, string>;
  const values = body['ExpressionAttributeValues'] === undefined ? {} : readItem(body['ExpressionAttributeValues']);
  if (expression === undefined) {
    if (Object.keys(names).length > 0) throw refuse('ExpressionAttributeNames can only be specified when using expressions');
    if (Object.keys(values).length > 0) throw refuse('ExpressionAttributeValues can only be specified when using expressions');
    return;
  }
  if (body['ExpressionAttributeValues'] !== undefined && Object.keys(values).length === 0) throw refuse('ExpressionAttributeValues must not be empty');
  const condition = parseCondition(String(expression), { names, values });
  if (condition(stored ?? {})) return;
  const old = body['ReturnValuesOnConditionCheckFailure'] === 'ALL_OLD' && stored ? { Item: stored } : {};
  throw new FakeError('ConditionalCheckFailedException', 'The conditional request failed', 400, old);
}
