/** The plan as a whole: providers, modules, tags, drift. */
import type { Rule } from '../../rule.ts';

/** The rules of this area. */
export const platformRules: readonly Rule[] = [];
