/** The loopback server: reads a request whole, plays the fault that its rule asks for, sends the answer. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Fault } from './faults.ts';
import { type FakeAnswer, FakeError, type FakeRequest } from './service.ts';

/** A request before anybody knows whose it is. */
export type RawRequest = Omit<FakeRequest, 'caller' | 'region' | 'name'>;

/** What the router decides: the fault to play, and the work that makes the answer. */
export interface Routed {
  readonly fault: Fault | undefined;
  readonly work: () => Promise<FakeAnswer>;
  /** The service's own words for being throttled. */
  readonly throttled: (retryAfterSeconds: number | undefined) => FakeAnswer;
  /** An injected error in the service's own form. */
  readonly failed: (error: FakeError) => FakeAnswer;
  readonly note: (status: number | undefined) => void;
}

/** A server that listens on a free port of 127.0.0.1. */
export interface LoopbackServer {
  readonly port: number;
  /** Ends the server and every open connection. */
  close(): Promise<void>;
}

/** Starts a server. @param now the Date header's time in milliseconds since the epoch */
export async function listen(route: (request: RawRequest) => Routed, now: () => number, port = 0): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing, route, now).catch((error) => {
      outgoing.statusCode = 500;
      outgoing.end(`testkit: ${error instanceof Error ? error.stack : error}`);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await started(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function started(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse, route: (request: RawRequest) => Routed, now: () => number): Promise<void> {
  const request = await readRequest(incoming);
  const { fault, work, throttled, failed, note } = route(request);
  outgoing.setHeader('date', new Date(now()).toUTCString());
  switch (fault?.kind) {
    case 'hang':
      return;
    case 'hang-after-headers':
      outgoing.writeHead(200, { 'content-type': 'text/xml', 'content-length': '100' });
      outgoing.flushHeaders();
      return;
    case 'reset':
      incoming.socket.resetAndDestroy();
      return;
    case 'reset-after':
      await work();
      incoming.socket.resetAndDestroy();
      return;
    case 'throttle':
      return send(outgoing, throttled(fault.retryAfterSeconds), note, request.method);
    case 'error':
      return send(outgoing, errorAnswer(fault, failed), note, request.method);
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
  }
  send(outgoing, await work(), note, request.method);
}

function errorAnswer({ status, body, ...fault }: Extract<Fault, { kind: 'error' }>, failed: Routed['failed']): FakeAnswer {
  const code = fault.code ?? 'InternalFailure';
  if (body === undefined) return failed(new FakeError(code, fault.message ?? 'an injected fault', status));
  return { status, headers: { 'x-amzn-errortype': code, 'content-type': 'application/x-amz-json-1.1' }, body };
}

function send(outgoing: ServerResponse, answer: FakeAnswer, note: (status: number) => void, method: string): void {
  note(answer.status);
  const json = answer.body !== undefined && typeof answer.body === 'object' && !Buffer.isBuffer(answer.body);
  const body = json ? Buffer.from(JSON.stringify(answer.body)) : Buffer.from((answer.body as string | Buffer | undefined) ?? '');
  const headers: Record<string, string> = { ...(json ? { 'content-type': 'application/json' } : {}), 'x-amzn-requestid': requestId(), ...answer.headers };
  if (headers['content-length'] === undefined && answer.status !== 204 && answer.status !== 304) headers['content-length'] = String(body.length);
  outgoing.writeHead(answer.status, headers);
  outgoing.end(method === 'HEAD' ? undefined : body);
}

let requests = 0;
function requestId(): string {
  requests += 1;
  return `00000000-0000-4000-8000-${String(requests).padStart(12, '0')}`;
}

async function readRequest(incoming: IncomingMessage): Promise<RawRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const target = incoming.url ?? '/';
  const mark = target.indexOf('?');
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));
  return {
    method: incoming.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    headers,
    body,
    json: () => (body.length === 0 ? {} : (JSON.parse(body.toString('utf8')) as Record<string, unknown>)),
  };
}
