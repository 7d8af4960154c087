/** The data-egress table and its machinery. */
import type { Rule } from '../../rule.ts';

/** The rules of this area. */
export const egressRules: readonly Rule[] = [];
