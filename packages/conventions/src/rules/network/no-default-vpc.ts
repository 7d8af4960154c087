/** The account's default VPC stays unused. */
import type { Values } from '@slipway/terraform/plan';
import { failing } from '../../plan-facts/flags.ts';
import type { World } from '../../plan-facts/world.ts';
import { type Judgement, judgementOf, type Rule } from '../../rule.ts';
import { optaNetwork } from './sources.ts';

const types = ['aws_default_vpc', 'aws_default_subnet'];

/** The one rule that judges what is only read: a data source that finds the default VPC means that it is used. */
export const noDefaultVpc: Rule = {
  id: 'no-default-vpc',
  what: 'the default VPC and its subnets are not used',
  why: [optaNetwork],
  severity: 'error',
  profiles: ['opta', 'strict'],
  remedy: 'resource "aws_vpc" "this" {\n  cidr_block = "172.21.32.0/21"\n}',
  fails: 'data "aws_vpc" "this" {\n  default = true\n}',
  reads: { aws_default_vpc: ['id'], aws_default_subnet: ['id'], aws_vpc: ['default', 'id'] },
  judge: (world) => {
    const managed = types.flatMap((type) =>
      world.ofType(type).map((resource) => judgementOf(resource, failing(`${type} takes the default network into use`, type))),
    );
    const read = [...defaultVpcsRead(world)].map(
      (address): Judgement => ({ address, facts: [failing('the default VPC is looked up to be used', 'default = true')], introduced: true }),
    );
    return [...managed, ...read];
  },
};

/** Data sources that find it: read before the plan, or put off until apply. Instances of one block are told once. */
function defaultVpcsRead(world: World): Set<string> {
  const later = world.plan.changes.filter(({ mode, type, after }) => mode === 'data' && type === 'aws_vpc' && isDefault(after));
  const before = world.plan.data.filter(({ type, values }) => type === 'aws_vpc' && isDefault(values));
  return new Set([...before, ...later].map(({ address }) => address.replace(/\[[^\]]*\]$/, '')));
}

function isDefault(values: Values | null): boolean {
  return String(values?.['default']) === 'true';
}
