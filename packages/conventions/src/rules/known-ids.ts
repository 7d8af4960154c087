/** Which rule ids there are, and what to say of the others. */
import { nearestWord } from '../nearest.ts';
import { findRule, rules } from './catalogue.ts';
import { plannedRuleIds } from './planned.ts';

/** Every id of the platform's table. */
export const allRuleIds: readonly string[] = [...rules.map(({ id }) => id), ...plannedRuleIds];

/** What is wrong with an id; @param own ids of the file's own rules. `undefined` when a rule of this version has it. */
export function refuseRuleId(id: string, own: readonly string[] = []): { readonly code: 'not-yet' | 'unknown-rule'; readonly message: string } | undefined {
  if (findRule(id) || own.includes(id)) return undefined;
  if (plannedRuleIds.includes(id)) return { code: 'not-yet', message: `the rule ${id} is not available yet` };
  const near = nearestWord(id, [...allRuleIds, ...own]);
  return { code: 'unknown-rule', message: `there is no rule ${JSON.stringify(id.slice(0, 100))}${near ? `; did you mean ${near}?` : ''}` };
}
