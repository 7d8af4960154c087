/** Node's agents with one chosen proxy, that can be closed while the proxy is still being waited for. */
import { type AgentOptions, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import { agentProxy } from './proxy.ts';

/**
 * Node's agent knows a tunnel's socket only when the tunnel stands; until then nobody could close it, and a proxy that does not answer
 * would keep the process.
 */
class TunnelAgent extends HttpsAgent {
  readonly #opened = new Set<Duplex>();

  override createConnection(...args: Parameters<HttpsAgent['createConnection']>): ReturnType<HttpsAgent['createConnection']> {
    const socket = super.createConnection(...args);
    if (socket) {
      this.#opened.add(socket);
      socket.once('close', () => this.#opened.delete(socket));
    }
    return socket;
  }

  override destroy(): void {
    super.destroy();
    for (const socket of this.#opened) socket.destroy();
  }
}

/** An agent for https, by the proxy or the direct way; `destroy` closes everything that it opened. */
export function httpsAgent(proxy: string | undefined, options: AgentOptions): HttpsAgent {
  return proxy === undefined ? new HttpsAgent({ ...options, proxyEnv: {} }) : new TunnelAgent({ ...options, proxyEnv: agentProxy(proxy) });
}

/** An agent for http, by the proxy or the direct way. */
export function httpAgent(proxy: string | undefined, options: AgentOptions): HttpAgent {
  return new HttpAgent({ ...options, proxyEnv: agentProxy(proxy) });
}
