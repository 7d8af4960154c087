/** The login of ECR Public, at the HTTP edge. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AwsContext, closeContext } from '@slipway/sdk/config';
import { getPublicAuthorizationToken, publicRegistryRegion } from '@slipway/sdk/ecr';
import { AwsError } from '@slipway/sdk/errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const expiresAt = Date.parse('2026-03-01T12:00:00Z');
const good = { authorizationData: { authorizationToken: Buffer.from('AWS:pa:ss').toString('base64'), expiresAt: expiresAt / 1_000 } };

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

let server: Server;
let url: string;
/** What is answered in turn; the last one for ever. `undefined` breaks the connection. */
let replies: (Reply | undefined)[];
let seen: { request: IncomingMessage; body: string }[];
let connected: string[];
let aws: AwsContext;
let calls: string[];

beforeEach(async () => {
  [replies, seen, connected, calls] = [[{ status: 200, body: good }], [], [], []];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen.push({ request, body: Buffer.concat(chunks).toString() });
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    if (!reply) return void request.socket.destroy();
    response.writeHead(reply.status, reply.headers).end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
  });
  // As a proxy it lets nobody through, and says where everybody wanted to go.
  server.on('connect', (request, socket) => {
    connected.push(request.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  aws = contextOf({ AWS_ENDPOINT_URL_ECR_PUBLIC: url });
});
afterEach(() => {
  closeContext(aws);
  server.closeAllConnections();
  server.close();
});

function contextOf(environment: Record<string, string>, more: Partial<AwsContext> = {}): AwsContext {
  return {
    region: publicRegistryRegion,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'session' },
    clock: { now: () => Date.parse('2026-03-01T00:00:00Z'), sleep: async () => undefined },
    signal: new AbortController().signal,
    deadline: Date.parse('2026-03-01T00:01:00Z'),
    onCall: (service, operation) => calls.push(`${service}:${operation}`),
    environment,
    random: () => 0,
    ...more,
  };
}

const failed = async (context = aws) => {
  const error = await getPublicAuthorizationToken(context, { attempts: 3 }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AwsError);
  return error as AwsError;
};

describe('the request', () => {
  it('is signed for ecr-public in us-east-1, and asks for nothing but a token', async () => {
    expect(await getPublicAuthorizationToken(aws)).toEqual({ username: 'AWS', password: 'pa:ss', expiresAt: new Date(expiresAt) });
    const { request, body } = seen[0] ?? {};
    expect([request?.method, request?.url, body]).toEqual(['POST', '/', '{}']);
    expect(request?.headers).toMatchObject({
      'x-amz-target': 'SpencerFrontendService.GetAuthorizationToken',
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-security-token': 'session',
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/20260301\/us-east-1\/ecr-public\/aws4_request, SignedHeaders=/),
    });
    expect(calls).toEqual(['ecr-public:GetAuthorizationToken']);
  });

  it.each([
    ['its own variable', { AWS_ENDPOINT_URL_ECR_PUBLIC: 'URL', AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }],
    ['the variable of all services', { AWS_ENDPOINT_URL: 'URL' }],
  ])('goes where %s says', async (_name, environment) => {
    const variables = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value.replace('URL', url)]));
    expect((await getPublicAuthorizationToken(contextOf(variables))).username).toBe('AWS');
  });

  it.each([
    ['api.ecr-public.us-east-1.amazonaws.com:443', {}],
    ['api.ecr-public.us-east-1.amazonaws.com:443', { AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }],
    ['api.ecr-public.us-east-1.amazonaws.com:443', { AWS_USE_FIPS_ENDPOINT: 'true' }],
    ['ecr-public.us-east-1.api.aws:443', { AWS_USE_DUALSTACK_ENDPOINT: 'true' }],
  ])('goes to %s by the proxy of %j', async (host, environment) => {
    expect((await failed(contextOf({ HTTPS_PROXY: url, ...environment }))).code).toBe('unreachable');
    expect(new Set(connected)).toEqual(new Set([host]));
  });
});

describe('a refusal', () => {
  it.each(['AccessDeniedException', 'com.amazonaws.ecrpublic#AccessDeniedException'])('%s shows both actions', async (type) => {
    const message = 'User: arn:aws:sts::111122223333:assumed-role/x/y is not authorized to perform: sts:GetServiceBearerToken on resource: *';
    replies = [{ status: 400, body: { __type: type, message }, headers: { 'x-amzn-requestid': 'abc' } }];
    const error = await failed();
    expect(error).toMatchObject({ code: 'access-denied', awsCode: 'AccessDeniedException', service: 'ecr-public', requestId: 'abc', statusCode: 400 });
    expect(error.message).toContain('sts:GetServiceBearerToken');
    expect(error.hint).toContain('"Action": ["ecr-public:GetAuthorizationToken", "sts:GetServiceBearerToken"], "Resource": "*"');
    expect(calls).toHaveLength(1);
  });

  it.each([
    [400, { __type: 'ExpiredTokenException', message: 'The security token included in the request is expired' }, 'credentials-missing'],
    [400, { __type: 'UnrecognizedClientException', Message: 'The security token included in the request is invalid.' }, 'credentials-missing'],
    [400, { __type: 'UnsupportedCommandException', message: 'no' }, 'service-error'],
    [404, { message: 'no such service' }, 'not-found'],
  ])('%i %j is final: %s', async (status, body, code) => {
    replies = [{ status, body }];
    expect((await failed()).code).toBe(code);
    expect(calls).toHaveLength(1);
  });
});

describe('what passes by itself', () => {
  it.each([
    ['throttling', 400, { __type: 'ThrottlingException', message: 'Rate exceeded' }],
    ['a 429', 429, { message: 'slow down' }],
    ['a fault of the server', 500, { __type: 'ServerException', message: 'oops' }],
    ['a page in place of an answer', 502, '<html>bad gateway</html>'],
  ])('%s', async (_name, status, body) => {
    replies = [
      { status, body },
      { status, body },
      { status: 200, body: good },
    ];
    expect((await getPublicAuthorizationToken(aws)).password).toBe('pa:ss');
    expect(calls).toHaveLength(3);
  });

  it('a broken connection', async () => {
    replies = [undefined, { status: 200, body: good }];
    expect((await getPublicAuthorizationToken(aws)).password).toBe('pa:ss');
  });
});

describe('what does not', () => {
  it.each([
    ['a page', '<html>portal</html>'],
    ['an empty object', '{}'],
    ['a token that is none', JSON.stringify({ authorizationData: { authorizationToken: 'bm8=' } })],
  ])('%s with status 200 is no answer of ECR', async (_name, body) => {
    replies = [{ status: 200, body }];
    expect((await failed()).code).toBe('unreachable');
  });

  it('a name that does not exist, after giveUp says so', async () => {
    const context = contextOf({ AWS_ENDPOINT_URL: 'http://nowhere.invalid' });
    const error = await getPublicAuthorizationToken(context, { giveUp: ({ awsCode }) => /^(ENOTFOUND|EAI_AGAIN)$/.test(awsCode) }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'unreachable', awsCode: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) });
    expect(calls).toHaveLength(1);
  });

  it('a chain of credentials that hangs: the run ends it', async () => {
    const controller = new AbortController();
    const reason = new Error('time is over');
    const context = contextOf({}, { credentials: () => new Promise(() => {}), signal: controller.signal });
    setTimeout(() => controller.abort(reason), 20);
    await expect(getPublicAuthorizationToken(context)).rejects.toBe(reason);
  });
});
