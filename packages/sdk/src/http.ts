/** One bounded HTTP request on node's own client: a connect limit, an answer limit, proxies from the environment, a signal. */
import { type ClientRequest, type Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { httpAgent, httpsAgent } from './agents.ts';
import { HttpError } from './http-error.ts';
import { answerTimeoutMs, connectTimeoutMs } from './limits.ts';
import { proxyFor } from './proxy.ts';

export { HttpError } from './http-error.ts';

/** A request. The body is sent as it is. */
export interface HttpRequest {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
  /** For HTTPS_PROXY, HTTP_PROXY and NO_PROXY; no proxy unless given. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds to connect; 5 s unless given. */
  readonly connectMs?: number;
  /** Milliseconds without a byte from the server before the request fails; 10 s unless given. */
  readonly answerMs?: number;
  /** Bytes at most of the answer's body; 64 MiB unless given. */
  readonly bodyLimit?: number;
}

/** An answer; header names are in lower case, repeated headers joined by `, `. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  readonly bytes: Buffer;
}

const bodyLimitBytes = 64 * 1024 * 1024;

/** Sends a request and reads the whole answer; redirects are not followed. @throws HttpError, or the signal's reason */
export async function sendHttp(request: HttpRequest): Promise<HttpAnswer> {
  request.signal.throwIfAborted();
  const url = new URL(request.url);
  const secure = url.protocol === 'https:';
  let proxy: string | undefined;
  let agent: HttpAgent | undefined;
  try {
    proxy = proxyFor(url, request.environment ?? {});
    agent = secure ? httpsAgent(proxy, { keepAlive: false }) : httpAgent(proxy, { keepAlive: false });
    const head = { method: request.method ?? 'GET', headers: { ...request.headers }, agent };
    return await exchange(request, url, (secure ? httpsRequest : httpRequest)(url, head));
  } catch (error) {
    if (request.signal.aborted) throw request.signal.reason;
    const ofProxy = HttpError.ofProxy(error, url.host, proxy);
    if (ofProxy || error instanceof HttpError) throw ofProxy ?? error;
    const { code = 'EPROTO', message } = error as NodeJS.ErrnoException;
    throw new HttpError(code, `${url.host}: ${message || code}`, error);
  } finally {
    agent?.destroy();
  }
}

function exchange(request: HttpRequest, url: URL, sent: ClientRequest): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    // Destroying tells nobody while a proxy is waited for, so the promise is settled here.
    const fail = (error: unknown) => {
      done();
      reject(error);
      sent.destroy();
    };
    const stop = () => fail(new HttpError('ABORT_ERR', 'aborted'));
    const late = (what: string, ms: number) => () => fail(new HttpError('ETIMEDOUT', `${url.host}: ${what} within ${ms / 1000} s`));
    const connectMs = request.connectMs ?? connectTimeoutMs;
    const connect = setTimeout(late('no connection', connectMs), connectMs);
    const answerMs = request.answerMs ?? answerTimeoutMs;
    let silence: NodeJS.Timeout | undefined;
    const hear = () => {
      clearTimeout(silence);
      silence = setTimeout(late('no answer', answerMs), answerMs);
    };
    const done = () => {
      clearTimeout(connect);
      clearTimeout(silence);
      request.signal.removeEventListener('abort', stop);
    };
    request.signal.addEventListener('abort', stop, { once: true });
    sent.on('socket', (socket) => {
      const connected = () => {
        clearTimeout(connect);
        hear();
      };
      if (socket.connecting) socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', connected);
      else connected();
      socket.on('data', hear);
      socket.on('drain', hear);
    });
    sent.on('error', fail);
    sent.on('response', (response) => {
      read(response, request.bodyLimit ?? bodyLimitBytes).then((answer) => {
        done();
        resolve(answer);
      }, fail);
    });
    writeBody(sent, request.body).catch((error) => sent.destroy(error as Error));
  });
}

async function writeBody(sent: ClientRequest, body: HttpRequest['body']): Promise<void> {
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) {
    sent.end(body);
    return;
  }
  for await (const chunk of body) {
    if (!sent.write(chunk)) await drained(sent);
    if (sent.destroyed) return;
  }
  sent.end();
}

function drained(sent: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      sent.off('drain', go);
      sent.off('close', go);
      resolve();
    };
    sent.on('drain', go);
    sent.on('close', go);
  });
}

async function read(response: IncomingMessage, limit: number): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += (chunk as Buffer).length;
    if (size > limit) throw new HttpError('ERR_BODY_TOO_LARGE', `the answer is larger than ${limit} bytes`);
    chunks.push(chunk as Buffer);
  }
  if (!response.complete) throw new HttpError('ECONNRESET', 'the answer broke off');
  const bytes = Buffer.concat(chunks);
  const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));
  return {
    status: response.statusCode ?? 0,
    headers,
    bytes,
    get body() {
      return bytes.toString('utf8');
    },
  };
}
