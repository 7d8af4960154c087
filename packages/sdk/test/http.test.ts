import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { HttpError, sendHttp } from '../src/http.ts';

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const signal = new AbortController().signal;

describe('sendHttp', () => {
  it('sends method, headers and body, and reads the whole answer', async () => {
    const url = await serve(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      response.setHeader('X-Seen', `${request.method} ${request.headers['x-a']}`);
      response.statusCode = 201;
      response.end(body.toUpperCase());
    });
    const answer = await sendHttp({ method: 'PUT', url, headers: { 'x-a': '1' }, body: 'hello', signal });
    expect(answer).toMatchObject({ status: 201, body: 'HELLO' });
    expect(answer.headers['x-seen']).toBe('PUT 1');
  });

  it('streams a body', async () => {
    const url = await serve(async (request, response) => {
      let size = 0;
      for await (const chunk of request) size += (chunk as Buffer).length;
      response.end(String(size));
    });
    async function* chunks() {
      for (let index = 0; index < 50; index += 1) yield Buffer.alloc(100_000);
    }
    expect((await sendHttp({ method: 'PUT', url, body: chunks(), signal })).body).toBe('5000000');
  });

  it('does not follow redirects', async () => {
    const url = await serve((_request, response) => response.writeHead(307, { location: 'http://elsewhere.invalid/' }).end());
    expect((await sendHttp({ url, signal })).status).toBe(307);
  });

  it.each([
    ['silence before the head', () => {}],
    [
      'silence after the head',
      (_request: unknown, response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '10' });
        response.flushHeaders();
      },
    ],
  ])('ends %s', async (_name, listener) => {
    const url = await serve(listener as unknown as RequestListener);
    const started = performance.now();
    await expect(sendHttp({ url, signal, answerMs: 200 })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('tells a broken answer from a short one', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => request.socket.destroy());
    });
    await expect(sendHttp({ url, signal })).rejects.toBeInstanceOf(HttpError);
  });

  it('refuses a body over the limit', async () => {
    const url = await serve((_request, response) => response.end('x'.repeat(2_000)));
    await expect(sendHttp({ url, signal, bodyLimit: 1_000 })).rejects.toMatchObject({ code: 'ERR_BODY_TOO_LARGE' });
  });

  it('names the host that nobody answers at', async () => {
    await expect(sendHttp({ url: 'http://127.0.0.1:9/', signal })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
      message: expect.stringContaining('127.0.0.1:9'),
    });
  });

  it("rejects with the signal's reason", async () => {
    const url = await serve(() => {});
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('stop')), 50);
    await expect(sendHttp({ url, signal: controller.signal })).rejects.toThrow('stop');
  });

  it('goes through the proxy of the environment, and past it for NO_PROXY', async () => {
    const seen: string[] = [];
    const proxy = await serve((request, response) => {
      seen.push(request.url ?? '');
      response.end('by proxy');
    });
    const environment = { HTTP_PROXY: proxy, NO_PROXY: 'direct.invalid' };
    expect((await sendHttp({ url: 'http://registry.invalid/v2/', signal, environment })).body).toBe('by proxy');
    expect(seen).toEqual(['http://registry.invalid/v2/']);
    await expect(sendHttp({ url: 'http://direct.invalid/', signal, environment })).rejects.toBeInstanceOf(HttpError);
  });
});
