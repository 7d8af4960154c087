/** The table as it is: there, with the right keys, and all its rows. */
import { Failure } from '@slipway/action-kit';
import { type Item, keyAttributes } from '@slipway/egress';
import type { AwsContext } from '@slipway/sdk/config';
import { describeTable, scanTable, type TableDescription } from '@slipway/sdk/dynamodb';

/** Between two looks at a table that is being created. */
const pollMs = 2_000;

/** Reads all rows consistently. A table in creation is waited for. @throws Failure `table-missing`, `key-schema`; AwsError */
export async function readTable(table: string, aws: AwsContext): Promise<Item[]> {
  checkKeys(await waitForTable(table, aws));
  return scanTable(aws, table);
}

async function waitForTable(table: string, aws: AwsContext): Promise<TableDescription> {
  for (;;) {
    const description = await describeTable(aws, table);
    if (!description) throw missing(table, aws, `there is no table ${table} in ${aws.region}`);
    if (description.status === 'ACTIVE' || description.status === 'UPDATING') return description;
    if (description.status !== 'CREATING') throw missing(table, aws, `the table is ${description.status}`);
    if (aws.clock.now() + pollMs >= aws.deadline) throw missing(table, aws, 'the table is still being created (CREATING) at the end of timeout');
    await aws.clock.sleep(pollMs, aws.signal);
  }
}

function checkKeys({ name, partitionKey, sortKey }: TableDescription): void {
  const right = isText(partitionKey, keyAttributes.partition) && sortKey !== undefined && isText(sortKey, keyAttributes.sort);
  if (right) return;
  const got = [partitionKey, ...(sortKey ? [sortKey] : [])].map((key) => `${key.name} (${key.type})`).join(' and ');
  throw new Failure({
    what: `${name} is not a data-egress table`,
    reason: 'key-schema',
    why: [`its keys are ${got}; the consumer's are ${keyAttributes.partition} (S) and ${keyAttributes.sort} (S)`],
    remedy: 'Correct table, or aws-region and the account of the credentials.',
  });
}

function isText(key: { name: string; type: string }, name: string): boolean {
  return key.name === name && key.type === 'S';
}

function missing(table: string, aws: AwsContext, why: string): Failure {
  return new Failure({
    what: `${table} cannot be used`,
    reason: 'table-missing',
    why: [why],
    remedy: `Correct table and aws-region, or create the table:\naws dynamodb create-table --region ${aws.region} --table-name ${table} --billing-mode PAY_PER_REQUEST --attribute-definitions AttributeName=source_prefix,AttributeType=S AttributeName=pipeline_name,AttributeType=S --key-schema AttributeName=source_prefix,KeyType=HASH AttributeName=pipeline_name,KeyType=RANGE`,
  });
}
