/** One conditional write, and what its refusal means. */
import { Failure } from '@slipway/action-kit';
import { type Change, canonicalItem, type Item, knownAttributes, markAttributes, renderKey, sameValue, withoutAws } from '@slipway/egress';
import type { AwsContext } from '@slipway/sdk/config';
import { absent, type Condition, deleteItem, equalTo, putItem } from '@slipway/sdk/dynamodb';

/** Where to write. */
export interface WriteTarget {
  readonly table: string;
  readonly aws: AwsContext;
}

/**
 * Writes one row on the condition that it still is what was read.
 * @returns whether this run wrote it; false when it was like that already
 * @throws Failure `conflict` when the row is another one now; AwsError
 */
export async function writeChange(change: Change, { table, aws }: WriteTarget): Promise<boolean> {
  const condition = conditionOf(change);
  const key = { source_prefix: { S: change.key.source_prefix }, pipeline_name: { S: change.key.pipeline_name } };
  const { item } = change;
  const result = item ? await putItem(aws, table, item, condition) : await deleteItem(aws, table, key, condition);
  if (result.written) return true;
  const done = item ? result.stored !== undefined && sameOwn(result.stored, item) : result.stored === undefined;
  if (done) return result.attempts > 1;
  throw changedMeanwhile(change, result.stored, table);
}

/** All that was read, AWS's own attributes apart, and none of the attributes that we know of besides. */
function conditionOf({ live, item }: Change): Condition {
  if (!live) return absent('source_prefix');
  const own = withoutAws(live);
  const names = [...knownAttributes, ...markAttributes, ...Object.keys(withoutAws(item ?? {}))];
  return equalTo(own, [...new Set(names)].filter((name) => !(name in own)).sort());
}

function sameOwn(a: Item, b: Item): boolean {
  return canonicalItem(withoutAws(a)) === canonicalItem(withoutAws(b));
}

function changedMeanwhile({ key, live, action }: Change, stored: Item | undefined, table: string): Failure {
  const names = [...new Set([...Object.keys(live ?? {}), ...Object.keys(stored ?? {})])].sort();
  const changed = names.filter((name) => !sameValue(live?.[name], stored?.[name]));
  const what =
    stored === undefined
      ? 'it is gone'
      : live === undefined
        ? 'somebody else has created it'
        : `${changed.join(', ')} ${changed.length === 1 ? 'is' : 'are'} not what was read`;
  return new Failure({
    what: `${renderKey(key)} of ${table} changed while this step ran`,
    reason: 'conflict',
    why: [`${action}: ${what}. The row was left as it is.`],
    remedy: 'Run plan again and look at this row. Give the workflow a concurrency group if two runs write the table at once.',
  });
}
