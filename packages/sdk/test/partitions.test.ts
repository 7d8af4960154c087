import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startProxy, type TestProxy } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwsContext, closeContext } from '../src/config.ts';
import { isKnownRegion, knownRegions, partitionNamed, partitionOf } from '../src/partitions/index.ts';
import { partitions } from '../src/partitions/table.ts';
import { assumeRoleWithWebIdentity } from '../src/sts/index.ts';
import { contextOf } from './sts-server.ts';

describe('partitions', () => {
  it.each([
    ['eu-central-1', 'aws', 'sts.amazonaws.com'],
    ['cn-north-1', 'aws-cn', 'sts.amazonaws.com.cn'],
    ['us-gov-west-1', 'aws-us-gov', 'sts.amazonaws.com'],
    ['eusc-de-east-1', 'aws-eusc', 'sts.amazonaws.eu'],
    ['us-iso-east-1', 'aws-iso', 'sts.c2s.ic.gov'],
    ['us-isob-east-1', 'aws-iso-b', 'sts.sc2s.sgov.gov'],
    ['eu-isoe-west-1', 'aws-iso-e', 'sts.cloud.adc-e.uk'],
    ['us-isof-south-1', 'aws-iso-f', 'sts.csp.hci.ic.gov'],
    ['eusc-de-north-7', 'aws-eusc', 'sts.amazonaws.eu'],
  ])('%s is in %s with audience %s', (region, name, audience) => expect(partitionOf(region)).toMatchObject({ name, audience }));

  it('knows the partition of a region that is not listed yet, and of nothing else', () => {
    expect(partitionOf('eu-north-9')?.name).toBe('aws');
    expect(isKnownRegion('eu-north-9')).toBe(false);
    expect(partitionOf('moon-base-1')).toBeUndefined();
    expect(partitionNamed('aws-moon')).toBeUndefined();
  });

  it("is the SDK's table", () => {
    const core = createRequire(createRequire(import.meta.url).resolve('@aws-sdk/client-sts')).resolve('@aws-sdk/core');
    const folder = core.slice(0, core.lastIndexOf('dist-cjs'));
    const source = readFileSync(join(folder, 'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js'), 'utf8');
    const table = JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1)) as { partitions: SdkPartition[] };
    const theirs = table.partitions.map(({ id, outputs, regionRegex, regions }) => ({
      name: id,
      dnsSuffix: outputs.dnsSuffix,
      dualStackDnsSuffix: outputs.dualStackDnsSuffix,
      pattern: new RegExp(regionRegex.replaceAll('\\-', '-')),
      regions: Object.keys(regions)
        .filter((region) => !region.includes('global'))
        .sort(),
    }));
    expect(partitions.map((partition) => ({ ...partition, regions: [...partition.regions].sort() }))).toEqual(theirs);
    expect(knownRegions()).toEqual(theirs.flatMap(({ regions }) => regions).sort());
    // What the table leaves out, because it is the same everywhere.
    expect(table.partitions.every(({ outputs }) => outputs.supportsFIPS && outputs.supportsDualStack)).toBe(true);
  });
});

/** The hosts that a client of each partition asks for, seen by a proxy that lets nobody through. */
describe('the hosts of STS', () => {
  let proxy: TestProxy;
  beforeAll(async () => {
    proxy = await startProxy(undefined, { refuse: 403 });
  });
  afterAll(() => proxy.close());
  const ask = async (region: string, more: Partial<AwsContext>) => {
    const before = proxy.requests.length;
    const context = { ...contextOf({ url: '', asked: [], close: async () => {} }), region, environment: { HTTPS_PROXY: proxy.url }, ...more };
    const { endpoint: _none, ...own } = context;
    const request = { roleArn: 'arn:aws:iam::111122223333:role/a', sessionName: 'ab', token: 'a.b.c' };
    await expect(assumeRoleWithWebIdentity(own, request)).rejects.toMatchObject({ awsCode: 'ERR_PROXY' });
    closeContext(own);
    return proxy.requests.slice(before).map(({ host }) => host);
  };

  it.each(partitions.map(({ name, regions }) => [name, regions[0] ?? '']))('of %s (%s) are right, plain, FIPS, dual-stack and both', async (name, region) => {
    const { dnsSuffix, dualStackDnsSuffix } = partitions.find((entry) => entry.name === name) as (typeof partitions)[number];
    // GovCloud's plain host is the FIPS one (AWS STS endpoints and quotas, AWS General Reference).
    const fips = name === 'aws-us-gov' ? 'sts' : 'sts-fips';
    expect(await ask(region, {})).toEqual([`sts.${region}.${dnsSuffix}:443`]);
    expect(await ask(region, { fips: true })).toEqual([`${fips}.${region}.${dnsSuffix}:443`]);
    expect(await ask(region, { dualStack: true })).toEqual([`sts.${region}.${dualStackDnsSuffix}:443`]);
    expect(await ask(region, { fips: true, dualStack: true })).toEqual([`sts-fips.${region}.${dualStackDnsSuffix}:443`]);
  });
});

interface SdkPartition {
  readonly id: string;
  readonly outputs: { readonly dnsSuffix: string; readonly dualStackDnsSuffix: string; readonly supportsFIPS: boolean; readonly supportsDualStack: boolean };
  readonly regionRegex: string;
  readonly regions: object;
}
