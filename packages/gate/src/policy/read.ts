/** From a parsed file to a policy, or to everything that is wrong with it. Never half a policy. */
import { severities } from '../finding.ts';
import { Fields } from './fields.ts';
import { type Locate, Mistakes, type Path, type PolicyMistake } from './mistake.ts';
import { type Action, defaultMaxWaiverDays, type Policy, type Rule, type Waiver } from './policy.ts';
import { readWaivers } from './waivers.ts';

/** A policy, or every mistake, sorted by line, column, code. */
export type PolicyReading =
  | { readonly policy: Policy; readonly mistakes: readonly [] }
  | { readonly policy: undefined; readonly mistakes: readonly PolicyMistake[] };

const actions = ['block', 'warn', 'ignore'] as const;
const policyKeys = ['version', 'rules', 'default', 'on-missing-details', 'max-waiver-days', 'fail-on-unused', 'waivers'];
const ruleKeys = ['severity', 'fix', 'kev', 'exploit', 'epss-min', 'score-min', 'package', 'path', 'package-manager', 'age-min-days', 'action'];

/**
 * Reads a policy.
 * @param value the file, parsed as YAML 1.2
 * @param locate where a path of the value stands in the file
 * @param now milliseconds since the epoch: waivers may not reach further than `max-waiver-days` from this day (UTC)
 */
export function readPolicy(value: unknown, locate: Locate, now: number): PolicyReading {
  const mistakes = new Mistakes(locate);
  const policy = policyOf(value, mistakes, now);
  const found = mistakes.all();
  return policy && found.length === 0 ? { policy, mistakes: [] } : { policy: undefined, mistakes: found };
}

function policyOf(value: unknown, mistakes: Mistakes, now: number): Policy | undefined {
  const fields = Fields.of(value, [], mistakes, policyKeys, ['version']);
  if (!fields) return undefined;
  if (fields.has('version') && fields.raw('version') !== 1) fields.wrong('version', 'version has to be 1: this is the only version of the format');
  const maxWaiverDays = fields.number('max-waiver-days', { min: 1, whole: true }) ?? defaultMaxWaiverDays;
  return {
    rules: items(fields, 'rules', (item, path) => ruleOf(item, path, mistakes)),
    default: fields.choice('default', actions) ?? 'warn',
    onMissingDetails: fields.choice('on-missing-details', ['block', 'allow']) ?? 'block',
    maxWaiverDays,
    failOnUnused: fields.boolean('fail-on-unused') ?? false,
    waivers: readWaivers(fields.list('waivers') ?? [], mistakes, { now, maxWaiverDays }),
  };
}

function items<T>(fields: Fields, key: string, read: (item: unknown, path: Path) => T | undefined): T[] {
  return (fields.list(key) ?? []).map((item, index) => read(item, [key, index])).filter((item) => item !== undefined);
}

function ruleOf(value: unknown, path: Path, mistakes: Mistakes): Rule | undefined {
  const fields = Fields.of(value, path, mistakes, ruleKeys, ['action']);
  if (!fields) return undefined;
  const rule = {
    severity: fields.choices('severity', severities),
    fix: fields.choice('fix', ['yes', 'partial', 'no', 'any']),
    kev: fields.boolean('kev'),
    exploit: fields.boolean('exploit'),
    epssMin: fields.number('epss-min', { min: 0, max: 1 }),
    scoreMin: fields.number('score-min', { min: 0, max: 10 }),
    package: fields.text('package'),
    path: fields.text('path'),
    packageManager: fields.texts('package-manager')?.map((name) => name.toUpperCase()),
    ageMinDays: fields.number('age-min-days', { min: 0, whole: true }),
    action: fields.choice('action', actions) ?? ('block' satisfies Action),
  };
  return withoutAbsent<Rule>(rule);
}

/** Drops keys without a value, so that an absent key and one that is `undefined` are the same thing. */
function withoutAbsent<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}

/** One line per waiver, for reports and logs: `CVE-2026-1234 in openssl until 2026-12-31`. */
export function describeWaiver(waiver: Waiver): string {
  const scope = [waiver.package && `in ${waiver.package}`, waiver.path && `at ${waiver.path}`, waiver.platform && `on ${waiver.platform}`];
  return [waiver.id, ...scope.filter(Boolean), `until ${waiver.until}`].join(' ');
}
