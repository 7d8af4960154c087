/** Backups, deletion protection, and what may be destroyed. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne, judgeWith, verdicts } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const at = (address: string, after: Json, unknown: Json = {}, expressions: Json = {}): ResourceSpec => ({ address, after, unknown, expressions });
const d = 'aws_db_instance.d';
const c = 'aws_rds_cluster.c';

describe('rds-backup-days', () => {
  const days = (address: string, backup_retention_period: unknown, more: Json = {}) => at(address, { backup_retention_period, ...more });
  const cases: Case[] = [
    ['five', [days(d, 5)], []],
    ['thirty-five', [days(c, 35)], []],
    ['four', [days(d, 4)], [`fail ${d}`]],
    ['four of a cluster', [days(c, 4)], [`fail ${c}`]],
    ['none', [days(d, 0)], [`fail ${d}`]],
    ['null', [days(d, null)], [`fail ${d}`]],
    ['null of a cluster', [days(c, null)], [`fail ${c}`]],
    ['left out and computed', [at(d, {}, { backup_retention_period: true })], [`unknown ${d}`]],
    ['known after apply', [at(d, {}, { backup_retention_period: true }, { backup_retention_period: ref('local.days') })], [`unknown ${d}`]],
    ['a read replica', [days(d, 0, { replicate_source_db: 'main' })], []],
    [
      'a read replica of this plan',
      [at(d, { backup_retention_period: 0 }, { replicate_source_db: true }, { replicate_source_db: ref('aws_db_instance.main.identifier') })],
      [],
    ],
    ['a member of a cluster', [days('aws_rds_cluster_instance.m', 0)], []],
    ['one is enough for the bank', [days(d, 1)], [], { profiles: ['bank'] }],
    ['none is not', [days(d, 0)], [`fail ${d}`], { profiles: ['bank'] }],
    ['the larger number of two profiles', [days(d, 4)], [`fail ${d}`], { profiles: ['bank', 'opta'] }],
    ['the file, looser', [days(d, 2)], [], { parameters: { days: 2 } }],
    ['the file, stricter', [days(d, 6)], [`fail ${d}`], { parameters: { days: 7 } }],
    ['in modules, each', [days(`module.m["a"].${d}[0]`, 1)], [`fail module.m["a"].${d}[0]`]],
  ];
  judgeCases('rds-backup-days', cases);
  it('introduced', () => {
    const change = (before: number): ResourceSpec => ({
      address: d,
      actions: ['update'],
      before: { backup_retention_period: before },
      after: { backup_retention_period: 1 },
    });
    expect(brought('rds-backup-days', change(7))).toEqual([`true ${d}`]);
    expect(brought('rds-backup-days', change(2))).toEqual([`false ${d}`]);
    expect(judgeOne('rds-backup-days', { resources: [days(d, 1)] })).toMatchObject([{ severity: 'error' }]);
  });
});

describe('docdb-backup-days', () => {
  const k = 'aws_docdb_cluster.k';
  judgeCases('docdb-backup-days', [
    ['five', [at(k, { backup_retention_period: 5 })], []],
    ['one', [at(k, { backup_retention_period: 1 })], [`fail ${k}`]],
    ['null', [at(k, { backup_retention_period: null })], [`fail ${k}`]],
    ['known after apply', [at(k, {}, { backup_retention_period: true })], [`unknown ${k}`]],
    ['the file', [at(k, { backup_retention_period: 3 })], [], { parameters: { days: 3 } }],
    ['each', [at(`${k}["a"]`, { backup_retention_period: 1 })], [`fail ${k}["a"]`]],
  ]);
});

describe('backup-param', () => {
  const written = (expression: unknown, address = d): ResourceSpec =>
    at(address, { backup_retention_period: 7 }, {}, expression === undefined ? {} : { backup_retention_period: expression });
  judgeCases('backup-param', [
    ['from the variable', [written(ref('var.backup_retention_period'))], []],
    ['from the variable, cluster', [written(ref('var.backup_retention_period'), c)], []],
    ['a literal', [written(constant(7))], [`fail ${d}`]],
    ['a literal, cluster', [written(constant(7), c)], [`fail ${c}`]],
    ['nothing', [written(undefined)], [`fail ${d}`]],
    [
      'from the variable of a module',
      [written(ref('var.backup_retention_period'), `module.m.${d}`)],
      [],
      { modules: { 'module.m': { expressions: { backup_retention_period: ref('var.backup_retention_period') } } } },
    ],
  ]);
  it('informs', () => expect(judgeOne('backup-param', { resources: [written(constant(7))] })).toMatchObject([{ severity: 'info' }]));
});

describe('stateful-guard', () => {
  const t = 'aws_dynamodb_table.t';
  const guard = (address: string, deletion_protection: unknown, skip_final_snapshot: unknown, more: Json = {}) =>
    at(address, { deletion_protection, skip_final_snapshot, ...more });
  const cases: Case[] = [
    ['guarded', [guard(d, true, false)], []],
    ['guarded, as text', [guard(d, 'true', 'false')], []],
    ['guarded cluster, without a name for the snapshot', [guard(c, true, false, { final_snapshot_identifier: null })], []],
    ['no snapshot', [guard(d, true, true)], [`fail ${d}`]],
    ['snapshot left at its default', [guard(d, true, null)], []],
    ['no protection', [guard(d, false, false)], [`fail ${d}`]],
    ['null protection', [guard(d, null, false)], [`fail ${d}`]],
    ['null protection of a cluster', [guard(c, null, false)], [`fail ${c}`]],
    ['unknown protection', [at(d, { skip_final_snapshot: false }, { deletion_protection: true })], [`unknown ${d}`]],
    ['unknown protection and no snapshot', [at(d, { skip_final_snapshot: true }, { deletion_protection: true })], [`fail ${d}`]],
    [
      'a snapshot known after apply',
      [at(d, { deletion_protection: true }, { skip_final_snapshot: true }, { skip_final_snapshot: ref('local.skip') })],
      [`unknown ${d}`],
    ],
    ['a replica without snapshot', [guard(d, true, true, { replicate_source_db: 'main' })], []],
    ['a replica without protection', [guard(d, false, true, { replicate_source_db: 'main' })], [`fail ${d}`]],
    ['a table', [at(t, { deletion_protection_enabled: true })], []],
    ['a table without', [at(t, { deletion_protection_enabled: false })], [`fail ${t}`]],
    ['a table with null', [at(t, { deletion_protection_enabled: null })], [`fail ${t}`]],
    ['a table, known after apply', [at(t, {}, { deletion_protection_enabled: true })], [`unknown ${t}`]],
    ['each', [guard(`module.m["a"].${d}`, false, false)], [`fail module.m["a"].${d}`]],
  ];
  judgeCases('stateful-guard', cases);
  it('introduced, once for two faults', () => {
    const findings = judgeOne('stateful-guard', { resources: [guard(d, false, true)] });
    expect(findings).toMatchObject([{ severity: 'warn', introduced: true }]);
    expect(findings[0]?.evidence).toHaveLength(2);
    expect(brought('stateful-guard', { ...guard(d, false, false), actions: ['delete', 'create'], before: { deletion_protection: false } })).toEqual([
      `false ${d}`,
    ]);
  });
});

describe('stateful-destroy', () => {
  const gone = (address: string, actions: string[] = ['delete'], more: Json = {}): ResourceSpec => ({
    address,
    actions,
    before: { id: 'x' },
    after: actions.includes('create') ? {} : null,
    more,
  });
  const types = ['aws_db_instance', 'aws_rds_cluster', 'aws_efs_file_system', 'aws_memorydb_cluster', 'aws_s3_bucket', 'aws_dynamodb_table', 'aws_kms_key'];
  judgeCases(
    'stateful-destroy',
    types.map((type): Case => [type, [gone(`${type}.x`)], [`fail ${type}.x`]]),
  );
  const b = 'aws_s3_bucket.b';
  const allow = (...statefulDestroy: string[]) => ({ facts: { statefulDestroy } });
  const cases: Case[] = [
    ['a replacement', [gone(b, ['delete', 'create'])], [`fail ${b}`]],
    ['a replacement that creates first', [gone(b, ['create', 'delete'])], [`fail ${b}`]],
    ['forgotten', [gone(b, ['forget'])], []],
    ['created', [at(b, {})], []],
    ['changed', [{ address: b, actions: ['update'], before: {}, after: {} }], []],
    ['an old object that a replacement left', [gone(b, ['delete'], { deposed: 'a1' })], []],
    ['a stateless type', [gone('aws_sqs_queue.q')], []],
    ['approved', [gone(b)], [], allow(b)],
    ['approved by a glob', [gone(`module.m["a"].${b}[0]`)], [], allow('module.m*')],
    ['brackets are letters', [gone('aws_s3_bucket.b[0]')], [], allow('aws_s3_bucket.b[0]')],
    ['another approved', [gone(b)], [`fail ${b}`], allow('aws_s3_bucket.c')],
    ['approved in part only', [gone('module.m.aws_s3_bucket.b')], ['fail module.m.aws_s3_bucket.b'], allow(b)],
    ['case counts', [gone(b)], [`fail ${b}`], allow('AWS_S3_BUCKET.B')],
    ['approved, replacement', [gone(b, ['create', 'delete'])], [], allow('aws_s3_bucket.?')],
    ['each', [gone(`${b}["a"]`), gone(`${b}["b"]`)], [`fail ${b}["b"]`], allow(`${b}["a"]`)],
  ];
  judgeCases('stateful-destroy', cases);
  it('is always this change’s doing', () => {
    expect(judgeOne('stateful-destroy', { resources: [gone(b), gone('aws_kms_key.k', ['delete', 'create'])] })).toMatchObject([
      { severity: 'error', introduced: true },
      { severity: 'error', introduced: true },
    ]);
  });
  it('speaks for every profile that has the rule', () =>
    expect(verdicts(judgeWith('stateful-destroy', { resources: [gone(b)] }, { profiles: ['mz'] }))).toEqual([`fail ${b}`]));
});
