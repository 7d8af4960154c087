/** Which rule ids there are, and what to say of the others. */
import { nearestWord } from '../nearest.ts';
import { findRule } from './catalogue.ts';
import { tableIds } from './table.ts';

/** What is wrong with an id; @param own ids of the file's own rules. `undefined` when there is such a rule. */
export function refuseRuleId(id: string, own: readonly string[] = []): { readonly code: 'unknown-rule'; readonly message: string } | undefined {
  if (findRule(id) || own.includes(id)) return undefined;
  const near = nearestWord(id, [...tableIds, ...own]);
  return { code: 'unknown-rule', message: `there is no rule ${JSON.stringify(id.slice(0, 100))}${near ? `; did you mean ${near}?` : ''}` };
}
