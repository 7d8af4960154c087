/** Where the consumer writes an object: the names that it makes (DataServiceImpl, FileUtility). */
import { type Item, isTrue, textOf } from '../values/attribute-value.ts';
import { targetFolder } from './match.ts';
import { compactDate, compactDateTime, todaysDate } from './tokens.ts';

/** A moment, in the consumer's own zone. */
export interface Moment {
  /** yyyy-MM-dd */
  readonly date: string;
  /** HHmmss */
  readonly time: string;
}

/** The flag that triggers the consumer; it is never sent. */
export const successFlag = 'pipeline_success.flag';

/**
 * The target of one object: `s3://bucket/key` or an absolute path; null for the flag and for an unsupported transfer type.
 * @param row an item as the consumer reads it: attributes of another type count as absent
 * @param objectKey the object's real key, not encoded
 */
export function targetOf(row: Item, objectKey: string, moment: Moment): string | null {
  if (objectKey.endsWith(successFlag)) return null;
  const text = (name: string) => textOf(row[name]) ?? '';
  const type = text('transfer_type').toUpperCase();
  const prefix = resolveDestination(text('destination_prefix'), moment);
  const last = objectKey.split('/').at(-1) ?? '';
  const name = isTrue(row['timestamp_files']) ? timestamped(last, moment.date) : last;
  if (type === 'SFT') return `${targetFolder(prefix, 'SFT').replace(/\/$/, '')}/${name}`;
  if (type !== 'S3') return null;
  const key = `${prefix.replace(/\/$/, '')}/${name}`.replace(/^\//, '');
  const decrypted = isTrue(row['decrypt']) ? key.replace(/\.enc$/, '') : key;
  const format = text('compress_fmt').trim() === '' ? '' : `.${text('compress_fmt')}`;
  return `s3://${text('destination_bucket')}/${decrypted}${format}`;
}

/** The longer tokens end like no other begins, so their order does not matter. */
function resolveDestination(prefix: string, { date, time }: Moment): string {
  const compact = date.replaceAll('-', '');
  return prefix.replaceAll(compactDateTime, `${compact}_${time}`).replaceAll(compactDate, compact).replaceAll(todaysDate, date);
}

/** `a.csv.gz` → `a.20311205.csv.gz`: before the extensions of up to three letters, by the week's year. */
function timestamped(name: string, date: string): string {
  const stamp = `${weekYear(date)}${date.slice(5).replace('-', '')}`;
  const extensions = /((\.[^.]{1,3})+)$/;
  return extensions.test(name) ? name.replace(extensions, (all) => `.${stamp}${all}`) : `${name}.${stamp}`;
}

/** The consumer's `YYYY`: the year of the week's Saturday, a year ahead in the last days of December. */
function weekYear(date: string): number {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 6 - day.getUTCDay());
  return day.getUTCFullYear();
}
