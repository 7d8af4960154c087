/** Databases have a replica in another zone. */
import { read, readFlag, readText, showValue } from '../../plan-facts/attributes.ts';
import { joinCompanions } from '../../plan-facts/companions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementByCompanions, judgementOf, type Rule } from '../../rule.ts';

/** Cluster type → its instances' type. */
const members: Readonly<Record<string, string>> = { aws_rds_cluster: 'aws_rds_cluster_instance', aws_docdb_cluster: 'aws_docdb_cluster_instance' };
const least = 2;

/** A cluster of RDS with an instance class of its own is spread by AWS. */
export const dbMultiAz: Rule = {
  id: 'db-multi-az',
  what: 'databases have replicas in another zone',
  why: [{ document: 'opta-aws-architecture', sentence: 'We now offer a multi_az option so that read replicas can be created in other az.' }],
  severity: 'warn',
  profiles: ['opta', 'strict'],
  remedy: 'multi_az = true',
  fails: 'multi_az = false',
  reads: {
    aws_db_instance: ['multi_az', 'replicate_source_db'],
    aws_rds_cluster: ['id', 'cluster_identifier', 'db_cluster_instance_class', 'engine_mode'],
    aws_docdb_cluster: ['id', 'cluster_identifier'],
    aws_rds_cluster_instance: ['cluster_identifier'],
    aws_docdb_cluster_instance: ['cluster_identifier'],
  },
  judge: (world) => [
    ...world
      .ofType('aws_db_instance')
      .filter((instance) => read(instance, ['replicate_source_db']).state === 'absent')
      .map((instance) => judgementOf(instance, judgeInstance(instance))),
    ...Object.entries(members).flatMap(([cluster, member]) => judgeClusters(world, cluster, member)),
  ],
};

function judgeInstance(instance: Resource): Fact {
  const flag = readFlag(instance, ['multi_az']);
  const evidence = showValue(instance, ['multi_az']);
  if (flag === 'true') return fine;
  return flag === 'unknown' ? uncertain('multi_az is known after apply', evidence) : failing('the database has no replica in another zone', evidence);
}

function judgeClusters(world: World, type: string, member: string): Judgement[] {
  const join = joinCompanions(world, { companion: member, attribute: 'cluster_identifier', owners: [type], identity: ['id', 'cluster_identifier'] });
  return world
    .ofType(type)
    .filter((cluster) => read(cluster, ['db_cluster_instance_class']).state !== 'known' && readText(cluster, ['engine_mode']).text !== 'serverless')
    .map((cluster) => {
      const own = join.of(cluster);
      const maybe = join.maybeOf(cluster);
      const evidence = own.map(({ address }) => address).join(', ') || `no ${member} of this plan`;
      if (own.length >= least) return judgementByCompanions(cluster, fine);
      const fact = maybe
        ? uncertain(`the cluster has ${own.length} known instances; ${maybe.address} may be another`, evidence)
        : failing(`the cluster has ${own.length} ${own.length === 1 ? 'instance' : 'instances'}; want ${least} at least`, evidence);
      return judgementByCompanions(cluster, fact);
    });
}
