/** Rows that write into the same folder: files of the same name overwrite each other, as only the last part of a key is kept. */
import { targetFolder } from '../consumer/match.ts';
import { type Report, type Row, renderKey, rowText, sourceOf } from '../rows/row.ts';

/** destination-collision, told once a row, naming the first row with that folder */
export function checkCollisions(rows: readonly Row[], reportFor: (row: Row) => Report): void {
  const first = new Map<string, Row>();
  for (const row of rows) {
    const target = targetOf(row);
    if (target === undefined) continue;
    const earlier = first.get(target);
    if (!earlier) first.set(target, row);
    else if (!samePlace(row, earlier)) {
      const text = `files go to ${target} as those of ${renderKey(earlier.key)} at ${sourceOf(earlier)} do; equal names overwrite each other`;
      reportFor(row)('destination-collision', 'destination_prefix', text);
    }
  }
}

/** A doubled key is told as such. */
function samePlace(a: Row, b: Row): boolean {
  return a.key.source_prefix === b.key.source_prefix && a.key.pipeline_name === b.key.pipeline_name;
}

function targetOf(row: Row): string | undefined {
  const type = rowText(row, 'transfer_type')?.toUpperCase();
  const bucket = rowText(row, 'destination_bucket');
  const prefix = rowText(row, 'destination_prefix') ?? '';
  if (row.faulty.has('destination_prefix')) return undefined;
  if (type === 'SFT') return prefix ? targetFolder(prefix, 'SFT') : undefined;
  return type === 'S3' && bucket ? `s3://${bucket}/${targetFolder(prefix, 'S3')}` : undefined;
}
