/** Clusters, databases and brokers have alarms. */
import { alarmMetrics, alarmReads, indexAlarms, type Watch, type Watched, watchOf } from '../../plan-facts/alarm-metrics.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { type Fact, fine, type Judgement, judgementByCompanions, type Rule } from '../../rule.ts';

/** Namespaces and dimensions as AWS names them in the guides of each service. */
const watched: readonly Watched[] = [
  { type: 'aws_eks_cluster', namespaces: ['ContainerInsights', 'AWS/EKS'], dimension: 'ClusterName', identity: ['name', 'id'] },
  { type: 'aws_db_instance', namespaces: ['AWS/RDS'], dimension: 'DBInstanceIdentifier', identity: ['identifier', 'id'] },
  { type: 'aws_rds_cluster', namespaces: ['AWS/RDS'], dimension: 'DBClusterIdentifier', identity: ['cluster_identifier', 'id'] },
  { type: 'aws_msk_cluster', namespaces: ['AWS/Kafka'], dimension: 'Cluster Name', identity: ['cluster_name'] },
];

/** Told at what has no alarm. The instances of a cluster need none of their own. */
export const alarms: Rule = {
  id: 'alarms',
  what: 'EKS clusters, RDS databases and clusters, and MSK clusters have alarms',
  why: [{ document: 'banklitex-deployment-guideline', sentence: 'Alarms by AWS service … EKS Cluster … RDS … RDS Cluster … MSK (Kafka)' }],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy:
    'resource "aws_cloudwatch_metric_alarm" "cpu" {\n  namespace  = "AWS/RDS"\n  dimensions = { DBInstanceIdentifier = aws_db_instance.this.identifier }\n}',
  fails: 'resource "aws_db_instance" "this" {\n  identifier = "bank-db"\n}',
  reads: { ...alarmReads, ...Object.fromEntries(watched.map(({ type, identity }) => [type, identity])) },
  judge: (world) => {
    const metrics = alarmMetrics(world);
    return watched.flatMap((one) => {
      const index = indexAlarms(world, metrics, one);
      return world.ofType(one.type).map((resource): Judgement => {
        const fact = factOf(watchOf(index, resource), one);
        return judgementByCompanions(resource, fact);
      });
    });
  },
};

function factOf(watch: Watch, { namespaces, dimension }: Watched): Fact {
  if (watch.state === 'yes') return fine;
  const wanted = `${dimension} in ${namespaces.join(' or ')}`;
  if (watch.state === 'maybe') return uncertain('whether an alarm watches it is known after apply', `${watch.alarm.address} may have ${wanted}`);
  return failing('no alarm watches it', `no aws_cloudwatch_metric_alarm of this plan has ${wanted}`);
}
