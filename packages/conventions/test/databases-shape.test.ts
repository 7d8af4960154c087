/** Engines, zones, brokers, and what keeps its data where. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const at = (address: string, after: Json = {}, unknown: Json = {}, expressions: Json = {}): ResourceSpec => ({ address, after, unknown, expressions });
const d = 'aws_db_instance.d';
const c = 'aws_rds_cluster.c';

describe('db-engine', () => {
  const redis = 'aws_elasticache_replication_group.r';
  const cases: Case[] = [
    ...['postgres', 'aurora-postgresql'].map((engine): Case => [engine, [at(d, { engine })], []]),
    ['aurora-postgresql of a cluster', [at(c, { engine: 'aurora-postgresql' })], []],
    ['mysql', [at(d, { engine: 'mysql' })], [`fail ${d}`]],
    ['aurora-mysql', [at(c, { engine: 'aurora-mysql' })], [`fail ${c}`]],
    ['redis', [at(redis, { engine: 'redis' })], []],
    ['valkey', [at(redis, { engine: 'valkey' })], []],
    ['memcached', [at('aws_elasticache_cluster.m', { engine: 'memcached' })], ['fail aws_elasticache_cluster.m']],
    ['docdb', [at('aws_docdb_cluster.k', { engine: 'docdb' })], []],
    ['docdb by default', [at('aws_docdb_cluster.k', { engine: null })], []],
    ['known after apply', [at(d, {}, { engine: true }, { engine: ref('local.engine') })], [`unknown ${d}`]],
    ['mz has postgres', [at(d, { engine: 'postgres' })], [], { profiles: ['mz'] }],
    ['mz has no aurora', [at(c, { engine: 'aurora-postgresql' })], [`fail ${c}`], { profiles: ['mz'] }],
    ['opta has aurora', [at(c, { engine: 'aurora-postgresql' })], [], { profiles: ['opta'] }],
    ['opta has redis', [at(redis, { engine: 'redis' })], [], { profiles: ['opta'] }],
    ['opta has no valkey', [at(redis, { engine: 'valkey' })], [`fail ${redis}`], { profiles: ['opta'] }],
    ['bank has no docdb', [at('aws_docdb_cluster.k', { engine: 'docdb' })], ['fail aws_docdb_cluster.k'], { profiles: ['bank'] }],
    ['what both have', [at(c, { engine: 'aurora-postgresql' })], [], { profiles: ['opta', 'bank'] }],
    ['what one has', [at(redis, { engine: 'redis' })], [`fail ${redis}`], { profiles: ['opta', 'bank'] }],
    ['the file', [at(d, { engine: 'mysql' })], [], { parameters: { engines: ['mysql'] } }],
    ['the file alone', [at(d, { engine: 'postgres' })], [`fail ${d}`], { parameters: { engines: ['mysql'] } }],
    ['each', [at(`module.m["a"].${d}`, { engine: 'mysql' })], [`fail module.m["a"].${d}`]],
  ];
  judgeCases('db-engine', cases);
  it('warns; an old one is not introduced', () => {
    expect(judgeOne('db-engine', { resources: [at(d, { engine: 'mysql' })] })).toMatchObject([{ severity: 'warn', introduced: true }]);
    expect(brought('db-engine', { address: d, actions: ['no-op'], after: { engine: 'mysql' } })).toEqual([`false ${d}`]);
  });
});

describe('db-multi-az', () => {
  const member = (name: string, target: unknown = ref(`${c}.id`), type = 'aws_rds_cluster_instance'): ResourceSpec =>
    at(`${type}.${name}`, {}, { cluster_identifier: true }, { cluster_identifier: target });
  const k = 'aws_docdb_cluster.k';
  const cases: Case[] = [
    ['in two zones', [at(d, { multi_az: true })], []],
    ['as text', [at(d, { multi_az: 'true' })], []],
    ['in one zone', [at(d, { multi_az: false })], [`fail ${d}`]],
    ['null', [at(d, { multi_az: null })], [`fail ${d}`]],
    ['known after apply', [at(d, {}, { multi_az: true })], [`unknown ${d}`]],
    ['two members', [at(c), member('a'), member('b')], []],
    ['two members by count', [at(c), member('a[0]'), member('a[1]')], []],
    ['one member', [at(c), member('a')], [`fail ${c}`]],
    ['no member', [at(c)], [`fail ${c}`]],
    ['one member, and one of nobody knows which', [at(c), member('a'), member('b', ref('local.id'))], [`unknown ${c}`]],
    ['two members of docdb', [at(k), member('a', ref(`${k}.id`), 'aws_docdb_cluster_instance'), member('b', ref(`${k}.id`), 'aws_docdb_cluster_instance')], []],
    ['one member of docdb', [at(k), member('a', ref(`${k}.id`), 'aws_docdb_cluster_instance')], [`fail ${k}`]],
    [
      'by a known name',
      [
        at(c, { cluster_identifier: 'c' }),
        at('aws_rds_cluster_instance.a', { cluster_identifier: 'c' }),
        at('aws_rds_cluster_instance.b', { cluster_identifier: 'c' }),
      ],
      [],
    ],
    [
      'each cluster its own',
      [at(`${c}["a"]`), at(`${c}["b"]`), member('x["a"]', ref(c, 'each.key')), member('y["a"]', ref(c, 'each.key')), member('x["b"]', ref(c, 'each.key'))],
      [`fail ${c}["b"]`],
    ],
    [
      'through a module',
      [at(`module.m.${c}`), member('a', ref('module.m.id')), member('b', ref('module.m.id'))],
      [],
      { modules: { 'module.m': { outputs: { id: ref(`${c}.id`) } } } },
    ],
  ];
  judgeCases('db-multi-az', cases);
  it('a member taken away is introduced', () => {
    const cluster: ResourceSpec = { address: c, actions: ['no-op'], after: { cluster_identifier: 'c' } };
    const old = (name: string, actions: string[]): ResourceSpec => ({
      address: `aws_rds_cluster_instance.${name}`,
      actions,
      before: { cluster_identifier: 'c' },
      after: actions[0] === 'delete' ? null : { cluster_identifier: 'c' },
    });
    expect(brought('db-multi-az', cluster, old('a', ['no-op']), old('b', ['delete']))).toEqual([`true ${c}`]);
    expect(brought('db-multi-az', cluster, old('a', ['no-op']))).toEqual([`false ${c}`]);
    expect(judgeOne('db-multi-az', { resources: [at(d, { multi_az: false })] })).toMatchObject([{ severity: 'warn' }]);
  });
});

describe('msk-ha', () => {
  const m = 'aws_msk_cluster.m';
  const cluster = (number_of_broker_nodes: unknown, client_subnets: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    ...at(m, { number_of_broker_nodes, broker_node_group_info: [{ client_subnets }] }),
    ...more,
  });
  const three = ['subnet-a', 'subnet-b', 'subnet-c'];
  const unread = {
    unknown: { broker_node_group_info: [{ client_subnets: true }] },
    expressions: { broker_node_group_info: [{ client_subnets: ref('aws_subnet.s') }] },
  };
  judgeCases('msk-ha', [
    ['three over three', [cluster(3, three)], []],
    ['six over three', [cluster(6, three)], []],
    ['two over two', [cluster(2, three.slice(0, 2))], [`fail ${m}`]],
    ['four over two', [cluster(4, three.slice(0, 2))], [`fail ${m}`]],
    ['two over three', [cluster(2, three)], [`fail ${m}`]],
    ['one subnet thrice', [cluster(3, ['subnet-a', 'subnet-a', 'subnet-a'])], [`fail ${m}`]],
    ['an unknown list', [cluster(3, null, unread)], [`unknown ${m}`]],
    ['an unknown list, too few brokers', [cluster(2, null, unread)], [`fail ${m}`]],
    ['an unknown number', [{ ...cluster(null, three), unknown: { number_of_broker_nodes: true } }], [`unknown ${m}`]],
    ['each', [cluster(2, three, { address: `module.x["a"].${m}` })], [`fail module.x["a"].${m}`]],
  ]);
  it('blocks; two before are not introduced', () => {
    expect(judgeOne('msk-ha', { resources: [cluster(2, three)] })).toMatchObject([{ severity: 'error' }]);
    expect(
      brought('msk-ha', cluster(2, three, { actions: ['update'], before: { number_of_broker_nodes: 2, broker_node_group_info: [{ client_subnets: three }] } })),
    ).toEqual([`false ${m}`]);
  });
});

describe('redshift-serverless, ec2-stateless, memorydb-snapshot', () => {
  judgeCases('redshift-serverless', [
    ['a cluster', [at('aws_redshift_cluster.r')], ['fail aws_redshift_cluster.r']],
    ['a workgroup', [at('aws_redshiftserverless_workgroup.w')], []],
    ['a cluster that goes', [{ address: 'aws_redshift_cluster.r', actions: ['delete'], before: {} }], []],
  ]);
  const i = 'aws_instance.i';
  judgeCases('ec2-stateless', [
    ['with a volume', [at(i, { ebs_block_device: [{ device_name: '/dev/sdb' }] })], [`fail ${i}`]],
    ['without', [at(i, { ebs_block_device: [] })], []],
    ['known after apply', [at(i, {}, { ebs_block_device: true })], [`unknown ${i}`]],
    ['an attachment', [at(i, { ebs_block_device: [] }), at('aws_volume_attachment.a')], ['fail aws_volume_attachment.a']],
    ['each', [at(`module.m["a"].${i}[0]`, { ebs_block_device: [{}] })], [`fail module.m["a"].${i}[0]`]],
  ]);
  const m = 'aws_memorydb_cluster.m';
  judgeCases('memorydb-snapshot', [
    ['kept for a week', [at(m, { snapshot_retention_limit: 7 })], []],
    ['not kept', [at(m, { snapshot_retention_limit: 0 })], [`fail ${m}`]],
    ['null', [at(m, { snapshot_retention_limit: null })], [`fail ${m}`]],
    ['known after apply', [at(m, {}, { snapshot_retention_limit: true })], [`unknown ${m}`]],
  ]);
  it('warn', () => {
    expect(judgeOne('redshift-serverless', { resources: [at('aws_redshift_cluster.r')] })).toMatchObject([{ severity: 'warn', introduced: true }]);
    expect(brought('ec2-stateless', { address: i, actions: ['update'], before: { ebs_block_device: [] }, after: { ebs_block_device: [{}] } })).toEqual([
      `true ${i}`,
    ]);
    expect(
      brought('memorydb-snapshot', { address: m, actions: ['update'], before: { snapshot_retention_limit: 0 }, after: { snapshot_retention_limit: 0 } }),
    ).toEqual([`false ${m}`]);
  });
});
