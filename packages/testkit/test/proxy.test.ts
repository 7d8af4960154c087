/** The proxy that tests start: tunnels, plain requests, logins, refusals. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { sendHttp } from '@slipway/sdk/http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ProxyOptions, startProxy, startTestkit, type Testkit, type TestProxy } from '../src/index.ts';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

/** Sends a request line to the proxy and reads what comes back until it closes, or for a while. */
function say(proxy: TestProxy, text: string, forMs = 300): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(proxy.port, '127.0.0.1', () => socket.write(text));
    const done = () => {
      socket.destroy();
      resolve(heard);
    };
    socket.on('data', (chunk) => {
      heard += chunk;
    });
    socket.on('error', reject);
    socket.on('end', done);
    setTimeout(done, forMs);
  });
}
const basic = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
const login = { username: 'me', password: 'p@ss' };
const oidc = () => `${new URL(kit.url).host}`;

describe('CONNECT', () => {
  const open = (proxy: TestProxy, header = '', host = oidc()) =>
    say(proxy, `CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n${header}\r\nGET /v2/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

  it('tunnels to where it is asked, and counts', async () => {
    const proxy = await startProxy(kit);
    expect(await open(proxy)).toMatch(/^HTTP\/1.1 200 Connection Established\r\n\r\nHTTP\/1.1 401/);
    expect(proxy.requests).toEqual([{ kind: 'connect', host: oidc(), outcome: 'passed' }]);
    expect(kit.ledger.counts()).toEqual({ 'registry:GET v2': 1 });
  });

  it('leads any host to one place', async () => {
    const proxy = await startProxy(kit, { target: kit.url });
    expect(await open(proxy, '', 'sts.eu-central-1.amazonaws.com:443')).toContain('HTTP/1.1 401');
    expect(proxy.requests).toMatchObject([{ host: 'sts.eu-central-1.amazonaws.com:443' }]);
  });

  it.each<[string, ProxyOptions, string, string, string]>([
    ['a login', { login }, '', '407', 'unauthorized'],
    ['the right login', { login }, 'Proxy-Authorization: Basic eDp5\r\n', '407', 'unauthorized'],
    ['nobody', { refuse: 502 }, '', '502', 'refused'],
  ])('lets in nobody without %s', async (_name, options, header, status, outcome) => {
    const proxy = await startProxy(kit, options);
    expect(await open(proxy, header)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(proxy.requests).toMatchObject([{ outcome }]);
    expect(kit.ledger.entries).toEqual([]);
  });

  it('lets in who has the login, and says 502 where nobody listens', async () => {
    const proxy = await startProxy(kit, { login });
    expect(await open(proxy, `Proxy-Authorization: ${basic}\r\n`)).toContain('200 Connection Established');
    expect(await open(proxy, `Proxy-Authorization: ${basic}\r\n`, '127.0.0.1:1')).toMatch(/^HTTP\/1.1 502 /);
  });

  it('hangs', async () => {
    const proxy = await startProxy(kit, { hang: true });
    expect(await open(proxy)).toBe('');
    expect(proxy.requests).toMatchObject([{ outcome: 'hung' }]);
  });
});

describe('absolute form', () => {
  const get = (proxy: TestProxy, url: string, headers: Record<string, string> = {}) =>
    new Promise<number>((resolve, reject) => {
      request({ host: '127.0.0.1', port: proxy.port, path: url, headers: { host: 'sts.test', ...headers } }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      })
        .on('error', reject)
        .end();
    });

  it('passes a request on, without the login', async () => {
    const proxy = await startProxy(kit, { login, target: kit.url });
    expect(await get(proxy, 'http://sts.test/v2/')).toBe(407);
    expect(await get(proxy, 'http://sts.test/v2/', { 'proxy-authorization': basic })).toBe(401);
    expect(proxy.requests.map(({ kind, host, outcome }) => [kind, host, outcome])).toEqual([
      ['forward', 'sts.test', 'unauthorized'],
      ['forward', 'sts.test', 'passed'],
    ]);
    expect(kit.ledger.of('registry')).toHaveLength(1);
  });

  it('refuses, says 502 where nobody listens, and 400 to a bare path', async () => {
    expect(await get(await startProxy(kit, { refuse: 403 }), 'http://sts.test/')).toBe(403);
    const open = await startProxy(kit);
    expect(await get(open, 'http://127.0.0.1:1/')).toBe(502);
    expect(await get(open, '/v2/')).toBe(400);
  });
});

it('serves our own client by its variables', async () => {
  const proxy = await startProxy(kit, { login, target: kit.url });
  const answer = await sendHttp({
    method: 'GET',
    url: 'http://registry.test/v2/',
    headers: {},
    signal: new AbortController().signal,
    environment: proxy.environment(),
  });
  expect(answer.status).toBe(401);
  expect(proxy.requests).toHaveLength(1);
});
