/** Rendered Kubernetes manifests. */
import type { Rule } from '../../rule.ts';

/** The rules of this area. */
export const workloadRules: readonly Rule[] = [];
