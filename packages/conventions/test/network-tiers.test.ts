/** Whether a subnet is public or private, seen through a rule that asks for private ones. */
import { describe, expect, it } from 'vitest';
import { judgeOne, verdicts } from './judge-one.ts';
import { type PlanSpec, type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const it_ = 'aws_docdb_subnet_group.g';

const subnet = (after: Json, name = 's', more: Partial<ResourceSpec> = {}): ResourceSpec => ({ address: `aws_subnet.${name}`, after, ...more });
const group = (...targets: string[]): ResourceSpec => ({
  address: it_,
  unknown: { subnet_ids: true },
  expressions: { subnet_ids: ref(...targets) },
});
const tables = (gateway: Json, expressions: Json, name = 's'): ResourceSpec[] => [
  { address: 'aws_internet_gateway.igw' },
  { address: 'aws_nat_gateway.nat' },
  { address: 'aws_route_table.t', after: {}, unknown: { id: true, route: true } },
  {
    address: 'aws_route_table_association.a',
    unknown: { subnet_id: true, route_table_id: true },
    expressions: { subnet_id: ref(`aws_subnet.${name}.id`), route_table_id: ref('aws_route_table.t.id') },
  },
  {
    address: 'aws_route.r',
    after: { destination_cidr_block: '0.0.0.0/0', ...gateway },
    unknown: { route_table_id: true, ...Object.fromEntries(Object.keys(expressions).map((key) => [key, true])) },
    expressions: { route_table_id: ref('aws_route_table.t.id'), ...expressions },
  },
];
const internet = tables({}, { gateway_id: ref('aws_internet_gateway.igw.id') });
const nat = tables({}, { nat_gateway_id: ref('aws_nat_gateway.nat.id') });
const judge = (resources: readonly ResourceSpec[], rest: Partial<PlanSpec> = {}) => verdicts(judgeOne('db-private-subnets', { resources, ...rest }));
const tier = (one: ResourceSpec, ...others: ResourceSpec[]) => judge([one, ...others, group(`${one.address}.id`)]);
const isPublic = [`fail ${it_}`];
const isPrivate: string[] = [];
const isOpen = [`unknown ${it_}`];

describe('the tier of a subnet', () => {
  it.each([
    ['Tier', 'public', isPublic],
    ['tier', 'private', isPrivate],
    ['Type', 'Public', isPublic],
    ['type', 'database', isPrivate],
    ['Tier', 'protected', isPrivate],
    ['kubernetes.io/role/elb', '1', isPublic],
    ['kubernetes.io/role/internal-elb', '1', isPrivate],
    ['Name', 'bank-public-a', isPublic],
    ['Name', 'bank-private-a', isPrivate],
    ['Name', 'bank-a', isOpen],
    ['Name', 'republic', isOpen],
  ])('by tag %s = %s', (name, value, expected) => expect(tier(subnet({ tags: { [name]: value } }))).toEqual(expected));

  it('by the default route of its table', () => {
    expect(tier(subnet({}), ...internet)).toEqual(isPublic);
    expect(tier(subnet({}), ...nat)).toEqual(isPrivate);
    expect(tier(subnet({}), ...tables({ transit_gateway_id: 'tgw-1' }, {}))).toEqual(isPrivate);
    expect(tier(subnet({}), ...tables({ gateway_id: 'igw-1' }, {}))).toEqual(isPublic);
    expect(tier(subnet({}), ...internet.slice(0, -1))).toEqual(isPrivate);
  });
  it('by the public addresses that it gives', () => expect(tier(subnet({ map_public_ip_on_launch: true }))).toEqual(isPublic));
  it('by the name of the resource', () => {
    expect(tier(subnet({}, 'public_a'))).toEqual(isPublic);
    expect(tier(subnet({}, 'private'))).toEqual(isPrivate);
    expect(tier(subnet({}, 'tgw'))).toEqual(isPrivate);
    expect(tier(subnet({}))).toEqual(isOpen);
  });
  it('by the argument of its module', () => {
    const inside: ResourceSpec = { address: 'module.vpc.aws_subnet.this', expressions: { cidr_block: ref('var.public_subnets') } };
    const modules = { 'module.vpc': { outputs: { ids: ref('aws_subnet.this') } } };
    expect(judge([inside, group('module.vpc.ids')], { modules })).toEqual(isPublic);
  });

  it('the first that answers: tags, roles, routes, addresses, words', () => {
    expect(tier(subnet({ tags: { Tier: 'private', 'kubernetes.io/role/elb': '1' } }))).toEqual(isPrivate);
    expect(tier(subnet({ tags: { Tier: 'private' } }), ...internet)).toEqual(isPrivate);
    expect(tier(subnet({ tags: { 'kubernetes.io/role/internal-elb': '1' } }), ...internet)).toEqual(isPrivate);
    expect(tier(subnet({ tags: { Name: 'private' } }), ...internet)).toEqual(isPublic);
    expect(tier(subnet({ map_public_ip_on_launch: true }), ...nat)).toEqual(isPrivate);
    expect(tier(subnet({ map_public_ip_on_launch: true, tags: { Name: 'private' } }))).toEqual(isPublic);
  });

  it('of ids that are known', () => {
    const by = (id: string): ResourceSpec => ({ address: it_, after: { subnet_ids: [id] } });
    const known = (tags: Json) => subnet({ id: 'subnet-1', tags }, 's', { unknown: {} });
    expect(judge([known({ Tier: 'private' }), by('subnet-1')])).toEqual(isPrivate);
    expect(judge([known({ Tier: 'public' }), by('subnet-1')])).toEqual(isPublic);
    expect(judge([by('subnet-1')])).toEqual(isOpen);
    const data = (tags: Json) => ({ data: [{ address: 'data.aws_subnet.d', values: { id: 'subnet-1', tags } }] });
    expect(judge([by('subnet-1')], data({ Tier: 'private' }))).toEqual(isPrivate);
    expect(judge([by('subnet-1')], data({ Tier: 'public' }))).toEqual(isPublic);
  });

  it('of a list: one public fails, one that nothing tells leaves it open', () => {
    const two = [subnet({}, 'private'), subnet({}, 'public'), subnet({}, 'x')];
    expect(judge([...two, group('aws_subnet.private.id', 'aws_subnet.public.id')])).toEqual(isPublic);
    expect(judge([...two, group('aws_subnet.private.id', 'aws_subnet.x.id')])).toEqual(isOpen);
    expect(judge([...two, group('aws_subnet.private.id', 'local.more')])).toEqual(isOpen);
    expect(judge([...two, group('aws_subnet.public.id', 'local.more')])).toEqual(isPublic);
    expect(judge([...two, group('data.aws_subnets.d.ids')])).toEqual(isOpen);
  });

  it('of one instance of several', () => {
    const keyed = (key: string): ResourceSpec => subnet({ tags: { Name: key } }, `s["${key}"]`);
    expect(judge([keyed('public'), keyed('private'), group('aws_subnet.s["private"].id')])).toEqual(isPrivate);
    expect(judge([keyed('public'), keyed('private'), group('aws_subnet.s')])).toEqual(isPublic);
  });
});
