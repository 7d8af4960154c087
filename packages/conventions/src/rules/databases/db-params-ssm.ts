/** How to reach a database is published as a parameter. */
import { readText } from '../../plan-facts/attributes.ts';
import { failing } from '../../plan-facts/flags.ts';
import { type Leaf, leavesOf } from '../../plan-facts/references.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { fine, type Rule } from '../../rule.ts';
import { mediationItem } from '../documents.ts';

const types = ['aws_db_instance', 'aws_rds_cluster'];
const addresses = new Set(['address', 'endpoint', 'reader_endpoint', 'id', 'identifier', 'cluster_identifier', 'port', 'db_name', 'arn']);

/** A parameter that leads to the database, or has its name. */
export const dbParamsSsm: Rule = {
  id: 'db-params-ssm',
  what: 'the connection of each database is published as an SSM parameter',
  why: [mediationItem('SSM RDS Parameters')],
  severity: 'info',
  profiles: ['mz', 'strict'],
  remedy: 'resource "aws_ssm_parameter" "database" {\n  name  = "/mz/database/endpoint"\n  type  = "String"\n  value = aws_db_instance.this.endpoint\n}',
  fails: 'resource "aws_db_instance" "this" {\n  identifier = "mz-db"\n}',
  reads: {
    aws_db_instance: ['identifier', 'address', 'endpoint'],
    aws_rds_cluster: ['cluster_identifier', 'endpoint'],
    aws_ssm_parameter: ['name', 'value', 'insecure_value'],
  },
  judge: (world) => {
    const published = publishedDatabases(world);
    const names = world
      .ofType('aws_ssm_parameter')
      .flatMap((parameter) => readText(parameter, ['name']).text ?? [])
      .join('\n');
    return types
      .flatMap((type) => world.ofType(type))
      .map((database) => {
        const identifier = readText(database, ['identifier']).text ?? readText(database, ['cluster_identifier']).text;
        const named = identifier !== undefined && names.includes(identifier);
        const facts = [published.has(database) || named ? fine : failing('no parameter tells how to reach the database', 'no aws_ssm_parameter leads to it')];
        return { resource: database, address: database.address, facts, byCompanions: true };
      });
  },
};

function publishedDatabases(world: World): Set<Resource> {
  const values = connectionValues(world);
  return new Set(
    world.ofType('aws_ssm_parameter').flatMap((parameter) =>
      ['value', 'insecure_value'].flatMap((name) => {
        const known = values.get(readText(parameter, [name]).text ?? '');
        const led = leavesOf(world, parameter, [name]).flatMap((leaf) => (isConnection(leaf) ? leaf.instances : []));
        return known ? [known, ...led] : led;
      }),
    ),
  );
}

function isConnection({ type, attribute }: Leaf): boolean {
  return types.includes(type ?? '') && (attribute === undefined || addresses.has(attribute));
}

/** Addresses that are known already. */
function connectionValues(world: World): Map<string, Resource> {
  const databases = types.flatMap((type) => world.ofType(type));
  return new Map(
    databases.flatMap((database) =>
      ['address', 'endpoint'].flatMap((name) => (typeof database.values[name] === 'string' ? [[database.values[name], database] as const] : [])),
    ),
  );
}
