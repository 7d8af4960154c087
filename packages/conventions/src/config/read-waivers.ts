/** The meaning of the waivers file, once its form is right. */
import { isMap } from '@slipway/terraform/plan';
import { refuseRuleId } from '../rules/known-ids.ts';
import type { ConventionMistake, Locate } from './locate.ts';

/** A finding that someone answers for. */
export interface Waiver {
  readonly rule: string;
  /** A glob over addresses. */
  readonly address: string;
  readonly owner: string;
  readonly reason: string;
  /** The last day that counts, UTC, `YYYY-MM-DD`. */
  readonly until: string;
  /** Where the file has it. */
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
}

/** Reads a parsed file that fits the schema; mistakes are those that a schema cannot tell. @param own ids of the conventions file's own rules */
export function readWaivers(
  value: unknown,
  locate: Locate,
  own: readonly string[] = [],
): { readonly waivers: readonly Waiver[]; readonly mistakes: readonly ConventionMistake[] } {
  const mistakes: ConventionMistake[] = [];
  const list: unknown[] = isMap(value) && Array.isArray(value['waivers']) ? value['waivers'] : [];
  const waivers = list.flatMap((entry, index): Waiver[] => {
    if (!isMap(entry)) return [];
    const path = ['waivers', index];
    const { rule, until } = entry;
    const refused = typeof rule === 'string' ? refuseRuleId(rule, own) : undefined;
    // A waiver for a rule that is not judged is no fault: it waits.
    if (refused) mistakes.push({ ...locate([...path, 'rule']), ...refused });
    if (typeof until === 'string' && until !== '' && !isDate(until)) {
      mistakes.push({
        ...locate([...path, 'until']),
        code: 'wrong-value',
        message: `until is ${JSON.stringify(until.slice(0, 50))}; want a day as YYYY-MM-DD`,
      });
    }
    return [{ ...(entry as Omit<Waiver, 'place'>), place: locate(path) }];
  });
  return { waivers, mistakes };
}

/** A day of the calendar as `YYYY-MM-DD`: 2026-02-30 is none. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
