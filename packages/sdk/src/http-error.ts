/** What became of a request that got no whole answer. */
import { ProxySettingError, shownProxy } from './proxy.ts';

/** Answers of a proxy to CONNECT that may be others a moment later; its refusal of the user or the host will not. */
const passingProxyStatus = (status: number) => status >= 500 || status === 408 || status === 429;

/**
 * No whole answer came. `code` is node's (`ECONNREFUSED`), `ETIMEDOUT`, or `ERR_PROXY`: the proxy is set wrong, or it refuses the user or
 * the host.
 */
export class HttpError extends Error {
  readonly code: string;
  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'HttpError';
    this.code = code;
  }

  /** Whether the same request may get an answer a moment later. */
  get retryable(): boolean {
    return !isFinalConnectionCode(this.code);
  }

  /** What a proxy's trouble looks like; `undefined` for an error that is none. Neither message nor cause shows its password. */
  static ofProxy(error: unknown, host: string, proxy: string | undefined): HttpError | undefined {
    if (error instanceof ProxySettingError) return new HttpError('ERR_PROXY', error.message);
    if (proxy === undefined || !(error instanceof Error) || error instanceof HttpError) return undefined;
    const { code = '', statusCode = 0 } = error as NodeJS.ErrnoException & { statusCode?: number };
    const shown = shownProxy(proxy);
    if (code === 'ERR_PROXY_TUNNEL') {
      const said = /: (HTTP\/[\d.]+ .*)$/.exec(error.message)?.[1] ?? 'no answer';
      const final = statusCode > 0 && !passingProxyStatus(statusCode);
      return new HttpError(final ? 'ERR_PROXY' : 'ECONNRESET', `the proxy ${shown} does not connect to ${host}: ${said.trim()}`);
    }
    if (!/^(ECONN|ENOTFOUND|EAI_|EHOST|ENET)/.test(code)) return undefined;
    return new HttpError(code, `${host} by way of the proxy ${shown}: ${error.message}`);
  }
}

/** Codes of connections that fail the same way the next time: a certificate, the proxy's settings. */
export function isFinalConnectionCode(code: string): boolean {
  return code === 'ERR_PROXY' || code === 'ERR_TLS_CERT_ALTNAME_INVALID' || /^(CERT_|UNABLE_TO_|(DEPTH_ZERO_)?SELF_SIGNED_CERT)/.test(code);
}
