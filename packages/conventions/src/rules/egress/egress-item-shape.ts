/** An item of the egress table has what the consumer reads. */
import { type EgressItem, egressItems, egressReads, type ItemField, itemText, showField, transferOf, withoutFields } from '../../plan-facts/egress.ts';
import { failing } from '../../plan-facts/flags.ts';
import { type Fact, fine, type Judgement, type Rule } from '../../rule.ts';
import { unknownItem } from './judge-items.ts';

const texts = ['source_prefix', 'pipeline_name', 'destination_bucket', 'destination_prefix', 'recipient_name', 'source_bucket', 'transfer_type'];

/** More attributes than the eight are fine. A blank destination_bucket of SFT may be left out. */
export const egressItemShape: Rule = {
  id: 'egress-item-shape',
  what: 'each item of the egress table has all eight attributes, a decrypt of true or false, and a transfer_type of S3 or SFT',
  why: [
    { document: 'dataworks-data-egress', sentence: 'decrypt Whether the files need to be decrypted' },
    { document: 'dataworks-data-egress', sentence: 'transfer_type How to send the files, S3 or SFT' },
  ],
  severity: 'error',
  profiles: ['dwp', 'strict'],
  remedy: `item = jsonencode({
  source_prefix      = { S = "exports/daily/*" }
  pipeline_name      = { S = "daily-exports" }
  source_bucket      = { S = "published" }
  destination_bucket = { S = "warehouse" }
  destination_prefix = { S = "in/daily/" }
  transfer_type      = { S = "S3" }
  recipient_name     = { S = "warehouse-team" }
  decrypt            = { BOOL = true }
})`,
  fails: 'item = jsonencode({ source_prefix = { S = "exports/daily/*" }, pipeline_name = { S = "daily-exports" }, decrypt = { B = "true" } })',
  reads: egressReads,
  judge: (world) =>
    egressItems(world).map((item): Judgement => {
      const { resource, without } = item;
      const facts = without === 'unknown' ? [unknownItem] : without ? [failing(withoutFields(item), 'item')] : judgeShape(item);
      return { resource, address: resource.address, facts };
    }),
};

function judgeShape(item: EgressItem): Fact[] {
  return [...texts.map((name) => judgeText(item, name)), judgeDecrypt(item), judgeTransfer(item)];
}

function judgeText(item: EgressItem, name: string): Fact {
  if (itemText(item, name) !== undefined) return fine;
  const field = item.fields?.get(name);
  if (name === 'destination_bucket' && mayBeBlank(item, field)) return fine;
  const what = isBroken(field) ? 'is no text (S)' : field ? 'is blank' : 'is missing';
  return failing(`${name} ${what}`, showField(item, name));
}

/** Whether the bucket has to be filled is egress-item-dest's to say; only SFT may leave it out. */
function mayBeBlank(item: EgressItem, field: ItemField | undefined): boolean {
  return field ? !isBroken(field) : transferOf(item) === 'SFT';
}

function isBroken(field: ItemField | undefined): boolean {
  return field !== undefined && field.type !== 'NULL' && !(field.type === 'S' && typeof field.value === 'string');
}

function judgeDecrypt(item: EgressItem): Fact {
  const field = item.fields?.get('decrypt');
  const isFlag = (field?.type === 'BOOL' || field?.type === 'S') && ['true', 'false'].includes(String(field.value));
  if (isFlag) return fine;
  return failing(field ? 'decrypt is neither true nor false' : 'decrypt is missing', showField(item, 'decrypt'));
}

function judgeTransfer(item: EgressItem): Fact {
  const text = itemText(item, 'transfer_type');
  if (text === undefined || text === 'S3' || text === 'SFT') return fine;
  return failing('transfer_type is neither S3 nor SFT', showField(item, 'transfer_type'));
}
