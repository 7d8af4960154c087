/** Which subnets a resource stands in, and whether they are public or private. */

import { isSensitive, type Path, read, readBlocks, readFlag, readText } from './attributes.ts';
import { findBy, findData } from './find-by.ts';
import { leavesOf } from './references.ts';
import { defaultRouteOf, insideTargets } from './routes.ts';
import { splitWords } from './words.ts';
import { child, type Resource, type World } from './world.ts';

/** What a subnet is for. Everything but `public` is private to the rules that tell only the two apart. */
export type Tier = 'public' | 'private' | 'protected' | 'tgw' | 'database' | 'intra';

/** How the tier is found where a rule would otherwise judge itself. */
export interface TierOptions {
  /** Words win over map_public_ip_on_launch. */
  readonly wordsFirst?: boolean;
  /** The routes do not answer. */
  readonly withoutRoutes?: boolean;
}

/** A subnet that a resource names. */
export interface NamedSubnet {
  /** Address, or the id where it is no subnet of this plan. */
  readonly name: string;
  readonly tier: Tier | undefined;
  /** Absent for subnets that are not in this plan. */
  readonly resource?: Resource;
}

/** The subnets that an attribute leads to. */
export interface NamedSubnets {
  readonly subnets: readonly NamedSubnet[];
  /** False where there may be more, or others. */
  readonly complete: boolean;
  /** The value or the references that show it. */
  readonly evidence: string;
}

/** What every rule about tiers reads besides its own resources. */
export const subnetReads = {
  aws_subnet: ['id', 'arn', 'vpc_id', 'cidr_block', 'availability_zone', 'availability_zone_id', 'map_public_ip_on_launch', 'tags', 'tags_all'],
  aws_route_table: ['id', 'route', 'vpc_id', 'tags'],
  aws_default_route_table: ['id', 'route', 'vpc_id', 'default_route_table_id', 'tags'],
  aws_route_table_association: ['subnet_id', 'route_table_id'],
  aws_route: ['route_table_id', 'destination_cidr_block', 'destination_ipv6_cidr_block', 'gateway_id', 'carrier_gateway_id', ...insideTargets],
  aws_internet_gateway: ['id'],
  aws_nat_gateway: ['id'],
} as const;

const words = /(?:^|[^a-z])(public|private|protected|tgw|database|intra)(?![a-z])/;

const tierTags = ['Tier', 'tier', 'Type', 'type'];

/** The tiers that were found already, by options. */
const found = new WeakMap<World, Map<string, Map<Resource, Tier | undefined>>>();

/** A subnet's tier; `undefined` where nothing tells. The first that answers: tags, roles of Kubernetes, the default route, public addresses, words. */
export function tierOf(world: World, subnet: Resource, options: TierOptions = {}): Tier | undefined {
  const byOptions = found.get(world) ?? new Map<string, Map<Resource, Tier | undefined>>();
  found.set(world, byOptions);
  const key = `${options.wordsFirst ?? false} ${options.withoutRoutes ?? false}`;
  const tiers = byOptions.get(key) ?? new Map<Resource, Tier | undefined>();
  byOptions.set(key, tiers);
  if (!tiers.has(subnet)) tiers.set(subnet, findTier(world, subnet, options));
  return tiers.get(subnet);
}

function findTier(world: World, subnet: Resource, options: TierOptions): Tier | undefined {
  const told = tierOfTags(subnet.values);
  if (told) return told;
  // A tag that is known after apply may say anything, and would be heard first.
  if (tierTags.some((name) => read(subnet, ['tags', name]).state === 'unknown')) return undefined;
  const route = options.withoutRoutes ? undefined : defaultRouteOf(world, subnet);
  if (route) return route === 'internet' ? 'public' : 'private';
  const open = readFlag(subnet, ['map_public_ip_on_launch']) === 'true' ? 'public' : undefined;
  return options.wordsFirst ? (tierOfWords(world, subnet) ?? open) : (open ?? tierOfWords(world, subnet));
}

function tierOfTags(values: Readonly<Record<string, unknown>>): Tier | undefined {
  for (const tags of [values['tags'], values['tags_all']]) {
    for (const name of tierTags) {
      const tier = wordIn(child(tags, name));
      if (tier) return tier;
    }
  }
  for (const tags of [values['tags'], values['tags_all']]) {
    if (isSet(child(tags, 'kubernetes.io/role/elb'))) return 'public';
    if (isSet(child(tags, 'kubernetes.io/role/internal-elb'))) return 'private';
  }
  return undefined;
}

/** The load balancer controller takes a role tag of `1` or of nothing. */
function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '0' && value !== 'false';
}

function tierOfWords(world: World, subnet: Resource): Tier | undefined {
  const { name, index, moduleAddress } = subnet.change;
  const modules = world.module(moduleAddress).steps.map((step) => step.name);
  const variables = variablesOf(world, subnet);
  const places = [child(subnet.values['tags'], 'Name'), child(subnet.values['tags_all'], 'Name'), index, name, ...variables, ...modules.reverse()];
  for (const place of places) {
    const tier = wordIn(place);
    if (tier) return tier;
  }
  return undefined;
}

/** The tier that a route table's own tags and name speak of. */
export function tierOfTable(table: Resource): Tier | undefined {
  return tierOfTags(table.values) ?? wordIn(child(table.values['tags'], 'Name')) ?? wordIn(table.change.index) ?? wordIn(table.change.name);
}

/** The module's own arguments that make the subnet: `var.private_subnets`. */
function variablesOf(world: World, subnet: Resource): string[] {
  const block = world.configured(subnet);
  const texts = JSON.stringify([block?.expressions['cidr_block'], block?.forEach, block?.count]);
  return [...texts.matchAll(/"var\.(\w+)"/g)].map(([, name = '']) => name);
}

function wordIn(text: unknown): Tier | undefined {
  if (typeof text !== 'string') return undefined;
  const match = words.exec(splitWords(text));
  return match?.[1] as Tier | undefined;
}

/** The subnets that an attribute names, one or a list; by known ids, then by references. */
export function subnetsAt(world: World, resource: Resource, path: Path): NamedSubnets {
  const paths = readBlocksOrSelf(resource, path);
  const known: NamedSubnet[] = [];
  let open = paths === 'unknown';
  for (const one of paths === 'unknown' ? [] : paths) {
    const reading = readText(resource, one);
    if (reading.text !== undefined) known.push(subnetById(world, reading.text));
    else if (reading.state === 'unknown') open = true;
  }
  const evidence = isSensitive(resource, path) ? '(sensitive)' : known.map(({ name, tier }) => `${name} (${tier ?? 'unknown tier'})`).join(', ');
  if (!open) return { subnets: known, complete: true, evidence };
  const leaves = leavesOf(world, resource, path);
  const named = leaves.flatMap(({ instances }) => instances).filter(({ type }) => type === 'aws_subnet');
  const all = [...new Set([...known.flatMap((one) => one.resource ?? []), ...named])];
  const subnets = [...known.filter((one) => !one.resource), ...all.map((subnet) => ({ name: subnet.address, tier: tierOf(world, subnet), resource: subnet }))];
  const complete = leaves.length > 0 && leaves.every(({ type, instances }) => type === 'aws_subnet' && instances.length > 0);
  return { subnets, complete, evidence: leaves.map(({ chain }) => chain).join('; ') || evidence || 'known after apply' };
}

/** A list's elements, or the attribute itself where it is one text. */
function readBlocksOrSelf(resource: Resource, path: Path): Path[] | 'unknown' {
  const blocks = readBlocks(resource, path);
  if (blocks === 'unknown') return 'unknown';
  return blocks.length === 0 && readText(resource, path).text !== undefined ? [path] : blocks;
}

/** A subnet by its id: of the plan, or of a data source that was read. */
export function subnetById(world: World, id: string): NamedSubnet {
  const own = findBy(world, 'aws_subnet', 'id', id) ?? findBy(world, 'aws_subnet', 'arn', id);
  if (own) return { name: own.address, tier: tierOf(world, own), resource: own };
  const data = findData(world, 'aws_subnet', 'id', id) ?? findData(world, 'aws_subnet', 'arn', id);
  if (!data) return { name: id, tier: undefined };
  const open = data.values['map_public_ip_on_launch'] === true ? 'public' : undefined;
  return { name: data.address, tier: tierOfTags(data.values) ?? open ?? wordIn(child(data.values['tags'], 'Name')) ?? wordIn(data.name) };
}
