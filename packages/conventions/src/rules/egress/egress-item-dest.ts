/** Where an item's files go. */
import { egressReads, itemText, showField, transferOf } from '../../plan-facts/egress.ts';
import { failing } from '../../plan-facts/flags.ts';
import { fine, type Rule } from '../../rule.ts';
import { eachItem } from './judge-items.ts';

/** Another transfer_type is for egress-item-shape to say. */
export const egressItemDest: Rule = {
  id: 'egress-item-dest',
  what: 'an item of transfer_type S3 names its destination_bucket; one of SFT leaves it blank',
  why: [{ document: 'dataworks-data-egress', sentence: 'destination_bucket The S3 bucket to send files to. Blank for SFT' }],
  severity: 'error',
  profiles: ['dwp', 'strict'],
  remedy: 'transfer_type      = { S = "S3" }\ndestination_bucket = { S = "warehouse" }',
  fails: 'transfer_type      = { S = "SFT" }\ndestination_bucket = { S = "warehouse" }',
  reads: egressReads,
  judge: (world) =>
    eachItem(world, (item) => {
      const filled = item.fields?.has('destination_bucket') === true && !isBlank(item.fields.get('destination_bucket'));
      const evidence = showField(item, 'destination_bucket');
      const transfer = transferOf(item);
      if (transfer === 'S3' && itemText(item, 'destination_bucket') === undefined)
        return [failing('the item is sent by S3, and names no destination_bucket', evidence)];
      if (transfer === 'SFT' && filled) return [failing('the item is sent by SFT, and names a destination_bucket; want it blank', evidence)];
      return [fine];
    }),
};

function isBlank(field: { readonly type: string; readonly value: unknown } | undefined): boolean {
  return field === undefined || field.type === 'NULL' || String(field.value ?? '').trim() === '';
}
