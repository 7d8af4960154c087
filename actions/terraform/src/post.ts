/** Ends a terraform of ours that still runs, releases a lock that it left, and removes the step's files. */
import { rmSync } from 'node:fs';
import { runPost } from '@slipway/action-kit';
import { readRecord } from './record.ts';
import { endTerraform, releaseLock } from './undo.ts';

await runPost('terraform', async (context) => {
  const record = context.state('record');
  const mark = context.state('mark');
  const run = record ? readRecord(record) : undefined;
  try {
    if (mark) await endTerraform(context, mark, run);
    if (run) await releaseLock(context, mark);
  } finally {
    for (const path of [record, context.state('folder')]) if (path) rmSync(path, { recursive: true, force: true });
  }
});
