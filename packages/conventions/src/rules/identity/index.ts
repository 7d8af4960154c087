/** IAM: trust, policies, roles, credentials. */
import type { Rule } from '../../rule.ts';

/** The rules of this area. */
export const identityRules: readonly Rule[] = [];
