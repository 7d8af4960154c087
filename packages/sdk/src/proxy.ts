/**
 * By which proxy a host is reached. Node's agents know CONNECT and how to speak to a proxy, but only a part of NO_PROXY (no blocks of
 * addresses); so the choice is made here, per host, and the agent gets the chosen proxy alone.
 */
import { goesPast } from './no-proxy.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Link-local hosts: the machine's own services. No proxy stands between (RFC 3927 §7; EC2 user guide: `fd00:ec2::/32`). */
const linkLocal = '169.254.0.0/16 fe80::/10 fd00:ec2::/32';

/** The proxy that is set is no proxy's URL. The message never shows it: it may hold a password. */
export class ProxySettingError extends Error {
  constructor(variable: string) {
    super(`${variable} is no URL of a proxy: it has to be http://host:port or https://host:port`);
    this.name = 'ProxySettingError';
  }
}

/**
 * The URL of the proxy for a request, by HTTPS_PROXY, HTTP_PROXY and NO_PROXY; `undefined` for the direct way. A variable in lower case
 * wins over one in upper case, as in curl, Python and node (Go reads them the other way round). A proxy without a scheme is `http://`,
 * as in curl and Go.
 * @throws ProxySettingError
 */
export function proxyFor(url: string | URL, environment: Variables): string | undefined {
  const { protocol, hostname, port } = typeof url === 'string' ? new URL(url) : url;
  const secure = protocol === 'https:';
  const variable = secure ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const proxy = variableOf(environment, variable);
  if (proxy === undefined) return undefined;
  const target = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (secure ? 443 : 80) };
  if (goesPast(target, linkLocal) || goesPast(target, variableOf(environment, 'NO_PROXY') ?? '')) return undefined;
  const full = proxy.includes('://') ? proxy : `http://${proxy}`;
  if (!URL.canParse(full) || !/^https?:$/.test(new URL(full).protocol)) throw new ProxySettingError(variable);
  return full;
}

function variableOf(environment: Variables, name: string): string | undefined {
  return environment[name.toLowerCase()]?.trim() || environment[name]?.trim() || undefined;
}

/** The environment with another proxy for both protocols, another NO_PROXY, or both; each stays as it is where it is not given. */
export function withProxy(environment: Readonly<Record<string, string>>, proxy?: string, noProxy?: string): Record<string, string> {
  const changes = {
    ...(proxy === undefined ? {} : { HTTPS_PROXY: proxy, HTTP_PROXY: proxy }),
    ...(noProxy === undefined ? {} : { NO_PROXY: noProxy }),
  };
  const names = new Set(Object.keys(changes));
  const kept = Object.entries(environment).filter(([name]) => !names.has(name.toUpperCase()));
  return { ...Object.fromEntries(kept), ...changes };
}

/** What an agent of node is given, so that it takes this proxy and looks at nothing else. */
export function agentProxy(proxy: string | undefined): Record<string, string> {
  return proxy === undefined ? {} : { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
}

/** A proxy's URL as it may be shown: without user and password. */
export function shownProxy(proxy: string): string {
  return new URL(proxy).origin;
}
