/** Amazon DynamoDB: tables, whole scans and conditional writes of single items. */
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { type AwsContext, call, clientCache } from '../config.ts';
import { AwsError } from '../errors.ts';
import { fromSdkItem, type Item, toSdkItem } from './attribute-value.ts';
import type { Condition } from './condition.ts';

export type { AttributeValue, Item } from './attribute-value.ts';
export { absent, type Condition, equalTo } from './condition.ts';

const client = clientCache((config) => new DynamoDBClient(config));

/** A key attribute: its name and type (`S`, `N` or `B`). */
export interface KeyAttribute {
  readonly name: string;
  readonly type: string;
}

/** What DescribeTable says of a table. */
export interface TableDescription {
  readonly name: string;
  readonly arn: string;
  /** `CREATING`, `ACTIVE`, `UPDATING`, `DELETING`, … */
  readonly status: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey: KeyAttribute | undefined;
}

/** DescribeTable. @returns undefined where there is no such table */
export async function describeTable(context: AwsContext, table: string): Promise<TableDescription | undefined> {
  try {
    const answer = await call(context, 'dynamodb', 'DescribeTable', (options) => client(context).send(new DescribeTableCommand({ TableName: table }), options));
    const { KeySchema = [], AttributeDefinitions = [], TableStatus = '', TableArn = '', TableName = table } = answer.Table ?? {};
    const key = (kind: 'HASH' | 'RANGE'): KeyAttribute | undefined => {
      const name = KeySchema.find(({ KeyType }) => KeyType === kind)?.AttributeName;
      return name === undefined ? undefined : { name, type: AttributeDefinitions.find(({ AttributeName }) => AttributeName === name)?.AttributeType ?? '' };
    };
    const partitionKey = key('HASH');
    if (!partitionKey) throw notDynamo('DescribeTable');
    return { name: TableName, arn: TableArn, status: TableStatus, partitionKey, sortKey: key('RANGE') };
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

/**
 * Scan of the whole table with consistent reads, page by page (a page holds 1 MB: Scan API).
 * @returns all items in the order in which DynamoDB gives them
 */
export async function scanTable(context: AwsContext, table: string): Promise<Item[]> {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const command = () => new ScanCommand({ TableName: table, ConsistentRead: true, ...(start ? { ExclusiveStartKey: toSdkItem(start) } : {}) });
    const page = await call(context, 'dynamodb', 'Scan', (options) => client(context).send(command(), options));
    if (!page.Items) throw notDynamo('Scan');
    items.push(...page.Items.map(fromSdkItem));
    start = page.LastEvaluatedKey && Object.keys(page.LastEvaluatedKey).length > 0 ? fromSdkItem(page.LastEvaluatedKey) : undefined;
  } while (start);
  return items;
}

/** GetItem with a consistent read. @returns undefined where there is no such item */
export async function getItem(context: AwsContext, table: string, key: Item): Promise<Item | undefined> {
  const command = () => new GetItemCommand({ TableName: table, Key: toSdkItem(key), ConsistentRead: true });
  const answer = await call(context, 'dynamodb', 'GetItem', (options) => client(context).send(command(), options));
  return answer.Item ? fromSdkItem(answer.Item) : undefined;
}

/** What became of a conditional write. */
export interface WriteResult {
  /** AWS acknowledged the write. */
  readonly written: boolean;
  /** Tries that were sent. A refusal after the first may be the echo of a write whose answer was lost. */
  readonly attempts: number;
  /** For a refused write: the item that is stored now; absent where there is none. */
  readonly stored?: Item;
}

/** PutItem under a condition. A refused condition is a result, not an error. */
export async function putItem(context: AwsContext, table: string, item: Item, condition: Condition): Promise<WriteResult> {
  const command = () => new PutItemCommand({ TableName: table, Item: toSdkItem(item), ...conditionOf(condition) });
  return write(context, 'PutItem', (options) => client(context).send(command(), options));
}

/** DeleteItem under a condition. A refused condition is a result, not an error. */
export async function deleteItem(context: AwsContext, table: string, key: Item, condition: Condition): Promise<WriteResult> {
  const command = () => new DeleteItemCommand({ TableName: table, Key: toSdkItem(key), ...conditionOf(condition) });
  return write(context, 'DeleteItem', (options) => client(context).send(command(), options));
}

async function write(context: AwsContext, operation: string, send: (options: { abortSignal: AbortSignal }) => Promise<unknown>): Promise<WriteResult> {
  let attempts = 0;
  try {
    await call(context, 'dynamodb', operation, (options) => {
      attempts += 1;
      return send(options);
    });
    return { written: true, attempts };
  } catch (error) {
    const refusal = error instanceof AwsError ? error.cause : undefined;
    if (!(refusal instanceof ConditionalCheckFailedException)) throw error;
    return { written: false, attempts, ...(refusal.Item ? { stored: fromSdkItem(refusal.Item) } : {}) };
  }
}

function conditionOf({ expression, names, values }: Condition) {
  return {
    ConditionExpression: expression,
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: toSdkItem(values) } : {}),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
}

function notDynamo(operation: string): AwsError {
  return new AwsError({
    code: 'unreachable',
    service: 'dynamodb',
    operation,
    awsCode: '',
    message: 'the answer is not an answer of DynamoDB',
    hint: 'Check the endpoint and the proxy: something else answered in the name of DynamoDB.',
  });
}
