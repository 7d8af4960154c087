import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isKnownRegion, knownRegions, partitionNamed, partitionOf } from '../src/partitions/index.ts';

describe('partitions', () => {
  it.each([
    ['eu-central-1', 'aws', 'sts.amazonaws.com'],
    ['cn-north-1', 'aws-cn', 'sts.amazonaws.com.cn'],
    ['us-gov-west-1', 'aws-us-gov', 'sts.amazonaws.com'],
    ['eusc-de-east-1', 'aws-eusc', 'sts.amazonaws.eu'],
    ['us-iso-east-1', 'aws-iso', 'sts.c2s.ic.gov'],
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
    const table = JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1)) as { partitions: { regions: object }[] };
    const regions = table.partitions.flatMap(({ regions: map }) => Object.keys(map)).filter((region) => !region.includes('global'));
    expect(knownRegions()).toEqual(regions.sort());
  });
});
