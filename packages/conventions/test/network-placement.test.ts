/** What stands in which subnets: machines, databases, clusters, file systems. */
import { describe, expect, it } from 'vitest';
import { judgeOne, judgeWith, verdicts } from './judge-one.ts';
import { type PlanSpec, type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const judge = (rule: string, resources: readonly ResourceSpec[], rest: Partial<PlanSpec> = {}) => verdicts(judgeOne(rule, { resources, ...rest }));
const subnets: ResourceSpec[] = ['public', 'private', 'x'].map((name) => ({ address: `aws_subnet.${name}` }));
const id = (tier: string) => ref(`aws_subnet.${tier}.id`);
/** A resource that names subnets of a tier. */
const at = (address: string, attribute: string, tier: string, after: Json = {}): ResourceSpec => ({
  address,
  after,
  unknown: { [attribute]: true },
  expressions: { [attribute]: id(tier) },
});

describe('public-subnet-lb-only', () => {
  it.each([
    ['aws_lb.l', 'subnets'],
    ['aws_elb.l', 'subnets'],
    ['aws_nat_gateway.n', 'subnet_id'],
    ['aws_route_table_association.a', 'subnet_id'],
    ['aws_network_acl.a', 'subnet_ids'],
    ['aws_network_acl_association.a', 'subnet_id'],
  ])('%s may stand in a public subnet', (address, attribute) => {
    expect(judge('public-subnet-lb-only', [...subnets, at(address, attribute, 'public')])).toEqual([]);
  });
  it.each([
    ['aws_instance.i', 'subnet_id'],
    ['aws_db_subnet_group.g', 'subnet_ids'],
    ['aws_eks_node_group.g', 'subnet_ids'],
    ['aws_efs_mount_target.m', 'subnet_id'],
    ['aws_network_interface.n', 'subnet_id'],
    ['aws_autoscaling_group.a', 'vpc_zone_identifier'],
  ])('%s may not', (address, attribute) => {
    expect(judge('public-subnet-lb-only', [...subnets, at(address, attribute, 'public')])).toEqual([`fail ${address}`]);
    expect(judge('public-subnet-lb-only', [...subnets, at(address, attribute, 'private')])).toEqual([]);
    expect(judge('public-subnet-lb-only', [...subnets, at(address, attribute, 'x')])).toEqual([`unknown ${address}`]);
  });
  it('looks into blocks', () => {
    const lambda = (tier: string): ResourceSpec => ({
      address: 'aws_lambda_function.f',
      after: { vpc_config: [{}] },
      unknown: { vpc_config: [{ subnet_ids: true }] },
      expressions: { vpc_config: [{ subnet_ids: id(tier) }] },
    });
    expect(judge('public-subnet-lb-only', [...subnets, lambda('public')])).toEqual(['fail aws_lambda_function.f']);
    expect(judge('public-subnet-lb-only', [...subnets, lambda('private')])).toEqual([]);
  });
  it('leaves control planes to eks-private-subnets', () => {
    const cluster: ResourceSpec = {
      address: 'aws_eks_cluster.c',
      after: { vpc_config: [{}] },
      unknown: { vpc_config: [{ subnet_ids: true }] },
      expressions: { vpc_config: [{ subnet_ids: id('public') }] },
    };
    expect(judge('public-subnet-lb-only', [...subnets, cluster])).toEqual([]);
    expect(judge('eks-private-subnets', [...subnets, cluster])).toEqual(['fail aws_eks_cluster.c']);
  });
  it('lets bastions stand there for System-design-2 only', () => {
    const resources = [...subnets, at('aws_instance.bastion', 'subnet_id', 'public'), at('aws_instance.app', 'subnet_id', 'public')];
    const by = (...profiles: ('opta' | 'sysdesign2' | 'strict')[]) => verdicts(judgeWith('public-subnet-lb-only', { resources }, { profiles }));
    expect(by('sysdesign2')).toEqual(['fail aws_instance.app']);
    expect(by('opta')).toEqual(['fail aws_instance.app', 'fail aws_instance.bastion']);
    expect(by('sysdesign2', 'opta')).toEqual(['fail aws_instance.app', 'fail aws_instance.bastion']);
    expect(by('strict')).toEqual(['fail aws_instance.app', 'fail aws_instance.bastion']);
  });
});

describe('ec2-private', () => {
  const machine = (tier: string, address: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    ...at('aws_instance.i', 'subnet_id', tier, { associate_public_ip_address: address }),
    ...more,
  });
  const fails = ['fail aws_instance.i'];
  it.each([
    ['private', false, []],
    ['private', null, []],
    ['private', true, fails],
    ['private', 'true', fails],
    ['public', false, fails],
    ['public', null, fails],
    ['x', false, ['unknown aws_instance.i']],
    ['x', true, fails],
  ])('in %s, public address %j', (tier, address, expected) => expect(judge('ec2-private', [...subnets, machine(tier, address)])).toEqual(expected));
  it('lets the subnet decide where nobody wrote an address', () => {
    const open = { unknown: { subnet_id: true, associate_public_ip_address: true } };
    expect(judge('ec2-private', [...subnets, machine('private', undefined, open)])).toEqual([]);
    expect(judge('ec2-private', [...subnets, machine('public', undefined, open)])).toEqual(fails);
    const written = { ...open, expressions: { subnet_id: id('private'), associate_public_ip_address: ref('local.open') } };
    expect(judge('ec2-private', [...subnets, machine('private', undefined, written)])).toEqual(['unknown aws_instance.i']);
  });
  it('looks at the interfaces of launch templates', () => {
    const template = (value: unknown): ResourceSpec => ({
      address: 'aws_launch_template.t',
      after: { network_interfaces: [{ associate_public_ip_address: value }] },
    });
    expect(judge('ec2-private', [template('true')])).toEqual(['fail aws_launch_template.t']);
    expect(judge('ec2-private', [template('false')])).toEqual([]);
    expect(judge('ec2-private', [{ address: 'aws_launch_template.t', after: { network_interfaces: [] } }])).toEqual([]);
  });
  it('exempts bastions for System-design-2 only', () => {
    const resources = [...subnets, { ...machine('public', true), address: 'aws_instance.jumphost' }];
    expect(verdicts(judgeWith('ec2-private', { resources }, { profiles: ['sysdesign2'] }))).toEqual([]);
    expect(verdicts(judgeWith('ec2-private', { resources }, { profiles: ['opta'] }))).toEqual(['fail aws_instance.jumphost']);
  });
});

describe.each(['aws_db_subnet_group', 'aws_docdb_subnet_group', 'aws_elasticache_subnet_group', 'aws_memorydb_subnet_group'])(
  'db-private-subnets: %s',
  (type) => {
    it.each([
      ['private', []],
      ['public', [`fail ${type}.g`]],
      ['x', [`unknown ${type}.g`]],
    ])('in %s', (tier, expected) => expect(judge('db-private-subnets', [...subnets, at(`${type}.g`, 'subnet_ids', tier)])).toEqual(expected));
  },
);

describe('db-private-subnets: the group of a database', () => {
  const database = (after: Json, more: Partial<ResourceSpec> = {}): ResourceSpec => ({ address: 'aws_db_instance.d', after, ...more });
  it('is set', () => {
    expect(judge('db-private-subnets', [database({ db_subnet_group_name: 'bank' })])).toEqual([]);
    expect(judge('db-private-subnets', [database({ db_subnet_group_name: null })])).toEqual(['fail aws_db_instance.d']);
    expect(judge('db-private-subnets', [database({}, { unknown: { db_subnet_group_name: true } })])).toEqual(['unknown aws_db_instance.d']);
  });
  it('is one of the plan by reference', () => {
    const by = database({}, { unknown: { db_subnet_group_name: true }, expressions: { db_subnet_group_name: ref('aws_db_subnet_group.g.name') } });
    expect(judge('db-private-subnets', [...subnets, at('aws_db_subnet_group.g', 'subnet_ids', 'private'), by])).toEqual([]);
  });
});

describe('eks-private-subnets', () => {
  const cluster = (tier: string): ResourceSpec => ({
    address: 'aws_eks_cluster.c',
    after: { vpc_config: [{}] },
    unknown: { vpc_config: [{ subnet_ids: true }] },
    expressions: { vpc_config: [{ subnet_ids: id(tier) }] },
  });
  it.each([
    ['private', []],
    ['public', ['fail']],
    ['x', ['unknown']],
  ])('in %s', (tier, expected) => {
    expect(judge('eks-private-subnets', [...subnets, cluster(tier)])).toEqual(expected.map((verdict) => `${verdict} aws_eks_cluster.c`));
    expect(judge('eks-private-subnets', [...subnets, at('aws_eks_node_group.g', 'subnet_ids', tier)])).toEqual(
      expected.map((verdict) => `${verdict} aws_eks_node_group.g`),
    );
  });
  it('says who brought it', () => {
    const known = (tier: string): ResourceSpec => ({ address: `aws_subnet.${tier}`, after: { id: tier }, actions: ['no-op'] });
    const moved = (before: string): ResourceSpec => ({
      address: 'aws_eks_node_group.g',
      before: { subnet_ids: [before] },
      after: { subnet_ids: ['public'] },
      actions: ['delete', 'create'],
    });
    const introduced = (before: string) => judgeOne('eks-private-subnets', { resources: [known('public'), known('private'), moved(before)] })[0]?.introduced;
    expect(introduced('private')).toBe(true);
    expect(introduced('public')).toBe(false);
  });
});

describe('efs-mounts', () => {
  const system: ResourceSpec = { address: 'aws_efs_file_system.f' };
  const two: ResourceSpec[] = ['a', 'b'].map((key) => ({ address: `aws_subnet.private["${key}"]` }));
  const mount = (key: string, groups: unknown = ['sg-1'], more: Json = {}): ResourceSpec => ({
    address: `aws_efs_mount_target.m["${key}"]`,
    after: { security_groups: groups },
    unknown: { file_system_id: true, subnet_id: true, ...more },
    expressions: { file_system_id: ref('aws_efs_file_system.f.id'), subnet_id: ref('aws_subnet.private', 'each.key') },
  });
  it('wants one in each private subnet', () => {
    expect(judge('efs-mounts', [system, ...two, mount('a'), mount('b')])).toEqual([]);
    expect(judge('efs-mounts', [system, ...two, mount('a')])).toEqual(['fail aws_efs_file_system.f']);
    expect(judge('efs-mounts', [system, ...two])).toEqual(['fail aws_efs_file_system.f']);
  });
  it('wants one at least where the plan has no private subnets', () => {
    expect(judge('efs-mounts', [system])).toEqual(['fail aws_efs_file_system.f']);
    const known: ResourceSpec = { ...mount('a'), after: { security_groups: ['sg-1'], subnet_id: 'subnet-1' }, unknown: { file_system_id: true } };
    expect(judge('efs-mounts', [system, known])).toEqual([]);
  });
  it('wants groups on each', () => {
    expect(judge('efs-mounts', [system, ...two, mount('a', []), mount('b', null)])).toEqual([
      'fail aws_efs_mount_target.m["a"]',
      'fail aws_efs_mount_target.m["b"]',
    ]);
    expect(judge('efs-mounts', [system, ...two, mount('a', undefined, { security_groups: true }), mount('b')])).toEqual([
      'unknown aws_efs_mount_target.m["a"]',
    ]);
  });
  it('does not know a mount target that may be anyone’s', () => {
    const loose: ResourceSpec = { ...mount('a'), expressions: { file_system_id: ref('local.system'), subnet_id: ref('aws_subnet.private', 'each.key') } };
    expect(judge('efs-mounts', [system, ...two, loose])).toEqual(['unknown aws_efs_file_system.f']);
  });
});
