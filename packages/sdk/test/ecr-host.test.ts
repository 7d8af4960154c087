import { ecrHost, hostKind, isImmutableTag, isPublicRegistry, parseEcrHost, type TagMutability } from '@slipway/sdk/ecr';
import { knownRegions, partitionOf } from '@slipway/sdk/partitions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const account = '111122223333';

describe('parseEcrHost', () => {
  it.each([
    [`${account}.dkr.ecr.eu-central-1.amazonaws.com`, 'eu-central-1', 'aws'],
    [`${account}.dkr.ecr-fips.us-east-1.amazonaws.com`, 'us-east-1', 'aws'],
    [`${account}.dkr-ecr.eu-west-1.on.aws`, 'eu-west-1', 'aws'],
    [`${account}.dkr-ecr-fips.us-west-2.on.aws`, 'us-west-2', 'aws'],
    [`${account}.dkr.ecr.cn-north-1.amazonaws.com.cn`, 'cn-north-1', 'aws-cn'],
    [`${account}.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn`, 'cn-north-1', 'aws-cn'],
    [`${account}.dkr.ecr.us-gov-west-1.amazonaws.com`, 'us-gov-west-1', 'aws-us-gov'],
    [`${account}.dkr.ecr-fips.us-gov-east-1.amazonaws.com`, 'us-gov-east-1', 'aws-us-gov'],
    [`${account}.dkr-ecr-fips.us-gov-west-1.on.aws`, 'us-gov-west-1', 'aws-us-gov'],
    [`${account}.dkr.ecr.eusc-de-east-1.amazonaws.eu`, 'eusc-de-east-1', 'aws-eusc'],
    [`${account}.dkr.ecr.us-iso-east-1.c2s.ic.gov`, 'us-iso-east-1', 'aws-iso'],
    [`${account}.dkr.ecr.us-isob-east-1.sc2s.sgov.gov`, 'us-isob-east-1', 'aws-iso-b'],
    [`${account}.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk`, 'eu-isoe-west-1', 'aws-iso-e'],
    [`${account}.dkr.ecr.us-isof-south-1.csp.hci.ic.gov`, 'us-isof-south-1', 'aws-iso-f'],
  ])('%s', (host, region, partition) => {
    expect(parseEcrHost(host)).toEqual({ host, accountId: account, region, partition });
  });

  it.each(['public.ecr.aws', 'ecr-public.aws.com'])('%s has no account and one region', (host) => {
    expect(parseEcrHost(host)).toEqual({ host, accountId: '', region: 'us-east-1', partition: 'aws' });
    expect(isPublicRegistry(host)).toBe(true);
  });

  it.each([
    'docker.io',
    '11112222333.dkr.ecr.eu-central-1.amazonaws.com',
    `${account}.dkr.ecr.cn-north-1.amazonaws.com`,
    `${account}.dkr.ecr.eu-central-1.amazonaws.com.cn`,
    `${account}.dkr.ecr.eusc-de-east-1.amazonaws.com`,
    `${account}.dkr.ecr.eu-central-1.aws`,
    `${account}.dkr.ecr.eu-central-1.on.aws`,
    `${account}.dkr-ecr.eu-central-1.amazonaws.com`,
    `${account}.dkr-ecr.cn-north-1.on.aws`,
    `${account}.dkr-ecr.eu-central-1.on.amazonwebservices.com.cn`,
    `${account}.dkr-ecr.us-iso-east-1.on.aws`,
    `${account}.dkr.ecr.nowhere.amazonaws.com`,
    `${account}.dkr.ecr.eu-central-1.amazonaws.com.evil.example`,
    `${account}.dkr.ecr.eu-central-1.amazonaws.com:443`,
    `${account}.dkr.ecr.eu-central-1.amazonaws.com/`,
    `${account}.dkr.ecr.EU-CENTRAL-1.amazonaws.com`,
    `x${account}.dkr.ecr.eu-central-1.amazonaws.com`,
    'public.ecr.aws.evil.example',
    '',
  ])('%s is none', (host) => {
    expect(parseEcrHost(host)).toBeUndefined();
  });

  it('reads back every host that ecrHost makes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), fc.constantFrom(...knownRegions()), (id, region) => {
        const host = ecrHost(id, region);
        expect(parseEcrHost(host)).toEqual({ host, accountId: id, region, partition: partitionOf(region)?.name });
        expect(hostKind(host)).toEqual({ fips: false, dualStack: false });
      }),
    );
  });

  it('takes nothing that differs from such a host in one character', () => {
    const host = ecrHost(account, 'eu-central-1');
    fc.assert(
      fc.property(fc.nat({ max: host.length - 1 }), fc.constantFrom('A', '_', ':', '/', ' ', '.', '-', '@', '\n'), (place, character) => {
        const other = host.slice(0, place) + character + host.slice(place + 1);
        fc.pre(other !== host);
        expect(parseEcrHost(other)).toBeUndefined();
      }),
    );
  });
});

describe('hostKind', () => {
  it.each([
    [`${account}.dkr.ecr-fips.us-east-1.amazonaws.com`, true, false],
    [`${account}.dkr-ecr.eu-west-1.on.aws`, false, true],
    [`${account}.dkr-ecr-fips.us-west-2.on.aws`, true, true],
    ['public.ecr.aws', false, false],
    ['ecr-public.aws.com', false, true],
    ['127.0.0.1:5000', false, false],
  ])('%s: FIPS %s, IPv6 %s', (host, fips, dualStack) => {
    expect(hostKind(host)).toEqual({ fips, dualStack });
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
