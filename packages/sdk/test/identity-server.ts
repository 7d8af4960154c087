/** An endpoint on this machine that answers by a list, and notes what it was asked. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IdentityDeps } from '../src/identity/index.ts';

/** One request. */
export interface Heard {
  readonly what: string;
  readonly headers: IncomingHttpHeaders;
}

/** What is said: a status with a body, or nothing. */
export type Line = readonly [status: number, body?: string] | 'hang' | 'reset';

/** Starts it. @param lines by `METHOD path`, each list in order, its last line for ever; 404 for anything else */
export async function startEndpoint(lines: Readonly<Record<string, readonly Line[]>>) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const what = `${request.method} ${request.url}`;
    const list = lines[what] ?? [[404] as const];
    const line = list[Math.min(heard.filter((entry) => entry.what === what).length, list.length - 1)] ?? 'hang';
    heard.push({ what, headers: request.headers });
    if (line === 'reset') request.socket.destroy();
    else if (line !== 'hang') response.writeHead(line[0]).end(line[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, said: () => heard.map(({ what }) => what), close };
}

/** Real time and a deadline. */
export function deps(more: Partial<IdentityDeps> = {}): IdentityDeps {
  return {
    clock: { now: () => Date.now(), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    signal: new AbortController().signal,
    deadline: Date.now() + 30_000,
    ...more,
  };
}

/** Keys as both kinds of endpoint write them. */
export function keysText(more: object = {}): string {
  return JSON.stringify({ Code: 'Success', AccessKeyId: 'ASIAX', SecretAccessKey: 'secret', Token: 'session', Expiration: '2030-01-01T00:00:00Z', ...more });
}

/** What those keys are to us. */
export const keysRead = { accessKeyId: 'ASIAX', secretAccessKey: 'secret', sessionToken: 'session', expiration: new Date('2030-01-01T00:00:00Z') };
