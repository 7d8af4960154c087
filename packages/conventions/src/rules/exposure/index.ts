/** Security groups, load balancers, the edge. */
import type { Rule } from '../../rule.ts';

/** The rules of this area. */
export const exposureRules: readonly Rule[] = [];
