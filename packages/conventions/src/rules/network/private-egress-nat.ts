/** Private subnets reach the internet by NAT or the transit gateway, never directly. */

import { pathText } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { type Route, routesToAnywhere, subnetsServedBy, targetOf } from '../../plan-facts/routes.ts';
import { subnetReads, type Tier, tierOf, tierOfTable } from '../../plan-facts/subnets.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, type Rule } from '../../rule.ts';
import { optaPrivate } from './sources.ts';

/** The routes themselves do not tell the tier here: a private table with a way out would be public, and nothing could fail. */
export const privateEgressNat: Rule = {
  id: 'private-egress-nat',
  what: 'the default route of private route tables does not lead to an internet gateway',
  why: [optaPrivate],
  severity: 'error',
  profiles: ['opta', 'strict'],
  remedy:
    'resource "aws_route" "private" {\n  route_table_id         = aws_route_table.private.id\n  destination_cidr_block = "0.0.0.0/0"\n  nat_gateway_id         = aws_nat_gateway.this.id\n}',
  fails:
    'resource "aws_route" "private" {\n  route_table_id         = aws_route_table.private.id\n  destination_cidr_block = "0.0.0.0/0"\n  gateway_id             = aws_internet_gateway.this.id\n}',
  reads: subnetReads,
  judge: (world) => {
    // A table may have two: one of IPv4, one of IPv6.
    const facts = new Map<Resource, Fact[]>();
    for (const { table, route } of routesToAnywhere(world)) {
      const { resource, path } = route;
      const fact = factOf(world, table, route, path.length > 0 ? pathText(path) : 'route');
      facts.set(resource, [...(facts.get(resource) ?? []), fact]);
    }
    return [...facts].map(([resource, own]): Judgement => ({ resource, address: resource.address, facts: own, byCompanions: true }));
  },
};

function factOf(world: World, table: Resource, { resource, path }: Route, name: string): Fact {
  const target = targetOf(world, resource, path);
  if (target === 'inside') return fine;
  const tiers = tiersOf(world, table);
  const own = tiers.find(({ tier }) => tier !== undefined && tier !== 'public');
  if (tiers.length > 0 && tiers.every(({ tier }) => tier === 'public')) return fine;
  const evidence = `${name} of ${table.address}${own ? `, which serves ${own.name} (${own.tier})` : ''}`;
  if (target === undefined) return uncertain('where the default route leads is known after apply', evidence);
  if (!own) return uncertain('the default route leads to an internet gateway, and nothing tells whether the table is private', evidence);
  return failing('the default route of a private table leads to an internet gateway', evidence);
}

/** The tiers of the subnets that a table serves; without any, what the table itself is called. */
function tiersOf(world: World, table: Resource): { readonly name: string; readonly tier: Tier | undefined }[] {
  const served = subnetsServedBy(world, table).map((subnet) => ({
    name: subnet.address,
    tier: tierOf(world, subnet, { wordsFirst: true, withoutRoutes: true }),
  }));
  return served.length > 0 ? served : [{ name: table.address, tier: tierOfTable(table) }];
}
