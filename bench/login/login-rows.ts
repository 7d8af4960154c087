/** All that is measured of a login, in one table. */
import { startTestkit } from '@slipway/testkit';
import { faultRows } from './fault-rows.ts';
import { helperRows } from './helper-rows.ts';
import { replacedDist } from './replaced.ts';
import { type Row, rowsTable } from './row.ts';
import { speedRows } from './speed-rows.ts';

/** Measures `dist` and gives the Markdown table. */
export async function loginTable(dist: string, runs: number): Promise<string> {
  const kit = await startTestkit();
  try {
    const theirs = replacedDist(kit);
    const rows: Row[] = [
      ...(await speedRows({ kit, ours: dist, theirs, runs })),
      ...(await faultRows(kit, dist, runs)),
      ...(await helperRows(kit, dist, runs)),
    ];
    return rowsTable(rows);
  } finally {
    await kit.close();
  }
}
