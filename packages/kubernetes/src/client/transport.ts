/** One HTTPS request to an API server, bounded: 5 s to connect, 10 s to answer. */
import type { IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { KubernetesError } from '../errors.ts';
import type { Connection } from './connection.ts';

/** Milliseconds to connect, and for the head and body of an answer. */
const connectTimeoutMs = 5_000;
const answerTimeoutMs = 10_000;

/** A request. */
export interface HttpRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly accept?: string;
  readonly signal: AbortSignal;
}

/** Sends requests over kept connections. */
export interface Transport {
  /** The answer once its head is there; whoever takes it reads it to its end or destroys it. */
  open(request: HttpRequest): Promise<IncomingMessage>;
  /** The answer as text. */
  send(request: HttpRequest): Promise<{ status: number; text: string }>;
  close(): void;
}

/** A transport for a connection. */
export function createTransport(connection: Connection): Transport {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 20,
    ...(connection.ca === undefined ? {} : { ca: connection.ca }),
    ...(connection.certificate === undefined ? {} : { cert: connection.certificate, key: connection.key }),
    ...(connection.serverName === undefined ? {} : { servername: connection.serverName }),
    rejectUnauthorized: connection.insecure !== true,
    ...(connection.environment ? { proxyEnv: { ...connection.environment } } : {}),
  });
  const open = (request: HttpRequest) => openRequest(connection, agent, request);
  return {
    open,
    send: async (request) => {
      const answer = await open(request);
      const text = await readText(answer, connection.server, request.signal);
      return { status: answer.statusCode ?? 0, text };
    },
    close: () => agent.destroy(),
  };
}

async function openRequest(connection: Connection, agent: Agent, request: HttpRequest): Promise<IncomingMessage> {
  const token = await connection.token?.(request.signal);
  const { method, path, body, contentType = 'application/json', accept = 'application/json', signal } = request;
  const payload = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const headers = {
    accept,
    'user-agent': 'slipway',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(payload === undefined ? {} : { 'content-type': contentType, 'content-length': String(Buffer.byteLength(payload)) }),
  };
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const sent = httpsRequest(`${connection.server}${path}`, { method, headers, agent, signal });
    const connecting = setTimeout(() => sent.destroy(silence('connect', connectTimeoutMs)), connectTimeoutMs);
    const answering = setTimeout(() => sent.destroy(silence('answer', answerTimeoutMs)), connectTimeoutMs + answerTimeoutMs);
    const settle = () => {
      clearTimeout(connecting);
      clearTimeout(answering);
    };
    sent.on('socket', (socket) => {
      if (socket.connecting) socket.once('secureConnect', () => clearTimeout(connecting));
      else clearTimeout(connecting);
    });
    sent.on('response', (answer) => {
      settle();
      resolve(answer);
    });
    sent.on('error', (error) => {
      settle();
      reject(signal.aborted ? signal.reason : unreachable(connection.server, error));
    });
    sent.end(payload);
  });
}

function silence(what: 'connect' | 'answer', ms: number): Error {
  return new Error(what === 'connect' ? `no connection within ${ms / 1000} s` : `no answer within ${ms / 1000} s`);
}

async function readText(answer: IncomingMessage, server: string, signal: AbortSignal): Promise<string> {
  const timer = setTimeout(() => answer.destroy(silence('answer', answerTimeoutMs)), answerTimeoutMs);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  } catch (error) {
    throw signal.aborted ? signal.reason : unreachable(server, error);
  } finally {
    clearTimeout(timer);
  }
}

/** The error for an API server that did not answer, or whose certificate the CA did not sign. */
export function unreachable(server: string, error: unknown): KubernetesError {
  const cause = error as NodeJS.ErrnoException;
  const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(cause.code ?? '');
  return new KubernetesError({
    code: 'cluster-unreachable',
    message: `${server}: ${cause.code ? `${cause.code}: ` : ''}${cause.message}`,
    hint: certificate
      ? 'The certificate of the API server is not signed by the CA that the cluster is known by. Check for a proxy that opens TLS, or an old kubeconfig.'
      : "Check the runner's way to the API server: DNS, proxy (HTTPS_PROXY, NO_PROXY), security groups, publicAccessCidrs of the cluster.",
    cause: error,
  });
}
