/** AssumeRoleWithWebIdentity by hand, at the edge of HTTP: the same request and the same verdicts as the SDK's. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AwsContext, closeContext } from '../src/config.ts';
import { AwsError } from '../src/errors.ts';
import { type AssumedRole, assumeRoleWithWebIdentity, type WebIdentityRequest } from '../src/sts/index.ts';
import { ownEndpoint } from '../src/sts/own-endpoint.ts';
import { contextOf, handClock, jwt, role, type Said, type ScriptedSts, startSts } from './sts-server.ts';

let home: string;
let sts: ScriptedSts | undefined;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'slipway-web-identity-'));
});
afterEach(async () => {
  await sts?.close();
  sts = undefined;
  rmSync(home, { recursive: true, force: true });
});

const request: WebIdentityRequest = { roleArn: role('deploy'), sessionName: 'payments.deploy.1.1', token: jwt(1_000, 1_300) };
const once = { attempts: 1 };

/** What a call came to, told in values. */
async function outcome(context: AwsContext, wanted: WebIdentityRequest = request): Promise<AssumedRole | object> {
  try {
    return await assumeRoleWithWebIdentity(context, wanted, once);
  } catch (error) {
    if (!(error instanceof AwsError)) return { threw: error };
    const { code, awsCode, awsMessage, message, requestId, statusCode, serverTime, hint } = error;
    return { code, awsCode, awsMessage, message, requestId, statusCode, serverTime, hint };
  } finally {
    closeContext(context);
  }
}

/** Without an environment the SDK makes the call, with one we do. */
const bySdk = (server: ScriptedSts, more: Partial<AwsContext> = {}) => contextOf(server, handClock(), more);
const byHand = (server: ScriptedSts, more: Partial<AwsContext> = {}) => contextOf(server, handClock(), { environment: { HOME: home }, ...more });

async function both(said: Said, wanted?: WebIdentityRequest) {
  sts = await startSts(() => said);
  const [sdk, hand] = [await outcome(bySdk(sts), wanted), await outcome(byHand(sts), wanted)];
  const [ofSdk, ofHand] = sts.asked;
  return { sdk, hand, ofSdk, ofHand };
}

describe('the request', () => {
  it.each<[string, Partial<WebIdentityRequest>]>([
    ['the least', {}],
    ['a duration', { durationSeconds: 900 }],
    ['a session policy', { inlinePolicy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}' }],
    ['managed policies', { managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::111122223333:policy/a+b&c=d'] }],
    ['no managed policies', { managedPolicyArns: [] }],
    ['signs that a form escapes', { sessionName: 'a=b,c@d+e.f-g', inlinePolicy: '{ "a": "ä € 🚢 %20 & = +\\n" }' }],
  ])("is the SDK's with %s, unsigned", async (_name, more) => {
    const { ofSdk, ofHand, sdk, hand } = await both({}, { ...request, ...more });
    expect(ofHand).toEqual(ofSdk);
    expect(ofHand?.signedBy).toBe('');
    expect(ofHand?.form['WebIdentityToken']).toBe(request.token);
    expect(hand).toEqual(sdk);
    expect(hand).toMatchObject({ accountId: '111122223333', credentials: { accessKeyId: 'ASIA-deploy', expiration: new Date('2030-01-01T00:00:00Z') } });
  });

  it('goes to the path of an endpoint as a form, with the user agent', async () => {
    const seen: unknown[] = [];
    const server = createServer((asked, response) => {
      seen.push([asked.method, asked.url, asked.headers['content-type'], asked.headers['user-agent']]);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sts`;
    await outcome(contextOf({ url } as ScriptedSts, handClock(), { environment: { HOME: home }, userAgent: 'slipway/assume-role' }));
    server.close();
    expect(seen).toEqual([['POST', '/sts', 'application/x-www-form-urlencoded', 'slipway/assume-role']]);
  });
});

const date = Date.UTC(2026, 10, 21, 12, 0, 0);
const page = '<html><head><title>Bad gateway</title></head><body>no</body></html>';

describe('the answer', () => {
  it.each<[string, Said]>([
    ['a refusal', { status: 403, code: 'AccessDenied', message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity', date }],
    ['a message with entities', { code: 'ValidationError', message: '&lt;a&gt; &amp;amp; &quot;b&quot; &apos;c&apos; &#x2014; &#8212;' }],
    ['a missing provider', { code: 'InvalidIdentityToken', message: 'No OpenIDConnect provider found in your account for https://x' }],
    ['a wrong audience', { code: 'InvalidIdentityToken', message: 'Incorrect token audience' }],
    ['a rejected claim', { status: 403, code: 'IDPRejectedClaim' }],
    ['an expired token', { code: 'ExpiredTokenException', message: 'Token expired: current date/time 1 must be before 0', date }],
    ['trouble with the issuer', { code: 'IDPCommunicationError' }],
    ['a policy that is too large', { code: 'PackedPolicyTooLarge' }],
    ['a malformed policy', { code: 'MalformedPolicyDocument' }],
    ['a disabled region', { status: 403, code: 'RegionDisabledException' }],
    ['a duration that is too long', { code: 'ValidationError', message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.' }],
    ['throttling', { code: 'Throttling', message: 'Rate exceeded', headers: { 'retry-after': '3' } }],
    ['429', { status: 429, code: 'TooManyRequestsException' }],
    ['a fault of STS', { status: 500, code: 'InternalFailure' }],
    ['no service', { status: 503, code: 'ServiceUnavailable' }],
    ['a code that nobody knows', { code: 'SomethingNew' }],
    ['a request id in a header', { code: 'AccessDenied', status: 403, headers: { 'x-amzn-requestid': 'r-head' } }],
  ])('reads %s as the SDK does', async (_name, said) => {
    const { sdk, hand } = await both(said);
    expect(hand).toEqual(sdk);
    expect(hand).toHaveProperty('awsCode');
  });

  it.each<[string, Said, object]>([
    ['a page with 200', { body: page }, { code: 'unreachable' }],
    ['nothing', { body: '' }, { code: 'unreachable' }],
    ['JSON', { body: '{"Credentials":{}}' }, { code: 'unreachable' }],
    ['a page with 403', { status: 403, body: page }, { code: 'access-denied', awsCode: 'Unknown' }],
    ['a page with 502', { status: 502, body: page }, { code: 'unreachable', awsCode: 'Unknown', statusCode: 502 }],
    ['a redirection', { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } }, { awsCode: 'Unknown', statusCode: 302 }],
    [
      'keys without an end',
      { body: '<AccessKeyId>A</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Arn>a</Arn>' },
      { code: 'unreachable' },
    ],
    [
      'keys with a wrong end',
      { body: '<Expiration>tomorrow</Expiration><AccessKeyId>A</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Arn>a</Arn>' },
      { code: 'unreachable' },
    ],
  ])('takes %s for no answer of STS', async (_name, said, wanted) => {
    sts = await startSts(() => said);
    expect(await outcome(byHand(sts))).toMatchObject(wanted);
  });

  it('never breaks on what it reads', async () => {
    let text = '';
    sts = await startSts(() => ({ body: text }));
    const context = byHand(sts);
    const pieces = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('<Code>', '</Code>', '<Expiration>', '</Expiration>', '&#xFFFFFFFF;', '&#-1;', '&lt', '<Arn>a</Arn>')),
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        text = parts.join('');
        expect(await outcome(context)).toMatchObject({ code: 'unreachable' });
      }),
      { numRuns: 50 },
    );
  });
});

describe('no answer', () => {
  it('a connection that breaks reads as the SDK reads it', async () => {
    const { sdk, hand } = await both({ reset: true });
    expect(hand).toMatchObject({ code: 'unreachable', awsCode: 'ECONNRESET' });
    expect(hand).toEqual(sdk);
  });

  it('nobody listens', async () => {
    const url = 'http://127.0.0.1:1';
    const [sdk, hand] = [await outcome(bySdk({ url } as ScriptedSts)), await outcome(byHand({ url } as ScriptedSts))];
    expect(hand).toMatchObject({ code: 'unreachable', awsCode: 'ECONNREFUSED' });
    expect(hand).toEqual(sdk);
  });

  it('a silent server is left when the run ends', async () => {
    const server = createTcp();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('the end')), 50);
    expect(await outcome(byHand({ url } as ScriptedSts, { signal: stop.signal }))).toEqual({ threw: new Error('the end') });
    server.close();
  });
});

describe('where STS is', () => {
  const context = (more: Partial<AwsContext>) => ({ ...contextOf({ url: '' } as ScriptedSts), environment: { HOME: home }, ...more });

  it.each<[string, Partial<AwsContext>, string]>([
    ['a region', {}, 'https://sts.eu-central-1.amazonaws.com'],
    ['China', { region: 'cn-north-1' }, 'https://sts.cn-north-1.amazonaws.com.cn'],
    ['GovCloud', { region: 'us-gov-west-1' }, 'https://sts.us-gov-west-1.amazonaws.com'],
    ["the context's endpoint", { endpoint: 'http://own' }, 'http://own'],
  ])('by %s', (_name, more, url) => expect(ownEndpoint(context(more))).toBe(url));

  it.each<[Record<string, string>, string]>([
    [{ AWS_ENDPOINT_URL: 'http://all' }, 'http://all'],
    [{ AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_STS: 'http://sts' }, 'http://sts'],
    [{ AWS_ENDPOINT_URL: 'http://all', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }, 'https://sts.eu-central-1.amazonaws.com'],
  ])('by %j', (environment, url) => expect(ownEndpoint(context({ environment: { HOME: home, ...environment } }))).toBe(url));

  it.each<[string, Partial<AwsContext>]>([
    ['FIPS', { fips: true }],
    ['dual stack', { dualStack: true }],
    ['a region of no partition', { region: 'moon-base-1' }],
  ])('is for the SDK to say with %s', (_name, more) => expect(ownEndpoint(context(more))).toBeUndefined());

  it.each([{ AWS_USE_FIPS_ENDPOINT: 'true' }, { AWS_USE_DUALSTACK_ENDPOINT: 'true' }, { AWS_USE_DUALSTACK_ENDPOINT: 'TRUE' }])(
    'is for the SDK to say with %j',
    (environment) => expect(ownEndpoint(context({ environment: { HOME: home, ...environment } as Record<string, string> }))).toBeUndefined(),
  );

  it.each([
    ['config', '[default]\nendpoint_url = http://x\n'],
    ['config', '[profile a]\nservices = own\n[services own]\nsts =\n  endpoint_url = http://x\n'],
    ['config', '[default]\nuse_fips_endpoint=true\n'],
    ['credentials', '[default]\r\n use_dualstack_endpoint = true\r\n'],
  ])('is for the SDK to say where %s has %j', (name, text) => {
    mkdirSync(join(home, '.aws'));
    writeFileSync(join(home, '.aws', name), text);
    expect(ownEndpoint(context({}))).toBeUndefined();
    const moved = { HOME: '/nowhere', [name === 'config' ? 'AWS_CONFIG_FILE' : 'AWS_SHARED_CREDENTIALS_FILE']: join(home, '.aws', name) };
    expect(ownEndpoint(context({ environment: moved }))).toBeUndefined();
  });

  it('is not decided by files that only have keys and regions', () => {
    mkdirSync(join(home, '.aws'));
    writeFileSync(join(home, '.aws', 'config'), '[default]\nregion = us-east-1\ncredential_process = /bin/x endpoint_url=1\n');
    writeFileSync(join(home, '.aws', 'credentials'), '[default]\naws_access_key_id = AKIA\n');
    expect(ownEndpoint(context({}))).toBe('https://sts.eu-central-1.amazonaws.com');
  });
});
