/** VPCs and their subnets: zones, tiers, ranges, addresses, routes. */
import { describe, expect, it } from 'vitest';
import { judgeOne, judgeWith, verdicts } from './judge-one.ts';
import { type PlanSpec, type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const judge = (rule: string, resources: readonly ResourceSpec[], rest: Partial<PlanSpec> = {}) => verdicts(judgeOne(rule, { resources, ...rest }));
const vpc: ResourceSpec = { address: 'aws_vpc.v', after: { cidr_block: '10.0.0.0/21' } };
const subnet = (name: string, after: Json, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: `aws_subnet.${name}`,
  after,
  unknown: { id: true, vpc_id: true },
  expressions: { vpc_id: ref('aws_vpc.v.id') },
  ...more,
});
const zoned = (tier: string, ...zones: string[]) => zones.map((zone) => subnet(`${tier}["${zone}"]`, { availability_zone: zone }));
const fails = ['fail aws_vpc.v'];

describe('no-default-vpc', () => {
  it.each(['aws_default_vpc.d', 'aws_default_subnet.d'])('refuses %s', (address) =>
    expect(judge('no-default-vpc', [{ address }])).toEqual([`fail ${address}`]),
  );
  it('refuses to read it', () => {
    const data = (values: Json) => ({ data: [{ address: 'data.aws_vpc.main', values }] });
    expect(judge('no-default-vpc', [], data({ default: true }))).toEqual(['fail data.aws_vpc.main']);
    expect(judge('no-default-vpc', [], data({ default: false }))).toEqual([]);
  });
  it('tells the instances of one block once, also those that are read at apply', () => {
    const data = ['data.aws_vpc.main[0]', 'data.aws_vpc.main[1]'].map((address) => ({ address, values: { default: true } }));
    expect(judge('no-default-vpc', [], { data })).toEqual(['fail data.aws_vpc.main']);
    const later: ResourceSpec = { address: 'data.aws_vpc.late', after: { default: true }, actions: ['read'], more: { mode: 'data' } };
    expect(judge('no-default-vpc', [later])).toEqual(['fail data.aws_vpc.late']);
  });
  it('takes a VPC of its own', () => expect(judge('no-default-vpc', [vpc])).toEqual([]));
});

describe('vpc-az-spread', () => {
  it('wants three zones for each tier', () => {
    expect(judge('vpc-az-spread', [vpc, ...zoned('private', 'a', 'b', 'c'), ...zoned('public', 'a', 'b', 'c')])).toEqual([]);
    expect(judge('vpc-az-spread', [vpc, ...zoned('private', 'a', 'b', 'c'), ...zoned('public', 'a', 'b')])).toEqual(fails);
    expect(judge('vpc-az-spread', [vpc, ...zoned('private', 'a', 'b'), ...zoned('public', 'c')])).toEqual(fails);
  });
  it('two are enough for System-design-2, more win where profiles are joined', () => {
    const resources = [vpc, ...zoned('private', 'a', 'b'), ...zoned('public', 'a', 'b')];
    expect(verdicts(judgeWith('vpc-az-spread', { resources }, { profiles: ['sysdesign2'] }))).toEqual([]);
    expect(verdicts(judgeWith('vpc-az-spread', { resources }, { profiles: ['sysdesign2', 'opta'] }))).toEqual(fails);
    expect(verdicts(judgeOne('vpc-az-spread', { resources }, { zones: 2 }))).toEqual([]);
  });
  it('counts zones by id, and the same zone once', () => {
    const by = (id: string, key: string) => subnet(`private["${key}"]`, { availability_zone_id: id });
    expect(judge('vpc-az-spread', [vpc, by('euc1-az1', 'a'), by('euc1-az2', 'b'), by('euc1-az3', 'c')])).toEqual([]);
    expect(judge('vpc-az-spread', [vpc, by('euc1-az1', 'a'), by('euc1-az2', 'b'), by('euc1-az2', 'c')])).toEqual(fails);
  });
  it('does not know zones that apply tells', () => {
    const open = subnet('private["x"]', {}, { unknown: { id: true, vpc_id: true, availability_zone: true, availability_zone_id: true } });
    expect(judge('vpc-az-spread', [vpc, ...zoned('private', 'a', 'b'), open])).toEqual(['unknown aws_vpc.v']);
    expect(judge('vpc-az-spread', [vpc, ...zoned('private', 'a', 'b', 'c'), open])).toEqual([]);
  });
  it('is not judged without subnets', () => expect(judge('vpc-az-spread', [vpc])).toEqual([]));
});

describe('subnet-tiers', () => {
  const of = (profile: 'opta' | 'bank', ...subnets: ResourceSpec[]) =>
    verdicts(judgeWith('subnet-tiers', { resources: [vpc, ...subnets] }, { profiles: [profile] }));
  it('wants a public and a private subnet in each zone', () => {
    expect(of('opta', ...zoned('private', 'a', 'b'), ...zoned('public', 'a', 'b'))).toEqual([]);
    expect(of('opta', ...zoned('private', 'a', 'b'), ...zoned('public', 'a'))).toEqual(fails);
    expect(of('opta', ...zoned('public', 'a'))).toEqual(fails);
    expect(of('opta')).toEqual([]);
  });
  it('the bank wants four', () => {
    const four = ['public', 'protected', 'tgw', 'private'].flatMap((tier) => zoned(tier, 'a', 'b'));
    expect(of('bank', ...four)).toEqual([]);
    expect(of('bank', ...four.slice(1))).toEqual(fails);
    expect(judge('subnet-tiers', [vpc, ...zoned('private', 'a'), ...zoned('public', 'a')])).toEqual(fails);
  });
  it('does not know what apply tells', () => {
    const open = subnet('public', {}, { unknown: { id: true, vpc_id: true, availability_zone: true, availability_zone_id: true } });
    expect(of('opta', ...zoned('private', 'a'), open)).toEqual(['unknown aws_vpc.v']);
    expect(of('opta', ...zoned('private', 'a'), ...zoned('x', 'a'))).toEqual(['unknown aws_vpc.v']);
  });
});

describe('subnet-cidr-plan', () => {
  const ranged = (name: string, cidr_block: string) => subnet(name, { cidr_block });
  it.each([
    ['public', '10.0.0.0/26', []],
    ['protected', '10.0.0.0/26', []],
    ['tgw', '10.0.0.0/28', []],
    ['private', '10.0.2.0/23', []],
    ['public', '10.0.0.0/24', ['fail aws_subnet.public']],
    ['private', '10.0.2.0/24', ['fail aws_subnet.private']],
    ['tgw', '10.0.0.0/26', ['fail aws_subnet.tgw']],
    ['x', '10.0.0.0/24', []],
    ['x', '10.1.0.0/24', ['fail aws_subnet.x']],
  ])('%s %s', (name, range, expected) => expect(judge('subnet-cidr-plan', [vpc, ranged(name, range)])).toEqual(expected));
  it('wants a /21', () => expect(judge('subnet-cidr-plan', [{ address: 'aws_vpc.v', after: { cidr_block: '10.0.0.0/16' } }])).toEqual(fails));
  it('tells an overlap at the later address', () => {
    expect(judge('subnet-cidr-plan', [vpc, ranged('public["b"]', '10.0.0.0/26'), ranged('public["a"]', '10.0.0.0/26')])).toEqual([
      'fail aws_subnet.public["b"]',
    ]);
  });
  it('counts secondary ranges', () => {
    const second: ResourceSpec = {
      address: 'aws_vpc_ipv4_cidr_block_association.s',
      after: { cidr_block: '10.1.0.0/21' },
      unknown: { vpc_id: true },
      expressions: { vpc_id: ref('aws_vpc.v.id') },
    };
    expect(judge('subnet-cidr-plan', [vpc, second, ranged('public', '10.1.0.0/26')])).toEqual([]);
  });
  it('does not know a further range that may be anyone’s, or a range of the subnet', () => {
    const loose: ResourceSpec = {
      address: 'aws_vpc_ipv4_cidr_block_association.s',
      after: { cidr_block: '10.1.0.0/21' },
      unknown: { vpc_id: true },
      expressions: { vpc_id: ref('local.vpc') },
    };
    expect(judge('subnet-cidr-plan', [vpc, loose, ranged('public', '10.1.0.0/26')])).toEqual(['unknown aws_subnet.public']);
    const open = subnet('public', {}, { unknown: { id: true, vpc_id: true, cidr_block: true } });
    expect(judge('subnet-cidr-plan', [vpc, open])).toEqual(['unknown aws_subnet.public']);
    expect(judge('subnet-cidr-plan', [{ address: 'aws_vpc.v', unknown: { id: true, cidr_block: true } }, open])).toEqual(['unknown aws_vpc.v']);
  });
  it('does not know the range of the VPC, and says so there only', () => {
    const open: ResourceSpec = { address: 'aws_vpc.v', unknown: { id: true, cidr_block: true } };
    expect(judge('subnet-cidr-plan', [open, ranged('public', '10.0.0.0/26')])).toEqual(['unknown aws_vpc.v']);
  });
});

describe('private-no-public-ip', () => {
  it.each([
    ['private', true, ['fail aws_subnet.private']],
    ['private', 'true', ['fail aws_subnet.private']],
    ['private', false, []],
    ['private', null, []],
    ['public', true, []],
    ['tgw', true, ['fail aws_subnet.tgw']],
  ])('%s, %j', (name, map_public_ip_on_launch, expected) =>
    expect(judge('private-no-public-ip', [subnet(name, { map_public_ip_on_launch })])).toEqual(expected),
  );
  it('does not know what apply tells', () => {
    expect(judge('private-no-public-ip', [subnet('private', {}, { unknown: { map_public_ip_on_launch: true } })])).toEqual(['unknown aws_subnet.private']);
  });
});

describe('private-egress-nat', () => {
  const table = (route: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({ address: 'aws_route_table.t', after: { route }, ...more });
  const association = (name = 'private'): ResourceSpec => ({
    address: 'aws_route_table_association.a',
    unknown: { subnet_id: true, route_table_id: true },
    expressions: { subnet_id: ref(`aws_subnet.${name}.id`), route_table_id: ref('aws_route_table.t.id') },
  });
  const route = (attribute: string, target: string, destination: Json = { destination_cidr_block: '0.0.0.0/0' }): ResourceSpec => ({
    address: 'aws_route.r',
    after: destination,
    unknown: { route_table_id: true, [attribute]: true },
    expressions: { route_table_id: ref('aws_route_table.t.id'), [attribute]: ref(target) },
  });
  const base = [subnet('private', {}), association(), table(undefined, { unknown: { id: true, route: true } }), { address: 'aws_internet_gateway.g' }];
  it('takes NAT and transit gateways, and no way out at all', () => {
    expect(judge('private-egress-nat', [...base, { address: 'aws_nat_gateway.n' }, route('nat_gateway_id', 'aws_nat_gateway.n.id')])).toEqual([]);
    expect(judge('private-egress-nat', [...base, route('transit_gateway_id', 'aws_ec2_transit_gateway.t.id')])).toEqual([]);
    expect(judge('private-egress-nat', base)).toEqual([]);
  });
  it('refuses internet gateways, also for IPv6', () => {
    expect(judge('private-egress-nat', [...base, route('gateway_id', 'aws_internet_gateway.g.id')])).toEqual(['fail aws_route.r']);
    expect(judge('private-egress-nat', [...base, route('gateway_id', 'aws_internet_gateway.g.id', { destination_ipv6_cidr_block: '::/0' })])).toEqual([
      'fail aws_route.r',
    ]);
    const inline = table([{ cidr_block: '0.0.0.0/0', gateway_id: 'igw-1' }], { unknown: { id: true } });
    expect(judge('private-egress-nat', [subnet('private', {}), association(), inline])).toEqual(['fail aws_route_table.t']);
  });
  it('gives one finding for a table with two such routes', () => {
    const both = [
      { cidr_block: '0.0.0.0/0', gateway_id: 'igw-1' },
      { ipv6_cidr_block: '::/0', gateway_id: 'igw-1' },
    ];
    const found = judge('private-egress-nat', [subnet('private', {}), association(), table(both, { unknown: { id: true } })]);
    expect(found).toEqual(['fail aws_route_table.t']);
  });
  it('lets public tables alone', () => {
    const open = [subnet('public', {}), association('public'), ...base.slice(2)];
    expect(judge('private-egress-nat', [...open, route('gateway_id', 'aws_internet_gateway.g.id')])).toEqual([]);
  });
  it('does not know a gateway that nothing tells', () => {
    expect(judge('private-egress-nat', [...base, route('gateway_id', 'local.gateway')])).toEqual(['unknown aws_route.r']);
  });
});
