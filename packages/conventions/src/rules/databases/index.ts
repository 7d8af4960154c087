/** Databases: backups, guards, engines. */
import type { Rule } from '../../rule.ts';

/** The rules of this area. */
export const databaseRules: readonly Rule[] = [];
