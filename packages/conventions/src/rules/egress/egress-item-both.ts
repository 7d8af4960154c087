/** One prefix, two ways. */
import { type EgressItem, egressItems, egressReads, itemText, showField, transferOf } from '../../plan-facts/egress.ts';
import { failing } from '../../plan-facts/flags.ts';
import { fine, type Rule } from '../../rule.ts';
import { eachItem } from './judge-items.ts';

const suffix = '#sft';

/** Items of one table with one source_prefix; on the SFT item. */
export const egressItemBoth: Rule = {
  id: 'egress-item-both',
  what: 'where a prefix is sent by S3 and by SFT, the pipeline_name of the SFT item ends in #sft',
  why: [
    {
      document: 'dataworks-data-egress',
      sentence: 'If source data is required to be sent via S3 and SFT, append the transfer type to pipeline_name … pipeline_name#sft',
    },
  ],
  severity: 'error',
  profiles: ['dwp', 'strict'],
  remedy: 'source_prefix = { S = "exports/daily/*" }\npipeline_name = { S = "daily-exports#sft" }\ntransfer_type = { S = "SFT" }',
  fails: 'source_prefix = { S = "exports/daily/*" } # an S3 item has it too\npipeline_name = { S = "daily-exports-2" }\ntransfer_type = { S = "SFT" }',
  reads: egressReads,
  judge: (world) => {
    const byS3 = new Map(egressItems(world).flatMap((item) => (transferOf(item) === 'S3' ? [[pairKey(item), item] as const] : [])));
    return eachItem(
      world,
      (item) => {
        const twin = byS3.get(pairKey(item));
        if (transferOf(item) !== 'SFT' || !twin || itemText(item, 'source_prefix') === undefined) return [fine];
        if (itemText(item, 'pipeline_name')?.endsWith(suffix)) return [fine];
        const evidence = `${showField(item, 'pipeline_name')}; the same source_prefix as ${twin.resource.address}`;
        return [failing(`the prefix is sent by S3 too, and pipeline_name does not end in ${suffix}`, evidence)];
      },
      true,
    );
  },
};

function pairKey(item: EgressItem): string {
  return JSON.stringify([item.table, itemText(item, 'source_prefix')]);
}
