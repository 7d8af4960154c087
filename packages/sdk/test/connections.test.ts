import { createServer as createTls, type Server } from 'node:https';
import { type AddressInfo, connect, createServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { startProxy, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeServerCertificate } from '../../testkit/src/kubernetes/tls.ts';
import { type AwsContext, closeContext } from '../src/config.ts';
import { HttpError, sendHttp } from '../src/http.ts';
import { getCallerIdentity } from '../src/sts/index.ts';
import { contextOf, handClock } from './sts-server.ts';

const signal = new AbortController().signal;
const ofThisMachine = getCACertificates('default');
const answer =
  '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/tls</Arn><UserId>A</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';

let kit: Testkit;
let origin: Server;
let secureProxy: Server;
let tunnels: string[];

const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};
const urlOf = (server: Server) => `https://localhost:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  const { ca, certificate, key } = await makeServerCertificate(Date.now());
  setDefaultCACertificates([...ofThisMachine, ca]);
  origin = createTls({ cert: certificate, key }, (_request, response) => response.writeHead(200, { 'content-type': 'text/xml' }).end(answer));
  secureProxy = createTls({ cert: certificate, key }).on('connect', (request, socket) => {
    tunnels.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`);
    const upstream = connect((origin.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(upstream).pipe(socket);
    });
    for (const end of [socket, upstream]) end.on('error', () => end.destroy());
  });
  await Promise.all([listen(origin), listen(secureProxy)]);
});
afterAll(() => {
  setDefaultCACertificates(ofThisMachine);
  for (const server of [origin, secureProxy]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(async () => {
  kit = await startTestkit();
  tunnels = [];
});
afterEach(() => kit.close());

/** One request by each of the two ways, with these variables. */
async function bothWays(url: string, environment: Record<string, string>) {
  const clock = handClock();
  const credentials = { accessKeyId: kit.keys.accessKeyId, secretAccessKey: kit.keys.secretAccessKey };
  const context: AwsContext = { region: kit.region, endpoint: url, credentials, environment, clock, signal, deadline: clock.now() + 3_000 };
  const raw = await sendHttp({ url: `${url}/_anything`, signal, environment }).catch((error: unknown) => error);
  const sdk = await getCallerIdentity(context).catch((error: unknown) => error);
  closeContext(context);
  return { raw, sdk, tries: clock.slept.length + 1 };
}

describe('both ways of sending go', () => {
  it('through the proxy by absolute form, with user and password', async () => {
    const proxy = await startProxy(kit, { login: { username: 'bob', password: 'p@ss:word' } });
    const { raw, sdk } = await bothWays(kit.url, { HTTP_PROXY: proxy.url });
    expect(raw).toMatchObject({ status: expect.any(Number) });
    expect(sdk).toMatchObject({ accountId: kit.accountId });
    expect(proxy.requests.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual(['forward passed', 'forward passed']);
  });

  it('through a tunnel to TLS', async () => {
    const proxy = await startProxy(kit);
    const { raw, sdk } = await bothWays(urlOf(origin), { https_proxy: proxy.url });
    expect(raw).toMatchObject({ status: 200 });
    expect(sdk).toMatchObject({ arn: 'arn:aws:iam::111122223333:user/tls' });
    expect(proxy.requests.map(({ kind, host }) => `${kind} ${host}`)).toEqual(Array(2).fill(`connect ${new URL(urlOf(origin)).host}`));
  });

  it('through a proxy that is itself reached by TLS', async () => {
    const { raw, sdk } = await bothWays(urlOf(origin), { HTTPS_PROXY: urlOf(secureProxy).replace('//', '//bob:pw@') });
    expect(raw).toMatchObject({ status: 200 });
    expect(sdk).toMatchObject({ accountId: '111122223333' });
    expect(tunnels).toEqual(Array(2).fill(`${new URL(urlOf(origin)).host} Basic ${Buffer.from('bob:pw').toString('base64')}`));
  });

  it.each(['127.0.0.0/8', '127.0.0.1', '*', 'a.org, 127.*'])('past it for %s', async (NO_PROXY) => {
    const proxy = await startProxy(kit);
    const { sdk } = await bothWays(kit.url, { HTTP_PROXY: proxy.url, NO_PROXY });
    expect(sdk).toMatchObject({ accountId: kit.accountId });
    expect(proxy.requests).toEqual([]);
  });
});

describe('a proxy', () => {
  const secret = 's3cret';
  const shown = (error: unknown): string => {
    const { message = '', hint = '', cause } = error as { message?: string; hint?: string; cause?: unknown };
    return [message, hint, JSON.stringify(error), cause ? shown(cause) : ''].join('\n');
  };

  it.each([
    ['wants another password', { login: { username: 'bob', password: 'other' } }, /407/],
    ['forbids the host', { refuse: 403 }, /403/],
  ] as const)('that %s is told at once, without the password', async (_name, options, reason) => {
    const proxy = await startProxy(kit, options);
    const { raw, sdk, tries } = await bothWays(urlOf(origin), { HTTPS_PROXY: `http://bob:${secret}@127.0.0.1:${proxy.port}` });
    expect(raw).toMatchObject({ code: 'ERR_PROXY', retryable: false, message: expect.stringMatching(reason) });
    expect(sdk).toMatchObject({ code: 'unreachable', awsCode: 'ERR_PROXY', message: expect.stringMatching(reason) });
    expect(tries).toBe(1);
    for (const error of [raw, sdk]) {
      expect(shown(error)).toContain(`http://127.0.0.1:${proxy.port}`);
      expect(shown(error)).not.toContain(secret);
    }
  });

  it('that is in trouble is asked again', async () => {
    const proxy = await startProxy(kit, { refuse: 502 });
    const { raw, sdk, tries } = await bothWays(urlOf(origin), { HTTPS_PROXY: proxy.url });
    expect(raw).toMatchObject({ code: 'ECONNRESET', retryable: true });
    expect(sdk).toMatchObject({ code: 'unreachable' });
    expect(tries).toBeGreaterThan(2);
  });

  it('that is not there is named', async () => {
    const { raw, sdk } = await bothWays(urlOf(origin), { HTTPS_PROXY: `http://bob:${secret}@127.0.0.1:9` });
    for (const error of [raw, sdk]) {
      expect(shown(error)).toContain('by way of the proxy http://127.0.0.1:9');
      expect(shown(error)).not.toContain(secret);
    }
    expect(raw).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('of an unknown kind is told at once, and never passed by', async () => {
    const { raw, sdk, tries } = await bothWays(kit.url, { HTTP_PROXY: `socks5://bob:${secret}@127.0.0.1:9` });
    for (const error of [raw, sdk]) {
      expect(shown(error)).toContain('HTTP_PROXY is no URL of a proxy');
      expect(shown(error)).not.toContain(secret);
    }
    expect(sdk).toMatchObject({ code: 'unreachable' });
    expect([tries, kit.ledger.of('sts').length]).toEqual([1, 0]);
  });

  /** Takes every connection, says `first` to CONNECT and then nothing; tells when its sockets are closed. */
  async function hanging(first: string) {
    let closed = 0;
    const server = createServer((socket) => {
      socket.on('error', () => {}).on('close', () => closed++);
      socket.once('data', () => socket.write(first));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    kit.onClose(() => void server.close());
    return { environment: { HTTPS_PROXY: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }, closed: () => closed };
  }

  it.each([
    ['CONNECT', ''],
    ['the handshake', 'HTTP/1.1 200 OK\r\n\r\n'],
  ])('that hangs at %s ends with the limit, and its socket is closed', async (_name, first) => {
    const { environment, closed } = await hanging(first);
    const started = performance.now();
    await expect(sendHttp({ url: urlOf(origin), signal, environment, connectMs: 300 })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(performance.now() - started).toBeLessThan(2_000);
    await vi.waitFor(() => expect(closed()).toBe(1));
  });

  it.each([
    ['CONNECT', ''],
    ['the handshake', 'HTTP/1.1 200 OK\r\n\r\n'],
  ])('that hangs at %s does not hold a cancelled run', async (_name, first) => {
    const { environment, closed } = await hanging(first);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('cancelled')), 200);
    const clock = handClock();
    const context: AwsContext = { ...contextOf({ url: urlOf(origin), asked: [], close: async () => {} }, clock), environment, signal: controller.signal };
    await expect(sendHttp({ url: urlOf(origin), signal: controller.signal, environment })).rejects.toThrow('cancelled');
    await expect(getCallerIdentity(context)).rejects.toThrow('cancelled');
    closeContext(context);
    await vi.waitFor(() => expect(closed()).toBe(1));
  });

  it("closes the SDK's sockets that wait for it", async () => {
    const { environment, closed } = await hanging('');
    const controller = new AbortController();
    const context: AwsContext = { ...contextOf({ url: urlOf(origin), asked: [], close: async () => {} }), environment, signal: controller.signal };
    setTimeout(() => controller.abort(new Error('cancelled')), 200);
    await expect(getCallerIdentity(context)).rejects.toThrow('cancelled');
    closeContext(context);
    await vi.waitFor(() => expect(closed()).toBe(1));
  });
});

it('a certificate that nobody signed is told at once', async () => {
  setDefaultCACertificates(ofThisMachine);
  const { raw, sdk, tries } = await bothWays(urlOf(origin), {});
  expect(raw).toBeInstanceOf(HttpError);
  expect(raw).toMatchObject({ retryable: false });
  expect(sdk).toMatchObject({ code: 'unreachable' });
  expect(tries).toBe(1);
});
