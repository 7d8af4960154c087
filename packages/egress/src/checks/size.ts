/** Checks that DynamoDB takes the item as a whole. */
import type { Report, Row } from '../rows/row.ts';
import { itemBytes, itemLimitBytes } from '../values/size.ts';

/** Bytes that the marks add: names, a hash of 64 digits, an owner and a path of ordinary length. */
const markBytes = 512;

/** item-too-big */
export function checkSize(row: Row, report: Report): void {
  const bytes = itemBytes(row.item) + markBytes;
  if (bytes > itemLimitBytes) report('item-too-big', undefined, `the row has ${bytes} bytes; DynamoDB takes ${itemLimitBytes} (400 KB) with names and marks`);
}
