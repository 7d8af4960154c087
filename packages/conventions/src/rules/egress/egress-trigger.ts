/** A finished export tells the egress queue. */
import { type Path, readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { bucketNames, joinToBuckets } from '../../plan-facts/buckets.ts';
import { egressItems, egressReads, holdsEgress, itemText } from '../../plan-facts/egress.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { policyReads } from '../../plan-facts/policies.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, type Rule } from '../../rule.ts';
import { judgeQueues } from './queue-policies.ts';

const flag = 'pipeline_success.flag';

/** Notifications to a queue with egress in its name, or on a bucket that an item names as its source. */
export const egressTrigger: Rule = {
  id: 'egress-trigger',
  what: 'the creation of pipeline_success.flag notifies the egress queue, and the queue lets S3 send',
  why: [{ document: 'dataworks-data-egress', sentence: 'New SQS item added on new pipeline_success.flag file upload with path to file as datasource' }],
  severity: 'error',
  profiles: ['dwp', 'strict'],
  remedy:
    'resource "aws_s3_bucket_notification" "published" {\n  bucket = aws_s3_bucket.published.id\n  queue {\n    queue_arn     = aws_sqs_queue.data_egress.arn\n    events        = ["s3:ObjectCreated:*"]\n    filter_suffix = "pipeline_success.flag"\n  }\n}',
  fails: 'queue {\n  queue_arn     = aws_sqs_queue.data_egress.arn\n  events        = ["s3:ObjectRemoved:*"]\n  filter_suffix = ".csv"\n}',
  reads: {
    ...egressReads,
    ...policyReads,
    aws_s3_bucket: bucketNames,
    aws_s3_bucket_notification: ['bucket', 'queue'],
    aws_sqs_queue: ['name', 'name_prefix', 'arn', 'id', 'url', 'policy'],
    aws_sqs_queue_policy: ['queue_url', 'policy'],
  },
  judge: (world) => {
    const sources = notificationsOfSources(world);
    const queues = new Set<Resource>();
    const judged = world.ofType('aws_s3_bucket_notification').flatMap((notification): Judgement[] => {
      const blocks = readBlocks(notification, ['queue']);
      const entries = blocks === 'unknown' ? [] : blocks.map((path) => entryOf(world, notification, path));
      const egress = entries.filter(({ isEgress }) => isEgress);
      if (egress.length === 0 && !sources.has(notification)) return [];
      const relevant = egress.length > 0 ? egress : entries;
      for (const { queue } of relevant) if (queue) queues.add(queue);
      const facts = blocks === 'unknown' ? [uncertain('the queues are known after apply', 'queue')] : judgeEntries(notification, relevant);
      return [{ resource: notification, address: notification.address, facts, byCompanions: true }];
    });
    return [...judged, ...judgeQueues(world, [...queues])];
  },
};

/** A block `queue` of a notification. */
interface Entry {
  readonly path: Path;
  /** The queue, where this plan holds it. */
  readonly queue: Resource | undefined;
  readonly isEgress: boolean;
}

function entryOf(world: World, notification: Resource, path: Path): Entry {
  const arn = [...path, 'queue_arn'];
  const { text } = readText(notification, arn);
  const name = text?.split(':').at(-1);
  const leaves = leavesOf(world, notification, arn).flatMap(({ type, instances }) => (type === 'aws_sqs_queue' ? instances : []));
  const known = world.ofType('aws_sqs_queue').find((queue) => text !== undefined && (queue.values['arn'] === text || queue.values['name'] === name));
  const queue = known ?? (leaves.length === 1 ? leaves[0] : undefined);
  return { path, queue, isEgress: holdsEgress(name ?? nameOfQueue(queue)) };
}

function nameOfQueue(queue: Resource | undefined): string | undefined {
  return queue && (readText(queue, ['name']).text ?? readText(queue, ['name_prefix']).text ?? queue.change.name);
}

/** The notifications of buckets that items name. */
function notificationsOfSources(world: World): ReadonlySet<Resource> {
  const names = new Set(egressItems(world).map((item) => itemText(item, 'source_bucket')));
  names.delete(undefined);
  if (names.size === 0) return new Set();
  const join = joinToBuckets(world, 'aws_s3_bucket_notification');
  const buckets = world.ofType('aws_s3_bucket').filter((bucket) => names.has(readText(bucket, ['bucket']).text));
  const direct = world.ofType('aws_s3_bucket_notification').filter((one) => names.has(readText(one, ['bucket']).text));
  return new Set([...direct, ...buckets.flatMap((bucket) => join.of(bucket))]);
}

/** One that is right is enough: others may be for other files. */
function judgeEntries(notification: Resource, entries: readonly Entry[]): Fact[] {
  if (entries.length === 0) return [failing('a source bucket of the egress table notifies no queue', 'no block queue')];
  const facts = entries.map(({ path }) => judgeEntry(notification, path));
  if (facts.some(({ verdict }) => verdict === 'pass')) return [fine];
  const open = facts.filter(({ verdict }) => verdict === 'unknown');
  return open.length > 0 ? open : facts;
}

function judgeEntry(notification: Resource, path: Path): Fact {
  const [suffix, events] = [
    [...path, 'filter_suffix'],
    [...path, 'events'],
  ];
  const reading = readText(notification, suffix);
  const evidence = `${showValue(notification, suffix)}; ${showValue(notification, events)}`;
  const created = createsAt(notification, events);
  const named = reading.state === 'unknown' ? 'unknown' : reading.text?.endsWith(flag) ? 'yes' : 'no';
  if (named === 'no')
    return failing(`the queue is not notified of ${flag} alone: filter_suffix is ${reading.text === undefined ? 'not set' : 'another'}`, evidence);
  if (created === 'no') return failing(`the queue is not notified of the creation of ${flag}`, evidence);
  return named === 'yes' && created === 'yes' ? fine : uncertain(`whether the queue is notified of ${flag} is known after apply`, evidence);
}

function createsAt(notification: Resource, path: Path): 'yes' | 'no' | 'unknown' {
  const paths = readBlocks(notification, path);
  if (paths === 'unknown') return 'unknown';
  const readings = paths.map((one) => readText(notification, one));
  if (readings.some(({ text }) => text?.startsWith('s3:ObjectCreated:'))) return 'yes';
  return readings.some(({ state }) => state === 'unknown') ? 'unknown' : 'no';
}
