/** The meaning of the conventions file, once its form is right. */
import { isMap } from '@slipway/terraform/plan';
import { ownRule, type WrittenRule } from '../own-rules/own-rule.ts';
import type { Parameters, Rule, Severity } from '../rule.ts';
import { findRule } from '../rules/catalogue.ts';
import { refuseRuleId } from '../rules/known-ids.ts';
import { tableIds } from '../rules/table.ts';
import type { ConventionMistake, Locate } from './locate.ts';

/** What the file says of one rule. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly parameters: Parameters;
}

/** The conventions file. */
export interface Conventions {
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Rules that the file brings itself; those that are off are left out. */
  readonly ownRules: readonly Rule[];
  /** The ids of all own rules, also of those that are off or written wrongly. */
  readonly ownIds: readonly string[];
  readonly environments: readonly string[];
  readonly environment: string | undefined;
  readonly cluster: string | undefined;
  readonly organisation: string | undefined;
  readonly statefulDestroy: readonly string[];
}

/** Without a file. */
export const noConventions: Conventions = {
  rules: new Map(),
  ownRules: [],
  ownIds: [],
  environments: [],
  environment: undefined,
  cluster: undefined,
  organisation: undefined,
  statefulDestroy: [],
};

/** Reads a parsed file; mistakes are those that its schema cannot tell, and what does not fit the schema is left out. */
export function readConventions(value: unknown, locate: Locate): { readonly conventions: Conventions; readonly mistakes: readonly ConventionMistake[] } {
  const mistakes: ConventionMistake[] = [];
  const rules = new Map<string, RuleSetting>();
  const written = isMap(value) && isMap(value['rules']) ? value['rules'] : {};
  for (const [id, setting] of Object.entries(written)) {
    // An unknown id is the schema's to tell, as an unknown key.
    if (!refuseRuleId(id)) rules.set(id, readSetting(id, setting, locate, mistakes));
  }
  const ownRules = readOwnRules(value, locate, mistakes);
  return { conventions: { rules, ownRules, ownIds: Object.keys(writtenOwnRules(value)), ...readNames(isMap(value) ? value : {}) }, mistakes };
}

/** Own rules; an id of the platform's table is taken, and a pattern has to be one. */
function readOwnRules(value: unknown, locate: Locate, mistakes: ConventionMistake[]): Rule[] {
  const right: Rule[] = [];
  for (const [id, rule] of Object.entries(writtenOwnRules(value))) {
    if (tableIds.includes(id)) mistakes.push({ ...locate(['own-rules', id], 'key'), code: 'taken-rule', message: `${id} is a rule of the platform's table` });
    const bad = patternsIn(rule).flatMap((pattern) => patternFault(pattern) ?? []);
    for (const fault of bad) mistakes.push({ ...locate(['own-rules', id]), code: 'wrong-value', message: `match is no regular expression: ${fault}` });
    if (bad.length === 0 && !tableIds.includes(id) && isWritten(rule) && rule.severity !== 'off') right.push(ownRule(id, rule));
  }
  return right;
}

function writtenOwnRules(value: unknown): Readonly<Record<string, unknown>> {
  return isMap(value) && isMap(value['own-rules']) ? value['own-rules'] : {};
}

/** Whether a rule has the form that the schema asks for; what is wrong is the schema's to tell. */
function isWritten(rule: unknown): rule is WrittenRule {
  if (!isMap(rule) || !isMap(rule['where']) || !Array.isArray(rule['must'])) return false;
  const { attributes } = rule['where'];
  const chooses = isWords(rule['where']['type']) && (attributes === undefined || areConditions(attributes));
  return chooses && rule['must'].every(isDemand);
}

function isDemand(demand: unknown): boolean {
  if (!isMap(demand)) return false;
  if (demand['companion'] === undefined) return typeof demand['attribute'] === 'string' && (demand['reference'] === undefined || isWords(demand['reference']));
  const { companion, by, identity, attributes } = demand;
  return (
    isWords(companion) && typeof by === 'string' && (identity === undefined || isWords(identity)) && (attributes === undefined || areConditions(attributes))
  );
}

function areConditions(value: unknown): boolean {
  return isMap(value) && Object.values(value).every(isMap);
}

function isWords(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}

/** Every `match` of a written rule. */
function patternsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(patternsIn);
  if (!isMap(node)) return [];
  return Object.entries(node).flatMap(([name, value]) => (name === 'match' && typeof value === 'string' ? [value] : patternsIn(value)));
}

function readNames(file: Readonly<Record<string, unknown>>): Omit<Conventions, 'rules' | 'ownRules' | 'ownIds'> {
  const text = (name: string) => (typeof file[name] === 'string' ? file[name] : undefined);
  const texts = (name: string) => (Array.isArray(file[name]) ? file[name].filter((one): one is string => typeof one === 'string') : []);
  return {
    environments: texts('environments'),
    environment: text('environment'),
    cluster: text('cluster'),
    organisation: text('organisation'),
    statefulDestroy: texts('stateful-destroy'),
  };
}

function readSetting(id: string, setting: unknown, locate: Locate, mistakes: ConventionMistake[]): RuleSetting {
  if (!isMap(setting)) return { severity: setting as Severity | 'off', parameters: {} };
  const { severity, ...written } = setting;
  const parameters: Record<string, unknown> = written;
  for (const [name, spec] of Object.entries(findRule(id)?.parameters ?? {})) {
    // YAML's own false and true stand for the words of a choice, and 1.30 is a number to it.
    if ((spec.kind === 'choice' || spec.kind === 'version') && parameters[name] !== undefined) parameters[name] = String(parameters[name]);
    const fault = spec.kind === 'pattern' ? patternFault(parameters[name]) : undefined;
    if (fault) mistakes.push({ ...locate(['rules', id, name]), code: 'wrong-value', message: `${name} is no regular expression: ${fault}` });
  }
  return { ...(severity === undefined ? {} : { severity: severity as Severity | 'off' }), parameters: parameters as Parameters };
}

function patternFault(pattern: unknown): string | undefined {
  if (typeof pattern !== 'string') return undefined;
  try {
    new RegExp(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
