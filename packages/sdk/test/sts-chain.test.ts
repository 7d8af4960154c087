import { afterEach, describe, expect, it } from 'vitest';
import { closeContext, withCredentials } from '../src/config.ts';
import { assumeChain, type ChainRequest } from '../src/sts/index.ts';
import { type Asked, contextOf, handClock, jwt, role, type Said, type ScriptedSts, startSts } from './sts-server.ts';

let sts: ScriptedSts | undefined;
afterEach(async () => {
  await sts?.close();
  sts = undefined;
});
const start = async (script: (asked: Asked, index: number) => Said = () => ({})) => {
  sts = await startSts(script);
  return sts;
};

const token = jwt(1_000, 1_300);
const byToken = { kind: 'token', fetchToken: async () => token } as const;
const byKeys = { kind: 'keys', credentials: { accessKeyId: 'AKIAJOB', secretAccessKey: 's' } } as const;
const request = (more: Partial<ChainRequest>): ChainRequest => ({
  identity: byToken,
  hops: [role('deploy')],
  sessionName: 'payments.deploy.1.1',
  durationSeconds: 3_600,
  managedPolicyArns: [],
  tags: [],
  transitiveTagKeys: [],
  onPackedSize: 'fail',
  ...more,
});
/** The session tags of a form: `key=value`. */
const tagsOf = ({ form }: Asked) =>
  [1, 2, 3, 4].flatMap((index) => {
    const key = form[`Tags.member.${index}.Key`];
    return key === undefined ? [] : [`${key}=${form[`Tags.member.${index}.Value`]}`];
  });
const tags = [
  { key: 'team', value: 'blue' },
  { key: 'service', value: 'payments' },
  { key: 'run', value: '4711' },
];

describe('a chain', () => {
  it('of one hop is a web identity with the policies and the duration', async () => {
    const { asked } = await start();
    const context = contextOf(sts!);
    const answer = await assumeChain(context, request({ inlinePolicy: '{"Statement":[]}', managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }));
    closeContext(context);
    expect(asked.map(({ operation, signedBy }) => [operation, signedBy])).toEqual([['AssumeRoleWithWebIdentity', '']]);
    expect(asked[0]?.form).toMatchObject({
      WebIdentityToken: token,
      DurationSeconds: '3600',
      Policy: '{"Statement":[]}',
      'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    });
    expect(answer).toMatchObject({ accountId: '111122223333', credentials: { accessKeyId: 'ASIA-deploy' } });
  });

  it('gives each hop what belongs to it', async () => {
    const { asked } = await start();
    const told: unknown[] = [];
    await assumeChain(
      contextOf(sts!),
      request({
        hops: [role('hub'), role('spoke'), role('leaf')],
        tags,
        transitiveTagKeys: ['team'],
        sourceIdentity: 'bot',
        externalId: 'x-1',
        inlinePolicy: '{}',
        onHop: (...hop) => told.push(hop),
      }),
    );
    expect(asked.map(({ operation, signedBy, form }) => [operation, signedBy, form['DurationSeconds'], form['Policy']])).toEqual([
      ['AssumeRoleWithWebIdentity', '', '900', undefined],
      ['AssumeRole', 'ASIA-hub', '900', undefined],
      ['AssumeRole', 'ASIA-spoke', '3600', '{}'],
    ]);
    expect(asked.map(tagsOf)).toEqual([[], ['team=blue', 'service=payments', 'run=4711'], ['service=payments', 'run=4711']]);
    expect(asked.map(({ form }) => [form['TransitiveTagKeys.member.1'], form['SourceIdentity'], form['ExternalId']])).toEqual([
      [undefined, undefined, undefined],
      ['team', 'bot', 'x-1'],
      [undefined, undefined, 'x-1'],
    ]);
    expect(told).toEqual([
      [0, role('hub')],
      [1, role('spoke')],
      [2, role('leaf')],
    ]);
  });

  it('from keys begins with AssumeRole, tags and all', async () => {
    const { asked } = await start();
    await assumeChain(contextOf(sts!), request({ identity: byKeys, tags, sourceIdentity: 'bot', externalId: 'x' }));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ operation: 'AssumeRole', signedBy: 'AKIAJOB', form: { SourceIdentity: 'bot', ExternalId: 'x' } });
    expect(tagsOf(asked[0]!)).toHaveLength(3);
  });

  it.each([{ tags }, { sourceIdentity: 'bot' }, { externalId: 'x' }, { hops: [] }])('does not pass by what STS has no place for: %j', async (more) => {
    const { asked } = await start();
    await expect(assumeChain(contextOf(sts!), request(more))).rejects.toBeInstanceOf(RangeError);
    expect(asked).toEqual([]);
  });

  it('shares connections between keys', () => {
    const context = contextOf({ url: '', asked: [], close: async () => {} });
    const other = withCredentials(context, { accessKeyId: 'B', secretAccessKey: 's' });
    expect(other).toMatchObject({ credentials: { accessKeyId: 'B' }, region: context.region });
  });
});

describe('a packed policy that is too large', () => {
  const tooLarge = (most: number) => (asked: Asked) => (tagsOf(asked).length > most ? { code: 'PackedPolicyTooLargeException' } : {});

  it('fails on the first answer', async () => {
    const { asked } = await start(tooLarge(1));
    await expect(assumeChain(contextOf(sts!), request({ identity: byKeys, tags }))).rejects.toMatchObject({ awsCode: 'PackedPolicyTooLargeException' });
    expect(asked).toHaveLength(1);
  });

  it('loses tags from the end, once and for all hops, where that is asked for', async () => {
    const { asked } = await start(tooLarge(1));
    const dropped: unknown[] = [];
    await assumeChain(
      contextOf(sts!),
      request({
        hops: [role('hub'), role('spoke'), role('leaf')],
        tags,
        transitiveTagKeys: ['run'],
        onPackedSize: 'drop',
        onDropped: (keys) => dropped.push(keys),
      }),
    );
    expect(dropped).toEqual([['run', 'service']]);
    expect(asked.slice(1).map(tagsOf)).toEqual([
      ['team=blue', 'service=payments', 'run=4711'],
      ['team=blue', 'service=payments'],
      ['team=blue'],
      ['team=blue'],
    ]);
    expect(asked.slice(1).map(({ form }) => form['TransitiveTagKeys.member.1'])).toEqual(['run', undefined, undefined, undefined]);
  });

  it('fails when there is no tag left to lose, and claims to have dropped none', async () => {
    const { asked } = await start(() => ({ code: 'PackedPolicyTooLarge' }));
    const dropped: unknown[] = [];
    const asking = request({ identity: byKeys, tags, onPackedSize: 'drop', onDropped: (keys) => dropped.push(keys) });
    await expect(assumeChain(contextOf(sts!), asking)).rejects.toMatchObject({ awsCode: 'PackedPolicyTooLargeException' });
    expect(asked).toHaveLength(4);
    expect(dropped).toEqual([]);
  });
});

describe('retries', () => {
  const twoHops = (more: Partial<ChainRequest> = {}) => request({ hops: [role('hub'), role('spoke')], ...more });

  it.each<[string, Said]>([
    ['a 500', { status: 500, code: 'InternalFailure' }],
    ['a 503 without words', { status: 503, body: 'busy' }],
    ['a 429', { status: 429, code: 'Whatever' }],
    ['Throttling', { code: 'Throttling' }],
    ['IDPCommunicationError', { code: 'IDPCommunicationError' }],
    ['a key that was not fetched', { code: 'InvalidIdentityToken', message: "Couldn't retrieve verification key from your identity provider" }],
    ['a reset', { reset: true }],
  ])('%s passes, on the first hop', async (_name, said) => {
    const { asked } = await start((_asked, index) => (index < 2 ? said : {}));
    const errors: unknown[] = [];
    const clock = handClock();
    await assumeChain(contextOf(sts!, clock), request({ onRetry: (error) => errors.push(error) }));
    expect([asked.length, clock.slept.length, errors.length]).toEqual([3, 2, 2]);
  });

  it.each<[string, Said]>([
    ['a 502', { status: 502, body: '<html>' }],
    ['Throttling', { code: 'ThrottlingException' }],
    ['a reset', { reset: true }],
  ])('%s passes, on the second, and the first is not taken again', async (_name, said) => {
    const { asked } = await start((_asked, index) => (index === 1 ? said : {}));
    await assumeChain(contextOf(sts!), twoHops());
    expect(asked.map(({ operation }) => operation)).toEqual(['AssumeRoleWithWebIdentity', 'AssumeRole', 'AssumeRole']);
  });

  it.each<[string, Said]>([
    ['AccessDenied', { status: 403, code: 'AccessDenied' }],
    ['ExpiredTokenException', { code: 'ExpiredTokenException' }],
    ['InvalidIdentityToken', { code: 'InvalidIdentityToken', message: 'Incorrect token audience' }],
    ['IDPRejectedClaim', { status: 403, code: 'IDPRejectedClaim' }],
    ['RegionDisabledException', { status: 403, code: 'RegionDisabledException' }],
    ['InvalidClientTokenId', { status: 403, code: 'InvalidClientTokenId' }],
    ['a page that is no answer', { body: '<html>hello</html>' }],
    ['an answer without keys', { body: '<AssumeRoleResponse/>' }],
  ])('%s fails on the first answer, on either hop', async (_name, said) => {
    for (const failing of [0, 1]) {
      const server = await startSts((_asked, index) => (index === failing ? said : {}));
      const clock = handClock();
      const hops: number[] = [];
      await expect(assumeChain(contextOf(server, clock), twoHops({ onHop: (index) => hops.push(index) }))).rejects.toThrow();
      expect([server.asked.length, clock.slept.length, hops.at(-1)]).toEqual([failing + 1, 0, failing]);
      await server.close();
    }
  });

  it('wait as long as STS asks for', async () => {
    await start((_asked, index) => (index === 0 ? { status: 503, headers: { 'retry-after': '7' } } : {}));
    const clock = handClock();
    await assumeChain(contextOf(sts!, clock), request({}));
    expect(clock.slept).toEqual([7_000]);
  });

  it('end with the deadline, on the last error, without a sleep after it', async () => {
    const { asked } = await start(() => ({ code: 'Throttling' }));
    const clock = handClock();
    const context = contextOf(sts!, clock, { deadline: clock.now() + 10_000, random: () => 0.9 });
    await expect(assumeChain(context, request({}))).rejects.toMatchObject({ code: 'throttled' });
    expect(clock.now()).toBeLessThan(context.deadline);
    expect(asked).toHaveLength(clock.slept.length + 1);
  });

  it('stop where the token source fails for good, and go on where it may pass', async () => {
    await start();
    const failing = (errors: unknown[]) => ({ kind: 'token', fetchToken: async () => (errors.length > 0 ? Promise.reject(errors.shift()) : token) }) as const;
    await expect(assumeChain(contextOf(sts!), request({ identity: failing([new Error('no permission')]) }))).rejects.toThrow('no permission');
    const passing = Object.assign(new Error('502'), { retryable: true });
    await expect(assumeChain(contextOf(sts!), request({ identity: failing([passing, passing]) }))).resolves.toMatchObject({ accountId: '111122223333' });
  });

  it("reject with the signal's reason", async () => {
    const controller = new AbortController();
    await start(() => {
      controller.abort(new Error('cancelled'));
      return { status: 500 };
    });
    await expect(assumeChain(contextOf(sts!, handClock(), { signal: controller.signal }), request({}))).rejects.toThrow('cancelled');
  });
});

describe("a runner's clock that is an hour off", () => {
  const hour = 3_600_000;
  const skewed = (asked: Asked, index: number): Said =>
    asked.operation === 'AssumeRole' && index === 1
      ? { status: 403, code: 'SignatureDoesNotMatch', message: 'Signature not yet current', date: Date.now() + hour }
      : {};

  it('is corrected after the first signature that is refused for its time', async () => {
    const { asked } = await start(skewed);
    await assumeChain(contextOf(sts!), request({ hops: [role('hub'), role('spoke')] }));
    expect(asked.map(({ operation }) => operation)).toEqual(['AssumeRoleWithWebIdentity', 'AssumeRole', 'AssumeRole']);
  });

  it('is corrected once', async () => {
    const refusal = { status: 403, code: 'SignatureDoesNotMatch', message: 'Signature expired' };
    const { asked } = await start((_asked, index) => ({ ...refusal, date: Date.now() + hour * (index + 1) }));
    await expect(assumeChain(contextOf(sts!), request({ identity: byKeys }))).rejects.toMatchObject({ awsCode: 'SignatureDoesNotMatch' });
    expect(asked).toHaveLength(2);
  });
});
