/** Names that the documents fix. */
import type { Rule } from '../../rule.ts';

/** The rules of this area. */
export const nameRules: readonly Rule[] = [];
