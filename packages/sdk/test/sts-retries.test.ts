import { afterEach, describe, expect, it } from 'vitest';
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
