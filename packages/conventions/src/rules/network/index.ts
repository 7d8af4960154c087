/** VPCs, subnets and what stands in them. */
import type { Rule } from '../../rule.ts';

/** The rules of this area. */
export const networkRules: readonly Rule[] = [];
