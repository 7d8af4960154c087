/** Judging that each public application load balancer has a companion. */
import { joinCompanions } from '../../plan-facts/companions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { type Balancer, balancersOf, balancerTypes } from '../../plan-facts/load-balancers.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementByCompanions } from '../../rule.ts';

/** Who completes a load balancer, and what that is called. */
export interface BalancerCompanion {
  /** Types whose `resource_arn` names the balancer. */
  readonly companions: readonly string[];
  /** `web ACL` */
  readonly name: string;
}

/** A companion that may be anyone's leaves it open. */
export function judgeBalancers(world: World, { companions, name }: BalancerCompanion): Judgement[] {
  const joins = companions.map((companion) => joinCompanions(world, { companion, attribute: 'resource_arn', owners: balancerTypes, identity: ['arn', 'id'] }));
  return balancersOf(world)
    .filter(({ facing, kind }) => facing !== 'inside' && kind === 'application')
    .map((balancer) => {
      const { resource } = balancer;
      const found = joins.some((join) => join.of(resource).length > 0);
      const maybe = joins.map((join) => join.maybeOf(resource)).find((one) => one !== undefined);
      return judgementByCompanions(resource, found ? fine : missing(balancer, name, maybe));
    });
}

function missing({ facing }: Balancer, name: string, maybe: Resource | undefined): Fact {
  if (maybe) return uncertain(`whether the load balancer has a ${name} is known after apply`, `${maybe.address} may be its own`);
  const evidence = `no ${name} of this plan names it`;
  if (facing === 'unknown') return uncertain(`there is no ${name}, and whether the load balancer faces the internet is known after apply`, evidence);
  return failing(`the internet-facing load balancer has no ${name}`, evidence);
}
