/** Which rules are judged, how severely, with which parameters. */
import type { RuleSetting } from '../config/read-conventions.ts';
import { parametersFor, rulesOf } from '../profiles.ts';
import type { Parameters, ProfileName, Rule, Severity } from '../rule.ts';
import { findRule, rules } from '../rules/catalogue.ts';

/** A rule as it will be judged. */
export interface ChosenRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** True when the file sets the severity: then all of the rule's findings have it. */
  readonly fixedSeverity: boolean;
  readonly parameters: Parameters;
}

/** What decides the choice. */
export interface Choice {
  readonly profiles: readonly ProfileName[];
  /** Just these rules, also from outside the profiles; empty for all. Their ids are checked before. */
  readonly only: readonly string[];
  readonly settings: ReadonlyMap<string, RuleSetting>;
  /** Rules of the file itself: judged whatever the profile, unless `only` leaves them out. */
  readonly own?: readonly Rule[];
}

/** The rules to judge, in the order of the table. A rule that the file switches off is left out. */
export function chooseRules({ profiles, only, settings, own = [] }: Choice): ChosenRule[] {
  const wanted = new Set(only.length > 0 ? only.map(findRule) : [...rulesOf(profiles), ...enabledByFile(settings)]);
  const chosen = rules
    .filter((rule) => wanted.has(rule))
    .flatMap((rule) => {
      const setting = settings.get(rule.id);
      if (setting?.severity === 'off') return [];
      const severity = setting?.severity ?? rule.severity;
      return [{ rule, severity, fixedSeverity: setting?.severity !== undefined, parameters: parametersFor(rule, profiles, setting?.parameters ?? {}) }];
    });
  const added = own.filter(({ id }) => only.length === 0 || only.includes(id));
  return [...chosen, ...added.map((rule): ChosenRule => ({ rule, severity: rule.severity, fixedSeverity: true, parameters: {} }))];
}

/** A severity in the file adds a rule that the profiles leave out. */
function enabledByFile(settings: ReadonlyMap<string, RuleSetting>): (Rule | undefined)[] {
  return [...settings].filter(([, { severity }]) => severity !== undefined && severity !== 'off').map(([id]) => findRule(id));
}
