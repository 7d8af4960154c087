import { ecrHost, isImmutableTag, parseEcrHost, type TagMutability } from '@slipway/sdk/ecr';
import { knownRegions } from '@slipway/sdk/partitions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('parseEcrHost', () => {
  it.each([
    ['111122223333.dkr.ecr.eu-central-1.amazonaws.com', '111122223333', 'eu-central-1', 'aws'],
    ['111122223333.dkr.ecr-fips.us-east-1.amazonaws.com', '111122223333', 'us-east-1', 'aws'],
    ['111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn', '111122223333', 'cn-north-1', 'aws-cn'],
    ['111122223333.dkr.ecr.us-gov-west-1.amazonaws.com', '111122223333', 'us-gov-west-1', 'aws-us-gov'],
    ['111122223333.dkr-ecr.eu-west-1.on.aws', '111122223333', 'eu-west-1', 'aws'],
    ['public.ecr.aws', '', 'us-east-1', 'aws'],
  ])('%s', (host, accountId, region, partition) => {
    expect(parseEcrHost(host)).toEqual({ host, accountId, region, partition });
  });

  it.each([
    'docker.io',
    '11112222333.dkr.ecr.eu-central-1.amazonaws.com',
    '111122223333.dkr.ecr.cn-north-1.amazonaws.com',
    '111122223333.dkr.ecr.nowhere.amazonaws.com',
    '111122223333.dkr.ecr.eu-central-1.amazonaws.com.evil.example',
    'x111122223333.dkr.ecr.eu-central-1.amazonaws.com',
    '',
  ])('%s is none', (host) => {
    expect(parseEcrHost(host)).toBeUndefined();
  });

  it('reads back every host that ecrHost makes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), fc.constantFrom(...knownRegions()), (account, region) => {
        expect(parseEcrHost(ecrHost(account, region))).toMatchObject({ accountId: account, region });
      }),
    );
  });
});

describe('isImmutableTag', () => {
  it.each<[TagMutability, string[], string, boolean]>([
    ['MUTABLE', [], 'v1', false],
    ['IMMUTABLE', [], 'v1', true],
    ['IMMUTABLE_WITH_EXCLUSION', ['dev-*'], 'dev-1', false],
    ['IMMUTABLE_WITH_EXCLUSION', ['dev-*'], 'v1', true],
    ['IMMUTABLE_WITH_EXCLUSION', ['dev.*'], 'dev-1', true],
    ['MUTABLE_WITH_EXCLUSION', ['v*'], 'v1', true],
    ['MUTABLE_WITH_EXCLUSION', ['v*'], 'dev', false],
    ['MUTABLE_WITH_EXCLUSION', ['*rel*'], 'my-rel-1', true],
  ])('%s %j %s → %s', (tagMutability, exclusions, tag, immutable) => {
    expect(isImmutableTag({ tagMutability, exclusions }, tag)).toBe(immutable);
  });
});
