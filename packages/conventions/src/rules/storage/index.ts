/** Who may reach buckets and repositories, and how long objects stay. */
import type { Rule } from '../../rule.ts';

/** The rules of this area. */
export const storageRules: readonly Rule[] = [];
