/** Rules that people write themselves. */
import { describe, expect, it } from 'vitest';
import { chooseRules, judgePlan, type Locate, readConventions, selectionFor } from '../src/index.ts';
import { verdicts } from './judge-one.ts';
import { constant, type PlanSpec, planOf, ref } from './plan-builder.ts';

const locate: Locate = () => ({ file: 'conventions.yaml', line: 1, column: 1 });

function judge(rule: object, spec: PlanSpec) {
  const { conventions, mistakes } = readConventions({ version: 1, 'own-rules': { 'bank-own': rule } }, locate);
  expect(mistakes).toEqual([]);
  const chosen = chooseRules({ profiles: [], only: ['bank-own'], settings: new Map(), own: conventions.ownRules });
  expect(selectionFor(chosen).attributes('aws_nothing')).toBeUndefined();
  return judgePlan(planOf(spec), chosen);
}

const queue = (after: object, more: object = {}): PlanSpec => ({
  resources: [{ address: 'aws_sqs_queue.q', after: after as Record<string, unknown>, ...more }],
});
const must = (...demands: object[]) => ({ what: 'queues are right', where: { type: 'aws_sqs_queue' }, must: demands });

describe('a demand of an attribute', () => {
  it.each([
    ['equal', { equal: 604_800 }, { message_retention_seconds: 604_800 }, true],
    ['equal, as a text', { equal: '604800' }, { message_retention_seconds: 604_800 }, true],
    ['equal, other', { equal: 1 }, { message_retention_seconds: 604_800 }, false],
    ['equal, absent', { equal: 1 }, {}, false],
    ['in', { in: [1, 2] }, { message_retention_seconds: 2 }, true],
    ['in, other', { in: [1, 2] }, { message_retention_seconds: 3 }, false],
    ['match', { match: '^6' }, { message_retention_seconds: 604_800 }, true],
    ['match, other', { match: '^7' }, { message_retention_seconds: 604_800 }, false],
    ['at least', { 'at-least': 10 }, { message_retention_seconds: 10 }, true],
    ['at least, less', { 'at-least': 10 }, { message_retention_seconds: 9 }, false],
    ['at most', { 'at-most': 10 }, { message_retention_seconds: 10 }, true],
    ['at most, more', { 'at-most': 10 }, { message_retention_seconds: 11 }, false],
    ['at most, no number', { 'at-most': 10 }, { message_retention_seconds: 'x' }, false],
    ['set', { set: true }, { message_retention_seconds: 0 }, true],
    ['set, empty', { set: true }, { message_retention_seconds: '' }, false],
    ['not set', { set: false }, { message_retention_seconds: null }, true],
    ['not set, but is', { set: false }, { message_retention_seconds: 1 }, false],
  ])('%s', (_name, condition, after, passes) => {
    const findings = judge(must({ attribute: 'message_retention_seconds', ...condition }), queue(after));
    expect(verdicts(findings)).toEqual(passes ? [] : ['fail aws_sqs_queue.q']);
  });

  it('is unknown where apply tells', () => {
    const findings = judge(must({ attribute: 'policy', match: 'x' }), queue({}, { unknown: { policy: true } }));
    expect(verdicts(findings)).toEqual(['unknown aws_sqs_queue.q']);
    expect(findings[0]?.message).toContain('a match of x');
  });

  it('asks each block, and each element of a list', () => {
    const rule = { what: 'rules are on', where: { type: 'aws_s3_bucket_lifecycle_configuration' }, must: [{ attribute: 'rule.status', equal: 'Enabled' }] };
    const with_ = (...status: string[]): PlanSpec => ({
      resources: [{ address: 'aws_s3_bucket_lifecycle_configuration.l', after: { rule: status.map((one) => ({ status: one })) } }],
    });
    expect(judge(rule, with_('Enabled', 'Enabled'))).toEqual([]);
    expect(verdicts(judge(rule, with_('Enabled', 'Disabled')))).toEqual(['fail aws_s3_bucket_lifecycle_configuration.l']);
    expect(verdicts(judge(rule, with_()))).toEqual(['fail aws_s3_bucket_lifecycle_configuration.l']);
    const first = { ...rule, must: [{ attribute: 'rule[0].status', equal: 'Enabled' }] };
    expect(judge(first, with_('Enabled', 'Disabled'))).toEqual([]);
  });

  it('never shows a sensitive value', () => {
    const findings = judge(must({ attribute: 'policy', equal: 'x' }), queue({ policy: 'hush' }, { sensitive: { policy: true } }));
    expect(JSON.stringify(findings)).not.toContain('hush');
  });
});

describe('a demand of a reference', () => {
  const rule = must({ attribute: 'kms_master_key_id', reference: ['aws_kms_key', 'aws_kms_alias'] });
  const key = { address: 'aws_kms_key.k', after: { arn: 'arn:aws:kms:eu-central-1:111122223333:key/1' }, unknown: {} };
  it.each([
    ['an expression that leads there', { unknown: { kms_master_key_id: true }, expressions: { kms_master_key_id: ref('aws_kms_key.k.arn') } }, {}, []],
    ['a known ARN of the plan', {}, { kms_master_key_id: key.after.arn }, []],
    ['a literal', { expressions: { kms_master_key_id: constant('alias/x') } }, { kms_master_key_id: 'alias/x' }, ['fail aws_sqs_queue.q']],
    ['another type', { unknown: { kms_master_key_id: true }, expressions: { kms_master_key_id: ref('aws_sns_topic.t.arn') } }, {}, ['fail aws_sqs_queue.q']],
    ['a local', { unknown: { kms_master_key_id: true }, expressions: { kms_master_key_id: ref('local.key') } }, {}, ['unknown aws_sqs_queue.q']],
  ])('%s', (_name, more, after, expected) => {
    const spec: PlanSpec = { resources: [{ address: 'aws_sqs_queue.q', after, ...more }, key, { address: 'aws_sns_topic.t' }] };
    expect(verdicts(judge(rule, spec))).toEqual(expected);
  });
});

describe('a demand of a companion', () => {
  const rule = must({ companion: 'aws_sqs_queue_policy', by: 'queue_url', identity: ['url', 'id'], attributes: { policy: { match: 'Deny' } } });
  const policy = (text: string, url = 'https://q') => ({ address: 'aws_sqs_queue_policy.p', after: { queue_url: url, policy: text } });
  it.each([
    ['right', policy('Deny'), []],
    ['wrong', policy('Allow'), ['fail aws_sqs_queue.q']],
    ['of another', policy('Deny', 'https://other'), ['fail aws_sqs_queue.q']],
    ['perhaps its own', { address: 'aws_sqs_queue_policy.p', after: { policy: 'Deny' }, unknown: { queue_url: true } }, ['unknown aws_sqs_queue.q']],
  ])('%s', (_name, companion, expected) => {
    const spec: PlanSpec = { resources: [{ address: 'aws_sqs_queue.q', after: { url: 'https://q' } }, companion] };
    expect(verdicts(judge(rule, spec))).toEqual(expected);
  });
});

describe('where', () => {
  const rule = {
    what: 'x',
    severity: 'warn',
    where: { type: 'aws_sqs_queue', attributes: { fifo_queue: { equal: true } } },
    must: [{ attribute: 'policy', set: true }],
  };
  it('leaves out what it does not choose, and doubts what it may choose', () => {
    expect(judge(rule, queue({ fifo_queue: false }))).toEqual([]);
    expect(judge(rule, queue({ fifo_queue: 'true' }))).toMatchObject([{ verdict: 'fail', severity: 'warn', rule: 'bank-own' }]);
    expect(verdicts(judge(rule, queue({}, { unknown: { fifo_queue: true } })))).toEqual(['unknown aws_sqs_queue.q']);
    expect(judge(rule, queue({ policy: 'p' }, { unknown: { fifo_queue: true } }))).toEqual([]);
  });
});

describe('the file', () => {
  it('may not take an id of the table, nor a pattern that is none', () => {
    const { mistakes, conventions } = readConventions(
      {
        version: 1,
        'own-rules': {
          'rds-cmk': must({ attribute: 'a', set: true }),
          'bad-one': must({ attribute: 'a', match: '(' }),
          'off-one': { ...must({ attribute: 'a', set: true }), severity: 'off' },
        },
      },
      locate,
    );
    expect(mistakes.map(({ code }) => code)).toEqual(['taken-rule', 'wrong-value']);
    expect(conventions.ownRules).toEqual([]);
  });

  const right = must({ attribute: 'a', set: true });
  it.each([
    ['a word', 'error'],
    ['nothing', null],
    ['no where', { ...right, where: undefined }],
    ['no type', { ...right, where: { typ: 'aws_sqs_queue' } }],
    ['a condition that is none', { ...right, where: { type: 'aws_sqs_queue', attributes: { a: 1 } } }],
    ['conditions that are none', { ...right, where: { type: 'aws_sqs_queue', attributes: 'a' } }],
    ['one demand for a list', { ...right, must: { attribute: 'a', set: true } }],
    ['a demand that is none', must('a' as unknown as object)],
    ['no attribute', must({ atribute: 'a', set: true })],
    ['a reference that is none', must({ attribute: 'a', reference: 3 })],
    ['a companion without by', must({ companion: 'aws_sqs_queue_policy' })],
    ['a companion that is none', must({ companion: 3, by: 'queue_url' })],
  ])('leaves a rule of wrong form to the schema: %s', (_what, rule) => {
    const { mistakes, conventions } = readConventions({ version: 1, 'own-rules': { 'bank-own': rule } }, locate);
    expect([mistakes, conventions.ownRules, conventions.ownIds]).toEqual([[], [], ['bank-own']]);
  });
});
