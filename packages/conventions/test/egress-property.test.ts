/** What is unknown is never a fail that some completion would pass. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeOne } from './judge-one.ts';
import type { ResourceSpec } from './plan-builder.ts';

const text = (...words: string[]) => fc.constantFrom(...words).map((S) => ({ S }));
const fields = fc.record(
  {
    source_prefix: text('x/*', 'x/$TODAYS_DATE/*', 'y', ''),
    pipeline_name: text('p', 'p#sft'),
    source_bucket: text('published', ''),
    destination_bucket: text('', 'warehouse', 'stub-hdfs-1'),
    destination_prefix: text('in/'),
    transfer_type: text('S3', 'SFT', 'FTP'),
    recipient_name: text('team'),
    decrypt: fc.constantFrom({ BOOL: true }, { S: 'false' }, { N: '1' }),
  },
  { requiredKeys: ['source_prefix'] },
);
const policy = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: fc.constantFrom('s3:GetObject', 's3:*', 's3:PutObject'),
    Resource: fc.constantFrom('*', 'arn:aws:s3:::published/x/*', 'arn:aws:s3:::published/y/*'),
  })
  .map((statement) => JSON.stringify({ Statement: [statement] }));
const rules = ['egress-item-shape', 'egress-item-dest', 'egress-item-both', 'egress-item-iam', 'egress-stub'];

/** An item, or a policy, with its text known or not. */
function resource(address: string, name: string, value: string, known: boolean, more: Record<string, unknown>): ResourceSpec {
  return known ? { address, after: { ...more, [name]: value } } : { address, after: more, unknown: { [name]: true } };
}

describe.each(rules)('%s', (rule) => {
  it('says fail of what is partly unknown only where the whole fails', () => {
    const part = fc.tuple(fields, fc.boolean());
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(policy, fc.boolean()), { maxLength: 2 }), (items, policies) => {
        const plan = (whole: boolean): ResourceSpec[] => [
          ...items.map(([item, known], index) =>
            resource(`aws_dynamodb_table_item.i${index}`, 'item', JSON.stringify(item), whole || known, { table_name: 'data-egress' }),
          ),
          ...policies.map(([one, known], index) => resource(`aws_iam_role_policy.egress${index}`, 'policy', one, whole || known, { role: 'data-egress' })),
        ];
        const whole = new Map(judgeOne(rule, { resources: plan(true) }).map(({ address, verdict }) => [address, verdict]));
        for (const { address, verdict } of judgeOne(rule, { resources: plan(false) })) {
          if (verdict === 'fail') expect(whole.get(address)).toBe('fail');
        }
      }),
      { numRuns: 60 },
    );
  });
});
