/** Public load balancers are protected against floods. */
import { balancerReads } from '../../plan-facts/load-balancers.ts';
import type { Rule } from '../../rule.ts';
import { judgeBalancers } from './balancer-companions.ts';
import { bankEdge } from './sources.ts';

/** What every account has without asking is not enough. */
export const ddos: Rule = {
  id: 'ddos',
  what: 'each internet-facing application load balancer has Shield Advanced protection',
  why: [bankEdge],
  severity: 'info',
  profiles: ['bank', 'strict'],
  remedy: 'resource "aws_shield_protection" "public" {\n  name         = "public"\n  resource_arn = aws_lb.public.arn\n}',
  fails: 'resource "aws_lb" "public" {\n  internal           = false\n  load_balancer_type = "application"\n}',
  reads: { ...balancerReads, aws_shield_protection: ['resource_arn'] },
  judge: (world) => judgeBalancers(world, { companions: ['aws_shield_protection'], name: 'Shield protection' }),
};
