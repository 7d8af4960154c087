/** Where resources say something about EBS volumes. */
import { type Path, read, readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import type { Resource } from '../../plan-facts/world.ts';

/** What rules about volumes read. */
export const volumeReads = {
  aws_ebs_volume: ['encrypted', 'kms_key_id'],
  aws_instance: ['root_block_device', 'ebs_block_device'],
  aws_launch_template: ['block_device_mappings'],
  aws_launch_configuration: ['root_block_device', 'ebs_block_device'],
};

/** The types that have volumes. */
export const volumeTypes = Object.keys(volumeReads);

/** A volume that a resource describes, or the place where it says nothing or nothing yet. */
export type Volume =
  | { readonly state: 'described'; readonly path: Path }
  | { readonly state: 'silent' | 'unknown'; readonly path: Path; readonly evidence: string };

/** The volumes of a resource. Ephemeral and suppressed devices are none. */
export function volumesOf(resource: Resource): Volume[] {
  switch (resource.type) {
    case 'aws_ebs_volume':
      return [{ state: 'described', path: [] }];
    case 'aws_launch_template':
      return templateVolumes(resource);
    default:
      return [...deviceVolumes(resource, 'root_block_device', true), ...deviceVolumes(resource, 'ebs_block_device', false)];
  }
}

/** An instance always has a root volume, so a missing root block says nothing; missing further blocks mean none. */
function deviceVolumes(resource: Resource, name: string, always: boolean): Volume[] {
  const evidence = showValue(resource, [name]);
  const blocks = readBlocks(resource, [name]);
  if (blocks === 'unknown') return [{ state: 'unknown', path: [name], evidence }];
  if (blocks.length === 0) return always ? [{ state: 'silent', path: [name], evidence }] : [];
  return blocks.filter((path) => !isSet(resource, [...path, 'no_device'])).map((path) => ({ state: 'described', path }));
}

function templateVolumes(resource: Resource): Volume[] {
  const name = 'block_device_mappings';
  const evidence = showValue(resource, [name]);
  const mappings = readBlocks(resource, [name]);
  if (mappings === 'unknown') return [{ state: 'unknown', path: [name], evidence }];
  const volumes = mappings.filter((path) => !isSuppressed(resource, path)).flatMap((path) => mappedVolume(resource, path));
  return volumes.length > 0 ? volumes : [{ state: 'silent', path: [name], evidence }];
}

function mappedVolume(resource: Resource, mapping: Path): Volume[] {
  const path = [...mapping, 'ebs'];
  const blocks = readBlocks(resource, path);
  if (blocks === 'unknown') return [{ state: 'unknown', path, evidence: showValue(resource, path) }];
  return [blocks[0] ? { state: 'described', path: blocks[0] } : { state: 'silent', path, evidence: showValue(resource, path) }];
}

function isSuppressed(resource: Resource, mapping: Path): boolean {
  return isSet(resource, [...mapping, 'no_device']) || (readText(resource, [...mapping, 'virtual_name']).text ?? '').startsWith('ephemeral');
}

function isSet(resource: Resource, path: Path): boolean {
  const reading = read(resource, path);
  return reading.state === 'known' && String(reading.value) !== 'false';
}
