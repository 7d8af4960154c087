/** Where the default route of a subnet's table leads. */
import { type Path, read, readBlocks, readText } from './attributes.ts';
import { type Join, joinCompanions } from './companions.ts';
import { findBy } from './find-by.ts';
import { leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

/** To the internet directly, or by something else (NAT, transit gateway), or nowhere. */
export type DefaultRoute = 'internet' | 'inside';

const tableTypes = ['aws_route_table', 'aws_default_route_table'];
const defaults = new Set(['0.0.0.0/0', '::/0']);
/** Attributes of a route's targets that are no internet gateway. */
export const insideTargets = [
  'nat_gateway_id',
  'transit_gateway_id',
  'network_interface_id',
  'vpc_peering_connection_id',
  'vpc_endpoint_id',
  'egress_only_gateway_id',
  'local_gateway_id',
  'core_network_arn',
];

function associationsOf(world: World): Join {
  return joinCompanions(world, { companion: 'aws_route_table_association', attribute: 'subnet_id', owners: ['aws_subnet'], identity: ['id'] });
}

function routesApart(world: World): Join {
  return joinCompanions(world, { companion: 'aws_route', attribute: 'route_table_id', owners: tableTypes, identity: ['id'] });
}

/** The default route of the table that a subnet is associated with; `undefined` where nothing tells. */
export function defaultRouteOf(world: World, subnet: Resource): DefaultRoute | undefined {
  const [association] = associationsOf(world).of(subnet);
  const table = association && tableOf(world, association);
  return table ? defaultRouteOfTable(world, table) : undefined;
}

/** The table that an association names, where it is one of this plan. */
export function tableOf(world: World, association: Resource): Resource | undefined {
  const { text } = readText(association, ['route_table_id']);
  if (text !== undefined) return tableTypes.map((type) => findBy(world, type, 'id', text)).find((table) => table !== undefined);
  const named = leavesOf(world, association, ['route_table_id']).flatMap(({ type, instances }) => (tableTypes.includes(type ?? '') ? instances : []));
  return named.length === 1 ? named[0] : undefined;
}

/** Where a table's default route leads; a table without one leads nowhere, which is inside. */
export function defaultRouteOfTable(world: World, table: Resource): DefaultRoute | undefined {
  const routes = defaultRoutesOf(world, table);
  if (routes === 'unknown') return undefined;
  const ways = routes.map(({ resource, path }) => targetOf(world, resource, path));
  if (ways.includes('internet')) return 'internet';
  if (ways.includes(undefined)) return undefined;
  return ways.length === 0 && routesApart(world).maybeOf(table) ? undefined : 'inside';
}

/** A route: a block of its table, or a resource of its own. */
export interface Route {
  readonly resource: Resource;
  readonly path: Path;
}

/** The default routes of a table; `unknown` where its inline routes are not told and it has some. */
export function defaultRoutesOf(world: World, table: Resource): readonly Route[] | 'unknown' {
  const inline = readBlocks(table, ['route']);
  const blocks = inline === 'unknown' ? [] : inline;
  const own = blocks.filter((path) => isDefault(table, [...path, 'cidr_block']) || isDefault(table, [...path, 'ipv6_cidr_block']));
  const apart = routesApart(world)
    .of(table)
    .filter((route) => isDefault(route, ['destination_cidr_block']) || isDefault(route, ['destination_ipv6_cidr_block']));
  return [...own.map((path) => ({ resource: table, path })), ...apart.map((resource) => ({ resource, path: [] }))];
}

function isDefault(resource: Resource, path: Path): boolean {
  return defaults.has(readText(resource, path).text ?? '');
}

/** Where a route leads. */
export function targetOf(world: World, resource: Resource, path: Path): DefaultRoute | undefined {
  const gateway = [...path, 'gateway_id'];
  const reading = readText(resource, gateway);
  if (reading.text !== undefined) return isInternetGateway(world, reading.text) ? 'internet' : 'inside';
  if (read(resource, [...path, 'carrier_gateway_id']).state === 'known') return 'internet';
  const leaves = leavesOf(world, resource, gateway);
  if (leaves.some(({ type }) => type === 'aws_internet_gateway')) return 'internet';
  if (leaves.length > 0) return leaves.every(({ type }) => type !== undefined) ? 'inside' : undefined;
  const others = insideTargets.filter((name) => read(resource, [...path, name]).state === 'known' || leavesOf(world, resource, [...path, name]).length > 0);
  return others.length > 0 ? 'inside' : undefined;
}

function isInternetGateway(world: World, id: string): boolean {
  return id.startsWith('igw-') || findBy(world, 'aws_internet_gateway', 'id', id) !== undefined;
}

/** Every default route of the plan with its table: the tables' own blocks, and routes of their own. */
export function routesToAnywhere(world: World): { readonly table: Resource; readonly route: Route }[] {
  return tableTypes
    .flatMap((type) => world.ofType(type))
    .flatMap((table) => {
      const routes = defaultRoutesOf(world, table);
      return routes === 'unknown' ? [] : routes.map((route) => ({ table, route }));
    });
}

const served = new WeakMap<World, ReadonlyMap<Resource, Resource[]>>();

/** The subnets that are associated with a table. */
export function subnetsServedBy(world: World, table: Resource): Resource[] {
  const known = served.get(world) ?? subnetsByTable(world);
  served.set(world, known);
  return known.get(table) ?? [];
}

function subnetsByTable(world: World): Map<Resource, Resource[]> {
  const associations = associationsOf(world);
  const byTable = new Map<Resource, Resource[]>();
  for (const subnet of world.ofType('aws_subnet')) {
    const tables = new Set(associations.of(subnet).flatMap((association) => tableOf(world, association) ?? []));
    for (const table of tables) byTable.set(table, [...(byTable.get(table) ?? []), subnet]);
  }
  return byTable;
}
