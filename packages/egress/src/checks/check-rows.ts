/** All checks that need nothing but the rows. */
import { type Diagnostic, severities } from '../diagnostic.ts';
import type { Report, Row } from '../rows/row.ts';
import { checkCollisions } from './collision.ts';
import { checkDestination, checkNames } from './destination.ts';
import { checkDuplicates } from './duplicates.ts';
import { checkKeys } from './keys.ts';
import { checkLoops } from './loop.ts';
import { checkOverlap } from './overlap.ts';
import { checkPrefix } from './prefix.ts';
import { checkSize } from './size.ts';
import { checkTokens } from './tokens.ts';
import { checkCompression, checkManifest, checkRewrap } from './transform.ts';

const rowChecks = [checkKeys, checkTokens, checkPrefix, checkDestination, checkNames, checkCompression, checkRewrap, checkManifest, checkSize];
const tableChecks = [checkDuplicates, checkOverlap, checkCollisions, checkLoops];

/** Checks rows one by one and against each other. A fault in a file's defaults is told once, at the defaults. */
export function checkRows(rows: readonly Row[]): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const reporter =
    (within: 'file' | 'row') =>
    (row: Row): Report => {
      return (code, attribute, message, severity) => {
        const place = row.place(attribute, within);
        const id = JSON.stringify([code, attribute, place]);
        if (!found.has(id)) found.set(id, { code, severity: severity ?? severities[code], message, ...place, row: row.number });
      };
    };
  for (const row of rows) for (const check of rowChecks) check(row, reporter('file')(row));
  for (const check of tableChecks) check(rows, reporter('row'));
  return [...found.values()];
}
