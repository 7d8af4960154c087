/** The keys of the egress table. */
import { readText, showValue } from '../../plan-facts/attributes.ts';
import { egressKeys, egressReads, hasEgressKeys, saysEgress } from '../../plan-facts/egress.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';

/** Tables with the word egress in their name. */
export const egressTableKeys: Rule = {
  id: 'egress-table-keys',
  what: 'the egress table has the partition key source_prefix and the sort key pipeline_name',
  why: [
    { document: 'dataworks-data-egress', sentence: 'source_prefix Partition key. The S3 path to retrieve files for' },
    { document: 'dataworks-data-egress', sentence: 'pipeline_name Sort key: The pipeline which sent the files' },
  ],
  severity: 'error',
  profiles: ['dwp', 'strict'],
  remedy: 'resource "aws_dynamodb_table" "data_egress" {\n  name      = "data-egress"\n  hash_key  = "source_prefix"\n  range_key = "pipeline_name"\n}',
  fails: 'resource "aws_dynamodb_table" "data_egress" {\n  name     = "data-egress"\n  hash_key = "pipeline_name"\n}',
  reads: { aws_dynamodb_table: egressReads.aws_dynamodb_table },
  judge: eachResource(['aws_dynamodb_table'], (table) => {
    if (hasEgressKeys(table) || !saysEgress(readText(table, ['name']).text)) return [fine];
    return Object.entries(egressKeys).map(([name, want]): Fact => {
      const { state, text } = readText(table, [name]);
      if (text === want) return fine;
      const evidence = showValue(table, [name]);
      return state === 'unknown' ? uncertain(`${name} is known after apply`, evidence) : failing(`${name} is ${text ?? 'not set'}; want ${want}`, evidence);
    });
  }),
};
