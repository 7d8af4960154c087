/** Encryption in transit. */
import type { Rule } from '../../rule.ts';

/** The rules of this area. */
export const transportRules: readonly Rule[] = [];
