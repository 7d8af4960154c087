/** Every volume is encrypted. */
import { pathText, readFlag, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { bankKeyRow, dataworksVolumes } from './sources.ts';
import { type Volume, volumeReads, volumesOf, volumeTypes } from './volumes.ts';

const defaultType = 'aws_ebs_encryption_by_default';

/** What is not said is decided by the account's default, which counts when it stands in the plan. */
export const ebsEncrypted: Rule = {
  id: 'ebs-encrypted',
  what: 'every EBS volume is encrypted, also those of instances and launch templates',
  why: [dataworksVolumes, bankKeyRow('sandbox-default-ebs', 'sandbox apps default ebs')],
  severity: 'error',
  profiles: ['dwp', 'bank', 'strict'],
  remedy: 'encrypted = true',
  fails: 'encrypted = false',
  reads: { ...volumeReads, [defaultType]: ['enabled'] },
  judge: eachResource(volumeTypes, (resource, world) => volumesOf(resource).map((volume) => judgeVolume(world, resource, volume))),
};

function judgeVolume(world: World, resource: Resource, volume: Volume): Fact {
  if (volume.state !== 'described') return isDefault(world) ? fine : uncertain('whether the volume is encrypted is the account’s default', volume.evidence);
  const path = [...volume.path, 'encrypted'];
  const flag = readFlag(resource, path);
  if (flag === 'true') return fine;
  if (flag === 'false') return failing(`${pathText(path)} is false`, showValue(resource, path));
  return isDefault(world) ? fine : uncertain(`${pathText(path)} is left to the account’s default`, showValue(resource, path));
}

function isDefault(world: World): boolean {
  return world.ofType(defaultType).some((resource) => readFlag(resource, ['enabled']) === 'true');
}
