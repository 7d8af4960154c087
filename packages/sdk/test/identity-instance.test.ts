import { startTestkit } from '@slipway/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import { IdentityError, runnerIdentity } from '../src/identity/index.ts';
import { deps, keysRead, keysText, type Line, startEndpoint } from './identity-server.ts';

const put = 'PUT /latest/api/token';
const list = 'GET /latest/meta-data/iam/security-credentials/';
const keys = `${list}runner`;
const good: Record<string, Line[]> = { [put]: [[200, 'session-token==']], [list]: [[200, 'runner\n']], [keys]: [[200, keysText()]] };

let endpoint: Awaited<ReturnType<typeof startEndpoint>> | undefined;
afterEach(async () => {
  await endpoint?.close();
  endpoint = undefined;
});
const ask = async (lines: Record<string, readonly Line[]>, variables: Record<string, string> = {}, more = deps()) => {
  endpoint = await startEndpoint({ ...good, ...lines });
  return runnerIdentity({ AWS_EC2_METADATA_SERVICE_ENDPOINT: `${endpoint.url}/`, ...variables }, more);
};
const refused = async (asked: Promise<unknown>): Promise<IdentityError> => {
  const error = await asked.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(IdentityError);
  return error as IdentityError;
};

describe('an instance', () => {
  it('gives its keys to who holds a session token', async () => {
    expect(await ask({})).toEqual({ kind: 'keys', from: 'instance', credentials: keysRead });
    expect(endpoint?.said()).toEqual([put, list, keys]);
    expect(endpoint?.heard[0]?.headers['x-aws-ec2-metadata-token-ttl-seconds']).toBe('60');
    expect(endpoint?.heard.slice(1).map(({ headers }) => headers['x-aws-ec2-metadata-token'])).toEqual(['session-token==', 'session-token==']);
  });

  it('serves a kit as it does AWS', async () => {
    const kit = await startTestkit();
    kit.imds.roleArn = 'arn:aws:iam::111122223333:role/team/runner';
    const identity = await runnerIdentity(kit.imds.environment(), deps());
    expect(identity).toMatchObject({ kind: 'keys', from: 'instance', credentials: { accessKeyId: expect.stringMatching(/^ASIA/) } });
    expect(kit.imds.tokenless).toEqual([]);
    await kit.close();
  });

  it.each([400, 401, 403, 404, 405, 418])('that gives no session token (%d) is asked for nothing else', async (status) => {
    const error = await refused(ask({ [put]: [[status]] }));
    expect(error.code).toBe('credentials-missing');
    expect(error.hint).toContain(String(status));
    expect(endpoint?.said()).toEqual([put]);
  });

  it.each<[string, Line]>([
    ['a refusal that looks like a token', [403, 'session-token==']],
    ['an empty token', [200, ' ']],
    ['a page', [200, '<html>\n<body>']],
    ['a token with a line break in it', [200, 'a\r\nx-evil: 1']],
  ])('that gives %s is asked for nothing else', async (_name, line) => {
    await refused(ask({ [put]: [line] }));
    expect(endpoint?.said()).toEqual([put]);
  });

  it.each<[string, Record<string, Line[]>, RegExp]>([
    ['has no role', { [list]: [[404]] }, /names no role \(404\).*associate-iam-instance-profile/s],
    ['names an empty role', { [list]: [[200, '\n']] }, /names no role \(200\)/],
    ['names no name', { [list]: [[200, '../../user-data']] }, /gave a name that is no role/],
    [
      'may not have its role',
      { [keys]: [[200, '{"Code":"AssumeRoleUnauthorizedAccess","Message":"EC2 cannot assume the role"}']] },
      /AssumeRoleUnauthorizedAccess: EC2/,
    ],
    ['answers without a secret', { [keys]: [[200, keysText({ SecretAccessKey: '' })]] }, /no keys for the instance's role runner: 200/],
    ['answers with a date that is none', { [keys]: [[200, keysText({ Expiration: 'soon' })]] }, /no keys/],
  ])('that %s is told so', async (_name, lines, hint) => {
    const error = await refused(ask(lines));
    expect(error.code).toBe('credentials-missing');
    expect(error.hint).toMatch(hint);
  });

  it('in trouble is asked again', async () => {
    expect(await ask({ [put]: [[503], [200, 't']], [keys]: [[500], [429], [200, keysText()]] })).toMatchObject({ from: 'instance' });
    expect(endpoint?.said()).toEqual([put, put, list, keys, keys, keys]);
  });

  it('in trouble for good is left', async () => {
    const error = await refused(ask({ [list]: [[500]] }));
    expect(error.hint).toContain('names no role (500)');
    expect(endpoint?.said()).toEqual([put, list, list, list]);
  });
});

describe('no instance', () => {
  const timed = async (work: Promise<unknown>) => {
    const started = performance.now();
    const error = await refused(work);
    return { error, ms: performance.now() - started };
  };

  it('is told within two seconds, with all that was looked for', async () => {
    const { error, ms } = await timed(ask({ [put]: ['hang'] }, { AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/a' }));
    expect(ms).toBeLessThan(2_000);
    expect(error.code).toBe('credentials-missing');
    expect(error.hint.split('\n')).toEqual([
      'web identity (IRSA): AWS_ROLE_ARN set, AWS_WEB_IDENTITY_TOKEN_FILE not set',
      'EKS Pod Identity or ECS: AWS_CONTAINER_CREDENTIALS_FULL_URI and AWS_CONTAINER_CREDENTIALS_RELATIVE_URI not set',
      expect.stringMatching(/^instance metadata \(IMDSv2\): 127\.0\.0\.1:\d+: no answer within 0\.9 s$/),
      expect.stringContaining('--http-put-response-hop-limit 2'),
    ]);
  });

  it('is told at once where nothing listens, or the connection breaks', async () => {
    const closed = await timed(runnerIdentity({ AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://127.0.0.1:9' }, deps()));
    expect(closed.error.hint).toContain('ECONNREFUSED');
    const broken = await timed(ask({ [put]: ['reset'] }));
    expect(broken.error.hint).toContain('instance metadata (IMDSv2)');
    expect(endpoint?.said()).toEqual([put]);
    expect(closed.ms + broken.ms).toBeLessThan(1_000);
  });

  it('leaves a machine whose packets vanish after the limit of a connection', async () => {
    // TEST-NET-1 (RFC 5737): nobody is there.
    const { ms } = await timed(runnerIdentity({ AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://192.0.2.1' }, deps()));
    expect(ms).toBeLessThan(2_000);
  });

  it.each(['true', 'TRUE'])('is looked for where AWS_EC2_METADATA_DISABLED is %s: not', async (AWS_EC2_METADATA_DISABLED) => {
    const error = await refused(ask({}, { AWS_EC2_METADATA_DISABLED }));
    expect(error.hint).toContain('AWS_EC2_METADATA_DISABLED is true');
    expect(endpoint?.heard).toEqual([]);
  });

  it.each(['not a url', 'file:///etc/passwd', 'ftp://x'])('is looked for at %s: not', async (AWS_EC2_METADATA_SERVICE_ENDPOINT) => {
    const error = await refused(runnerIdentity({ AWS_EC2_METADATA_SERVICE_ENDPOINT }, deps()));
    expect(error.hint).toContain('AWS_EC2_METADATA_SERVICE_ENDPOINT is no http address');
  });

  it('is looked for by IPv6 where the mode says so, and never through a proxy', async () => {
    const urls: unknown[] = [];
    const send: NonNullable<ReturnType<typeof deps>['send']> = async ({ url, environment }) => {
      urls.push([url, environment]);
      return { status: 403, headers: {}, body: '', bytes: Buffer.alloc(0) };
    };
    const environment = { AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: 'IPv6', HTTP_PROXY: 'http://127.0.0.1:9' };
    await refused(runnerIdentity(environment, deps({ send })));
    await refused(runnerIdentity({ HTTP_PROXY: 'http://127.0.0.1:9' }, deps({ send })));
    expect(urls).toEqual([
      ['http://[fd00:ec2::254]/latest/api/token', undefined],
      ['http://169.254.169.254/latest/api/token', undefined],
    ]);
  });

  it('is not waited for past the deadline, nor after a cancel', async () => {
    const late = await timed(ask({ [put]: ['hang'] }, {}, deps({ deadline: Date.now() + 200 })));
    expect(late.ms).toBeLessThan(700);
    const none = await refused(ask({}, {}, deps({ deadline: Date.now() - 1 })));
    expect([none.code, endpoint?.heard.length]).toEqual(['timeout', 0]);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('cancelled')), 50);
    await expect(ask({ [put]: ['hang'] }, {}, deps({ signal: controller.signal }))).rejects.toThrow('cancelled');
  });
});
