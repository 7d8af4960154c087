/** Backups of file systems, and connection parameters that others read. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;

describe('efs-backup', () => {
  const f = 'aws_efs_file_system.f';
  const disk: ResourceSpec = { address: f, after: { tags: { Backup: 'daily' } }, unknown: { id: true, arn: true } };
  const policy = (status: unknown, target: unknown = ref(`${f}.id`), more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: 'aws_efs_backup_policy.p',
    after: { backup_policy: [{ status }] },
    unknown: { file_system_id: true },
    expressions: { file_system_id: target },
    ...more,
  });
  const selection = (after: Json, resources?: unknown): ResourceSpec => ({
    address: 'aws_backup_selection.s',
    after,
    unknown: resources === undefined ? {} : { resources: true },
    expressions: resources === undefined ? {} : { resources },
  });
  const cases: Case[] = [
    ['a policy', [disk, policy('ENABLED')], []],
    ['none', [disk], [`fail ${f}`]],
    ['a policy that is off', [disk, policy('DISABLED')], ['fail aws_efs_backup_policy.p']],
    [
      'a policy known after apply',
      [disk, policy(undefined, ref(`${f}.id`), { after: { backup_policy: [{}] }, unknown: { file_system_id: true, backup_policy: [{ status: true }] } })],
      ['unknown aws_efs_backup_policy.p'],
    ],
    ['a policy of nobody knows which', [disk, policy('ENABLED', ref('local.id'))], [`unknown ${f}`]],
    ['a policy of another', [disk, { ...disk, address: 'aws_efs_file_system.g' }, policy('ENABLED', ref('aws_efs_file_system.g.id'))], [`fail ${f}`]],
    ['a selection', [disk, selection({}, ref(`${f}.arn`))], []],
    ['a selection of everything', [disk, selection({ resources: ['*'] })], []],
    ['a selection of all file systems', [disk, selection({ resources: ['arn:aws:elasticfilesystem:*:*:file-system/*'] })], []],
    ['a selection of tables', [disk, selection({ resources: ['arn:aws:dynamodb:*:*:table/*'] })], [`fail ${f}`]],
    ['a selection by tag', [disk, selection({ selection_tag: [{ type: 'STRINGEQUALS', key: 'Backup', value: 'daily' }] })], []],
    ['a selection by another tag', [disk, selection({ selection_tag: [{ type: 'STRINGEQUALS', key: 'Backup', value: 'weekly' }] })], [`fail ${f}`]],
    ['a selection of nobody knows what', [disk, selection({}, ref('local.resources'))], [`unknown ${f}`]],
    [
      'each its own',
      [
        { ...disk, address: `${f}["a"]` },
        { ...disk, address: `${f}["b"]` },
        policy('ENABLED', ref(f, 'each.key'), { address: 'aws_efs_backup_policy.p["a"]' }),
      ],
      [`fail ${f}["b"]`],
    ],
    [
      'through a module',
      [{ ...disk, address: `module.m.${f}` }, policy('ENABLED', ref('module.m.id'))],
      [],
      { modules: { 'module.m': { outputs: { id: ref(`${f}.id`) } } } },
    ],
  ];
  judgeCases('efs-backup', cases);
  it('a policy taken away is introduced', () => {
    const old: ResourceSpec = { address: f, actions: ['no-op'], after: { id: 'fs-1' } };
    const before = { file_system_id: 'fs-1', backup_policy: [{ status: 'ENABLED' }] };
    expect(brought('efs-backup', old, { address: 'aws_efs_backup_policy.p', actions: ['delete'], before })).toEqual([`true ${f}`]);
    expect(brought('efs-backup', old)).toEqual([`false ${f}`]);
    expect(judgeOne('efs-backup', { resources: [disk] })).toMatchObject([{ severity: 'warn' }]);
  });
});

describe('db-params-ssm', () => {
  const d = 'aws_db_instance.d';
  const base: ResourceSpec = { address: d, after: { identifier: 'orders-db' }, unknown: { address: true, endpoint: true, id: true } };
  const parameter = (after: Json, value?: unknown, address = 'aws_ssm_parameter.p'): ResourceSpec => ({
    address,
    after,
    unknown: value === undefined ? {} : { value: true },
    expressions: value === undefined ? {} : { value },
    sensitive: { value: true },
  });
  const c = 'aws_rds_cluster.c';
  const cases: Case[] = [
    ['published by address', [base, parameter({ name: '/app/host' }, ref(`${d}.address`))], []],
    ['published by endpoint', [base, parameter({ name: '/app/host' }, ref(`${d}.endpoint`))], []],
    ['published by name', [base, parameter({ name: '/app/orders-db/host', value: 'x' })], []],
    ['not published', [base], [`fail ${d}`]],
    ['another published', [base, parameter({ name: '/app/other', value: 'x' })], [`fail ${d}`]],
    ['not an endpoint', [base, parameter({ name: '/app/password' }, ref(`${d}.password`))], [`fail ${d}`]],
    [
      'a cluster',
      [{ address: c, after: { cluster_identifier: 'orders' }, unknown: { endpoint: true } }, parameter({ name: '/app/host' }, ref(`${c}.endpoint`))],
      [],
    ],
    ['a cluster, not published', [{ address: c, after: { cluster_identifier: 'orders' }, unknown: { endpoint: true } }], [`fail ${c}`]],
    [
      'each',
      [{ ...base, address: `${d}["a"]`, after: {} }, { ...base, address: `${d}["b"]`, after: {} }, parameter({ name: '/app/host' }, ref(`${d}["a"].address`))],
      [`fail ${d}["b"]`],
    ],
    [
      'through modules',
      [{ ...base, address: `module.m.${d}`, after: {} }, parameter({ name: '/app/host' }, ref('module.m.host'))],
      [],
      { modules: { 'module.m': { outputs: { host: ref(`${d}.address`) } } } },
    ],
  ];
  judgeCases('db-params-ssm', cases);
  it('informs, without values', () => {
    const old: ResourceSpec = { ...base, actions: ['no-op'], unknown: {} };
    expect(judgeOne('db-params-ssm', { resources: [base] })).toMatchObject([{ severity: 'info', introduced: true }]);
    expect(brought('db-params-ssm', old)).toEqual([`false ${d}`]);
    const was = { name: '/app/orders-db/host', value: 'secret-host' };
    expect(brought('db-params-ssm', old, { address: 'aws_ssm_parameter.p', actions: ['delete'], before: was })).toEqual([`true ${d}`]);
  });
});
