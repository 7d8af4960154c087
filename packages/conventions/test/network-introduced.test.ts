/** A subnet that a change opens: what stands in it is as it was, and yet the finding is this change's doing. */
import { describe, expect, it } from 'vitest';
import { judgeOne } from './judge-one.ts';
import type { ResourceSpec } from './plan-builder.ts';

type Json = Record<string, unknown>;
const still = (address: string, after: Json): ResourceSpec => ({ address, after, actions: ['no-op'] });
const subnet = still('aws_subnet.s', { id: 'subnet-1', vpc_id: 'vpc-1' });
const table = still('aws_route_table.t', { id: 'rtb-1', route: [] });
const association = still('aws_route_table_association.a', { subnet_id: 'subnet-1', route_table_id: 'rtb-1' });
const way = { route_table_id: 'rtb-1', destination_cidr_block: '0.0.0.0/0', gateway_id: 'igw-1' };
const network = [subnet, table, association];

const residents: [rule: string, resource: ResourceSpec][] = [
  ['ec2-private', still('aws_instance.i', { subnet_id: 'subnet-1', associate_public_ip_address: false })],
  ['public-subnet-lb-only', still('aws_instance.i', { subnet_id: 'subnet-1' })],
  ['eks-private-subnets', still('aws_eks_cluster.c', { vpc_config: [{ subnet_ids: ['subnet-1'] }] })],
  ['eks-private-subnets', still('aws_eks_node_group.g', { subnet_ids: ['subnet-1'] })],
  ['db-private-subnets', still('aws_db_subnet_group.g', { subnet_ids: ['subnet-1'] })],
  ['redshift-private', still('aws_redshiftserverless_workgroup.w', { subnet_ids: ['subnet-1'], security_group_ids: ['sg-1'], publicly_accessible: false })],
];

describe.each(residents)('%s: what stands in a subnet', (rule, resource) => {
  const judge = (...more: ResourceSpec[]) =>
    judgeOne(rule, { resources: [...network, resource, ...more] }).map(({ verdict, address, introduced }) => ({ verdict, address, introduced }));

  it('is fine while the subnet is private', () => expect(judge()).toEqual([]));
  it('is at fault by a route that this change adds', () => {
    expect(judge({ address: 'aws_route.r', after: way })).toEqual([{ verdict: 'fail', address: resource.address, introduced: true }]);
  });
  it('was at fault before where the route was there', () => {
    expect(judge(still('aws_route.r', way))).toEqual([{ verdict: 'fail', address: resource.address, introduced: false }]);
  });
  it('is fine again by a route that this change takes away', () => {
    expect(judge({ address: 'aws_route.r', before: way, actions: ['delete'] })).toEqual([]);
  });
});

describe('private-egress-nat: a route that is as it was', () => {
  const route = still('aws_route.r', way);
  const named = (name: string): ResourceSpec => ({ ...subnet, after: { ...subnet.after, tags: { Name: name } } });
  const introduced = (join: ResourceSpec) => judgeOne('private-egress-nat', { resources: [named('private-a'), table, join, route] })[0]?.introduced;
  it('is this change’s doing where a private subnet joins its table', () => {
    const other = still('aws_subnet.public', { id: 'subnet-2', vpc_id: 'vpc-1' });
    const first = still('aws_route_table_association.p', { subnet_id: 'subnet-2', route_table_id: 'rtb-1' });
    const resources = [named('private-a'), other, table, first, { ...association, actions: ['create'], before: null }, route];
    expect(judgeOne('private-egress-nat', { resources })[0]).toMatchObject({ address: 'aws_route.r', introduced: true });
  });
  it('was there before where it had joined', () => expect(introduced(association)).toBe(false));
});
