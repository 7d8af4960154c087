/** Where a resource of any type names subnets. */
import { type ConfiguredResource, isMap } from '@slipway/terraform/plan';
import type { Path } from './attributes.ts';
import type { Resource, World } from './world.ts';

const names = new Set(['subnet_id', 'subnet_ids', 'subnets', 'vpc_zone_identifier', 'client_subnets', 'vpc_subnet_ids']);

/** Attributes and blocks of the AWS provider that name subnets, or hold something that does. */
export const subnetAttributes: readonly string[] = [
  ...names,
  'broker_node_group_info',
  'compute_config',
  'compute_resources',
  'ec2_attributes',
  'network_configuration',
  'network_interface',
  'network_interfaces',
  'subnet_mapping',
  'vpc_config',
  'vpc_configuration',
  'vpc_options',
  'workspace_access_properties',
];

const roots = new Set(subnetAttributes);

/** Blocks lie no deeper in the types that stand in subnets. */
const depthLimit = 4;

/** The paths of all attributes that name subnets: by value, by what is unknown, by expression. */
export function subnetPaths(world: World, resource: Resource): Path[] {
  const found = new Map<string, Path>();
  for (const root of [resource.values, resource.unknown]) collect(root, [], found);
  const block = world.configured(resource);
  for (const path of block ? writtenPaths(block) : []) found.set(JSON.stringify(path), path);
  return [...found.values()];
}

const written = new WeakMap<ConfiguredResource, readonly Path[]>();

/** The same for all instances of a block. */
function writtenPaths(block: ConfiguredResource): readonly Path[] {
  const known = written.get(block);
  if (known) return known;
  const found = new Map<string, Path>();
  collect(block.expressions, [], found);
  const paths = [...found.values()];
  written.set(block, paths);
  return paths;
}

function collect(node: unknown, path: Path, found: Map<string, Path>): void {
  if (path.length > depthLimit) return;
  if (Array.isArray(node)) {
    node.forEach((element, index) => {
      collect(element, [...path, index], found);
    });
  } else if (isMap(node)) {
    for (const name in node) {
      if (path.length === 0 && !roots.has(name)) continue;
      const value = node[name];
      const own = [...path, name];
      if (!names.has(name) || isBlockList(value)) collect(value, own, found);
      else if (value !== null && value !== undefined && value !== '') found.set(JSON.stringify(own), own);
    }
  }
}

/** `subnets` of a workspace is a list of blocks in some types. */
function isBlockList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isMap);
}
