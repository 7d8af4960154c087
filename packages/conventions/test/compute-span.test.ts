/** EKS: the private subnets that a node group spans. */
import { describe, expect, it } from 'vitest';
import { judgeOne, verdicts } from './judge-one.ts';
import { type PlanSpec, type ResourceSpec, ref } from './plan-builder.ts';

const judge = (resources: readonly ResourceSpec[], rest: Partial<PlanSpec> = {}) => verdicts(judgeOne('eks-nodegroup-span', { resources, ...rest }));

const vpc = (name = 'v'): ResourceSpec => ({ address: `aws_vpc.${name}`, unknown: { id: true } });
const subnet = (tier: string, key: string, of = 'v'): ResourceSpec => ({
  address: `aws_subnet.${tier}["${of}${key}"]`,
  after: { tags: { Tier: tier } },
  unknown: { id: true, vpc_id: true },
  expressions: { vpc_id: ref(`aws_vpc.v.id`) },
});
const group = (expression: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aws_eks_node_group.g',
  after: { cluster_name: 'bank' },
  unknown: { subnet_ids: true },
  expressions: { subnet_ids: expression },
  ...more,
});
const three = [vpc(), subnet('private', 'a'), subnet('private', 'b'), subnet('private', 'c'), subnet('public', 'a'), subnet('tgw', 'a')];
const all = ref('aws_subnet.private');
const fails = ['fail aws_eks_node_group.g'];

describe('eks-nodegroup-span', () => {
  it('wants every private subnet, and no other', () => {
    expect(judge([...three, group(all)])).toEqual([]);
    expect(judge([...three, group(ref('aws_subnet.private["va"].id'))])).toEqual(fails);
    expect(judge([...three, group(ref('aws_subnet.private["va"].id', 'aws_subnet.private["vb"].id'))])).toEqual(fails);
    expect(judge([...three, group(ref('aws_subnet.private["va"].id', 'aws_subnet.private["vb"].id', 'aws_subnet.private["vc"].id'))])).toEqual([]);
    expect(judge([...three, group(ref('aws_subnet.public["va"].id'))])).toEqual(fails);
  });

  it('names those that are left out, as a warning', () => {
    const [finding] = judgeOne('eks-nodegroup-span', { resources: [...three, group(ref('aws_subnet.private["va"].id'))] });
    expect(finding).toMatchObject({
      severity: 'warn',
      introduced: true,
      message: 'the node group leaves out aws_subnet.private["vb"], aws_subnet.private["vc"]',
      evidence: ['aws_subnet.private["va"].id'],
    });
  });

  it('joins by known ids', () => {
    const known = (key: string): ResourceSpec => ({
      address: `aws_subnet.private["${key}"]`,
      after: { id: `subnet-${key}`, vpc_id: 'vpc-1', tags: { Tier: 'private' } },
      unknown: {},
    });
    const of = (...ids: string[]): ResourceSpec => ({ address: 'aws_eks_node_group.g', after: { subnet_ids: ids } });
    expect(judge([known('a'), known('b'), of('subnet-a', 'subnet-b')])).toEqual([]);
    expect(judge([known('a'), known('b'), of('subnet-a')])).toEqual(fails);
    expect(judge([known('a'), known('b'), of('subnet-a', 'subnet-elsewhere')])).toEqual(fails);
  });

  it('tells each of several groups that only together span the VPC', () => {
    const of = (key: string): ResourceSpec => ({ ...group(ref(`aws_subnet.private["v${key}"].id`)), address: `aws_eks_node_group.${key}` });
    expect(judge([...three, of('a'), of('b'), of('c')])).toEqual(['a', 'b', 'c'].map((key) => `fail aws_eks_node_group.${key}`));
  });

  it('is not judged without private subnets in the plan', () => {
    expect(judge([group(ref('var.subnets'))])).toEqual([]);
    expect(judge([vpc(), subnet('public', 'a'), group(ref('aws_subnet.public["va"].id'))])).toEqual([]);
    expect(judge([{ address: 'aws_eks_node_group.g', after: { subnet_ids: ['subnet-1'] } }])).toEqual([]);
  });

  it('does not know what apply tells', () => {
    expect(judge([...three, group(ref('local.subnets'))])).toEqual(['unknown aws_eks_node_group.g']);
    expect(judge([...three, group(ref('aws_subnet.private["va"].id', 'local.more'))])).toEqual(['unknown aws_eks_node_group.g']);
  });

  it('leaves the VPCs of other clusters alone', () => {
    const other = [vpc('w'), { ...subnet('private', 'x', 'w'), address: 'aws_subnet.far', expressions: { vpc_id: ref('aws_vpc.w.id') } }];
    expect(judge([...three, ...other, group(all)])).toEqual([]);
    const cluster: ResourceSpec = {
      address: 'aws_eks_cluster.c',
      after: { name: 'bank', vpc_config: [{}] },
      unknown: { vpc_config: [{ subnet_ids: true }] },
      expressions: { vpc_config: [{ subnet_ids: ref('aws_subnet.far.id') }] },
    };
    expect(judge([...three, ...other, cluster, group(ref('aws_subnet.far.id'))])).toEqual([]);
    expect(judge([...three, ...other, cluster, group(all)])).toEqual(fails);
  });

  it('follows subnets through the output of a module', () => {
    const inside = (key: string): ResourceSpec => ({ address: `module.net.aws_subnet.private["${key}"]`, after: { vpc_id: 'vpc-1' }, unknown: { id: true } });
    const modules = { 'module.net': { outputs: { private: ref('aws_subnet.private'), one: ref('aws_subnet.private["a"].id') } } };
    expect(judge([inside('a'), inside('b'), group(ref('module.net.private'))], { modules })).toEqual([]);
    expect(judge([inside('a'), inside('b'), group(ref('module.net.one'))], { modules })).toEqual(fails);
  });

  it('says whether this change leaves one out', () => {
    const known = (key: string, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
      address: `aws_subnet.private["${key}"]`,
      after: { id: key, vpc_id: 'vpc-1', tags: { Tier: 'private' } },
      actions: ['no-op'],
      ...more,
    });
    const of = (before: string[], after: string[]): ResourceSpec => ({
      address: 'aws_eks_node_group.g',
      before: { subnet_ids: before },
      after: { subnet_ids: after },
      actions: before.join() === after.join() ? ['no-op'] : ['delete', 'create'],
    });
    const introduced = (...resources: ResourceSpec[]) => judgeOne('eks-nodegroup-span', { resources })[0]?.introduced;
    expect(introduced(known('a'), known('b'), of(['a', 'b'], ['a']))).toBe(true);
    expect(introduced(known('a'), known('b'), of(['a'], ['a']))).toBe(false);
    expect(introduced(known('a'), known('b', { actions: ['create'] }), of(['a'], ['a']))).toBe(true);
  });
});
