/** Public load balancers stand behind the web application firewall. */
import { balancerReads } from '../../plan-facts/load-balancers.ts';
import type { Rule } from '../../rule.ts';
import { judgeBalancers } from './balancer-companions.ts';
import { bankEdge, bankPublic } from './sources.ts';

const companions = ['aws_wafv2_web_acl_association', 'aws_wafregional_web_acl_association'];

/** WAF Classic's association counts. */
export const lbWaf: Rule = {
  id: 'lb-waf',
  what: 'each internet-facing application load balancer has a web ACL',
  why: [bankPublic, bankEdge],
  severity: 'error',
  profiles: ['bank', 'strict'],
  remedy: 'resource "aws_wafv2_web_acl_association" "public" {\n  resource_arn = aws_lb.public.arn\n  web_acl_arn  = aws_wafv2_web_acl.public.arn\n}',
  fails: 'resource "aws_lb" "public" {\n  internal           = false\n  load_balancer_type = "application"\n}',
  reads: { ...balancerReads, ...Object.fromEntries(companions.map((type) => [type, ['resource_arn']])) },
  judge: (world) => judgeBalancers(world, { companions, name: 'web ACL' }),
};
