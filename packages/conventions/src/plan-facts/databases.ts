/** Databases, the security groups they use, and the ports of their engines. */
import { readText } from './attributes.ts';
import { type GroupKey, groupsAt } from './group-users.ts';
import type { Resource, World } from './world.ts';

/** Type → the attribute with its groups. */
const groupLists: Readonly<Record<string, string>> = {
  aws_db_instance: 'vpc_security_group_ids',
  aws_rds_cluster: 'vpc_security_group_ids',
  aws_docdb_cluster: 'vpc_security_group_ids',
  aws_elasticache_cluster: 'security_group_ids',
  aws_elasticache_replication_group: 'security_group_ids',
  aws_elasticache_serverless_cache: 'security_group_ids',
  aws_memorydb_cluster: 'security_group_ids',
};

/** What finding databases' groups reads. */
export const databaseReads: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(groupLists).map(([type, list]) => [type, [list, 'port', 'engine']]),
);

/** Default ports by engine (AWS user guides). */
const enginePorts: readonly (readonly [RegExp, number])[] = [
  [/postgres/, 5432],
  [/mysql|maria|^aurora$/, 3306],
  [/docdb/, 27_017],
  [/redis|valkey/, 6379],
  [/memcached/, 11_211],
  [/oracle/, 1521],
  [/sqlserver/, 1433],
];
const typePorts: Readonly<Record<string, number>> = {
  aws_docdb_cluster: 27_017,
  aws_elasticache_cluster: 6379,
  aws_elasticache_replication_group: 6379,
  aws_elasticache_serverless_cache: 6379,
  aws_memorydb_cluster: 6379,
};

/** A group that databases use. */
export interface DatabaseGroup {
  readonly ports: Set<number>;
  /** True where a database's port is not told. */
  open: boolean;
  /** Addresses of the databases. */
  readonly users: string[];
}

/** The groups that databases of the plan use. */
export function databaseGroups(world: World): ReadonlyMap<GroupKey, DatabaseGroup> {
  const found = new Map<GroupKey, DatabaseGroup>();
  for (const [type, list] of Object.entries(groupLists)) {
    for (const database of world.ofType(type)) {
      const port = portOf(database);
      for (const group of groupsAt(world, database, [list]).keys) {
        const entry = found.get(group) ?? { ports: new Set<number>(), open: false, users: [] };
        if (port === undefined) entry.open = true;
        else entry.ports.add(port);
        entry.users.push(database.address);
        found.set(group, entry);
      }
    }
  }
  return found;
}

/** The port as it is told, else the engine's own. */
function portOf(database: Resource): number | undefined {
  const { text } = readText(database, ['port']);
  if (text !== undefined) return Number(text);
  const engine = readText(database, ['engine']).text;
  return enginePorts.find(([pattern]) => pattern.test(engine ?? ''))?.[1] ?? typePorts[database.type];
}
