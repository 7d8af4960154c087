/** Security groups, load balancers, the edge. */
import type { Rule } from '../../rule.ts';
import { bastionIp } from './bastion-ip.ts';
import { bastionOnly } from './bastion-only.ts';
import { ddos } from './ddos.ts';
import { lbWaf } from './lb-waf.ts';
import { publicOnlyAlb } from './public-only-alb.ts';
import { sgAllPorts } from './sg-all-ports.ts';
import { sgDbPorts } from './sg-db-ports.ts';
import { sgWorldOpen } from './sg-world-open.ts';

/** The rules of this area. */
export const exposureRules: readonly Rule[] = [sgWorldOpen, sgDbPorts, sgAllPorts, bastionIp, bastionOnly, lbWaf, publicOnlyAlb, ddos];
