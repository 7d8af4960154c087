/** s3-encrypted: the bucket and its companion. */
import { describe, expect, it } from 'vitest';
import { judgeOne, verdicts } from './judge-one.ts';
import { type PlanSpec, type ResourceSpec, ref } from './plan-builder.ts';

const type = 'aws_s3_bucket_server_side_encryption_configuration';
const bucket = (address: string, name?: string): ResourceSpec => ({
  address,
  after: name ? { bucket: name } : {},
  unknown: { id: true, ...(name ? {} : { bucket: true }), server_side_encryption_configuration: true },
});
const rule = (algorithm: string | null) => [{ apply_server_side_encryption_by_default: [{ sse_algorithm: algorithm }] }];
const companion = (address: string, target: object, algorithm: string | null = 'aws:kms'): ResourceSpec => ({
  address: `${type}.${address}`,
  after: { rule: rule(algorithm) },
  unknown: { bucket: true },
  expressions: { bucket: target },
});
const judge = (resources: readonly ResourceSpec[], parameters = {}, more: Partial<PlanSpec> = {}) =>
  verdicts(judgeOne('s3-encrypted', { resources, ...more }, parameters));

describe('joins', () => {
  it('joins by reference', () => expect(judge([bucket('aws_s3_bucket.a'), companion('a', ref('aws_s3_bucket.a.id'))])).toEqual([]));
  it('joins by name', () => {
    const named = { address: `${type}.a`, after: { bucket: 'b1', rule: rule('aws:kms') } };
    expect(judge([bucket('aws_s3_bucket.a', 'b1'), named])).toEqual([]);
    expect(judge([bucket('aws_s3_bucket.a', 'b2'), named])).toEqual(['fail aws_s3_bucket.a']);
  });
  it('joins each instance with its own', () => {
    const of = (key: string) => companion(`x["${key}"]`, ref('aws_s3_bucket.a', 'each.key'));
    expect(judge([bucket('aws_s3_bucket.a["p"]'), bucket('aws_s3_bucket.a["q"]'), of('p'), of('q')])).toEqual([]);
    expect(judge([bucket('aws_s3_bucket.a["p"]'), bucket('aws_s3_bucket.a["q"]'), of('p')])).toEqual(['fail aws_s3_bucket.a["q"]']);
  });
  it('joins by each.value over the buckets', () => {
    const resources = [bucket('aws_s3_bucket.a["p"]'), { ...companion('x["p"]', ref('each.value.id')), forEach: ref('aws_s3_bucket.a') }];
    expect(judge(resources)).toEqual([]);
  });
  it('joins through a module', () => {
    const resources = [bucket('module.b.aws_s3_bucket.a'), companion('a', ref('module.b.id'))];
    expect(judge(resources, {}, { modules: { 'module.b': { outputs: { id: ref('aws_s3_bucket.a.id') } } } })).toEqual([]);
  });
  it('does not join across module instances', () => {
    const inside = { ...companion('a', ref('aws_s3_bucket.a.id')), address: `module.m["x"].${type}.a` };
    expect(judge([bucket('module.m["x"].aws_s3_bucket.a'), bucket('module.m["y"].aws_s3_bucket.a'), inside])).toEqual(['fail module.m["y"].aws_s3_bucket.a']);
  });
  it('takes a companion of unknown target for anyone’s', () => {
    const loose = companion('a', ref('local.name'));
    expect(judge([bucket('aws_s3_bucket.a'), bucket('aws_s3_bucket.b'), loose])).toEqual(['unknown aws_s3_bucket.a', 'unknown aws_s3_bucket.b']);
    expect(judge([bucket('aws_s3_bucket.a'), bucket('aws_s3_bucket.b'), companion('b', ref('aws_s3_bucket.b.id')), loose])).toEqual([
      'unknown aws_s3_bucket.a',
    ]);
  });
  it('takes one that may be of two buckets for theirs only', () => {
    const either = companion('a', ref('aws_s3_bucket.a.id', 'aws_s3_bucket.b.id'));
    expect(judge([bucket('aws_s3_bucket.a'), bucket('aws_s3_bucket.b'), bucket('aws_s3_bucket.c'), either])).toEqual([
      'unknown aws_s3_bucket.a',
      'unknown aws_s3_bucket.b',
      'fail aws_s3_bucket.c',
    ]);
  });
});

describe('algorithms', () => {
  const at = (algorithm: string | null, parameters = {}) =>
    judge([bucket('aws_s3_bucket.a'), companion('a', ref('aws_s3_bucket.a.id'), algorithm)], parameters);
  it.each(['aws:kms', 'aws:kms:dsse'])('%s passes every minimum', (algorithm) => {
    expect(at(algorithm)).toEqual([]);
    expect(at(algorithm, { minimum: 'AES256' })).toEqual([]);
  });
  it('AES256 passes only the lower one', () => {
    expect(at('AES256')).toEqual([`fail ${type}.a`]);
    expect(at('AES256', { minimum: 'AES256' })).toEqual([]);
  });
  it('no algorithm fails on the companion', () => expect(at(null)).toEqual([`fail ${type}.a`]));
  it('no rule fails on the companion', () => {
    expect(judge([bucket('aws_s3_bucket.a'), { ...companion('a', ref('aws_s3_bucket.a.id')), after: { rule: [] } }])).toEqual([`fail ${type}.a`]);
  });
  it('an unknown algorithm is unknown on the companion', () => {
    const spec = { ...companion('a', ref('aws_s3_bucket.a.id')), after: { rule: [{ apply_server_side_encryption_by_default: [{}] }] } };
    const unknown = { bucket: true, rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: true }] }] };
    expect(judge([bucket('aws_s3_bucket.a'), { ...spec, unknown }])).toEqual([`unknown ${type}.a`]);
  });
  it('two companions: the worse speaks', () => {
    const two = [companion('a', ref('aws_s3_bucket.a.id')), companion('b', ref('aws_s3_bucket.a.id'), 'AES256')];
    expect(judge([bucket('aws_s3_bucket.a'), ...two])).toEqual([`fail ${type}.b`]);
  });
  it('an inline block counts, and is judged on the bucket', () => {
    const inline = (algorithm: string) => ({
      address: 'aws_s3_bucket.a',
      after: { bucket: 'b', server_side_encryption_configuration: [{ rule: rule(algorithm) }] },
    });
    expect(judge([inline('aws:kms')])).toEqual([]);
    expect(judge([inline('AES256')])).toEqual(['fail aws_s3_bucket.a']);
  });
});

describe('introduced', () => {
  const old = { address: 'aws_s3_bucket.a', actions: ['no-op'], after: { bucket: 'b', id: 'b' } };
  const has = (actions: readonly string[], before: string | null, after: string | null): ResourceSpec => ({
    address: `${type}.a`,
    actions,
    before: before === null ? null : { bucket: 'b', rule: rule(before) },
    after: after === null ? null : { bucket: 'b', rule: rule(after) },
  });
  const introduced = (...resources: ResourceSpec[]) => judgeOne('s3-encrypted', { resources }).map((finding) => `${finding.introduced} ${finding.address}`);

  it('an old bucket that never had one: not introduced', () => expect(introduced(old)).toEqual(['false aws_s3_bucket.a']));
  it('the companion taken away: introduced', () => expect(introduced(old, has(['delete'], 'aws:kms', null))).toEqual(['true aws_s3_bucket.a']));
  it('the companion made weaker: introduced', () => expect(introduced(old, has(['update'], 'aws:kms', 'AES256'))).toEqual([`true ${type}.a`]));
  it('a weak companion left as it is: not introduced', () => expect(introduced(old, has(['no-op'], 'AES256', 'AES256'))).toEqual([`false ${type}.a`]));
  it('a weak companion replaced by a weak one: not introduced', () =>
    expect(introduced(old, has(['delete', 'create'], 'AES256', 'AES256'))).toEqual([`false ${type}.a`]));
  it('a weak companion added: introduced', () => expect(introduced(old, has(['create'], null, 'AES256'))).toEqual([`true ${type}.a`]));
});
