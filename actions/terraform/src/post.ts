/** Ends a terraform of ours that still runs and removes the step's files, also after a killed step. */
import { rmSync } from 'node:fs';
import { type PostContext, runPost } from '@slipway/action-kit';
import { endMarked, markedProcesses, sendSignal, signalMarked } from '@slipway/terraform';
import { readRecord } from './record.ts';

/** Time for terraform to write its state and release its lock. */
const graceMs = 4_000;
const pauseMs = 50;

await runPost('terraform', async (context) => {
  const record = context.state('record');
  const mark = context.state('mark');
  if (mark) await endTerraform(context, mark, record);
  if (record) rmSync(record, { force: true });
  const folder = context.state('folder');
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function endTerraform({ log, clock }: PostContext, mark: string, record: string): Promise<void> {
  const run = readRecord(record);
  if (markedProcesses(mark).length === 0) return;
  log.info('terraform still runs: it is interrupted, so that it writes its state and releases its lock');
  if (run && markedProcesses(mark).includes(run.pid)) sendSignal(run.pid, 'SIGINT');
  else signalMarked(mark, 'SIGINT');
  const end = clock.now() + graceMs;
  const runs = () => (run ? markedProcesses(mark).includes(run.pid) : markedProcesses(mark).length > 0);
  while (runs() && clock.now() < end) await clock.sleep(pauseMs);
  endMarked(mark);
}
