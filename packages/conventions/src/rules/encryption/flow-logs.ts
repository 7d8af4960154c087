/** Each VPC has a flow log to an encrypted bucket. */
import { readText, showValue } from '../../plan-facts/attributes.ts';
import { type Join, joinCompanions } from '../../plan-facts/companions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementByCompanions, type Rule } from '../../rule.ts';
import { judgeBucket, s3Encrypted } from './s3-encrypted.ts';
import { bankKeyRow } from './sources.ts';

const logType = 'aws_flow_log';

/** A flow log of a subnet or an interface does not cover its VPC: only `vpc_id` joins. */
export const flowLogs: Rule = {
  id: 'flow-logs',
  what: 'each VPC has a flow log to an encrypted bucket',
  why: [bankKeyRow('shared-service-flowlog-s3', 'Flow logs S3')],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy:
    'resource "aws_flow_log" "<vpc>" {\n  vpc_id               = aws_vpc.<vpc>.id\n  traffic_type         = "ALL"\n  log_destination_type = "s3"\n  log_destination      = aws_s3_bucket.<logs>.arn\n}',
  fails: 'resource "aws_flow_log" "<vpc>" {\n  vpc_id               = aws_vpc.<vpc>.id\n  log_destination_type = "cloud-watch-logs"\n}',
  reads: { ...s3Encrypted.reads, aws_vpc: ['id'], [logType]: ['vpc_id', 'log_destination_type', 'log_destination'] },
  judge: (world) => {
    const join = joinCompanions(world, { companion: logType, attribute: 'vpc_id', owners: ['aws_vpc'], identity: ['id'] });
    return world.ofType('aws_vpc').flatMap((vpc) => judgeVpc(world, vpc, join));
  },
};

function judgeVpc(world: World, vpc: Resource, join: Join): Judgement[] {
  const logs = join.of(vpc);
  if (logs.length === 0) return [judgementByCompanions(vpc, withoutLog(join.maybeOf(vpc)))];
  return logs.map((log) => judgementByCompanions(log, judgeDestination(world, log)));
}

function withoutLog(maybe: Resource | undefined): Fact {
  if (!maybe) return failing('the VPC has no flow log', `no ${logType} of this plan names the VPC`);
  return uncertain('whether the VPC has a flow log is known after apply', `${maybe.address} may be this VPC's: ${showValue(maybe, ['vpc_id'])}`);
}

function judgeDestination(world: World, log: Resource): Fact {
  const type = readText(log, ['log_destination_type']);
  if (type.state === 'unknown') return uncertain('log_destination_type is known after apply', showValue(log, ['log_destination_type']));
  if (type.text !== 's3') return failing(`the flow log goes to ${type.text ?? 'cloud-watch-logs'}, not to a bucket`, showValue(log, ['log_destination_type']));
  const evidence = showValue(log, ['log_destination']);
  const bucket = findBucket(world, log);
  if (!bucket) return uncertain('the bucket of the flow log is not in this plan', evidence);
  const verdict = judgeBucket(world, bucket, 'aws:kms');
  if (verdict === 'pass') return fine;
  return { verdict, message: `${bucket.address} is ${verdict === 'fail' ? 'not encrypted by s3-encrypted' : 'not proven to be encrypted'}`, evidence };
}

function findBucket(world: World, log: Resource): Resource | undefined {
  const { text } = readText(log, ['log_destination']);
  if (text !== undefined) {
    const name = /^arn:[^:]+:s3:::([^/]+)/.exec(text)?.[1];
    return world.ofType('aws_s3_bucket').find((bucket) => name !== undefined && readText(bucket, ['bucket']).text === name);
  }
  const buckets = leavesOf(world, log, ['log_destination']).flatMap(({ type, instances }) => (type === 'aws_s3_bucket' ? instances : []));
  return buckets.length === 1 ? buckets[0] : undefined;
}
