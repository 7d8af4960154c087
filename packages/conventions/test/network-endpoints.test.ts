/** Who can be reached from outside: databases, brokers, the API of clusters, Redshift; and groups of databases. */
import { describe, expect, it } from 'vitest';
import { judgeOne, judgeWith, verdicts } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const judge = (rule: string, resources: readonly ResourceSpec[]) => verdicts(judgeOne(rule, { resources }));

describe.each(['aws_db_instance.d', 'aws_rds_cluster_instance.d'])('rds-public on %s', (address) => {
  it.each([
    [false, []],
    ['false', []],
    [null, []],
    [true, [`fail ${address}`]],
    ['true', [`fail ${address}`]],
  ])('publicly_accessible = %j', (publicly_accessible, expected) =>
    expect(judge('rds-public', [{ address, after: { publicly_accessible } }])).toEqual(expected),
  );
  it('does not know what apply tells', () => {
    expect(judge('rds-public', [{ address, after: {}, unknown: { publicly_accessible: true } }])).toEqual([`unknown ${address}`]);
  });
  it('says who opened it', () => {
    const change = (before: boolean) =>
      judgeOne('rds-public', {
        resources: [{ address, before: { publicly_accessible: before }, after: { publicly_accessible: true }, actions: ['update'] }],
      })[0];
    expect(change(false)).toMatchObject({ introduced: true, severity: 'error' });
    expect(change(true)?.introduced).toBe(false);
  });
});

describe('rds-public on MSK', () => {
  const it_ = 'aws_msk_cluster.m';
  const brokers = (connectivity_info: unknown, unknown: Json = {}): ResourceSpec => ({
    address: it_,
    after: { broker_node_group_info: [{ connectivity_info }] },
    unknown,
  });
  it.each([
    [[{ public_access: [{ type: 'DISABLED' }] }], []],
    [[{ public_access: [] }], []],
    [[], []],
    [[{ public_access: [{ type: 'SERVICE_PROVIDED_EIPS' }] }], [`fail ${it_}`]],
  ])('%j', (info, expected) => expect(judge('rds-public', [brokers(info)])).toEqual(expected));
  it('does not know what apply tells', () => {
    expect(judge('rds-public', [brokers(undefined, { broker_node_group_info: [{ connectivity_info: true }] })])).toEqual([`unknown ${it_}`]);
  });
});

describe('eks-private-endpoint', () => {
  const it_ = 'aws_eks_cluster.c';
  const cluster = (config: Json, unknown: Json = {}, expressions: Json = {}): ResourceSpec => ({
    address: it_,
    after: { vpc_config: [config] },
    unknown: { vpc_config: [unknown] },
    expressions: { vpc_config: [expressions] },
  });
  const inside = { endpoint_private_access: true, endpoint_public_access: false };
  const open = { endpoint_private_access: true, endpoint_public_access: true };
  const by = (one: ResourceSpec, ...profiles: ('opta' | 'mz' | 'sysdesign2')[]) =>
    verdicts(judgeWith('eks-private-endpoint', { resources: [one] }, { profiles }));

  it.each([
    [inside, []],
    [{ endpoint_private_access: 'true', endpoint_public_access: 'false' }, []],
    [open, [`fail ${it_}`]],
    [{ ...open, public_access_cidrs: ['192.0.2.0/24'] }, [`fail ${it_}`]],
    [{ endpoint_private_access: false, endpoint_public_access: false }, [`fail ${it_}`]],
    [{ endpoint_private_access: null, endpoint_public_access: false }, [`fail ${it_}`]],
    [{ endpoint_private_access: true, endpoint_public_access: null }, [`fail ${it_}`]],
  ])('%j', (config, expected) => expect(judge('eks-private-endpoint', [cluster(config)])).toEqual(expected));

  it('does not know what apply tells', () => {
    expect(judge('eks-private-endpoint', [cluster({ endpoint_private_access: true }, { endpoint_public_access: true })])).toEqual([`unknown ${it_}`]);
    expect(judge('eks-private-endpoint', [cluster({ endpoint_public_access: false }, { endpoint_private_access: true })])).toEqual([`unknown ${it_}`]);
  });

  it('opta takes a public endpoint, but not for everyone', () => {
    const to = (...public_access_cidrs: string[]) => cluster({ ...open, public_access_cidrs });
    expect(by(cluster(inside), 'opta')).toEqual([]);
    expect(by(to('192.0.2.0/24'), 'opta')).toEqual([]);
    expect(by(to('0.0.0.0/0'), 'opta')).toEqual([`fail ${it_}`]);
    expect(by(to('192.0.2.0/24', '0.0.0.0/0'), 'opta')).toEqual([`fail ${it_}`]);
    expect(by(cluster(open, { public_access_cidrs: true }), 'opta')).toEqual([`unknown ${it_}`]);
    const maybe = (...public_access_cidrs: string[]) => cluster({ endpoint_private_access: true, public_access_cidrs }, { endpoint_public_access: true });
    expect(by(maybe('0.0.0.0/0'), 'opta')).toEqual([`unknown ${it_}`]);
    expect(by(maybe('192.0.2.0/24'), 'opta')).toEqual([]);
  });

  it('takes the strictest of joined profiles, and the word of the file', () => {
    const limited = cluster({ ...open, public_access_cidrs: ['192.0.2.0/24'] });
    expect(by(limited, 'mz')).toEqual([`fail ${it_}`]);
    expect(by(limited, 'sysdesign2')).toEqual([`fail ${it_}`]);
    expect(by(limited, 'mz', 'opta')).toEqual([`fail ${it_}`]);
    expect(verdicts(judgeOne('eks-private-endpoint', { resources: [limited] }, { public: 'restricted' }))).toEqual([]);
    const wide = cluster({ ...open, public_access_cidrs: ['0.0.0.0/0'] });
    expect(verdicts(judgeOne('eks-private-endpoint', { resources: [wide] }, { public: 'restricted' }))).toEqual([`fail ${it_}`]);
    expect(verdicts(judgeOne('eks-private-endpoint', { resources: [wide] }, { public: 'true' }))).toEqual([]);
    expect(verdicts(judgeOne('eks-private-endpoint', { resources: [wide] }, { public: 'false' }))).toEqual([`fail ${it_}`]);
  });
});

describe('redshift-private', () => {
  const subnets: ResourceSpec[] = ['public', 'private', 'x'].map((name) => ({ address: `aws_subnet.${name}` }));
  const group = (tier: string): ResourceSpec => ({
    address: 'aws_redshift_subnet_group.g',
    after: { name: 'g' },
    unknown: { subnet_ids: true },
    expressions: { subnet_ids: ref(`aws_subnet.${tier}.id`) },
  });
  const cluster = (after: Json = {}): ResourceSpec => ({
    address: 'aws_redshift_cluster.c',
    after: { publicly_accessible: false, vpc_security_group_ids: ['sg-1'], cluster_subnet_group_name: 'g', ...after },
  });
  const workgroup = (tier: string, after: Json = {}): ResourceSpec => ({
    address: 'aws_redshiftserverless_workgroup.w',
    after: { publicly_accessible: false, security_group_ids: ['sg-1'], ...after },
    unknown: { subnet_ids: true },
    expressions: { subnet_ids: ref(`aws_subnet.${tier}.id`) },
  });
  const rule = (...resources: ResourceSpec[]) => judge('redshift-private', [...subnets, ...resources]);
  it('wants a cluster inside', () => {
    const bad = ['fail aws_redshift_cluster.c'];
    expect(rule(cluster(), group('private'))).toEqual([]);
    expect(rule(cluster({ publicly_accessible: true }), group('private'))).toEqual(bad);
    expect(rule(cluster({ vpc_security_group_ids: [] }), group('private'))).toEqual(bad);
    expect(rule(cluster({ vpc_security_group_ids: null }), group('private'))).toEqual(bad);
    expect(rule(cluster({ cluster_subnet_group_name: null }))).toEqual(bad);
    expect(rule(cluster(), group('x'))).toHaveLength(1);
    expect(rule(cluster(), group('x'))[0]).toMatch(/^unknown /);
    expect(rule(cluster(), group('public'))[0]).toMatch(/^fail /);
    expect(rule(cluster())).toEqual(['unknown aws_redshift_cluster.c']);
  });
  it('wants a workgroup inside', () => {
    const bad = ['fail aws_redshiftserverless_workgroup.w'];
    expect(rule(workgroup('private'))).toEqual([]);
    expect(rule(workgroup('public'))).toEqual(bad);
    expect(rule(workgroup('private', { publicly_accessible: true }))).toEqual(bad);
    expect(rule(workgroup('private', { security_group_ids: [] }))).toEqual(bad);
    expect(rule(workgroup('x'))).toEqual(['unknown aws_redshiftserverless_workgroup.w']);
  });
});

describe.each(['aws_db_instance', 'aws_rds_cluster'])('rds-sg on %s', (type) => {
  const it_ = `${type}.d`;
  const one = (after: Json, more: Partial<ResourceSpec> = {}) => judge('rds-sg', [{ address: it_, after, ...more }]);
  it('wants a list that is not empty', () => {
    expect(one({ vpc_security_group_ids: ['sg-1'] }, { expressions: { vpc_security_group_ids: constant(['sg-1']) } })).toEqual([]);
    expect(one({ vpc_security_group_ids: [] })).toEqual([`fail ${it_}`]);
    expect(one({ vpc_security_group_ids: null })).toEqual([`fail ${it_}`]);
  });
  it('takes a list by reference', () => {
    expect(one({}, { unknown: { vpc_security_group_ids: true }, expressions: { vpc_security_group_ids: ref('aws_security_group.db.id') } })).toEqual([]);
    expect(one({}, { unknown: { vpc_security_group_ids: true } })).toEqual([`unknown ${it_}`]);
  });
});
