/** Following an unknown key through variables, outputs, for_each and modules. */
import { describe, expect, it } from 'vitest';
import { judgeOne, verdicts } from './judge-one.ts';
import { constant, type ModuleSpec, type PlanSpec, type ResourceSpec, ref } from './plan-builder.ts';

const queue = (address: string, expression: unknown, forEach?: unknown): ResourceSpec => ({
  address,
  unknown: { kms_master_key_id: true },
  expressions: { kms_master_key_id: expression },
  ...(forEach === undefined ? {} : { forEach }),
});
const key = (address: string, more: Partial<ResourceSpec> = {}): ResourceSpec => ({ address, unknown: { arn: true, id: true, key_id: true }, ...more });
const judge = (resources: readonly ResourceSpec[], modules: Record<string, ModuleSpec> = {}, rule = 'sqs-kms') =>
  verdicts(judgeOne(rule, { resources, modules }));

describe('a key of another place', () => {
  const cases: [what: string, resources: readonly ResourceSpec[], modules: Record<string, ModuleSpec>, verdict: string][] = [
    [
      'a variable of the module',
      [queue('module.q.aws_sqs_queue.a', ref('var.key')), key('aws_kms_key.k')],
      { 'module.q': { expressions: { key: ref('aws_kms_key.k.arn') } } },
      'pass',
    ],
    ['a constant for the variable', [queue('module.q.aws_sqs_queue.a', ref('var.key'))], { 'module.q': { expressions: { key: constant('x') } } }, 'unknown'],
    ['a default of the variable', [queue('module.q.aws_sqs_queue.a', ref('var.key'))], { 'module.q': {} }, 'unknown'],
    [
      'an output',
      [queue('aws_sqs_queue.a', ref('module.kms.arn')), key('module.kms.aws_kms_key.k')],
      { 'module.kms': { outputs: { arn: ref('aws_kms_key.k.arn') } } },
      'pass',
    ],
    [
      'an output of an instance',
      [queue('aws_sqs_queue.a', ref('module.kms["x"].arn')), key('module.kms["x"].aws_kms_key.k')],
      { 'module.kms': { outputs: { arn: ref('aws_kms_key.k.arn') } } },
      'pass',
    ],
    [
      'an output of another instance',
      [queue('aws_sqs_queue.a', ref('module.kms["y"].arn')), key('module.kms["x"].aws_kms_key.k')],
      { 'module.kms': { outputs: { arn: ref('aws_kms_key.k.arn') } } },
      'unknown',
    ],
    [
      'an output that is not there',
      [queue('aws_sqs_queue.a', ref('module.kms.other')), key('module.kms.aws_kms_key.k')],
      { 'module.kms': { outputs: {} } },
      'unknown',
    ],
    [
      'an output that is a local',
      [queue('aws_sqs_queue.a', ref('module.kms.arn')), key('module.kms.aws_kms_key.k')],
      { 'module.kms': { outputs: { arn: ref('local.k') } } },
      'unknown',
    ],
    [
      'an output handed to a module',
      [queue('module.q.aws_sqs_queue.a', ref('var.key')), key('module.kms.aws_kms_key.k')],
      { 'module.q': { expressions: { key: ref('module.kms.arn') } }, 'module.kms': { outputs: { arn: ref('aws_kms_key.k.arn') } } },
      'pass',
    ],
    [
      'a variable through two modules',
      [queue('module.a.module.b.aws_sqs_queue.a', ref('var.inner')), key('aws_kms_key.k')],
      { 'module.a': { expressions: { outer: ref('aws_kms_key.k.arn') } }, 'module.a.module.b': { expressions: { inner: ref('var.outer') } } },
      'pass',
    ],
    ['each.value over keys', [queue('aws_sqs_queue.a["x"]', ref('each.value.arn'), ref('aws_kms_key.k')), key('aws_kms_key.k["x"]')], {}, 'pass'],
    ['each.value over a local', [queue('aws_sqs_queue.a["x"]', ref('each.value.arn'), ref('local.k')), key('aws_kms_key.k["x"]')], {}, 'unknown'],
    ['a key by each.key', [queue('aws_sqs_queue.a["x"]', ref('aws_kms_key.k', 'each.key')), key('aws_kms_key.k["x"]')], {}, 'pass'],
    ['a key by count.index', [queue('aws_sqs_queue.a[0]', ref('aws_kms_key.k', 'count.index')), key('aws_kms_key.k[0]')], {}, 'pass'],
    ['a key of another module instance', [queue('module.e["p"].aws_sqs_queue.a', ref('aws_kms_key.k.arn')), key('module.e["q"].aws_kms_key.k')], {}, 'unknown'],
    ['a key of the same module instance', [queue('module.e["p"].aws_sqs_queue.a', ref('aws_kms_key.k.arn')), key('module.e["p"].aws_kms_key.k')], {}, 'pass'],
    [
      'a module’s each.value',
      [queue('module.e["p"].aws_sqs_queue.a', ref('var.key')), key('aws_kms_key.k["p"]')],
      { 'module.e': { expressions: { key: ref('each.value.arn') }, forEach: ref('aws_kms_key.k') } },
      'pass',
    ],
    ['a key with dots and quotes in its name', [queue('aws_sqs_queue.a', ref('aws_kms_key.k["a.b"].arn')), key('aws_kms_key.k["a.b"]')], {}, 'pass'],
    ['a data source', [queue('aws_sqs_queue.a', ref('data.aws_kms_key.k.arn'))], {}, 'unknown'],
    ['the workspace', [queue('aws_sqs_queue.a', ref('terraform.workspace'))], {}, 'unknown'],
    ['a resource of another type', [queue('aws_sqs_queue.a', ref('aws_ssm_parameter.k.value')), { address: 'aws_ssm_parameter.k' }], {}, 'unknown'],
    [
      'a variable that leads to itself',
      [queue('module.q.aws_sqs_queue.a', ref('var.key'))],
      { 'module.q': { expressions: { key: ref('module.q.out') }, outputs: { out: ref('var.key') } } },
      'unknown',
    ],
  ];
  it.each(cases)('%s', (_what, resources, modules, verdict) => {
    expect(judge(resources, modules)).toEqual(verdict === 'pass' ? [] : [`${verdict} ${resources[0]?.address}`]);
  });

  it('shows the way in the evidence', () => {
    const spec: PlanSpec = {
      resources: [queue('module.q.aws_sqs_queue.a', ref('var.key'))],
      modules: { 'module.q': { expressions: { key: ref('local.shared') } } },
    };
    expect(judgeOne('sqs-kms', spec)[0]).toMatchObject({
      message: 'kms_master_key_id is known after apply, and nothing proves what it will be',
      evidence: ['kms_master_key_id → var.key → local.shared'],
    });
  });
});

describe('own keys', () => {
  const own = (resources: readonly ResourceSpec[], modules = {}) => judge(resources, modules, 'sqs-own-key');
  const alias = (address: string, target: string): ResourceSpec => ({
    address,
    unknown: { target_key_id: true, arn: true },
    expressions: { target_key_id: ref(target) },
  });

  it('a key of one’s own passes', () => {
    expect(
      own([queue('aws_sqs_queue.a', ref('aws_kms_key.a.arn')), queue('aws_sqs_queue.b', ref('aws_kms_key.b.arn')), key('aws_kms_key.a'), key('aws_kms_key.b')]),
    ).toEqual([]);
    expect(
      own([
        queue('aws_sqs_queue.a["x"]', ref('aws_kms_key.k', 'each.key')),
        queue('aws_sqs_queue.a["y"]', ref('aws_kms_key.k', 'each.key')),
        key('aws_kms_key.k["x"]'),
        key('aws_kms_key.k["y"]'),
      ]),
    ).toEqual([]);
  });
  it('a shared one is a finding for each', () => {
    const findings = judgeOne('sqs-own-key', {
      resources: [queue('aws_sqs_queue.a', ref('aws_kms_key.k.arn')), queue('aws_sqs_queue.b', ref('aws_kms_key.k.key_id')), key('aws_kms_key.k')],
    });
    expect(verdicts(findings)).toEqual(['fail aws_sqs_queue.a', 'fail aws_sqs_queue.b']);
    expect(findings[0]).toMatchObject({
      severity: 'warn',
      message: 'the key is also used by aws_sqs_queue.b',
      evidence: ['kms_master_key_id → aws_kms_key.k'],
    });
  });
  it('an alias is its key', () => {
    expect(
      own([
        queue('aws_sqs_queue.a', ref('aws_kms_alias.x.arn')),
        queue('aws_sqs_queue.b', ref('aws_kms_key.k.arn')),
        alias('aws_kms_alias.x', 'aws_kms_key.k.key_id'),
        key('aws_kms_key.k'),
      ]),
    ).toHaveLength(2);
  });
  it('known keys are equal by ARN, id and alias', () => {
    const known = (address: string, value: string, providerKey = 'aws'): ResourceSpec => ({
      address,
      after: { kms_master_key_id: value },
      expressions: { kms_master_key_id: constant(value) },
      providerKey,
    });
    expect(own([known('aws_sqs_queue.a', 'arn:aws:kms:eu-central-1:111122223333:key/k1'), known('aws_sqs_queue.b', 'k1')])).toHaveLength(2);
    expect(own([known('aws_sqs_queue.a', 'alias/x'), known('aws_sqs_queue.b', 'alias/x')])).toHaveLength(2);
    expect(own([known('aws_sqs_queue.a', 'alias/x'), known('aws_sqs_queue.b', 'alias/x', 'aws.west')])).toEqual([]);
    expect(own([known('aws_sqs_queue.a', 'alias/aws/sqs'), known('aws_sqs_queue.b', 'alias/aws/sqs')])).toEqual([]);
  });
  it('what nothing proves shares nothing', () => {
    expect(own([queue('aws_sqs_queue.a', ref('local.k')), queue('aws_sqs_queue.b', ref('local.k'))])).toEqual([]);
  });
  it('topics are looked at for themselves', () => {
    const topic = (address: string): ResourceSpec => ({
      address,
      unknown: { kms_master_key_id: true },
      expressions: { kms_master_key_id: ref('aws_kms_key.k.arn') },
    });
    expect(judge([topic('aws_sns_topic.a'), queue('aws_sqs_queue.b', ref('aws_kms_key.k.arn')), key('aws_kms_key.k')], {}, 'sns-own-key')).toEqual([]);
    expect(judge([topic('aws_sns_topic.a'), topic('aws_sns_topic.b'), key('aws_kms_key.k')], {}, 'sns-own-key')).toHaveLength(2);
  });
});
