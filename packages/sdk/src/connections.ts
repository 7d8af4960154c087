/** The connections of a context: one pool for the direct way and one for each proxy, chosen by the host of each request. */
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { httpAgent, httpsAgent } from './agents.ts';
import { HttpError } from './http-error.ts';
import { answerTimeoutMs, connectTimeoutMs } from './limits.ts';
import { proxyFor } from './proxy.ts';

/** What the SDK's clients need of a request handler. */
export type RequestHandler = Pick<NodeHttpHandler, 'handle' | 'destroy' | 'metadata' | 'updateHttpClientConfig' | 'httpHandlerConfigs'>;

/** Milliseconds that an idle connection is kept. */
const keepAliveMs = 1_000;
/** Milliseconds after which a silent socket is closed, whatever became of its request. */
const socketTimeoutMs = 60_000;
const mostSockets = 50;

/** Sends the SDK's requests by the proxies of an environment. The SDK's handler is loaded with the first request: a login may need none. */
export class Connections implements RequestHandler {
  readonly metadata = { handlerProtocol: 'http/1.1' };
  readonly #environment: Readonly<Record<string, string>>;
  /** By the proxy's URL; '' is the direct way. */
  readonly #handlers = new Map<string, Promise<NodeHttpHandler>>();

  constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment;
  }

  async handle(...[request, options]: Parameters<NodeHttpHandler['handle']>): ReturnType<NodeHttpHandler['handle']> {
    const { protocol, hostname, port } = request;
    const host = hostname.includes(':') && !hostname.startsWith('[') ? `[${hostname}]` : hostname;
    const url = `${protocol}//${host}${port === undefined ? '' : `:${port}`}`;
    let proxy: string | undefined;
    try {
      proxy = proxyFor(url, this.#environment);
      return await (await this.#handlerOf(proxy)).handle(request, options);
    } catch (error) {
      throw HttpError.ofProxy(error, new URL(url).host, proxy) ?? error;
    }
  }

  destroy(): void {
    for (const handler of this.#handlers.values()) {
      // One that could not be made has told whoever asked for it.
      handler.then((made) => made.destroy()).catch(() => {});
    }
  }

  /** The limits are ours, not a client's to change. */
  updateHttpClientConfig(): void {}

  httpHandlerConfigs(): ReturnType<NodeHttpHandler['httpHandlerConfigs']> {
    return {};
  }

  #handlerOf(proxy: string | undefined): Promise<NodeHttpHandler> {
    const key = proxy ?? '';
    let handler = this.#handlers.get(key);
    if (!handler) {
      handler = makeHandler(proxy);
      this.#handlers.set(key, handler);
    }
    return handler;
  }
}

async function makeHandler(proxy: string | undefined): Promise<NodeHttpHandler> {
  const { NodeHttpHandler } = await import('@smithy/node-http-handler');
  const options = { keepAlive: true, keepAliveMsecs: keepAliveMs, maxSockets: mostSockets, timeout: socketTimeoutMs };
  return new NodeHttpHandler({
    connectionTimeout: connectTimeoutMs,
    requestTimeout: answerTimeoutMs,
    throwOnRequestTimeout: true,
    httpAgent: httpAgent(proxy, options),
    httpsAgent: httpsAgent(proxy, options),
  });
}
