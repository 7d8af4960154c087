/** Which hosts a NO_PROXY list lets go past the proxy. Pure. */
import { BlockList, isIP } from 'node:net';

/** A host as it stands in a URL's `hostname`, without brackets, and its port. */
export interface ProxyTarget {
  readonly host: string;
  readonly port: number;
}

/**
 * Whether one entry of the list holds for the host. Entries are separated by commas or spaces, letter case does not count:
 * - `*` every host
 * - `example.com`, `.example.com` the domain and what is under it, as curl and Python read both (Go takes the second for what is
 *   under it only)
 * - `*.example.com` what is under it only, as Go reads it; `*` stands for any run of characters wherever it is
 * - `10.1.2.3`, `[fd00::1]` one address; `10.0.0.0/8`, `fd00::/8` a block of them, as curl and Go read it: of addresses in URLs, no
 *   name is looked up
 * - each but a block with `:443` for one port only
 */
export function goesPast({ host, port }: ProxyTarget, list: string): boolean {
  const plain = host.toLowerCase().replace(/\.$/, '');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry !== '' && matchesEntry(plain, port, entry));
}

function matchesEntry(host: string, port: number, entry: string): boolean {
  if (entry.includes('/')) return isInBlock(host, entry);
  const { name, onlyPort } = splitPort(entry);
  if (onlyPort !== undefined && onlyPort !== port) return false;
  if (name.includes('*')) return globOf(name).test(host);
  if (isIP(host)) return isIP(name) > 0 && isInBlock(host, `${name}/${isIP(name) === 4 ? 32 : 128}`);
  const domain = name.replace(/^\./, '').replace(/\.$/, '');
  return domain !== '' && (host === domain || host.endsWith(`.${domain}`));
}

/** `host:443`, `[::1]:443`, `[::1]`; a bare IPv6 address has colons and no port. */
function splitPort(entry: string): { name: string; onlyPort?: number } {
  if (isIP(entry) === 6) return { name: entry };
  const [, bracketed, bare, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(entry) ?? [];
  return { name: bracketed ?? bare ?? entry, ...(port === undefined ? {} : { onlyPort: Number(port) }) };
}

function globOf(name: string): RegExp {
  const source = name.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('.*')}$`, 's');
}

function isInBlock(host: string, block: string): boolean {
  const [address = '', bits = '', more] = block.split('/');
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
  const longest = family === 'ipv4' ? 32 : 128;
  if (more !== undefined || isIP(host) === 0 || isIP(address) === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > longest) return false;
  const list = new BlockList();
  list.addSubnet(address, Number(bits), family);
  return list.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6');
}
