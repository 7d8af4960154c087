/** The meaning of the conventions file, once its form is right. */
import { isMap } from '@slipway/terraform/plan';
import type { Parameters, Severity } from '../rule.ts';
import { findRule } from '../rules/catalogue.ts';
import { refuseRuleId } from '../rules/known-ids.ts';
import type { ConventionMistake, Locate } from './locate.ts';

/** What the file says of one rule. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly parameters: Parameters;
}

/** The conventions file. */
export interface Conventions {
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly environments: readonly string[];
  readonly environment: string | undefined;
  readonly cluster: string | undefined;
  readonly organisation: string | undefined;
  readonly statefulDestroy: readonly string[];
}

/** Without a file. */
export const noConventions: Conventions = {
  rules: new Map(),
  environments: [],
  environment: undefined,
  cluster: undefined,
  organisation: undefined,
  statefulDestroy: [],
};

/** Reads a parsed file that fits the schema; mistakes are those that a schema cannot tell. */
export function readConventions(value: unknown, locate: Locate): { readonly conventions: Conventions; readonly mistakes: readonly ConventionMistake[] } {
  const mistakes: ConventionMistake[] = [];
  const rules = new Map<string, RuleSetting>();
  const written = isMap(value) && isMap(value['rules']) ? value['rules'] : {};
  for (const [id, setting] of Object.entries(written)) {
    const refused = refuseRuleId(id);
    // An unknown id is the schema's to tell, as an unknown key.
    if (refused?.code === 'not-yet') mistakes.push({ ...locate(['rules', id], 'key'), ...refused });
    if (!refused) rules.set(id, readSetting(id, setting, locate, mistakes));
  }
  return { conventions: { rules, ...readNames(isMap(value) ? value : {}) }, mistakes };
}

function readNames(file: Readonly<Record<string, unknown>>): Omit<Conventions, 'rules'> {
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
