/** What `post` undoes after a step that was killed, or whose terraform had to be. */
import { mkdirSync } from 'node:fs';
import { type PostContext, runProcess } from '@slipway/action-kit';
import { createTerraform, endMarked, isOwnLock, markedProcesses, sendSignal, signalMarked, terraformEnvironment } from '@slipway/terraform';
import { lockOwner, type RecordedRun } from './record.ts';

/** Time for terraform to write its state and release its lock. */
const graceMs = 4_000;
const pauseMs = 50;
/** Time to look for a lock and release it. */
const releaseMs = 10_000;

/** Interrupts what still carries the mark, waits a little, and kills the rest. */
export async function endTerraform({ log, clock }: PostContext, mark: string, run: RecordedRun | undefined): Promise<void> {
  const running = markedProcesses(mark);
  if (running.length === 0) return;
  log.info('terraform still runs: it is interrupted, so that it writes its state and releases its lock');
  const main = run && running.includes(run.pid) ? run.pid : undefined;
  if (main === undefined) signalMarked(mark, 'SIGINT');
  else sendSignal(main, 'SIGINT');
  const runs = () => (main === undefined ? markedProcesses(mark).length > 0 : markedProcesses(mark).includes(main));
  const end = clock.now() + graceMs;
  while (runs() && clock.now() < end) await clock.sleep(pauseMs);
  endMarked(mark);
}

/** Releases the state's lock when user, host and time say that this job took it; tells of one that it did not. */
export async function releaseLock(context: PostContext, mark: string): Promise<void> {
  const { environment, github, log, clock } = context;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Error(`the lock could not be looked at in ${releaseMs} ms`)), releaseMs);
  const folder = context.state('folder');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const withhold = [environment.get('INPUT_PLAN-PASSPHRASE') ?? ''];
  const terraform = createTerraform({
    run: runProcess,
    path: context.state('tool'),
    workingDirectory: context.state('workingDirectory'),
    folder,
    sleep: clock.sleep,
    environment: terraformEnvironment(environment.all(), { workspace: context.state('workspace'), withhold, mark }),
    signal: stop.signal,
    onEnd: () => endMarked(mark),
  });
  try {
    const lock = await terraform.readLock();
    if (!lock) return;
    if (!isOwnLock(lock, lockOwner(github.temp)))
      return log.warning(`the state is locked by ${lock.Who} since ${lock.Created}: this job did not take that lock (${lock.ID})`);
    await terraform.unlock(lock.ID);
    log.info(`released the lock ${lock.ID} that this step left behind`);
  } finally {
    clearTimeout(timer);
  }
}
