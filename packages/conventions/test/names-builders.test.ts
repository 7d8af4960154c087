/** Names built and read: each parser is the inverse of its builder, and every beginning of a right name is told hopeful. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  airflowRoleName,
  canBecomeControlPlaneRoleName,
  canBecomeIrsaRoleName,
  canBecomeKeyAlias,
  canBecomePolicyName,
  canBecomeRoleName,
  canBecomeSecretName,
  canBecomeWorkerRoleName,
  chatbotRoleName,
  controlPlaneRoleName,
  databaseName,
  defaultVolumeKeyName,
  diskName,
  irsaRoleName,
  keyAliasName,
  type NameResult,
  parseAirflowRoleName,
  parseChatbotRoleName,
  parseControlPlaneRoleName,
  parseDatabaseName,
  parseDiskName,
  parseIrsaRoleName,
  parseKeyAliasName,
  parsePlainRoleName,
  parsePolicyName,
  parseSecretName,
  parseStubBucketName,
  parseSubnetRange,
  parseWorkerRoleName,
  plainRoleName,
  plannedTiers,
  policyName,
  secretName,
  stubBucketName,
  subnetRanges,
  workerRoleName,
} from '../src/names.ts';

const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
const words = fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}$/);
/** Two words, or shared services: what a parser can find without a list. */
const environment = fc.oneof(
  fc.tuple(word, word).map(([stage, domain]) => `${stage}-${domain}`),
  fc.constantFrom('sandbox-apps', 'sandbox-data', 'shared-services-ci', 'shared-service-ci'),
);
const stage = fc.oneof(word, fc.constantFrom('shared-services', 'shared-service'));
const accountId = fc.stringMatching(/^\d{12}$/);
const cluster = fc.stringMatching(/^[0-9A-Za-z][\w-]{0,20}$/);

/** A kind of name: how to make parts, to build, to read, and to tell a beginning. */
interface Kind {
  readonly name: string;
  readonly parts: fc.Arbitrary<object | string>;
  readonly build: (parts: never) => NameResult;
  readonly parse: (name: string, environments?: readonly string[]) => object | string | undefined;
  readonly canBecome?: (prefix: string, environments?: readonly string[]) => boolean;
  /** The names that a list must hold for these parts. */
  readonly listed?: (parts: never) => string;
}

const ofEnvironment = (parts: { environment: string }) => parts.environment;
const itself = (parts: string) => parts;
const kinds: readonly Kind[] = [
  {
    name: 'irsa role',
    parts: fc.record({ environment, service: words }),
    build: irsaRoleName,
    parse: parseIrsaRoleName,
    canBecome: canBecomeIrsaRoleName,
    listed: ofEnvironment,
  },
  {
    name: 'control plane',
    parts: environment,
    build: controlPlaneRoleName,
    parse: parseControlPlaneRoleName,
    canBecome: canBecomeControlPlaneRoleName,
    listed: itself,
  },
  { name: 'worker', parts: environment, build: workerRoleName, parse: parseWorkerRoleName, canBecome: canBecomeWorkerRoleName, listed: itself },
  { name: 'chatbot', parts: environment, build: chatbotRoleName, parse: parseChatbotRoleName, canBecome: canBecomeRoleName, listed: itself },
  {
    name: 'airflow',
    parts: fc.record({ stage, accountId }),
    build: airflowRoleName,
    parse: parseAirflowRoleName,
    canBecome: canBecomeRoleName,
    listed: (parts: { stage: string }) => `${parts.stage}-x`,
  },
  {
    name: 'plain role',
    parts: fc.record({ environment, purpose: words }),
    build: plainRoleName,
    parse: parsePlainRoleName,
    canBecome: canBecomeRoleName,
    listed: ofEnvironment,
  },
  {
    name: 'policy',
    parts: fc.record({ environment, purpose: words }),
    build: policyName,
    parse: parsePolicyName,
    canBecome: canBecomePolicyName,
    listed: ofEnvironment,
  },
  {
    name: 'secret',
    parts: fc.record({ organisation: words, component: words, name: words }),
    build: secretName,
    parse: (name) => parseSecretName(name),
    canBecome: (prefix) => canBecomeSecretName(prefix),
  },
  { name: 'database', parts: cluster, build: databaseName, parse: parseDatabaseName },
  { name: 'disk', parts: cluster, build: diskName, parse: parseDiskName },
  { name: 'stub bucket', parts: word, build: stubBucketName, parse: parseStubBucketName },
];

const built = (result: NameResult): string => (result.ok ? result.name : `no name: ${result.fault}`);

describe.each(kinds)('$name', ({ parts, build, parse, canBecome = () => true, listed }) => {
  it('is read as it was built, with a list and without', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const name = built(build(given as never));
        expect(parse(name)).toEqual(given);
        if (!listed) return;
        expect(parse(name, [listed(given as never), 'other-one'])).toEqual(given);
        expect(parse(name, ['other-one-of-none'])).toBeUndefined();
      }),
    );
  });
  it('is hopeful from its first character to its last', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const name = built(build(given as never));
        const lists = listed ? [[], [listed(given as never)]] : [[]];
        for (const list of lists)
          for (let length = 0; length <= name.length; length += 1) expect(canBecome(name.slice(0, length), list), name.slice(0, length)).toBe(true);
      }),
    );
  });
  it('is built again from what was read of any text', () => {
    const pieces = fc.constantFrom(
      'sandbox',
      'apps',
      '-',
      '--',
      'shared-services-ci',
      '-eks-irsa-role',
      '-role',
      '-policy',
      '-db',
      '-efs-disk',
      'chatbot-',
      'system-eks-',
      '-control-plane-role',
      '-eks-common-worker-role',
      '/',
      'A',
      '_',
      '.',
      '123456789012',
      '-mwaa-role',
      'stub-hdfs-',
      'x'.repeat(60),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (texts) => {
        const name = texts.join('');
        const read = parse(name);
        if (read !== undefined) expect(built(build(read as never))).toBe(name);
      }),
      { numRuns: 300 },
    );
  });
});

describe('key aliases', () => {
  it('are read as they were built', () => {
    fc.assert(
      fc.property(environment, words, (where, service) => {
        const name = built(keyAliasName({ environment: where, service }));
        const read = parseKeyAliasName(name);
        // Of shared services the documents write `shared-service-flowlog-s3`: no domain is told from a service.
        expect(read && `alias/${read.environment}-${read.service}`).toBe(name);
        if (!where.startsWith('shared-service') && service !== 'default-ebs') expect(read).toEqual({ environment: where, service });
        for (let length = 0; length <= name.length; length += 1) expect(canBecomeKeyAlias(name.slice(0, length), [where])).toBe(true);
      }),
    );
    fc.assert(
      fc.property(stage, (one) => {
        expect(parseKeyAliasName(built(defaultVolumeKeyName(one)))).toEqual({ environment: one, service: 'default-ebs' });
      }),
    );
  });
});

describe('the plan of ranges', () => {
  it('is read as it was built', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 255 }),
        fc.integer({ min: 0, max: 31 }),
        fc.constantFrom(...plannedTiers),
        fc.integer({ min: 0, max: 2 }),
        (second, third, tier, zone) => {
          const vpc = `10.${second}.${third * 8}.0/21`;
          expect(parseSubnetRange(vpc, subnetRanges(vpc)[tier][zone] ?? '')).toEqual({ tier, zone });
        },
      ),
    );
    expect(() => subnetRanges('10.0.0.0/16')).toThrow(RangeError);
    expect(parseSubnetRange('10.0.0.0/16', '10.0.0.0/26')).toBeUndefined();
  });
});
