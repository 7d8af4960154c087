/** Kafka runs on three brokers in three zones. */
import { readText, showValue, tell } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { subnetReads, subnetsAt } from '../../plan-facts/subnets.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';

const brokers = ['number_of_broker_nodes'];
const subnets = ['broker_node_group_info', 0, 'client_subnets'];
const least = 3;

/** MSK wants each client subnet in a zone of its own. */
export const mskHa: Rule = {
  id: 'msk-ha',
  what: 'MSK has at least three brokers over three zones',
  why: [{ document: 'banklitex-deployment-guideline', sentence: 'MSK is provided in HA mode.' }],
  severity: 'error',
  profiles: ['bank', 'strict'],
  remedy: 'number_of_broker_nodes = 3\n\nbroker_node_group_info {\n  client_subnets = values(aws_subnet.private)[*].id\n}',
  fails: 'number_of_broker_nodes = 2',
  reads: { ...subnetReads, aws_msk_cluster: ['number_of_broker_nodes', 'broker_node_group_info'] },
  judge: eachResource(['aws_msk_cluster'], (cluster, world) => [judgeBrokers(cluster), judgeZones(cluster, world)]),
};

function judgeBrokers(cluster: Resource): Fact {
  const reading = readText(cluster, brokers);
  const evidence = showValue(cluster, brokers);
  if (reading.state === 'unknown') return uncertain('the number of brokers is known after apply', evidence);
  return Number(reading.text ?? 0) >= least ? fine : failing(`there are ${tell(cluster, brokers)} brokers; want ${least} at least`, evidence);
}

function judgeZones(cluster: Resource, world: World): Fact {
  const { subnets: named, complete, evidence } = subnetsAt(world, cluster, subnets);
  const count = new Set(named.map(({ name }) => name)).size;
  if (count >= least) return fine;
  // A reference without a key may stand for more subnets than the plan can count.
  if (!complete || named.some(({ name }) => name.includes('.') && readText(cluster, [...subnets, 0]).text === undefined))
    return uncertain('the subnets of the brokers are known after apply', evidence);
  return failing(`the brokers stand in ${count} zones; want ${least} at least`, evidence);
}
