/** Security groups that open all ports, or SSH from wide ranges. */
import { describe, expect, it } from 'vitest';
import { bare, everywhere, from, from6, g, groupAt, inline, type Json, modern, old, r1, r2, tcp } from './group-builder.ts';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, ref } from './plan-builder.ts';

describe('sg-all-ports', () => {
  const span = (protocol: string, from_port: number, to_port: number, more: Json = from('10.0.0.0/16')): Json => ({
    protocol,
    from_port,
    to_port,
    self: false,
    ...more,
  });
  const cases: Case[] = [
    ['every protocol', [inline(span('-1', 0, 0))], [`fail ${g}`]],
    ['every protocol by word', [inline(span('all', 0, 0))], [`fail ${g}`]],
    ['TCP 0 to 65535', [inline(span('tcp', 0, 65535))], [`fail ${g}`]],
    ['TCP 1 to 65535', [inline(span('tcp', 1, 65535))], [`fail ${g}`]],
    ['UDP 0 to 65535', [inline(span('udp', 0, 65535))], [`fail ${g}`]],
    ['TCP by number', [inline(span('6', 0, 65535))], [`fail ${g}`]],
    ['from a group', [inline(span('-1', 0, 0, { security_groups: ['sg-2'] }))], [`fail ${g}`]],
    ['from itself only', [inline(span('-1', 0, 0, { self: true }))], []],
    ['from itself and another', [inline(span('-1', 0, 0, { self: true, security_groups: ['sg-2'] }))], [`fail ${g}`]],
    ['TCP 1024 to 65535', [inline(span('tcp', 1024, 65535))], []],
    ['one port', [inline(span('tcp', 443, 443))], []],
    ['ping', [inline(span('icmp', -1, -1))], []],
    ['a rule resource', [bare, old(r1, span('-1', 0, 0))], [`fail ${r1}`]],
    ['a rule resource from itself', [bare, old(r1, { protocol: '-1', from_port: 0, to_port: 0, self: true })], []],
    ['an ingress rule without ports', [bare, modern(r2, { ip_protocol: '-1', cidr_ipv4: '10.0.0.0/16' })], [`fail ${r2}`]],
    ['an ingress rule', [bare, modern(r2, { from_port: 0, to_port: 65535, cidr_ipv4: '10.0.0.0/16' })], [`fail ${r2}`]],
    [
      'an ingress rule from its own group',
      [
        bare,
        {
          ...modern(r2, { ip_protocol: '-1' }),
          unknown: { security_group_id: true, referenced_security_group_id: true },
          expressions: { security_group_id: ref(`${g}.id`), referenced_security_group_id: ref(`${g}.id`) },
        },
      ],
      [],
    ],
    [
      'an ingress rule from a group of known id, its own',
      [{ address: r2, after: { ip_protocol: '-1', security_group_id: 'sg-1', referenced_security_group_id: 'sg-1' } }],
      [],
    ],
    ['the default group as it comes', [groupAt('aws_default_security_group.d', span('-1', 0, 0, { self: true }))], []],
    ['not configured', [bare], []],
    [
      'an unknown protocol',
      [bare, { ...modern(r2, { cidr_ipv4: '10.0.0.0/16' }), after: { cidr_ipv4: '10.0.0.0/16' }, unknown: { ip_protocol: true } }],
      [`unknown ${r2}`],
    ],
    ['in a module, each', [{ ...inline(span('-1', 0, 0)), address: 'module.m["a"].aws_security_group.g' }], ['fail module.m["a"].aws_security_group.g']],
  ];
  judgeCases('sg-all-ports', cases);
  it('warns', () => expect(judgeOne('sg-all-ports', { resources: [inline(span('-1', 0, 0))] })).toMatchObject([{ severity: 'warn', introduced: true }]));
});

describe('bastion-ip', () => {
  const cases: Case[] = [
    ['one address', [inline(tcp(22, from('203.0.113.7/32')))], []],
    ['a /24', [inline(tcp(22, from('203.0.113.0/24')))], []],
    ['a /23', [inline(tcp(22, from('203.0.112.0/23')))], [`fail ${g}`]],
    ['the world', [inline(tcp(22, everywhere))], [`fail ${g}`]],
    ['a wide private range', [inline(tcp(22, from('10.0.0.0/16')))], [`fail ${g}`]],
    ['one of two too wide', [inline(tcp(22, from('203.0.113.0/24', '198.51.0.0/16')))], [`fail ${g}`]],
    ['the IPv6 world', [inline(tcp(22, from6('::/0')))], [`fail ${g}`]],
    ['one IPv6 address', [inline(tcp(22, from6('2001:db8::1/128')))], []],
    ['a range of ports with 22', [inline({ protocol: 'tcp', from_port: 20, to_port: 25, ...from('10.0.0.0/8') })], [`fail ${g}`]],
    ['all protocols', [inline({ protocol: '-1', from_port: 0, to_port: 0, ...from('10.0.0.0/8') })], [`fail ${g}`]],
    ['another port', [inline(tcp(443, everywhere))], []],
    ['22 by UDP', [inline({ ...tcp(22, everywhere), protocol: 'udp' })], []],
    ['a group', [inline(tcp(22, { security_groups: ['sg-1'] }))], []],
    ['a rule resource', [bare, old(r1, tcp(22, from('10.0.0.0/8')))], [`fail ${r1}`]],
    ['an ingress rule', [bare, modern(r2, { cidr_ipv4: '10.0.0.0/8', from_port: 22, to_port: 22 })], [`fail ${r2}`]],
    ['a wider prefix of the file', [inline(tcp(22, from('10.0.0.0/16')))], [], { parameters: { prefix: 16 } }],
    ['a narrower prefix of the file', [inline(tcp(22, from('203.0.113.0/24')))], [`fail ${g}`], { parameters: { prefix: 32 } }],
    ['an IPv6 prefix of the file', [inline(tcp(22, from6('2001:db8::/48')))], [`fail ${g}`], { parameters: { prefix6: 64 } }],
    ['the same, allowed', [inline(tcp(22, from6('2001:db8::/48')))], [], { parameters: { prefix6: 48 } }],
    [
      'an unknown range',
      [bare, { ...old(r1, tcp(22, {})), unknown: { cidr_blocks: true }, expressions: { cidr_blocks: ref('local.office') } }],
      [`unknown ${r1}`],
    ],
    ['literal configuration', [{ ...inline(tcp(22, from('10.0.0.0/8'))), expressions: { ingress: constant([]) } }], [`fail ${g}`]],
  ];
  judgeCases('bastion-ip', cases);
  it('a range open before is not introduced', () => {
    const wide = { ingress: [tcp(22, from('10.0.0.0/8'))] };
    expect(brought('bastion-ip', { address: g, actions: ['update'], before: wide, after: wide })).toEqual([`false ${g}`]);
    expect(brought('bastion-ip', { address: g, actions: ['create'], after: wide })).toEqual([`true ${g}`]);
  });
});
