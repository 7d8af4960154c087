/** Ports, protocols and groups that only apply tells. */
import { describe } from 'vitest';
import { bare, everywhere, from, from6, g, inline, type Json, modern, old, r1, r2, tcp } from './group-builder.ts';
import { type Case, judgeCases } from './judge-cases.ts';
import { type ResourceSpec, ref } from './plan-builder.ts';

const open = (after: Json, unknown: Json = {}): ResourceSpec => ({
  address: r2,
  after,
  unknown: { security_group_id: true, ...unknown },
  expressions: { security_group_id: ref(`${g}.id`) },
});
const foreign = (port: number, id: unknown = ref('local.group')): ResourceSpec => ({
  address: r1,
  after: { type: 'ingress', ...tcp(port, everywhere) },
  unknown: { security_group_id: true },
  expressions: { security_group_id: id },
});
const balancer: ResourceSpec = {
  address: 'aws_lb.l',
  after: { internal: false, load_balancer_type: 'application' },
  unknown: { security_groups: true },
  expressions: { security_groups: ref(`${g}.id`) },
};
const known = (after: Json): ResourceSpec => ({ address: 'aws_lb.l', after: { internal: false, load_balancer_type: 'application', ...after } });

describe('sg-world-open', () => {
  const world = { ip_protocol: 'tcp', cidr_ipv4: '0.0.0.0/0' };
  const cases: Case[] = [
    [
      'a balancer of another group and of what nothing tells',
      [
        inline(tcp(443, everywhere)),
        { ...balancer, expressions: { security_groups: ref('aws_security_group.other.id', 'local.more') } },
        { ...bare, address: 'aws_security_group.other' },
      ],
      [`unknown ${g}`],
    ],
    ['a port known after apply', [bare, balancer, open(world, { from_port: true, to_port: true })], [`unknown ${r2}`]],
    ['half a port known after apply, the other wrong', [bare, balancer, open({ ...world, from_port: 22 }, { to_port: true })], [`fail ${r2}`]],
    [
      'a protocol known after apply',
      [bare, balancer, open({ cidr_ipv4: '0.0.0.0/0', from_port: 443, to_port: 443 }, { ip_protocol: true })],
      [`unknown ${r2}`],
    ],
    ['a port known after apply, without balancers', [bare, open(world, { from_port: true, to_port: true })], [`fail ${r2}`]],
    ['a rule of a group that nothing tells', [bare, balancer, foreign(443)], [`unknown ${r1}`]],
    ['a rule of a group that nothing tells, without balancers', [bare, foreign(443)], [`fail ${r1}`]],
    ['a rule of a group that nothing tells, for SSH', [bare, balancer, foreign(22)], [`fail ${r1}`]],
    [
      'a rule of a group elsewhere that a balancer uses',
      [{ ...foreign(443), after: { type: 'ingress', security_group_id: 'sg-9', ...tcp(443, everywhere) }, unknown: {} }, known({ security_groups: ['sg-9'] })],
      [],
    ],
    [
      'a rule of a group elsewhere that none uses',
      [{ ...foreign(443), after: { type: 'ingress', security_group_id: 'sg-9', ...tcp(443, everywhere) }, unknown: {} }, known({ security_groups: ['sg-8'] })],
      [`fail ${r1}`],
    ],
  ];
  judgeCases('sg-world-open', cases);
});

describe('bastion-ip', () => {
  const wide = { ip_protocol: 'tcp', cidr_ipv4: '10.0.0.0/8' };
  const cases: Case[] = [
    ['ports known after apply', [bare, open(wide, { from_port: true, to_port: true })], [`unknown ${r2}`]],
    ['one port known after apply', [bare, open({ ...wide, from_port: 22 }, { to_port: true })], [`unknown ${r2}`]],
    ['one port known after apply, beyond', [bare, open({ ...wide, from_port: 23 }, { to_port: true })], []],
    ['one port known after apply, before', [bare, open({ ...wide, to_port: 21 }, { from_port: true })], []],
    ['a protocol known after apply', [bare, open({ cidr_ipv4: '10.0.0.0/8', from_port: 22, to_port: 22 }, { ip_protocol: true })], [`unknown ${r2}`]],
    ['ports known after apply, one address', [bare, open({ ...wide, cidr_ipv4: '203.0.113.1/32' }, { from_port: true, to_port: true })], []],
    ['protocol by number', [bare, open({ ...wide, ip_protocol: '6', from_port: 22, to_port: 22 })], [`fail ${r2}`]],
    ['protocol in capitals', [bare, open({ ...wide, ip_protocol: 'TCP', from_port: 22, to_port: 22 })], [`fail ${r2}`]],
    ['just up to 22', [inline({ ...tcp(22, from('10.0.0.0/8')), from_port: 20 })], [`fail ${g}`]],
    ['an IPv6 /63', [inline(tcp(22, from6('2001:db8::/63')))], [`fail ${g}`]],
    ['an IPv6 /64', [inline(tcp(22, from6('2001:db8::/64')))], []],
  ];
  judgeCases('bastion-ip', cases);
});

describe('sg-all-ports', () => {
  const cases: Case[] = [
    ['a first port known after apply', [bare, open({ ip_protocol: 'tcp', cidr_ipv4: '10.0.0.0/16', to_port: 65535 }, { from_port: true })], [`unknown ${r2}`]],
    ['a first port known after apply, not the last', [bare, open({ ip_protocol: 'tcp', cidr_ipv4: '10.0.0.0/16', to_port: 443 }, { from_port: true })], []],
    ['from the second port on', [inline({ ...tcp(2, from('10.0.0.0/16')), to_port: 65535 })], []],
    ['up to the last but one', [inline({ ...tcp(0, from('10.0.0.0/16')), to_port: 65534 })], []],
    ['from itself and a list', [inline({ ...tcp(0, { self: true, prefix_list_ids: ['pl-1'] }), to_port: 65535 })], [`fail ${g}`]],
    [
      'from itself and ranges known after apply',
      [{ address: g, after: { ingress: [{ protocol: '-1', self: true }] }, unknown: { id: true, ingress: [{ cidr_blocks: true }] } }],
      [`fail ${g}`],
    ],
    ['UDP by number', [inline({ ...tcp(0, from('10.0.0.0/16')), protocol: '17', to_port: 65535 })], [`fail ${g}`]],
  ];
  judgeCases('sg-all-ports', cases);
});

describe('sg-db-ports', () => {
  const database = (after: Json, unknown: Json = {}): ResourceSpec => ({
    address: 'aws_db_instance.d',
    after,
    unknown: { vpc_security_group_ids: true, ...unknown },
    expressions: { vpc_security_group_ids: ref(`${g}.id`) },
  });
  const fromApp = (port: number) => tcp(port, { security_groups: ['sg-app'] });
  const cases: Case[] = [
    [
      'a port of the rule known after apply',
      [bare, open({ ip_protocol: 'tcp', cidr_ipv4: '10.0.0.0/16' }, { from_port: true, to_port: true }), database({ engine: 'postgres' })],
      [`unknown ${r2}`],
    ],
    [
      'a protocol known after apply',
      [bare, open({ cidr_ipv4: '10.0.0.0/16', from_port: 5432, to_port: 5432 }, { ip_protocol: true }), database({ engine: 'postgres' })],
      [`unknown ${r2}`],
    ],
    ['an engine known after apply', [inline(fromApp(5432)), database({}, { engine: true, port: true })], [`unknown ${g}`]],
    ['an engine known after apply, a range', [inline({ ...fromApp(5432), to_port: 5440 }), database({}, { engine: true, port: true })], [`fail ${g}`]],
    [
      'a group of two databases',
      [inline(fromApp(5432), fromApp(3306)), database({ engine: 'postgres' }), { ...database({ engine: 'mysql' }), address: 'aws_db_instance.e' }],
      [],
    ],
    [
      'a rule of the newer kind, good',
      [bare, modern(r2, { from_port: 5432, to_port: 5432, cidr_ipv4: '192.168.0.0/24' }), database({ engine: 'postgres' })],
      [],
    ],
    [
      'a rule of the older kind, range known after apply',
      [bare, { ...old(r1, tcp(5432, {})), unknown: { security_group_id: true, cidr_blocks: true } }, database({ engine: 'postgres' })],
      [`unknown ${r1}`],
    ],
  ];
  judgeCases('sg-db-ports', cases);
});

describe('bastion-only', () => {
  const redshift: ResourceSpec = {
    address: 'aws_redshift_cluster.c',
    unknown: { vpc_security_group_ids: true },
    expressions: { vpc_security_group_ids: ref(`${g}.id`) },
  };
  const cases: Case[] = [
    ['UDP', [inline({ ...tcp(5439, from('10.0.0.0/24')), protocol: 'udp' }), redshift], []],
    ['another port', [inline(tcp(8080, from('10.0.0.0/24'))), redshift], []],
    ['ports around', [inline({ ...tcp(5000, from('10.0.0.0/24')), to_port: 6000 }), redshift], [`fail ${g}`]],
    ['a port known after apply', [bare, open({ ip_protocol: 'tcp', cidr_ipv4: '10.0.0.0/24' }, { from_port: true, to_port: true }), redshift], [`fail ${r2}`]],
    ['a prefix list', [inline(tcp(5439, { prefix_list_ids: ['pl-1'] })), redshift], [`unknown ${g}`]],
    ['ranges known after apply', [bare, { ...old(r1, tcp(5439, {})), unknown: { security_group_id: true, cidr_blocks: true } }, redshift], [`unknown ${r1}`]],
    [
      'an instance elsewhere by known ids',
      [inline(tcp(5439, { security_groups: ['sg-b'] })), redshift, { address: 'aws_instance.jumphost', after: { vpc_security_group_ids: ['sg-b'] } }],
      [],
    ],
  ];
  judgeCases('bastion-only', cases);
});
