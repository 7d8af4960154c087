/** Instance metadata: machines, templates, node groups, the account. */
import { describe, expect, it } from 'vitest';
import { judgeOne, verdicts } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const judge = (rule: string, resources: readonly ResourceSpec[], parameters = {}) => verdicts(judgeOne(rule, { resources }, parameters));
const defaults = (tokens: unknown, unknown: Json = {}): ResourceSpec => ({
  address: 'aws_ec2_instance_metadata_defaults.d',
  after: { http_tokens: tokens },
  unknown,
});

describe.each(['aws_launch_template', 'aws_instance', 'aws_launch_configuration'])('imds-v2 on %s', (type) => {
  const it_ = `${type}.it`;
  const machine = (options: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: it_,
    after: { metadata_options: options },
    expressions: { metadata_options: [{}] },
    ...more,
  });
  const unset: ResourceSpec = { address: it_, after: {}, unknown: { metadata_options: true } };

  it.each([
    ['tokens required', [{ http_tokens: 'required' }], []],
    ['tokens optional', [{ http_tokens: 'optional' }], [`fail ${it_}`]],
    ['tokens not set', [{ http_endpoint: 'enabled', http_tokens: null }], [`fail ${it_}`]],
    ['no endpoint', [{ http_endpoint: 'disabled', http_tokens: 'optional' }], []],
    ['an endpoint without tokens', [{ http_endpoint: 'enabled', http_tokens: 'optional' }], [`fail ${it_}`]],
    ['no block', [], [`fail ${it_}`]],
    ['null', null, [`fail ${it_}`]],
  ])('%s', (_, options, expected) => expect(judge('imds-v2', [machine(options)])).toEqual(expected));

  it('fails a block that nobody wrote, although the provider calls it unknown', () => {
    expect(judge('imds-v2', [unset])).toEqual([`fail ${it_}`]);
    expect(judgeOne('imds-v2', { resources: [unset] })[0]).toMatchObject({ severity: 'error', evidence: ['metadata_options = (known after apply)'] });
  });

  it('lets the account answer where it requires tokens', () => {
    expect(judge('imds-v2', [unset, defaults('required')])).toEqual([]);
    expect(judge('imds-v2', [machine([]), defaults('required')])).toEqual([]);
    expect(judge('imds-v2', [unset, defaults('optional')])).toEqual([`fail ${it_}`]);
    expect(judge('imds-v2', [unset, defaults('no-preference')])).toEqual([`fail ${it_}`]);
    expect(judge('imds-v2', [unset, defaults(undefined, { http_tokens: true })])).toEqual([`unknown ${it_}`]);
    expect(judge('imds-v2', [machine([{ http_tokens: 'optional' }]), defaults('required')])).toEqual([`fail ${it_}`]);
    expect(judge('imds-v2', [unset, { ...defaults('required'), actions: ['delete'], before: { http_tokens: 'required' }, after: null }])).toEqual([
      `fail ${it_}`,
    ]);
  });

  it('does not know what somebody wrote and apply tells', () => {
    expect(judge('imds-v2', [{ ...unset, expressions: { metadata_options: [{ http_tokens: ref('local.tokens') }] } }])).toEqual([`unknown ${it_}`]);
    const open = { unknown: { metadata_options: [{ http_tokens: true }] } };
    expect(judge('imds-v2', [machine([{}], open)])).toEqual([`unknown ${it_}`]);
    expect(judge('imds-v2', [machine([{}], { ...open, expressions: { metadata_options: [{ http_tokens: ref('local.tokens') }] } })])).toEqual([
      `unknown ${it_}`,
    ]);
    const endpoint = { unknown: { metadata_options: [{ http_endpoint: true }] }, expressions: { metadata_options: [{ http_endpoint: ref('local.on') }] } };
    expect(judge('imds-v2', [machine([{ http_tokens: 'optional' }], endpoint)])).toEqual([`unknown ${it_}`]);
    expect(judge('imds-v2', [machine([{ http_tokens: 'optional' }], { unknown: endpoint.unknown })])).toEqual([`fail ${it_}`]);
  });

  it('says who brought it', () => {
    const change = (before: unknown, actions: string[]) =>
      judgeOne('imds-v2', { resources: [machine([{ http_tokens: 'optional' }], { before: { metadata_options: before }, actions })] })[0]?.introduced;
    expect(change([{ http_tokens: 'required' }], ['update'])).toBe(true);
    expect(change([{ http_tokens: 'optional' }], ['update'])).toBe(false);
    expect(change([], ['delete', 'create'])).toBe(false);
  });

  it('is not judged where it goes', () => {
    expect(judge('imds-v2', [{ address: it_, actions: ['delete'], before: { metadata_options: [] } }])).toEqual([]);
  });
});

describe('imds-v2 and launch templates', () => {
  const good: ResourceSpec = { address: 'aws_launch_template.t', after: { metadata_options: [{ http_tokens: 'required' }] } };
  const bad: ResourceSpec = { address: 'aws_launch_template.t', after: { metadata_options: [] } };
  const by = (address: string, expression: unknown = ref('aws_launch_template.t.id')): ResourceSpec => ({
    address,
    after: { launch_template: [{ version: '1' }] },
    unknown: { launch_template: [{ id: true }], metadata_options: true },
    expressions: { launch_template: [{ id: expression }] },
  });
  const group = 'aws_eks_node_group.g';

  it('a node group names one of the plan', () => {
    expect(judge('imds-v2', [by(group), good])).toEqual([]);
    expect(judge('imds-v2', [by(group), bad])).toEqual(['fail aws_launch_template.t']);
    expect(judge('imds-v2', [by(group, ref('local.template'))])).toEqual([`unknown ${group}`]);
    expect(judge('imds-v2', [{ address: group, after: { launch_template: [{ id: 'lt-1' }] } }])).toEqual([`unknown ${group}`]);
    expect(
      judge('imds-v2', [
        { address: group, after: { launch_template: [{ name: 'n' }] } },
        { ...good, after: { ...good.after, name: 'n' } },
      ]),
    ).toEqual([]);
  });
  it('a node group has to name one', () => {
    expect(judge('imds-v2', [{ address: group, after: { launch_template: [] } }])).toEqual([`fail ${group}`]);
    expect(judge('imds-v2', [{ address: group, after: {}, unknown: { launch_template: true } }])).toEqual([`unknown ${group}`]);
    expect(judge('imds-v2', [{ address: group, after: { launch_template: [] } }, defaults('required')])).toEqual([`fail ${group}`]);
  });
  it('finds the template through a module and keys', () => {
    const inside: ResourceSpec = { ...by('module.ng["a"].aws_eks_node_group.g', ref('var.template')) };
    const keyed = (key: string, tokens: string): ResourceSpec => ({
      address: `aws_launch_template.t["${key}"]`,
      after: { metadata_options: [{ http_tokens: tokens }] },
    });
    const modules = { 'module.ng': { expressions: { template: ref('aws_launch_template.t["a"].id') } } };
    expect(verdicts(judgeOne('imds-v2', { resources: [inside, keyed('a', 'required'), keyed('b', 'optional')], modules }))).toEqual([
      'fail aws_launch_template.t["b"]',
    ]);
  });
  it('an instance takes what it does not say from its template', () => {
    expect(judge('imds-v2', [by('aws_instance.i'), good])).toEqual([]);
    expect(judge('imds-v2', [by('aws_instance.i'), bad])).toEqual(['fail aws_launch_template.t']);
    expect(judge('imds-v2', [by('aws_instance.i', ref('local.template'))])).toEqual(['unknown aws_instance.i']);
    const own = {
      ...by('aws_instance.i'),
      after: { launch_template: [{}], metadata_options: [{ http_tokens: 'optional' }] },
      unknown: { launch_template: [{ id: true }] },
    };
    expect(judge('imds-v2', [own, good])).toEqual(['fail aws_instance.i']);
  });
});

describe('imds-default', () => {
  const it_ = 'aws_ec2_instance_metadata_defaults.d';
  it.each([
    ['required', []],
    ['optional', [`fail ${it_}`]],
    ['no-preference', [`fail ${it_}`]],
    [null, [`fail ${it_}`]],
  ])('%j', (tokens, expected) => expect(judge('imds-default', [defaults(tokens)])).toEqual(expected));
  it('does not know what apply tells', () => expect(judge('imds-default', [defaults(undefined, { http_tokens: true })])).toEqual([`unknown ${it_}`]));
  it('is an information', () => expect(judgeOne('imds-default', { resources: [defaults('optional')] })[0]?.severity).toBe('info'));
});

describe('things of the account that a stack need not hold', () => {
  const rules: [rule: string, type: string, after: Json, expressions: Json][] = [
    ['imds-default', 'aws_ec2_instance_metadata_defaults', { http_tokens: 'required' }, {}],
    ['inspector', 'aws_inspector2_enabler', { resource_types: ['ECR', 'EC2'] }, {}],
    [
      'cloudtrail',
      'aws_cloudtrail',
      { is_organization_trail: true, is_multi_region_trail: true, enable_log_file_validation: true, kms_key_id: 'alias/trail' },
      { kms_key_id: constant('alias/trail') },
    ],
  ];
  const all = ['ebs-default', 'security-services', ...rules.map(([rule]) => rule)];
  it.each(all)('%s: absence is a finding of the plan only where it is required', (rule) => {
    expect(judge(rule, [])).toEqual([]);
    expect(judge(rule, [], { required: false })).toEqual([]);
    expect(judge(rule, [], { required: true })).toEqual(['fail plan']);
    expect(judgeOne(rule, { resources: [] }, { required: true })[0]?.introduced).toBe(false);
  });
  it.each(rules)('%s: present is enough', (rule, type, after, expressions) => {
    expect(judge(rule, [{ address: `${type}.it`, after, expressions }], { required: true })).toEqual([]);
  });
  it.each(rules)('%s: taking it away is introduced', (rule, type, before) => {
    const [finding] = judgeOne(rule, { resources: [{ address: `${type}.it`, before, actions: ['delete'] }] }, { required: true });
    expect(finding).toMatchObject({ address: 'plan', verdict: 'fail', introduced: true });
  });
  it('ebs-default: the key alone is not the default', () => {
    const key: ResourceSpec = { address: 'aws_ebs_default_kms_key.k', after: { key_arn: 'alias/ebs' }, expressions: { key_arn: constant('alias/ebs') } };
    expect(judge('ebs-default', [key], { required: true })).toEqual(['fail plan']);
    expect(judge('ebs-default', [key])).toEqual([]);
  });
});
