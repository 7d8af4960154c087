/** The system database. */
import { databaseName, parseDatabaseName } from '../../names.ts';
import { readText, showValue } from '../../plan-facts/attributes.ts';
import { clusterNames, clusterReads } from '../../plan-facts/clusters.ts';
import { uncertain } from '../../plan-facts/flags.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { eachResource, type Fact, type Rule } from '../../rule.ts';
import { judgeName, type NameForm } from './judge-name.ts';

const identifiers: Readonly<Record<string, string>> = { aws_db_instance: 'identifier', aws_rds_cluster: 'cluster_identifier' };

/** Without a cluster to name it after, any `<name>-db` will do. RDS keeps identifiers in lower case. */
export const nameRds: Rule = {
  id: 'name-rds',
  what: 'databases are named <cluster>-db',
  why: [{ document: 'mediationzone-on-aws', sentence: 'The RDS resource gets the name "[EKS-CLUSTER-ANME]-db".' }],
  severity: 'warn',
  profiles: ['mz', 'strict'],
  remedy: 'identifier = "$' + '{aws_eks_cluster.this.name}-db"',
  fails: 'identifier = "systemdb"',
  reads: {
    ...clusterReads,
    aws_db_instance: ['identifier', 'identifier_prefix', 'replicate_source_db'],
    aws_rds_cluster: ['cluster_identifier', 'cluster_identifier_prefix'],
  },
  judge: eachResource(Object.keys(identifiers), (resource, world) => [judgeDatabase(resource, world)]),
};

function judgeDatabase(resource: Resource, world: World): Fact {
  const { names, open } = clusterNames(world);
  const wanted = names.flatMap((cluster) => {
    const built = databaseName(cluster);
    return built.ok ? [built.name, built.name.toLowerCase()] : [];
  });
  const attribute = identifiers[resource.type] ?? 'identifier';
  const any = wanted.length === 0;
  const hasForm = (name: string) => parseDatabaseName(name) !== undefined;
  const form: NameForm = {
    form: any ? '<cluster>-db' : [...new Set(wanted)].join(' or '),
    fits: (name) => (any ? hasForm(name) : wanted.includes(name)),
    canBecome: (prefix) => any || open || wanted.some((name) => name.startsWith(prefix)),
  };
  const fact = judgeName(resource, form, attribute, `${attribute}_prefix`);
  const name = readText(resource, [attribute]).text;
  if (!open || name === undefined || wanted.includes(name) || !hasForm(name)) return fact;
  return uncertain('the database may be named after a cluster whose name is known after apply', showValue(resource, [attribute]));
}
