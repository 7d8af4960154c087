/** Requests within the limits of the API reference pass, those that break one limit do not, whatever else is in them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkConstraints } from '../src/aws/sts/constraints.ts';
import { type AssumeRequest, readRequest } from '../src/aws/sts/request.ts';
import { partsOf, sessionArn } from '../src/aws/sts/role.ts';
import { nextSession } from '../src/aws/sts/session.ts';
import { packedPercent } from '../src/aws/sts/session-policy.ts';

const word = (minLength: number, maxLength: number) => fc.string({ unit: fc.constantFrom(...'abcXYZ019_+=,.@-'), minLength, maxLength });
const tagText = (minLength: number, maxLength: number) => fc.string({ unit: fc.constantFrom(...'aZ9 _.:/=+-@éß中'), minLength, maxLength });
const tag = fc.record({ key: tagText(1, 128).filter((key) => !key.toLowerCase().startsWith('aws:')), value: tagText(0, 256) });
const request: fc.Arbitrary<AssumeRequest> = fc
  .record({
    operation: fc.constant('AssumeRole' as const),
    roleArn: word(1, 60).map((name) => `arn:aws:iam::111122223333:role/${name}`),
    sessionName: word(2, 64),
    durationSeconds: fc.option(fc.integer({ min: 900, max: 43_200 }), { nil: undefined }),
    policy: fc.option(fc.constant('{"Statement":[]}'), { nil: undefined }),
    policyArns: fc.array(
      word(1, 40).map((name) => `arn:aws:iam::aws:policy/${name}`),
      { maxLength: 10 },
    ),
    tags: fc.uniqueArray(tag, { maxLength: 50, selector: ({ key }) => key.toLowerCase() }),
    transitiveTagKeys: fc.constant<string[]>([]),
    externalId: fc.option(word(2, 1224), { nil: undefined }),
    sourceIdentity: fc.option(word(2, 64), { nil: undefined }),
  })
  .chain((one) => fc.subarray(one.tags.map(({ key }) => key)).map((transitiveTagKeys) => ({ ...one, transitiveTagKeys })));

const broken: readonly [string, (one: AssumeRequest) => AssumeRequest][] = [
  ['sessionName', (one) => ({ ...one, sessionName: `${one.sessionName} ` })],
  ['roleSessionName', (one) => ({ ...one, sessionName: 'x'.repeat(65) })],
  ['durationSeconds', (one) => ({ ...one, durationSeconds: 899 })],
  ['tags', (one) => ({ ...one, tags: Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' })) })],
  ['tag.value', (one) => ({ ...one, tags: [...one.tags.slice(0, 49), { key: 'k', value: 'v'.repeat(257) }] })],
  ['externalId', (one) => ({ ...one, externalId: 'x' })],
  ['sourceIdentity', (one) => ({ ...one, sourceIdentity: 'a/b' })],
  ['policy', (one) => ({ ...one, policy: '\u0100' })],
  ['roleArn', (one) => ({ ...one, roleArn: 'arn:aws' })],
];

it('lets every request within the limits pass', () => {
  fc.assert(
    fc.property(request, (one) => checkConstraints(one)),
    { numRuns: 200 },
  );
});

it.each(broken)('refuses a broken %s, whatever else is asked', (_member, change) => {
  fc.assert(
    fc.property(request, (one) => {
      expect(() => checkConstraints(change(one))).toThrow(/^\d+ validation errors? detected: /);
    }),
    { numRuns: 50 },
  );
});

it('reads from the form what the client wrote into it', () => {
  fc.assert(
    fc.property(request, (one) => {
      const form = new URLSearchParams({ RoleArn: one.roleArn, RoleSessionName: one.sessionName });
      if (one.durationSeconds !== undefined) form.set('DurationSeconds', String(one.durationSeconds));
      if (one.policy !== undefined) form.set('Policy', one.policy);
      if (one.externalId !== undefined) form.set('ExternalId', one.externalId);
      if (one.sourceIdentity !== undefined) form.set('SourceIdentity', one.sourceIdentity);
      for (const [index, arn] of one.policyArns.entries()) form.set(`PolicyArns.member.${index + 1}.arn`, arn);
      for (const [index, { key, value }] of one.tags.entries()) {
        form.set(`Tags.member.${index + 1}.Key`, key);
        form.set(`Tags.member.${index + 1}.Value`, value);
      }
      for (const [index, key] of one.transitiveTagKeys.entries()) form.set(`TransitiveTagKeys.member.${index + 1}`, key);
      expect(readRequest('AssumeRole', new URLSearchParams(form.toString()))).toEqual(one);
    }),
    { numRuns: 100 },
  );
});

it('hands on exactly the transitive tags, and never loses a source identity', () => {
  fc.assert(
    fc.property(request, request, (first, second) => {
      const before = nextSession(first, undefined);
      const after = nextSession({ ...second, tags: [], transitiveTagKeys: [], sourceIdentity: undefined }, before);
      expect(after.tags).toEqual(first.tags.filter(({ key }) => first.transitiveTagKeys.includes(key)));
      expect(after.sourceIdentity).toBe(first.sourceIdentity);
      expect(nextSession({ ...second, tags: [], transitiveTagKeys: [] }, after).tags).toEqual(after.tags);
    }),
    { numRuns: 100 },
  );
});

it('grows with every tag, and refuses beyond the limit only', () => {
  fc.assert(
    fc.property(request, fc.integer({ min: 1, max: 20_000 }), (one, limit) => {
      const size = one.tags.reduce((sum, { key, value }) => sum + key.length + value.length, 0);
      const pack = () => packedPercent({ policy: undefined, policyArns: [] }, one.tags, limit);
      if (size > limit) expect(pack).toThrow('of allotted space');
      else expect(pack()).toBe(size === 0 ? undefined : Math.ceil((size / limit) * 100));
    }),
  );
});

it('names a session by its role without the path', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('aws', 'aws-cn', 'aws-us-gov', 'aws-iso-b'),
      fc.array(word(1, 8), { minLength: 1, maxLength: 4 }),
      word(2, 64),
      (partition, path, session) => {
        const arn = sessionArn(`arn:${partition}:iam::111122223333:role/${path.join('/')}`, session);
        expect(arn).toBe(`arn:${partition}:sts::111122223333:assumed-role/${path.at(-1)}/${session}`);
        expect(partsOf(arn)).toMatchObject({ partition, service: 'sts', accountId: '111122223333' });
      },
    ),
  );
});
