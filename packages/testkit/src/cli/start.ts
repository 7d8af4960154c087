/** `start`: a kit in the background; returns when it listens. */
import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import type { Command } from './arguments.ts';
import { refuseSecond } from './control.ts';
import { CommandError, type CommandIo } from './io.ts';
import { loadKitFile } from './load.ts';
import { type KitRecord, Place } from './place.ts';

/** Milliseconds until the background process has to listen, and between two looks. */
const patienceMs = 20_000;
const lookMs = 50;

/** @returns the exit code */
export async function start(command: Command, io: CommandIo): Promise<number> {
  loadKitFile(command.config, io);
  refuseRealTokens(io);
  const place = new Place(io);
  await refuseSecond(place);
  place.forget();
  const record = await launch(command, io, place);
  deliver(record, io);
  return 0;
}

/**
 * In a job with `id-token: write` the runner puts its own two variables over those of GITHUB_ENV, so GitHub's real tokens would come.
 * Source: actions/runner, NodeScriptActionHandler.
 */
function refuseRealTokens({ environment }: CommandIo): void {
  const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
  if (url === '' || url.startsWith('http://127.0.0.1:')) return;
  throw new CommandError(
    'this job has the permission id-token: write, and with it the runner hands out GitHub’s real tokens instead of ours; take the permission away:\npermissions:\n  contents: read',
  );
}

async function launch(command: Command, io: CommandIo, place: Place): Promise<KitRecord> {
  const output = place.openOutput();
  const words = [
    ...(command.config === undefined ? [] : ['--config', command.config]),
    '--ttl',
    `${command.ttlMs}ms`,
    ...(command.port > 0 ? ['--port', String(command.port)] : []),
  ];
  const child = spawn(process.execPath, [...io.program.flags, io.program.file, 'run', ...words], {
    cwd: io.folder,
    env: { ...io.environment },
    detached: true,
    stdio: ['ignore', output, output],
  });
  place.closeOutput(output);
  let isOver = false;
  child.on('exit', () => {
    isOver = true;
  });
  child.on('error', () => {
    isOver = true;
  });
  for (const until = Date.now() + patienceMs; Date.now() < until && !isOver; await pause(lookMs)) {
    const record = place.record();
    if (record && record.pid === child.pid) {
      child.unref();
      return record;
    }
  }
  child.kill('SIGKILL');
  throw new CommandError(`the testkit did not begin to listen:\n${readFileSync(place.output, 'utf8').trim() || `no word of it within ${patienceMs / 1000} s`}`);
}

/** Variables named GITHUB_… cannot be set for later steps; the runner keeps its own. */
function deliver({ url, variables, endsAt }: KitRecord, io: CommandIo): void {
  const file = io.environment['GITHUB_ENV'];
  const lines = Object.entries(variables).filter(([name]) => !file || !name.startsWith('GITHUB_'));
  if (file) appendFileSync(file, lines.map(([name, value]) => `${name}=${value}\n`).join(''));
  else for (const [name, value] of lines) io.say(`export ${name}='${value}'`);
  // Without a runner standard output is for `eval`, so the rest goes to standard error.
  const tell = file ? io.say : io.complain;
  tell(`slipway-testkit listens at ${url} until ${new Date(endsAt).toISOString()}`);
  if (file) tell(`later steps get ${lines.map(([name]) => name).join(', ')}`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
