/** How to reach a database is published as a parameter. */
import { readText } from '../../plan-facts/attributes.ts';
import { failing } from '../../plan-facts/flags.ts';
import { leavesOf } from '../../plan-facts/references.ts';
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
    const names = world.ofType('aws_ssm_parameter').flatMap((parameter) => readText(parameter, ['name']).text ?? []);
    return types
      .flatMap((type) => world.ofType(type))
      .map((database) => {
        const identifier = readText(database, ['identifier']).text ?? readText(database, ['cluster_identifier']).text;
        const named = identifier !== undefined && names.some((name) => name.includes(identifier));
        const facts = [published.has(database) || named ? fine : failing('no parameter tells how to reach the database', 'no aws_ssm_parameter leads to it')];
        return { resource: database, address: database.address, facts, byCompanions: true };
      });
  },
};

function publishedDatabases(world: World): Set<Resource> {
  const found = new Set<Resource>();
  const values = new Map<string, Resource>();
  for (const database of types.flatMap((type) => world.ofType(type)))
    for (const name of ['address', 'endpoint']) if (typeof database.values[name] === 'string') values.set(database.values[name], database);
  for (const parameter of world.ofType('aws_ssm_parameter')) {
    for (const name of ['value', 'insecure_value']) {
      const known = values.get(readText(parameter, [name]).text ?? '');
      if (known) found.add(known);
      for (const { type, attribute, instances } of leavesOf(world, parameter, [name]))
        if (types.includes(type ?? '') && (attribute === undefined || addresses.has(attribute))) for (const instance of instances) found.add(instance);
    }
  }
  return found;
}
