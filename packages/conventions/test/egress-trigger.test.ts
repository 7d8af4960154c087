/** pipeline_success.flag reaches the egress queue. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const arn = 'arn:aws:sqs:eu-west-2:111122223333:data-egress';
const entry = (more: Json = {}): Json => ({ queue_arn: arn, events: ['s3:ObjectCreated:*'], filter_suffix: 'pipeline_success.flag', ...more });
const notification = (queue: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aws_s3_bucket_notification.n',
  after: { bucket: 'published', queue },
  ...more,
});
const allow = (more: Json = {}) =>
  JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*', ...more }] });
const queue = (more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aws_sqs_queue.q',
  after: { name: 'data-egress', arn, policy: allow() },
  ...more,
});
const plain = queue({ after: { name: 'data-egress', arn }, unknown: { policy: true, id: true } });
const policy = (text: string, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aws_sqs_queue_policy.p',
  after: { policy: text },
  unknown: { queue_url: true },
  expressions: { queue_url: ref('aws_sqs_queue.q.id') },
  ...more,
});
const item: ResourceSpec = {
  address: 'aws_dynamodb_table_item.a',
  after: { table_name: 'data-egress', item: JSON.stringify({ source_bucket: { S: 'published' } }) },
};
const other = entry({ queue_arn: 'arn:aws:sqs:eu-west-2:111122223333:thumbnails' });
const failsN = ['fail aws_s3_bucket_notification.n'];
const unknownN = ['unknown aws_s3_bucket_notification.n'];

const suffixes: [suffix: unknown, ok: boolean][] = [
  ['pipeline_success.flag', true],
  ['/pipeline_success.flag', true],
  ['pipeline_failure.flag', false],
  ['.csv', false],
  ['', false],
  [null, false],
];
const events: [events: unknown, ok: boolean][] = [
  [['s3:ObjectCreated:*'], true],
  [['s3:ObjectCreated:Put', 's3:ObjectRemoved:*'], true],
  [['s3:ObjectRemoved:*'], false],
  [[], false],
];

describe('the notification', () => {
  judgeCases('egress-trigger', [
    ...suffixes.map(([filter_suffix, ok]): Case => [`suffix ${filter_suffix}`, [notification([entry({ filter_suffix })])], ok ? [] : failsN]),
    ...events.map(([list, ok]): Case => [`events ${JSON.stringify(list)}`, [notification([entry({ events: list })])], ok ? [] : failsN]),
    ['one right entry among others', [notification([entry({ filter_suffix: '.csv' }), entry()])], []],
    ['the flag goes to another queue', [notification([entry({ filter_suffix: '.csv' }), other])], failsN],
    ['no egress queue and no item', [notification([{ ...other, filter_suffix: '.jpg' }])], []],
    ['another queue on the source bucket of an item', [notification([{ ...other, filter_suffix: '.jpg' }]), item], failsN],
    ['another queue on the source bucket, with the flag', [notification([other]), item], []],
    ['no queue on the source bucket', [notification([]), item], failsN],
    [
      'the source bucket by reference',
      [
        { address: 'aws_s3_bucket.b', after: { bucket: 'published' } },
        notification([{ ...other, events: [] }], {
          after: { queue: [{ ...other, events: [] }] },
          unknown: { bucket: true },
          expressions: { bucket: ref('aws_s3_bucket.b.id') },
        }),
        item,
      ],
      failsN,
    ],
    ['a suffix that apply tells', [notification([entry({ filter_suffix: null })], { unknown: { queue: [{ filter_suffix: true }] } })], unknownN],
    ['events that apply tells', [notification([entry({ events: null })], { unknown: { queue: [{ events: true }] } })], unknownN],
    ['queues that apply tells, on a source bucket', [notification(null, { unknown: { queue: true } }), item], unknownN],
    ['queues that apply tells, elsewhere', [notification(null, { unknown: { queue: true } })], []],
    [
      'a queue by reference',
      [
        queue({ after: { name: 'data-egress', policy: allow() } }),
        notification([entry({ queue_arn: null, filter_suffix: '.csv' })], {
          unknown: { queue: [{ queue_arn: true }] },
          expressions: { queue: [{ queue_arn: ref('aws_sqs_queue.q.arn') }] },
        }),
      ],
      failsN,
    ],
  ]);

  it('tells what was there before', () => {
    const wrong = notification([entry({ events: [] })]);
    expect(brought('egress-trigger', wrong)).toEqual(['true aws_s3_bucket_notification.n']);
    expect(brought('egress-trigger', { ...wrong, actions: ['no-op'] })).toEqual(['false aws_s3_bucket_notification.n']);
    expect(brought('egress-trigger', { ...wrong, actions: ['update'], before: notification([entry()]).after ?? null })).toEqual([
      'true aws_s3_bucket_notification.n',
    ]);
  });
});

describe('the queue policy', () => {
  const ok = notification([entry()]);
  judgeCases('egress-trigger', [
    ['of the queue itself', [ok, queue()], []],
    ['none', [ok, plain], ['fail aws_sqs_queue.q']],
    ['a companion', [ok, plain, policy(allow())], []],
    ['a companion for everybody', [ok, plain, policy(allow({ Principal: '*', Action: 'SQS:*' }))], []],
    ['a companion for another service', [ok, plain, policy(allow({ Principal: { Service: 'sns.amazonaws.com' } }))], ['fail aws_sqs_queue_policy.p']],
    ['a companion for receiving', [ok, plain, policy(allow({ Action: 'sqs:ReceiveMessage' }))], ['fail aws_sqs_queue_policy.p']],
    ['a companion that denies', [ok, plain, policy(allow({ Effect: 'Deny' }))], ['fail aws_sqs_queue_policy.p']],
    ['a companion that apply tells', [ok, plain, policy('', { after: {}, unknown: { policy: true, queue_url: true } })], ['unknown aws_sqs_queue_policy.p']],
    [
      'a companion of another queue',
      [ok, plain, policy(allow(), { after: { policy: allow(), queue_url: 'https://other' }, unknown: {}, expressions: {} })],
      ['fail aws_sqs_queue.q'],
    ],
    ['a companion that may be anyone’s', [ok, plain, policy(allow(), { expressions: { queue_url: ref('local.url') } })], ['unknown aws_sqs_queue.q']],
    ['its own that is wrong', [ok, queue({ after: { name: 'data-egress', arn, policy: allow({ Action: 'sqs:Get*' }) } })], ['fail aws_sqs_queue.q']],
    ['its own that apply tells', [ok, { ...plain, expressions: { policy: ref('local.policy') } }], ['unknown aws_sqs_queue.q']],
    ['a queue that nobody notifies', [plain], []],
    ['a queue of another stack', [ok], []],
  ]);

  it('is brought by taking the policy away', () => {
    const gone = policy(allow(), { after: null, before: { policy: allow(), queue_url: 'https://q' }, actions: ['delete'] });
    const stays = (spec: ResourceSpec): ResourceSpec => ({ ...spec, actions: ['no-op'], unknown: {} });
    const q = stays(queue({ after: { name: 'data-egress', arn, id: 'https://q' } }));
    expect(brought('egress-trigger', stays(ok), q, gone)).toEqual(['true aws_sqs_queue.q']);
    expect(judgeOne('egress-trigger', { resources: [stays(ok), q] })[0]).toMatchObject({ introduced: false });
  });
});
