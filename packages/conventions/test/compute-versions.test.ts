/** EKS: versions and images. */
import { describe, expect, it } from 'vitest';
import { judgeOne, verdicts } from './judge-one.ts';
import { constant, type PlanSpec, type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const judge = (rule: string, resources: readonly ResourceSpec[], parameters = {}, rest: Partial<PlanSpec> = {}) =>
  verdicts(judgeOne(rule, { resources, ...rest }, parameters));

describe('eks-version', () => {
  const cluster = (after: Json, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: 'aws_eks_cluster.c',
    after: { name: 'bank', ...after },
    ...more,
  });
  const group = (after: Json, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: 'aws_eks_node_group.g',
    after: { cluster_name: 'bank', ...after },
    ...more,
  });
  const failC = ['fail aws_eks_cluster.c'];
  const failG = ['fail aws_eks_node_group.g'];

  it.each([
    ['1.18', []],
    ['1.29', []],
    ['1.100', []],
    ['1.17', failC],
    ['1.9', failC],
    ['latest', failC],
    ['', failC],
    [null, failC],
  ])('a cluster of version %j', (version, expected) => expect(judge('eks-version', [cluster({ version })])).toEqual(expected));

  it('does not know a computed version', () => {
    expect(judge('eks-version', [cluster({}, { unknown: { version: true } })])).toEqual(['unknown aws_eks_cluster.c']);
    expect(judge('eks-version', [group({}, { unknown: { version: true } })])).toEqual(['unknown aws_eks_node_group.g']);
  });

  it('takes the floor from the file', () => {
    expect(judge('eks-version', [cluster({ version: '1.29' })], { floor: '1.30' })).toEqual(failC);
    expect(judge('eks-version', [cluster({ version: '1.30' })], { floor: '1.30' })).toEqual([]);
    expect(judge('eks-version', [cluster({ version: '1.9' })], { floor: '1.8' })).toEqual([]);
  });

  it('refuses to go back', () => {
    const change = (before: string, after: string, actions = ['update']) =>
      judgeOne('eks-version', { resources: [cluster({ version: after }, { before: { version: before }, actions })] });
    expect(change('1.29', '1.30')).toEqual([]);
    expect(change('1.30', '1.30')).toEqual([]);
    expect(verdicts(change('1.30', '1.29'))).toEqual(failC);
    expect(change('1.30', '1.29')[0]).toMatchObject({ introduced: true, message: 'version goes back from 1.30 to 1.29' });
    expect(verdicts(change('1.30', '1.29', ['delete', 'create']))).toEqual(failC);
    expect(change('1.16', '1.17')[0]?.introduced).toBe(false);
  });

  it('keeps nodes behind their cluster', () => {
    expect(judge('eks-version', [cluster({ version: '1.29' }), group({ version: '1.29' })])).toEqual([]);
    expect(judge('eks-version', [cluster({ version: '1.29' }), group({ version: '1.28' })])).toEqual([]);
    expect(judge('eks-version', [cluster({ version: '1.9' }), group({ version: '1.10' })], { floor: '1.1' })).toEqual(failG);
    expect(judge('eks-version', [cluster({ version: '1.29' }), group({ version: '1.30' })])).toEqual(failG);
    expect(judge('eks-version', [cluster({ version: '1.29' }), group({ version: '1.30', cluster_name: 'other' })])).toEqual([]);
    expect(judge('eks-version', [cluster({}, { unknown: { version: true } }), group({ version: '1.30' })])).toEqual(['unknown aws_eks_cluster.c']);
    expect(judge('eks-version', [group({ version: null })])).toEqual(failG);
  });

  it('joins nodes and cluster through a module', () => {
    const nodes = (version: string): ResourceSpec => ({
      address: 'module.nodes.aws_eks_node_group.g["a"]',
      after: { version },
      unknown: { cluster_name: true },
      expressions: { cluster_name: ref('var.cluster') },
    });
    const modules = { 'module.nodes': { expressions: { cluster: ref('aws_eks_cluster.c.id') } } };
    const named = cluster({ version: '1.29' }, { unknown: { id: true } });
    expect(judge('eks-version', [named, nodes('1.30')], {}, { modules })).toEqual(['fail module.nodes.aws_eks_node_group.g["a"]']);
    expect(judge('eks-version', [named, nodes('1.29')], {}, { modules })).toEqual([]);
  });

  it('follows a reference to the version of the cluster', () => {
    const follows = group({}, { unknown: { version: true }, expressions: { version: ref('aws_eks_cluster.c.version') } });
    expect(judge('eks-version', [cluster({ version: '1.29' }), follows])).toEqual([]);
    expect(judge('eks-version', [cluster({ version: '1.17' }), follows])).toEqual([...failC, ...failG]);
  });
});

describe('eks-node-ami', () => {
  const it_ = 'aws_eks_node_group.g';
  const group = (after: Json, expressions: Json = {}, unknown: Json = {}): ResourceSpec => ({
    address: it_,
    after: { ami_type: 'AL2023_x86_64_STANDARD', ...after },
    expressions,
    unknown,
  });
  const withTemplate = group({ launch_template: [{ id: 'lt-1' }] });
  const template = (after: Json, expressions: Json = {}, unknown: Json = {}): ResourceSpec => ({
    address: 'aws_launch_template.t',
    after: { id: 'lt-1', ...after },
    expressions,
    unknown,
  });
  const release = { release_version: '1.29.0-20240129' };

  it('wants a managed image', () => {
    expect(judge('eks-node-ami', [group({})])).toEqual([]);
    expect(judge('eks-node-ami', [group({ ami_type: null })])).toEqual([]);
    expect(judge('eks-node-ami', [group({ ami_type: 'CUSTOM' })])).toEqual([`fail ${it_}`]);
    expect(judge('eks-node-ami', [group({ ami_type: undefined }, {}, { ami_type: true })])).toEqual([`unknown ${it_}`]);
    expect(judgeOne('eks-node-ami', { resources: [group({ ami_type: 'CUSTOM' })] })[0]?.severity).toBe('info');
  });

  it('wants no release that is written out', () => {
    expect(judge('eks-node-ami', [group(release, { release_version: constant(release.release_version) })])).toEqual([`fail ${it_}`]);
    expect(judge('eks-node-ami', [group(release, { release_version: ref('data.aws_ssm_parameter.release.value') })])).toEqual([]);
    expect(judge('eks-node-ami', [group(release, { release_version: ref('var.release') })])).toEqual([]);
    expect(judge('eks-node-ami', [group(release)])).toEqual([]);
    expect(judge('eks-node-ami', [group({}, { release_version: constant(null) }, { release_version: true })])).toEqual([]);
  });

  it('sees a release that a module call writes out', () => {
    const inside: ResourceSpec = { ...group(release, { release_version: ref('var.release') }), address: 'module.m.aws_eks_node_group.g' };
    const call = (release_: unknown) => judge('eks-node-ami', [inside], {}, { modules: { 'module.m': { expressions: { release: release_ } } } });
    expect(call(constant('1.29.0-20240129'))).toEqual(['fail module.m.aws_eks_node_group.g']);
    expect(call(ref('data.aws_ssm_parameter.release.value'))).toEqual([]);
    expect(call(ref('var.release'))).toEqual([]);
  });

  it('wants no image that is written out in the launch template', () => {
    const image = { image_id: 'ami-0abc' };
    expect(judge('eks-node-ami', [withTemplate, template(image, { image_id: constant('ami-0abc') })])).toEqual([`fail ${it_}`]);
    expect(judge('eks-node-ami', [withTemplate, template(image, { image_id: ref('data.aws_ami.eks.id') })])).toEqual([]);
    expect(judge('eks-node-ami', [group({}), template(image, { image_id: constant('ami-0abc') })])).toEqual([]);
  });

  it('wants new versions of the template to be used', () => {
    expect(judge('eks-node-ami', [withTemplate, template({ update_default_version: true })])).toEqual([]);
    expect(judge('eks-node-ami', [withTemplate, template({ update_default_version: false })])).toEqual(['fail aws_launch_template.t']);
    expect(judge('eks-node-ami', [withTemplate, template({}, {}, { update_default_version: true })])).toEqual(['unknown aws_launch_template.t']);
    expect(judge('eks-node-ami', [group({}), template({ update_default_version: false })])).toEqual([]);
  });
});
