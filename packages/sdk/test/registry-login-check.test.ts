/** `GET /v2/`: by password, by a token that the password buys, and what else registries answer. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkLogin, type RegistryContext } from '@slipway/sdk/registry';
import { afterEach, describe, expect, it } from 'vitest';

type Reply = { status: number; headers?: Record<string, string>; body?: string };

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** @param answer (url, authorization, how many came before) → reply; `undefined` breaks the connection */
async function registryThat(answer: (url: URL, authorization: string, before: number) => Reply | undefined, password = 'secret') {
  const asked: string[] = [];
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const reply = answer(url, request.headers.authorization ?? '', asked.length);
    asked.push(`${url.pathname}${url.search} ${request.headers.authorization?.split(' ')[0] ?? 'none'}`);
    if (!reply) return request.socket.destroy();
    return response.writeHead(reply.status, reply.headers).end(reply.body ?? '');
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context: RegistryContext = {
    host,
    login: { username: 'AWS', password },
    clock: { now: () => 0, sleep: async () => undefined },
    signal: new AbortController().signal,
    deadline: 600_000,
    random: () => 0,
  };
  return { context, asked, host };
}

const basic = `Basic ${Buffer.from('AWS:secret').toString('base64')}`;
/** As public.ecr.aws does it: the password buys a token at `/token/`. */
const likeEcrPublic =
  (token: string | undefined) =>
  (url: URL, authorization: string): Reply => {
    if (url.pathname === '/token/') return authorization === basic ? { status: 200, body: JSON.stringify({ token }) } : { status: 401, body: 'no' };
    if (authorization === 'Bearer bought') return { status: 200 };
    return { status: 401, headers: { 'www-authenticate': `Bearer realm="${url.origin}/token/",service="public.ecr.aws",scope="aws"` }, body: 'Unauthorized' };
  };

describe('a registry that takes the password', () => {
  it('is asked once', async () => {
    const { context, asked } = await registryThat((_url, authorization) => ({ status: authorization === basic ? 200 : 401 }));
    await checkLogin(context);
    expect(asked).toEqual(['/v2/ Basic']);
  });
});

describe('a registry that takes tokens', () => {
  it('is asked with the one that the password buys', async () => {
    const { context, asked } = await registryThat(likeEcrPublic('bought'));
    await checkLogin(context);
    expect(asked).toEqual(['/v2/ Basic', '/token/?service=public.ecr.aws&scope=aws Basic', '/v2/ Bearer']);
  });

  it('refuses a wrong password where it is bought', async () => {
    const { context } = await registryThat(likeEcrPublic('bought'), 'wrong');
    await expect(checkLogin(context)).rejects.toMatchObject({ code: 'push-denied', status: 401 });
  });

  it('refuses a token that buys nothing', async () => {
    const { context } = await registryThat(likeEcrPublic('another'));
    await expect(checkLogin(context)).rejects.toMatchObject({ code: 'push-denied' });
  });

  it.each([undefined, ''])('without a token in its answer (%j) is no such registry', async (token) => {
    const { context } = await registryThat(likeEcrPublic(token));
    await expect(checkLogin(context)).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining('without a token') });
  });

  it('never sends the password to a realm without TLS elsewhere', async () => {
    const challenge = { 'www-authenticate': 'Bearer realm="http://elsewhere.example/token",service="x"' };
    const { context, asked } = await registryThat(() => ({ status: 401, headers: challenge }));
    await expect(checkLogin(context)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('without TLS') });
    expect(asked).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it.each([
    ['basic', { 'www-authenticate': 'Basic realm="x"' }],
    ['none', {}],
    ['a realm that is no URL', { 'www-authenticate': 'Bearer realm="x"' }],
  ])('with the challenge %s is final and in the registry’s words', async (_name, headers) => {
    const { context, asked } = await registryThat(() => ({ status: 401, headers, body: 'Not\nAuthorized' }));
    await expect(checkLogin(context)).rejects.toMatchObject({ code: 'push-denied', status: 401, message: expect.stringContaining('Not Authorized') });
    expect(asked).toHaveLength(1);
  });
});

describe('a hiccup', () => {
  it.each<[string, Reply | undefined]>([
    ['503', { status: 503 }],
    ['429', { status: 429, headers: { 'retry-after': '1' } }],
    ['a broken connection', undefined],
  ])('%s is asked again', async (_name, reply) => {
    const { context, asked } = await registryThat((_url, _authorization, before) => (before < 2 ? reply : { status: 200 }));
    await checkLogin(context);
    expect(asked).toHaveLength(3);
  });

  it('that lasts is told after the third time', async () => {
    const { context, asked } = await registryThat(() => ({ status: 503 }));
    await expect(checkLogin(context)).rejects.toMatchObject({ code: 'unreachable', status: 503 });
    expect(asked).toHaveLength(3);
  });
});
