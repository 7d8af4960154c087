/** Checks of the primary key: present, of a size that DynamoDB takes, and called what it does. */
import { type Report, type Row, rowText } from '../rows/row.ts';
import { partitionKeyLimitBytes, sortKeyLimitBytes, utf8Bytes } from '../values/size.ts';

const limits = { source_prefix: partitionKeyLimitBytes, pipeline_name: sortKeyLimitBytes } as const;

/** key-empty, key-too-long, suspicious-range-key */
export function checkKeys(row: Row, report: Report): void {
  for (const [name, limit] of Object.entries(limits)) {
    if (row.faulty.has(name)) continue;
    const text = rowText(row, name) ?? '';
    const bytes = utf8Bytes(text);
    if (text === '') report('key-empty', name, `${name} is ${row.item[name] ? 'empty' : 'missing'}; it is part of the key`);
    else if (bytes > limit) report('key-too-long', name, `${name} has ${bytes} bytes; DynamoDB takes ${limit} at most`);
  }
  const name = rowText(row, 'pipeline_name');
  if (name !== undefined && name !== '') checkRangeKey(name, row, report);
}

/** The suffixes of "append the transfer type to pipeline_name". */
const twinSuffix = /#(s3|sft)$/i;

function checkRangeKey(name: string, row: Row, report: Report): void {
  const suspect = (why: string) => report('suspicious-range-key', 'pipeline_name', `pipeline_name ${JSON.stringify(name)} ${why}`);
  const suffix = twinSuffix.exec(name)?.[1];
  const transferType = rowText(row, 'transfer_type');
  const comment = /\s#(s3|sft)\s*$/i.exec(row.sourceLine('pipeline_name'))?.[1];
  if (name !== name.trim()) suspect('begins or ends with a space');
  else if (suffix === undefined && comment) suspect(`has lost its suffix: YAML reads " #${comment}" as a comment; write '${name}#${comment}'`);
  else if (suffix !== undefined && transferType && suffix.toUpperCase() !== transferType.toUpperCase())
    suspect(`is called ${suffix} and goes by ${transferType}`);
  else if (suffix === undefined && name.includes('#')) suspect('has a suffix that is neither #s3 nor #sft');
}
