/** The lock table, flow logs, and the keys themselves. */
import { describe, expect, it } from 'vitest';
import { judgeOne, verdicts } from './judge-one.ts';
import { type ResourceSpec, ref } from './plan-builder.ts';

const judge = (rule: string, ...resources: ResourceSpec[]) => verdicts(judgeOne(rule, { resources }));

describe('state-encrypted', () => {
  const table = (after: Record<string, unknown>, unknown = {}) =>
    judge('state-encrypted', { address: 'aws_dynamodb_table.t', after: { hash_key: 'LockID', ...after }, unknown });
  it('asks lock tables for encryption, with whatever key', () => {
    expect(table({ server_side_encryption: [{ enabled: true }] })).toEqual([]);
    expect(table({ server_side_encryption: [{ enabled: false }] })).toEqual(['fail aws_dynamodb_table.t']);
    expect(table({ server_side_encryption: [] })).toEqual(['fail aws_dynamodb_table.t']);
    expect(table({}, { server_side_encryption: true })).toEqual(['unknown aws_dynamodb_table.t']);
  });
  it('does not ask other tables', () => expect(table({ hash_key: 'id', server_side_encryption: [] })).toEqual([]));
});

describe('kms-rotation', () => {
  const key = (after: Record<string, unknown>, unknown = {}) => judge('kms-rotation', { address: 'aws_kms_key.k', after, unknown });
  it('asks symmetric keys to rotate', () => {
    expect(key({ enable_key_rotation: true })).toEqual([]);
    expect(key({ enable_key_rotation: false, customer_master_key_spec: 'SYMMETRIC_DEFAULT', key_usage: 'ENCRYPT_DECRYPT' })).toEqual(['fail aws_kms_key.k']);
    expect(key({})).toEqual(['fail aws_kms_key.k']);
    expect(key({}, { enable_key_rotation: true })).toEqual(['unknown aws_kms_key.k']);
    expect(key({ enable_key_rotation: false }, { key_usage: true })).toEqual(['unknown aws_kms_key.k']);
  });
  it('lets alone what cannot rotate', () => {
    expect(key({ enable_key_rotation: false, customer_master_key_spec: 'RSA_2048' })).toEqual([]);
    expect(key({ enable_key_rotation: false, customer_master_key_spec: 'HMAC_256', key_usage: 'GENERATE_VERIFY_MAC' })).toEqual([]);
    expect(judge('kms-rotation', { address: 'aws_kms_external_key.k', after: {} })).toEqual([]);
  });
});

describe('kms-alias', () => {
  const alias = (target: object): ResourceSpec => ({ address: 'aws_kms_alias.a', unknown: { target_key_id: true }, expressions: { target_key_id: target } });
  const key = { address: 'aws_kms_key.k' };
  it('wants an alias for each key', () => {
    expect(judge('kms-alias', key, alias(ref('aws_kms_key.k.key_id')))).toEqual([]);
    expect(judge('kms-alias', key)).toEqual(['fail aws_kms_key.k']);
    expect(judge('kms-alias', key, { address: 'aws_kms_external_key.e' }, alias(ref('aws_kms_external_key.e.id')))).toEqual(['fail aws_kms_key.k']);
    expect(judge('kms-alias', key, alias(ref('local.key')))).toEqual(['unknown aws_kms_key.k']);
  });
  it('joins by a known id', () => {
    const known = { address: 'aws_kms_key.k', actions: ['no-op'], after: { key_id: 'k1', arn: 'arn:k1' } };
    const named = (target: string) => ({ address: 'aws_kms_alias.a', actions: ['no-op'], after: { target_key_id: target } });
    expect(judge('kms-alias', known, named('k1'))).toEqual([]);
    expect(judge('kms-alias', known, named('k2'))).toEqual(['fail aws_kms_key.k']);
  });
});

describe('flow-logs', () => {
  const vpc = { address: 'aws_vpc.v' };
  const log = (after: Record<string, unknown>, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: 'aws_flow_log.l',
    after: { log_destination_type: 's3', ...after },
    unknown: { vpc_id: true, log_destination: true },
    expressions: { vpc_id: ref('aws_vpc.v.id'), log_destination: ref('aws_s3_bucket.b.arn') },
    ...more,
  });
  const bucket = { address: 'aws_s3_bucket.b', after: { bucket: 'b' } };
  const encryption = (algorithm: string) => ({
    address: 'aws_s3_bucket_server_side_encryption_configuration.b',
    after: { bucket: 'b', rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: algorithm }] }] },
  });
  it('wants one for each VPC, to an encrypted bucket', () => {
    expect(judge('flow-logs', vpc, log({}), bucket, encryption('aws:kms'))).toEqual([]);
    expect(judge('flow-logs', vpc)).toEqual(['fail aws_vpc.v']);
    expect(judge('flow-logs', vpc, log({}), bucket)).toEqual(['fail aws_flow_log.l']);
    expect(judge('flow-logs', vpc, log({}), bucket, encryption('AES256'))).toEqual(['fail aws_flow_log.l']);
  });
  it('does not know a bucket from elsewhere', () => {
    expect(judge('flow-logs', vpc, log({ log_destination: 'arn:aws:s3:::other' }, { unknown: { vpc_id: true } }))).toEqual(['unknown aws_flow_log.l']);
    expect(judge('flow-logs', vpc, log({ log_destination: 'arn:aws:s3:::b/prefix' }, { unknown: { vpc_id: true } }), bucket, encryption('aws:kms'))).toEqual(
      [],
    );
  });
  it('fails one to CloudWatch', () => {
    expect(judge('flow-logs', vpc, log({ log_destination_type: 'cloud-watch-logs' }))).toEqual(['fail aws_flow_log.l']);
    expect(judge('flow-logs', vpc, log({ log_destination_type: null }))).toEqual(['fail aws_flow_log.l']);
  });
  it('does not take a subnet’s log for the VPC’s', () => {
    const subnet = { address: 'aws_flow_log.s', after: { subnet_id: 's', log_destination_type: 's3' } };
    expect(judge('flow-logs', vpc, subnet)).toEqual(['fail aws_vpc.v']);
  });
});
