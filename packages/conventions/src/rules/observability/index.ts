/** Logs, alarms, scans and trails. */
import type { Rule } from '../../rule.ts';

/** The rules of this area. */
export const observabilityRules: readonly Rule[] = [];
