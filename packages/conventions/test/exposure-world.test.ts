/** Security groups that are open to the world. */
import { describe, expect, it } from 'vitest';
import { bare, everywhere, from, from6, g, groupAt, inline, type Json, modern, old, r1, r2, tcp } from './group-builder.ts';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { type ResourceSpec, ref } from './plan-builder.ts';

const balancer = (internal: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aws_lb.l',
  after: { load_balancer_type: 'application', ...(internal === undefined ? {} : { internal }) },
  unknown: { arn: true, security_groups: true, ...(internal === undefined ? { internal: true } : {}) },
  expressions: { security_groups: ref(`${g}.id`) },
  ...more,
});

describe('sg-world-open', () => {
  const ranges: Case[] = [
    ['0.0.0.0/0', [inline(tcp(22, everywhere))], [`fail ${g}`]],
    ['::/0', [inline(tcp(22, from6('::/0')))], [`fail ${g}`]],
    ['among others', [inline(tcp(22, from('10.0.0.0/8')), tcp(23, from('10.0.0.0/8', '0.0.0.0/0')))], [`fail ${g}`]],
    ['half the world', [inline(tcp(22, from('0.0.0.0/1')))], [`fail ${g}`]],
    ['the other half', [inline(tcp(22, from('128.0.0.0/1')))], [`fail ${g}`]],
    ['half the IPv6 world', [inline(tcp(22, from6('8000::/1')))], [`fail ${g}`]],
    ['all that is global in IPv6', [inline(tcp(22, from6('2000::/3')))], [`fail ${g}`]],
    ['a public /7', [inline(tcp(22, from('8.0.0.0/7')))], [`fail ${g}`]],
    ['a public /8', [inline(tcp(22, from('8.0.0.0/8')))], []],
    ['a private /8', [inline(tcp(22, from('10.0.0.0/8')))], []],
    ['local IPv6', [inline(tcp(22, from6('fc00::/7')))], []],
    ['a prefix list', [inline(tcp(22, { prefix_list_ids: ['pl-1'] }))], []],
    ['another group', [inline(tcp(22, { security_groups: ['sg-1'] }))], []],
    ['every protocol', [inline({ protocol: '-1', from_port: 0, to_port: 0, ...everywhere })], [`fail ${g}`]],
    ['ping', [inline({ protocol: 'icmp', from_port: 8, to_port: 0, ...everywhere })], [`fail ${g}`]],
    ['the default group', [groupAt('aws_default_security_group.d', tcp(22, everywhere))], ['fail aws_default_security_group.d']],
    ['no ingress', [inline()], []],
    ['inline rules left to rule resources', [bare], []],
    ['egress', [{ address: g, after: { ingress: [], egress: [tcp(443, everywhere)] } }], []],
  ];
  judgeCases('sg-world-open', ranges);

  const rules: Case[] = [
    ['a rule resource', [bare, old(r1, tcp(22, everywhere))], [`fail ${r1}`]],
    ['a rule resource, IPv6', [bare, old(r1, tcp(22, from6('::/0')))], [`fail ${r1}`]],
    ['egress by a rule resource', [bare, old(r1, tcp(22, { ...everywhere, type: 'egress' }))], []],
    ['an ingress rule', [bare, modern(r2, { cidr_ipv4: '0.0.0.0/0', from_port: 22, to_port: 22 })], [`fail ${r2}`]],
    ['an ingress rule, IPv6', [bare, modern(r2, { cidr_ipv6: '::/0', from_port: 22, to_port: 22 })], [`fail ${r2}`]],
    ['an ingress rule, private', [bare, modern(r2, { cidr_ipv4: '10.1.0.0/16', from_port: 22, to_port: 22 })], []],
    ['an egress rule', [bare, { address: 'aws_vpc_security_group_egress_rule.r', after: { cidr_ipv4: '0.0.0.0/0', ip_protocol: '-1' } }], []],
    [
      'two rules, one finding each',
      [bare, old(r1, tcp(22, everywhere)), old('aws_security_group_rule.s', tcp(23, everywhere))],
      [`fail ${r1}`, 'fail aws_security_group_rule.s'],
    ],
    [
      'a source known after apply',
      [bare, { ...old(r1, tcp(22, {})), unknown: { cidr_blocks: true, security_group_id: true }, expressions: { cidr_blocks: ref('aws_eip.e.public_ip') } }],
      [`unknown ${r1}`],
    ],
    [
      'an inline source known after apply',
      [{ address: g, after: { ingress: [tcp(22, {})] }, unknown: { ingress: [{ cidr_blocks: true }] } }],
      [`unknown ${g}`],
    ],
    ['an inline group known after apply', [{ address: g, after: { ingress: [tcp(22, {})] }, unknown: { ingress: [{ security_groups: true }] } }], []],
    [
      'an ingress rule from a group known after apply',
      [bare, { ...modern(r2, { from_port: 22, to_port: 22 }), unknown: { referenced_security_group_id: true, security_group_id: true } }],
      [],
    ],
    [
      'a source that nobody knows beats nothing: the world fails',
      [{ address: g, after: { ingress: [tcp(22, {}), tcp(23, everywhere)] }, unknown: { ingress: [{ cidr_blocks: true }, false] } }],
      [`fail ${g}`],
    ],
  ];
  judgeCases('sg-world-open', rules);

  const exempt: Case[] = [
    ['443 of an internet-facing balancer', [inline(tcp(443, everywhere)), balancer(false)], []],
    ['80, both families', [inline(tcp(80, { ...everywhere, ...from6('::/0') })), balancer(false)], []],
    ['protocol by number', [inline({ ...tcp(443, everywhere), protocol: '6' }), balancer(false)], []],
    ['443 of a group without balancer', [inline(tcp(443, everywhere))], [`fail ${g}`]],
    ['443 of an internal balancer', [inline(tcp(443, everywhere)), balancer(true)], [`fail ${g}`]],
    ['443 of a balancer of unknown place', [inline(tcp(443, everywhere)), balancer(undefined)], [`unknown ${g}`]],
    ['8080 of an internet-facing balancer', [inline(tcp(8080, everywhere)), balancer(false)], [`fail ${g}`]],
    ['80 to 443', [inline({ protocol: 'tcp', from_port: 80, to_port: 443, ...everywhere }), balancer(false)], [`fail ${g}`]],
    ['443 by UDP', [inline({ ...tcp(443, everywhere), protocol: 'udp' }), balancer(false)], [`fail ${g}`]],
    ['every protocol', [inline({ protocol: '-1', from_port: 0, to_port: 0, ...everywhere }), balancer(false)], [`fail ${g}`]],
    ['80 and 22', [inline(tcp(80, everywhere), tcp(22, everywhere)), balancer(false)], [`fail ${g}`]],
    ['a rule resource of the balancer’s group', [bare, old(r1, tcp(443, everywhere)), balancer(false)], []],
    ['an ingress rule of the balancer’s group', [bare, modern(r2, { cidr_ipv4: '0.0.0.0/0', from_port: 443, to_port: 443 }), balancer(false)], []],
    [
      'by known ids',
      [
        { address: g, actions: ['update'], before: { id: 'sg-1', ingress: [] }, after: { id: 'sg-1', ingress: [tcp(443, everywhere)] } },
        { address: 'aws_lb.l', actions: ['no-op'], after: { internal: false, load_balancer_type: 'application', security_groups: ['sg-1'] } },
      ],
      [],
    ],
    [
      'through modules',
      [
        { ...inline(tcp(443, everywhere)), address: 'module.sg.aws_security_group.g' },
        { ...balancer(false), address: 'module.lb.aws_lb.l', expressions: { security_groups: ref('var.groups') } },
      ],
      [],
      { modules: { 'module.sg': { outputs: { id: ref('aws_security_group.g.id') } }, 'module.lb': { expressions: { groups: ref('module.sg.id') } } } },
    ],
    [
      'each instance by its own balancer',
      [
        groupAt(`${g}["a"]`, tcp(443, everywhere)),
        groupAt(`${g}["b"]`, tcp(443, everywhere)),
        { ...balancer(false), address: 'aws_lb.l["a"]', expressions: { security_groups: ref(g, 'each.key') } },
      ],
      [`fail ${g}["b"]`],
    ],
    [
      'a balancer whose groups nothing tells',
      [inline(tcp(443, everywhere)), balancer(false, { expressions: { security_groups: ref('local.groups') } })],
      [`unknown ${g}`],
    ],
  ];
  judgeCases('sg-world-open', exempt);

  it('tells what is open, from where', () => {
    const [finding] = judgeOne('sg-world-open', { resources: [inline(tcp(22, everywhere))] });
    expect(`${finding?.message} ${finding?.evidence.join()}`).toMatch(/0\.0\.0\.0\/0/);
    expect(finding).toMatchObject({ severity: 'error', introduced: true });
  });
  it('opened by an update is introduced; open before is not', () => {
    const change = (before: Json[], after: Json[]): ResourceSpec => ({
      address: g,
      actions: ['update'],
      before: { ingress: before },
      after: { ingress: after },
    });
    expect(brought('sg-world-open', change([], [tcp(22, everywhere)]))).toEqual([`true ${g}`]);
    expect(brought('sg-world-open', change([tcp(22, everywhere)], [tcp(22, everywhere), tcp(23, everywhere)]))).toEqual([`false ${g}`]);
  });
  it('a balancer taken away lays its group bare', () => {
    const group: ResourceSpec = { address: g, actions: ['no-op'], after: { id: 'sg-1', ingress: [tcp(443, everywhere)] } };
    const was = { internal: false, load_balancer_type: 'application', security_groups: ['sg-1'] };
    expect(brought('sg-world-open', group, { address: 'aws_lb.l', actions: ['delete'], before: was })).toEqual([`true ${g}`]);
    expect(brought('sg-world-open', group)).toEqual([`false ${g}`]);
  });
});
