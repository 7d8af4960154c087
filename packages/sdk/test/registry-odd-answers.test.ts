/** Answers that a registry gives seldom: Retry-After, redirects, other forms of location. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getBlob, headManifest, pushBlob, type RegistryContext, sha256Digest } from '@slipway/sdk/registry';
import { afterEach, describe, expect, it } from 'vitest';

interface Scripted {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

let server: Server | undefined;
afterEach(() => server?.close());

/** Answers in the order of the script; notes what was asked. */
async function play(script: readonly Scripted[]) {
  const asked: { method: string; url: string; authorization: string | undefined }[] = [];
  const slept: number[] = [];
  const answers = [...script];
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', authorization: request.headers.authorization });
      const { status, headers = {}, body = '' } = answers.shift() ?? { status: 599 };
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const registry: RegistryContext = {
    host: `127.0.0.1:${port}`,
    login: { username: 'AWS', password: 'secret' },
    clock: { now: () => 0, sleep: async (ms) => void slept.push(ms) },
    signal: new AbortController().signal,
    deadline: 600_000,
    random: () => 0,
  };
  return { registry, asked, slept, port };
}

const digest = sha256Digest('content');
const blob = {
  digest,
  size: 7,
  read: async function* () {
    yield Buffer.from('content');
  },
};

describe('Retry-After', () => {
  it('is how long it waits', async () => {
    const { registry, slept } = await play([
      { status: 429, headers: { 'retry-after': '7' } },
      { status: 503, headers: { 'retry-after': '3' } },
      { status: 200, headers: { 'docker-content-digest': digest } },
    ]);
    expect(await headManifest(registry, 'api', 'v1')).toBe(digest);
    expect(slept).toEqual([7_000, 3_000]);
  });

  it('beyond the deadline is not waited for', async () => {
    const { registry, asked } = await play([{ status: 429, headers: { 'retry-after': '3600' } }]);
    await expect(headManifest(registry, 'api', 'v1')).rejects.toMatchObject({ code: 'throttled' });
    expect(asked).toHaveLength(1);
  });

  it('throttling is not bounded by a number of tries', async () => {
    const { registry, asked } = await play([...Array(20).fill({ status: 429 }), { status: 404 }]);
    expect(await headManifest(registry, 'api', 'v1')).toBeUndefined();
    expect(asked).toHaveLength(21);
  });
});

describe('a redirect of a blob', () => {
  it('is followed once, and the login stays with the registry', async () => {
    const storage = createServer((request, response) => response.end(request.headers.authorization ?? 'content'));
    await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve));
    const { port } = storage.address() as AddressInfo;
    const { registry } = await play([{ status: 307, headers: { location: `http://127.0.0.1:${port}/bucket/key?X-Amz-Signature=x` } }]);
    expect((await getBlob(registry, 'api', digest))?.toString()).toBe('content');
    storage.close();
  });

  it('to another machine without TLS is refused', async () => {
    const { registry } = await play([{ status: 307, headers: { location: 'http://storage.example/key' } }]);
    await expect(getBlob(registry, 'api', digest)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('storage.example without TLS') });
  });
});

describe('an upload', () => {
  it('goes where the registry says, whatever form that has', async () => {
    const { registry, asked } = await play([
      { status: 404 },
      { status: 202, headers: { location: '/v2/api/blobs/uploads/one?_state=a%2Bb' } },
      { status: 202, headers: { location: '/v2/api/blobs/uploads/two?_state=c' } },
      { status: 201 },
    ]);
    expect(await pushBlob(registry, 'api', blob)).toBe('uploaded');
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `HEAD /v2/api/blobs/${digest}`,
      'POST /v2/api/blobs/uploads/',
      'PATCH /v2/api/blobs/uploads/one?_state=a%2Bb',
      `PUT /v2/api/blobs/uploads/two?_state=c&digest=${encodeURIComponent(digest)}`,
    ]);
    expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set([`Basic ${Buffer.from('AWS:secret').toString('base64')}`]));
  });

  it('that the registry has further than we know is begun anew', async () => {
    const { registry, asked } = await play([
      { status: 404 },
      { status: 202, headers: { location: '/v2/api/blobs/uploads/one' } },
      { status: 500 },
      { status: 404 },
      { status: 204, headers: { range: '0-99' } },
      { status: 202, headers: { location: '/v2/api/blobs/uploads/two' } },
      { status: 202 },
      { status: 201 },
    ]);
    expect(await pushBlob(registry, 'api', blob)).toBe('uploaded');
    expect(asked.at(-1)?.url).toContain('/uploads/two?digest=');
  });
});
