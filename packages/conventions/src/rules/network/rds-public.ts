/** Databases and brokers have no public address. */
import { type Path, readBlocks, readFlag, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementOf, type Rule } from '../../rule.ts';
import { optaPrivate, systemPrivate } from './sources.ts';

const instances = ['aws_db_instance', 'aws_rds_cluster_instance'];
const brokers = 'broker_node_group_info';

/** AWS's default is no public address. */
export const rdsPublic: Rule = {
  id: 'rds-public',
  what: 'databases and brokers are not publicly accessible',
  why: [optaPrivate, systemPrivate],
  severity: 'error',
  profiles: ['opta', 'sysdesign2', 'strict'],
  remedy: 'publicly_accessible = false',
  fails: 'publicly_accessible = true',
  reads: { aws_db_instance: ['publicly_accessible'], aws_rds_cluster_instance: ['publicly_accessible'], aws_msk_cluster: [brokers] },
  judge: (world) => [
    ...instances.flatMap((type) => world.ofType(type).map((one) => judgementOf(one, judgeFlag(one)))),
    ...world.ofType('aws_msk_cluster').map((cluster) => judgementOf(cluster, judgeBrokers(cluster))),
  ],
};

function judgeFlag(instance: Resource): Fact {
  const path = ['publicly_accessible'];
  const flag = readFlag(instance, path);
  if (flag === 'true') return failing('the instance is publicly accessible', showValue(instance, path));
  return flag === 'unknown' ? uncertain('publicly_accessible is known after apply', showValue(instance, path)) : fine;
}

function judgeBrokers(cluster: Resource): Fact {
  let paths: Path[] = [[brokers]];
  for (const name of ['', 'connectivity_info', 'public_access']) {
    const blocks = paths.map((path) => readBlocks(cluster, name === '' ? path : [...path, name]));
    if (blocks.includes('unknown'))
      return uncertain('public_access is known after apply', showValue(cluster, name === '' ? [brokers] : [...(paths[0] ?? []), name]));
    paths = blocks.flatMap((list) => (list === 'unknown' ? [] : list));
  }
  for (const path of paths) {
    const reading = readText(cluster, [...path, 'type']);
    const evidence = showValue(cluster, [...path, 'type']);
    if (reading.state === 'unknown') return uncertain('the type of public access is known after apply', evidence);
    if (reading.text !== undefined && reading.text !== 'DISABLED') return failing('the brokers have public addresses', evidence);
  }
  return fine;
}
