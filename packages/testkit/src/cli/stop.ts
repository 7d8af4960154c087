/** `stop` and `log`. */
import { appendFileSync } from 'node:fs';
import type { Command } from './arguments.ts';
import { askControl } from './control.ts';
import { CommandError, type CommandIo } from './io.ts';
import { logTable } from './log-table.ts';
import { Place } from './place.ts';

/** Milliseconds until a kit that was asked to end has to be gone, and between two looks. */
const patienceMs = 5_000;
const lookMs = 25;

/** Ends the kit. Nothing to end is no mistake: the step runs with `if: always()`. @returns the exit code */
export async function stop(io: CommandIo): Promise<number> {
  const place = new Place(io);
  const record = place.record();
  const calls = record && (await askControl(record, 'POST', '/stop'));
  if (!record || !calls) {
    place.forget();
    io.say('No testkit listens here.');
    return 0;
  }
  for (const until = Date.now() + patienceMs; place.record() && Date.now() < until; ) await new Promise((resolve) => setTimeout(resolve, lookMs));
  if (place.record()) throw new CommandError(`the testkit at ${record.url} (process ${record.pid}) was asked to end and has not`);
  const names = Object.keys(record.variables).filter((name) => !name.startsWith('GITHUB_'));
  const file = io.environment['GITHUB_ENV'];
  // Later steps would call a port where nobody listens any more; an empty value is "not given" to the AWS SDKs.
  if (file) appendFileSync(file, names.map((name) => `${name}=\n`).join(''));
  io.say(`slipway-testkit ended after ${calls.length} calls.`);
  return 0;
}

/** Shows the calls of the kit that listens, or of the last one that did. @returns the exit code */
export async function log({ json }: Command, io: CommandIo): Promise<number> {
  const place = new Place(io);
  const record = place.record();
  const calls = (record && (await askControl(record, 'GET', '/calls'))) ?? place.lastCalls();
  if (!calls) throw new CommandError('no testkit has listened here; begin with: slipway-testkit start --config FILE');
  for (const line of json ? [JSON.stringify(calls)] : logTable(calls)) io.say(line);
  return 0;
}
