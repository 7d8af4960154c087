/** Names as the bank's tables write them. */
import type { Source } from '../../rule.ts';

/** A row of one of the bank's tables of names. */
export function bankNameRow(table: string, row: string): Source {
  return { document: 'banklitex-deployment-guideline', sentence: `${table} … ${row}` };
}
