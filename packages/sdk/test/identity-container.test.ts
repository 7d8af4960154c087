import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpRequest } from '../src/http.ts';
import { IdentityError, runnerIdentity } from '../src/identity/index.ts';
import { deps, keysRead, keysText, type Line, startEndpoint } from './identity-server.ts';

const path = 'GET /v1/credentials';
let folder: string;
let endpoint: Awaited<ReturnType<typeof startEndpoint>> | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-identity-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await endpoint?.close();
  endpoint = undefined;
});
const ask = async (lines: readonly Line[], variables: Record<string, string> = {}, more = deps()) => {
  endpoint = await startEndpoint({ [path]: lines });
  return runnerIdentity({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${endpoint.url}/v1/credentials`, ...variables }, more);
};
const refused = async (asked: Promise<unknown>): Promise<IdentityError> => {
  const error = await asked.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(IdentityError);
  return error as IdentityError;
};

describe('a container', () => {
  it('gives its keys to who shows the token, read anew for each try', async () => {
    const file = join(folder, 'token');
    let reads = 0;
    const readFile = async (asked: string) => {
      expect(asked).toBe(file);
      reads += 1;
      return `token-${reads}\n`;
    };
    const identity = await ask(
      [[500], [200, keysText()]],
      { AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file, AWS_CONTAINER_AUTHORIZATION_TOKEN: 'other' },
      deps({ readFile }),
    );
    expect(identity).toEqual({ kind: 'keys', from: 'container', credentials: keysRead });
    expect(endpoint?.heard.map(({ headers }) => headers.authorization)).toEqual(['token-1', 'token-2']);
  });

  it('takes the token from the variable, or none', async () => {
    await ask([[200, keysText()]], { AWS_CONTAINER_AUTHORIZATION_TOKEN: 'Basic abc' });
    expect(endpoint?.heard[0]?.headers.authorization).toBe('Basic abc');
    await endpoint?.close();
    await ask([[200, keysText()]]);
    expect(endpoint?.heard[0]?.headers.authorization).toBeUndefined();
  });

  it('serves a kit as it does AWS, by the token on disk', async () => {
    const kit = await startTestkit();
    kit.podIdentity.roleArn = 'arn:aws:iam::111122223333:role/runner';
    const environment = kit.podIdentity.environment(folder);
    expect(await runnerIdentity(environment, deps())).toMatchObject({ kind: 'keys', credentials: { accessKeyId: expect.stringMatching(/^ASIA/) } });
    kit.podIdentity.token = 'renewed';
    await refused(runnerIdentity(environment, deps()));
    writeFileSync(environment['AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE'] ?? '', 'renewed');
    expect(await runnerIdentity(environment, deps())).toMatchObject({ kind: 'keys' });
    await kit.close();
  });

  const asked = async (environment: Record<string, string>) => {
    const urls: string[] = [];
    const send = async ({ url, environment: proxies }: HttpRequest) => {
      expect(proxies).toBeUndefined();
      urls.push(url);
      return { status: 200, headers: {}, body: keysText(), bytes: Buffer.alloc(0) };
    };
    return { identity: await runnerIdentity({ HTTP_PROXY: 'http://127.0.0.1:9', ...environment }, deps({ send })), urls };
  };

  it.each([
    ['http://169.254.170.23/v1/credentials', 'pod-identity'],
    ['http://[fd00:ec2::23]/v1/credentials', 'pod-identity'],
    ['http://169.254.170.2/v2/x', 'container'],
    ['http://localhost:51679/x', 'container'],
    ['http://127.1.2.3/x', 'container'],
    ['http://[::1]:8080/x', 'container'],
    ['https://vault.example.com/x?y=1', 'container'],
  ])('is asked at %s', async (url, from) => {
    expect(await asked({ AWS_CONTAINER_CREDENTIALS_FULL_URI: url })).toMatchObject({ identity: { from }, urls: [url] });
  });

  it('is asked at the relative address where both are set', async () => {
    const both = { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/v2/credentials/1', AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1/x' };
    expect((await asked(both)).urls).toEqual(['http://169.254.170.2/v2/credentials/1']);
  });

  it.each([
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://evil.example.com/x' },
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://10.0.0.1/x' },
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://169.254.169.254/latest' },
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1.evil.com/x' },
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1@evil.com/x' },
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'ftp://127.0.0.1/x' },
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: '/v1/credentials' },
    { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '@evil.com/x' },
    { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '.evil.com/x' },
  ])('gets no request, and its token goes nowhere, for %j', async (environment) => {
    const send = async () => Promise.reject(new Error('sent'));
    const error = await refused(runnerIdentity({ ...environment, AWS_CONTAINER_AUTHORIZATION_TOKEN: 's3cret' }, deps({ send })));
    expect(error).toMatchObject({ code: 'credentials-missing', message: expect.stringContaining(Object.keys(environment)[0] ?? '') });
    expect(error.hint).not.toContain('s3cret');
  });

  it.each<[string, readonly Line[], string, RegExp, number]>([
    [
      'refuses',
      [[401, '{"code":"AccessDeniedException","message":"no association"}']],
      'access-denied',
      /401: AccessDeniedException: no association.*create-pod-identity-association/s,
      1,
    ],
    ['knows no role', [[404, 'not json']], 'access-denied', /answered 404\n/, 1],
    ['is in trouble', [[500, '{"Message":"busy"}']], 'unreachable', /500: busy/, 3],
    ['throttles', [[429]], 'unreachable', /429/, 3],
    ['answers a page', [[200, '<html>']], 'unreachable', /answered 200 without keys/, 1],
    ['answers half', [[200, keysText({ Token: undefined })]], 'unreachable', /without keys/, 1],
    ['breaks off', ['reset'], 'unreachable', /gives no keys/, 3],
  ])('that %s is told so, and the instance is not asked instead', async (_name, lines, code, hint, tries) => {
    const error = await refused(ask(lines));
    expect(error.code).toBe(code);
    expect(error.hint).toMatch(hint);
    expect(error.message).not.toContain('secret');
    expect(endpoint?.said()).toEqual(Array(tries).fill(path));
  });

  it('that hangs ends with the deadline', async () => {
    const started = performance.now();
    expect((await refused(ask(['hang'], {}, deps({ deadline: Date.now() + 400 })))).code).toBe('timeout');
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it.each(['two\nlines', 'a\r\nx-evil: 1', 'ü'])('gets no token that is no header: %j', async (text) => {
    const file = join(folder, 'token');
    writeFileSync(file, text);
    expect((await refused(ask([[200, keysText()]], { AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file }))).message).toContain(
      'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
    );
    expect(endpoint?.heard).toEqual([]);
  });

  it('is told of a token file that is not there', async () => {
    const error = await refused(ask([[200, keysText()]], { AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: join(folder, 'none') }));
    expect(error).toMatchObject({ code: 'credentials-missing', message: expect.stringContaining('ENOENT') });
  });
});
