/** `run`: a kit in this process, until it is stopped or its time is over. */
import { applyKitFile } from '../config-file/index.ts';
import { startTestkit, type Testkit } from '../kit.ts';
import type { Command } from './arguments.ts';
import { openControl, refuseSecond } from './control.ts';
import { CommandError, type CommandIo } from './io.ts';
import { loadKitFile } from './load.ts';
import { loggedCalls, logTable } from './log-table.ts';
import { Place } from './place.ts';

/** @returns the exit code */
export async function run(command: Command, io: CommandIo): Promise<number> {
  const file = loadKitFile(command.config, io);
  const place = new Place(io);
  await refuseSecond(place);
  const repository = file.repository ?? io.environment['GITHUB_REPOSITORY'];
  const kit = await open(command, {
    ...(file.region ? { region: file.region } : {}),
    ...(file.accountId ? { accountId: file.accountId } : {}),
    ...(repository ? { repository } : {}),
  });
  try {
    applyKitFile(kit, file, io.environment);
    await serve(kit, command, io, place);
  } finally {
    await kit.close();
  }
  return 0;
}

async function open({ port }: Command, options: Parameters<typeof startTestkit>[0]): Promise<Testkit> {
  try {
    return await startTestkit({ ...options, ...(port > 0 ? { port } : {}) });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EADDRINUSE') throw error;
    throw new CommandError(`--port ${port}: something listens there already; leave --port out for a free one`);
  }
}

async function serve(kit: Testkit, { ttlMs }: Command, io: CommandIo, place: Place): Promise<void> {
  const calls = () => loggedCalls(kit.ledger.entries);
  let end: (why: string) => void = () => {};
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const { server, token } = await openControl(calls, () => end('it was stopped'));
  const timer = setTimeout(() => end('its time is over (--ttl)'), ttlMs);
  const forget = io.onEnd(() => end('the process was asked to end'));
  try {
    const variables = { ...kit.environment({ keys: false, idToken: true }), SLIPWAY_TESTKIT_URL: kit.url, SLIPWAY_TESTKIT_REGISTRY: kit.registryHost };
    place.write({ pid: process.pid, url: kit.url, control: { url: `http://127.0.0.1:${server.port}`, token }, endsAt: Date.now() + ttlMs, variables });
    io.say(`slipway-testkit listens at ${kit.url}`);
    for (const [name, value] of Object.entries(variables)) io.say(`export ${name}='${value}'`);
    const why = await ended;
    io.say(`slipway-testkit ends: ${why}`);
    for (const line of logTable(calls())) io.say(line);
  } finally {
    place.keepCalls(calls());
    place.forget();
    forget();
    clearTimeout(timer);
    await server.close();
  }
}
