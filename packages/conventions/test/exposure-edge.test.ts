/** What faces the internet: web ACLs, protection against floods, and everything that is no application load balancer. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const lb = (after: Json = {}, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aws_lb.l',
  after: { internal: false, load_balancer_type: 'application', ...after },
  unknown: { arn: true, id: true },
  ...more,
});
const unplaced = lb({}, { after: { load_balancer_type: 'application' }, unknown: { arn: true, internal: true } });

describe.each([
  ['lb-waf', 'aws_wafv2_web_acl_association'],
  ['lb-waf', 'aws_wafregional_web_acl_association'],
  ['ddos', 'aws_shield_protection'],
])('%s by %s', (rule, type) => {
  const companion = (expression: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: `${type}.c`,
    unknown: { resource_arn: true },
    expressions: { resource_arn: expression },
    ...more,
  });
  const cases: Case[] = [
    ['by reference', [lb(), companion(ref('aws_lb.l.arn'))], []],
    ['none', [lb()], ['fail aws_lb.l']],
    ['none, internal by default of AWS', [lb({ internal: null })], ['fail aws_lb.l']],
    ['internal as text', [lb({ internal: 'true' })], []],
    ['of another', [lb(), { ...lb(), address: 'aws_lb.m' }, companion(ref('aws_lb.m.arn'))], ['fail aws_lb.l']],
    ['unproven', [lb(), companion(ref('local.arn'))], ['unknown aws_lb.l']],
    ['unproven by data', [lb(), companion(ref('data.aws_lb.x.arn'))], ['unknown aws_lb.l']],
    ['unproven, but it has one', [lb(), companion(ref('aws_lb.l.arn')), { ...companion(ref('local.arn')), address: `${type}.d` }], []],
    ['one of two', [lb(), { ...lb(), address: 'aws_lb.m' }, companion(ref('aws_lb.l.arn', 'aws_lb.m.arn'))], ['unknown aws_lb.l', 'unknown aws_lb.m']],
    ['internal', [lb({ internal: true })], []],
    ['a network balancer', [lb({ load_balancer_type: 'network' })], []],
    ['a gateway balancer', [lb({ load_balancer_type: 'gateway' })], []],
    ['nobody knows where it stands', [unplaced], ['unknown aws_lb.l']],
    ['nobody knows where it stands, but it has one', [unplaced, companion(ref('aws_lb.l.arn'))], []],
    [
      'by a known ARN',
      [
        { address: 'aws_lb.l', actions: ['no-op'], after: { internal: false, arn: 'arn:lb', load_balancer_type: 'application' } },
        { address: `${type}.c`, after: { resource_arn: 'arn:lb' } },
      ],
      [],
    ],
    [
      'each instance its own',
      [{ ...lb(), address: 'aws_lb.l["a"]' }, { ...lb(), address: 'aws_lb.l["b"]' }, companion(ref('aws_lb.l', 'each.key'), { address: `${type}.c["a"]` })],
      ['fail aws_lb.l["b"]'],
    ],
    [
      'through modules',
      [{ ...lb(), address: 'module.lb.aws_lb.l' }, companion(ref('var.lb'), { address: `module.edge.${type}.c` })],
      [],
      { modules: { 'module.lb': { outputs: { arn: ref('aws_lb.l.arn') } }, 'module.edge': { expressions: { lb: ref('module.lb.arn') } } } },
    ],
  ];
  judgeCases(rule, cases);

  it('taken away is introduced; never there is not', () => {
    const old: ResourceSpec = { address: 'aws_lb.l', actions: ['no-op'], after: { internal: false, arn: 'arn:lb', load_balancer_type: 'application' } };
    expect(brought(rule, old, { address: `${type}.c`, actions: ['delete'], before: { resource_arn: 'arn:lb' } })).toEqual(['true aws_lb.l']);
    expect(brought(rule, old)).toEqual(['false aws_lb.l']);
    expect(brought(rule, lb())).toEqual(['true aws_lb.l']);
  });
});

it('severities', () => {
  expect(judgeOne('lb-waf', { resources: [lb()] })).toMatchObject([{ severity: 'error' }]);
  expect(judgeOne('ddos', { resources: [lb()] })).toMatchObject([{ severity: 'info' }]);
  expect(judgeOne('public-only-alb', { resources: [lb({ load_balancer_type: 'network' })] })).toMatchObject([{ severity: 'warn' }]);
});

describe('public-only-alb', () => {
  const url = (after: Json, unknown: Json = {}): ResourceSpec => ({ address: 'aws_lambda_function_url.u', after, unknown });
  const eip = (after: Json, unknown: Json = {}, expressions: Json = {}): ResourceSpec => ({ address: 'aws_eip.e', after, unknown, expressions });
  const machine = { address: 'aws_instance.m' };
  const cases: Case[] = [
    ['an application balancer', [lb()], []],
    ['a network balancer', [lb({ load_balancer_type: 'network' })], ['fail aws_lb.l']],
    ['an internal network balancer', [lb({ load_balancer_type: 'network', internal: true })], []],
    ['a network balancer of unknown place', [lb({}, { after: { load_balancer_type: 'network' }, unknown: { internal: true } })], ['unknown aws_lb.l']],
    ['an open function', [url({ authorization_type: 'NONE' })], ['fail aws_lambda_function_url.u']],
    ['a function behind IAM', [url({ authorization_type: 'AWS_IAM' })], []],
    ['nobody knows which', [url({}, { authorization_type: true })], ['unknown aws_lambda_function_url.u']],
    ['an address of an instance', [machine, eip({}, { instance: true }, { instance: ref('aws_instance.m.id') })], ['fail aws_eip.e']],
    ['an address of a known instance', [eip({ instance: 'i-1' })], ['fail aws_eip.e']],
    ['an address of nothing', [eip({ domain: 'vpc', instance: null })], []],
    ['an address for NAT', [eip({ domain: 'vpc' }, { instance: true, network_interface: true })], []],
    ['an address of somebody', [eip({}, { instance: true }, { instance: ref('local.instance') })], ['unknown aws_eip.e']],
    [
      'an association with an instance',
      [machine, eip({}), { address: 'aws_eip_association.a', unknown: { instance_id: true }, expressions: { instance_id: ref('aws_instance.m.id') } }],
      ['fail aws_eip_association.a'],
    ],
    [
      'in a module, each',
      [{ ...url({ authorization_type: 'NONE' }), address: 'module.f["a"].aws_lambda_function_url.u' }],
      ['fail module.f["a"].aws_lambda_function_url.u'],
    ],
  ];
  judgeCases('public-only-alb', cases);
  it('opened now, or open before', () => {
    const change = (before: string): ResourceSpec => ({
      address: 'aws_lambda_function_url.u',
      actions: ['update'],
      before: { authorization_type: before },
      after: { authorization_type: 'NONE' },
    });
    expect(brought('public-only-alb', change('AWS_IAM'))).toEqual(['true aws_lambda_function_url.u']);
    expect(brought('public-only-alb', change('NONE'))).toEqual(['false aws_lambda_function_url.u']);
  });
});
