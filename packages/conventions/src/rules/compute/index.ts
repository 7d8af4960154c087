/** EKS, instances and images. */
import type { Rule } from '../../rule.ts';

/** The rules of this area. */
export const computeRules: readonly Rule[] = [];
