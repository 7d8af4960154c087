/** How `log` and `stop` speak with the kit in the background: a second loopback port, and a bearer that only its folder knows. */
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { type LoopbackServer, listen, type RawRequest } from '../http-server.ts';
import type { FakeAnswer } from '../service.ts';
import { CommandError } from './io.ts';
import type { LoggedCall } from './log-table.ts';
import type { KitRecord, Place } from './place.ts';

/** A kit's side. */
export interface ControlDesk {
  readonly server: LoopbackServer;
  readonly token: string;
}

/** Milliseconds for an answer of a process on this machine. */
const patienceMs = 5_000;

/** Listens on a free port. @param onStop runs once the answer is on its way */
export async function openControl(calls: () => LoggedCall[], onStop: () => void): Promise<ControlDesk> {
  const token = randomBytes(24).toString('hex');
  const answer = ({ method, path, headers }: RawRequest): FakeAnswer => {
    if (headers['authorization'] !== `Bearer ${token}`) return { status: 401, body: '' };
    if (method === 'GET' && path === '/calls') return { status: 200, body: calls() };
    if (method !== 'POST' || path !== '/stop') return { status: 404, body: '' };
    setImmediate(onStop);
    return { status: 200, body: calls() };
  };
  const route = (raw: RawRequest) => ({
    fault: undefined,
    work: async () => answer(raw),
    throttled: () => ({ status: 429 }),
    failed: () => ({ status: 500 }),
    note: () => {},
  });
  return { server: await listen(route, () => Date.now()), token };
}

/** Asks a kit for its calls, and to end when the path says so; `undefined` when there is none any more. */
export function askControl({ control }: KitRecord, method: 'GET' | 'POST', path: '/calls' | '/stop'): Promise<readonly LoggedCall[] | undefined> {
  return new Promise((resolve) => {
    const asked = request(`${control.url}${path}`, { method, headers: { authorization: `Bearer ${control.token}` }, timeout: patienceMs }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve(answer.statusCode === 200 ? (JSON.parse(text) as LoggedCall[]) : undefined));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(undefined));
    asked.end();
  });
}

/** @throws CommandError when another one listens for this job already */
export async function refuseSecond(place: Place): Promise<void> {
  const record = place.record();
  if (record && (await askControl(record, 'GET', '/calls')))
    throw new CommandError(`a testkit listens at ${record.url} already; end it first: slipway-testkit stop`);
}
