/** Rules of the platform's table that this version cannot judge yet. Naming one is refused, so that nobody relies on it. */
import { findRule } from './catalogue.ts';
import { tableIds } from './table.ts';

/** Their ids, in the order of the table. */
export const plannedRuleIds: readonly string[] = tableIds.filter((id) => !findRule(id));
