/** EKS: logs of the control plane, number and size of nodes. */
import { describe, expect, it } from 'vitest';
import { judgeOne, judgeWith, verdicts } from './judge-one.ts';
import { constant, type PlanSpec, type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const judge = (rule: string, spec: PlanSpec, parameters = {}) => verdicts(judgeOne(rule, spec, parameters));
const one = (address: string, after: Json, more: Partial<ResourceSpec> = {}): PlanSpec => ({ resources: [{ address, after, ...more }] });

describe('eks-logs', () => {
  const it_ = 'aws_eks_cluster.it';
  const logs = (types: unknown, unknown = {}) => one(it_, { enabled_cluster_log_types: types }, { unknown });

  it.each([
    ['all that strict names', ['api', 'audit', 'authenticator'], []],
    ['more, in another order', ['scheduler', 'authenticator', 'audit', 'api'], []],
    ['one of them missing', ['api', 'audit'], [`fail ${it_}`]],
    ['another type only', ['scheduler'], [`fail ${it_}`]],
    ['an empty list', [], [`fail ${it_}`]],
    ['nothing in the list', [null], [`fail ${it_}`]],
    ['null', null, [`fail ${it_}`]],
  ])('strict: %s', (_, types, expected) => expect(judge('eks-logs', logs(types))).toEqual(expected));

  it.each(['mz', 'sysdesign2'] as const)('%s takes any type', (profile) => {
    const of = (types: unknown) => verdicts(judgeWith('eks-logs', logs(types), { profiles: [profile] }));
    expect(of(['scheduler'])).toEqual([]);
    expect(of([])).toEqual([`fail ${it_}`]);
    expect(of(null)).toEqual([`fail ${it_}`]);
  });

  it('takes the strictest of joined profiles', () => {
    expect(verdicts(judgeWith('eks-logs', logs(['api']), { profiles: ['mz', 'strict'] }))).toEqual([`fail ${it_}`]);
    expect(verdicts(judgeWith('eks-logs', logs(['api']), { profiles: ['opta'] }))).toEqual([`fail ${it_}`]);
    expect(judge('eks-logs', logs(['api']), { types: ['api'] })).toEqual([]);
  });

  it('does not know a list or an element that apply tells', () => {
    expect(judge('eks-logs', logs(undefined, { enabled_cluster_log_types: true }))).toEqual([`unknown ${it_}`]);
    expect(judge('eks-logs', logs(['api', 'audit', null], { enabled_cluster_log_types: [false, false, true] }))).toEqual([`unknown ${it_}`]);
    expect(judge('eks-logs', logs(['api', null], { enabled_cluster_log_types: [false, true] }))).toEqual([`fail ${it_}`]);
  });

  it('is introduced by who switches logs off, not by who leaves them off', () => {
    const change = (before: string[], actions = ['update']) =>
      judgeOne('eks-logs', one(it_, { enabled_cluster_log_types: [] }, { before: { enabled_cluster_log_types: before }, actions }))[0]?.introduced;
    expect(change(['api', 'audit', 'authenticator'])).toBe(true);
    expect(change([])).toBe(false);
    expect(change([], ['no-op'])).toBe(false);
    expect(change([], ['delete', 'create'])).toBe(false);
    expect(judgeOne('eks-logs', logs([]))[0]).toMatchObject({ introduced: true, severity: 'error', evidence: ['enabled_cluster_log_types = []'] });
  });

  it('tells which types are missing', () => {
    expect(judgeOne('eks-logs', logs(['audit']))[0]?.message).toBe('api, authenticator are not among the logs of the control plane');
  });
});

describe('eks-min-nodes', () => {
  const it_ = 'aws_eks_node_group.it';
  const sizes = (min: unknown, desired: unknown, unknown = {}) =>
    one(it_, { scaling_config: [{ min_size: min, desired_size: desired, max_size: 9 }] }, { unknown });

  it.each([
    [3, 3, []],
    ['3', '5', []],
    [4, 4, []],
    [1, 3, [`fail ${it_}`]],
    [2, 2, [`fail ${it_}`]],
    [3, 2, [`fail ${it_}`]],
    [0, 0, [`fail ${it_}`]],
    [null, 3, [`fail ${it_}`]],
  ])('min %j, desired %j', (min, desired, expected) => expect(judge('eks-min-nodes', sizes(min, desired))).toEqual(expected));

  it('needs a block', () => {
    expect(judge('eks-min-nodes', one(it_, { scaling_config: [] }))).toEqual([`fail ${it_}`]);
    expect(judge('eks-min-nodes', one(it_, {}, { unknown: { scaling_config: true } }))).toEqual([`unknown ${it_}`]);
  });

  it('does not know a number that apply tells, unless the other is too small', () => {
    expect(judge('eks-min-nodes', sizes(undefined, 3, { scaling_config: [{ min_size: true }] }))).toEqual([`unknown ${it_}`]);
    expect(judge('eks-min-nodes', sizes(3, undefined, { scaling_config: [{ desired_size: true }] }))).toEqual([`unknown ${it_}`]);
    expect(judge('eks-min-nodes', sizes(1, undefined, { scaling_config: [{ desired_size: true }] }))).toEqual([`fail ${it_}`]);
  });

  it('takes the number from the file, also a smaller one', () => {
    expect(judge('eks-min-nodes', sizes(1, 1), { nodes: 1 })).toEqual([]);
    expect(judge('eks-min-nodes', sizes(3, 3), { nodes: 5 })).toEqual([`fail ${it_}`]);
  });

  it('looks at each group, also in modules', () => {
    const group = (key: string, min: number): ResourceSpec => ({
      address: `module.eks.aws_eks_node_group.this["${key}"]`,
      after: { scaling_config: [{ min_size: min, desired_size: 3 }] },
    });
    expect(judge('eks-min-nodes', { resources: [group('a', 3), group('b', 1)] })).toEqual(['fail module.eks.aws_eks_node_group.this["b"]']);
  });
});

describe('eks-node-size', () => {
  const it_ = 'aws_eks_node_group.it';
  const types = (...list: unknown[]) => one(it_, { instance_types: list, launch_template: [] }, { expressions: { instance_types: constant(list) } });
  const fails = [`fail ${it_}`];

  it.each([
    ['m5.large', []],
    ['m5.Large', []],
    ['M6G.LARGE', []],
    ['m7i-flex.large', []],
    ['t3.large', []],
    ['t2.large', []],
    ['r6i.large', []],
    ['x2gd.large', []],
    ['z1d.large', []],
    ['i4i.large', []],
    ['c5.large', fails],
    ['c6gn.large', fails],
    ['c7i-flex.large', fails],
    ['a1.large', fails],
    ['t1.micro', fails],
    ['t2.medium', fails],
    ['t3.medium', fails],
    ['t3a.small', fails],
    ['t4g.nano', fails],
    ['m6g.medium', fails],
    ['r6g.medium', fails],
    ['x2gd.medium', fails],
    ['c5.xlarge', []],
    ['g4dn.xlarge', []],
    ['p4d.24xlarge', []],
    ['inf1.2xlarge', []],
    ['u-6tb1.56xlarge', []],
    ['m5.metal', []],
    ['c7i.metal-24xl', []],
    ['q9.large', [`unknown ${it_}`]],
    ['q9.medium', fails],
    ['large', [`unknown ${it_}`]],
    ['m5.huge', [`unknown ${it_}`]],
  ])('%s', (type, expected) => expect(judge('eks-node-size', types(type))).toEqual(expected));

  it('fails where one of the list is too small', () => {
    expect(judge('eks-node-size', types('m5.large', 't3.medium'))).toEqual(fails);
    expect(judgeOne('eks-node-size', types('m5.large', 't3.medium'))[0]?.message).toBe('t3.medium has 2 vCPUs and 4 GiB by its name; want 2 and 8 at least');
  });

  it('compares by the names where the file asks for more', () => {
    const of = (type: string, parameters: Json) => judge('eks-node-size', types(type), parameters);
    expect(of('m5.large', { vcpus: 4 })).toEqual(fails);
    expect(of('m5.xlarge', { vcpus: 4, 'memory-gib': 16 })).toEqual([]);
    expect(of('c5.xlarge', { vcpus: 4, 'memory-gib': 16 })).toEqual(fails);
    expect(of('c5.2xlarge', { vcpus: 4, 'memory-gib': 16 })).toEqual([]);
    expect(of('r5.large', { 'memory-gib': 16 })).toEqual([]);
    expect(of('m5.4xlarge', { vcpus: 16, 'memory-gib': 64 })).toEqual([]);
    expect(of('g5.xlarge', { 'memory-gib': 16 })).toEqual([`unknown ${it_}`]);
    expect(of('g5.xlarge', { vcpus: 8 })).toEqual(fails);
    expect(of('m5.metal', { vcpus: 96 })).toEqual([`unknown ${it_}`]);
    expect(of('c7i.metal-24xl', { vcpus: 96 })).toEqual([]);
    expect(of('t3.medium', { 'memory-gib': 4 })).toEqual([]);
    expect(of('t2.micro', { vcpus: 1, 'memory-gib': 1 })).toEqual([]);
    expect(of('t2.micro', { 'memory-gib': 1 })).toEqual(fails);
  });

  const template = (after: Json, more: Partial<ResourceSpec> = {}): ResourceSpec => ({ address: 'aws_launch_template.t', after, ...more });
  const group = (after: Json = {}, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: it_,
    after: { launch_template: [{ version: '1' }], ...after },
    unknown: { instance_types: true, launch_template: [{ id: true }] },
    expressions: { launch_template: [{ id: ref('aws_launch_template.t.id') }] },
    ...more,
  });
  it('takes the type of a launch template of the plan', () => {
    expect(judge('eks-node-size', { resources: [group(), template({ instance_type: 'm5.large' })] })).toEqual([]);
    expect(judge('eks-node-size', { resources: [group(), template({ instance_type: 't3.small' })] })).toEqual(fails);
    expect(judge('eks-node-size', { resources: [group(), template({})] })).toEqual([`unknown ${it_}`]);
    expect(judge('eks-node-size', { resources: [group(), template({}, { unknown: { instance_type: true, id: true } })] })).toEqual([`unknown ${it_}`]);
    expect(judge('eks-node-size', { resources: [group()] })).toEqual([`unknown ${it_}`]);
  });
  it('takes its own types first', () => {
    const own = group({ instance_types: ['m5.large'] }, { unknown: { launch_template: [{ id: true }] } });
    expect(judge('eks-node-size', { resources: [own, template({ instance_type: 't3.small' })] })).toEqual([]);
  });
  it('does not know types that apply tells', () => {
    expect(judge('eks-node-size', one(it_, { launch_template: [] }, { unknown: { instance_types: true } }))).toEqual([`unknown ${it_}`]);
    const written = group({}, { expressions: { instance_types: ref('local.types'), launch_template: [{ id: ref('aws_launch_template.t.id') }] } });
    expect(judge('eks-node-size', { resources: [written, template({ instance_type: 'm5.large' })] })).toEqual([`unknown ${it_}`]);
    const half = one(it_, { instance_types: ['t3.small', null] }, { unknown: { instance_types: [false, true] } });
    expect(judge('eks-node-size', half)).toEqual(fails);
  });
  it('is a warning', () => expect(judgeOne('eks-node-size', types('t3.small'))[0]?.severity).toBe('warn'));
  it('says who made the nodes smaller', () => {
    const change = (before: string) =>
      judgeOne('eks-node-size', one(it_, { instance_types: ['t3.small'] }, { before: { instance_types: [before] }, actions: ['delete', 'create'] }))[0]
        ?.introduced;
    expect(change('m5.large')).toBe(true);
    expect(change('t3.nano')).toBe(false);
  });
});
