import { afterEach, describe, expect, it } from 'vitest';
import { closeContext, withCredentials } from '../src/config.ts';
import { assumeChain, type ChainRequest } from '../src/sts/index.ts';
import { type Asked, contextOf, jwt, role, type Said, type ScriptedSts, startSts } from './sts-server.ts';

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
    const keys: string[] = [];
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
        onCredentials: ({ accessKeyId }) => keys.push(accessKeyId),
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
    expect(keys).toEqual(['ASIA-hub', 'ASIA-spoke', 'ASIA-leaf']);
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
