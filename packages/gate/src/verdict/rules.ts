/** Rules, compiled: which one takes a package of a finding, and what happens then. */

import type { Finding, VulnerablePackage } from '../finding.ts';
import { absolutePath, compileGlob, type GlobTest } from '../glob.ts';
import type { Action, Policy, Rule } from '../policy/policy.ts';
import { fixStateOf, takesFix } from './fix.ts';

/** What the rules say: the action and which rule said it (from 1), or that none did. */
export interface RuleDecision {
  readonly action: Action;
  readonly rule: number | 'default';
}

/** Decides for one package of a finding. */
export type RuleJudge = (finding: Finding, at: VulnerablePackage) => RuleDecision;

const weight: Readonly<Record<Action, number>> = { ignore: 0, warn: 1, block: 2 };
const dayMs = 86_400_000;

interface CompiledRule {
  readonly rule: Rule;
  readonly severity: ReadonlySet<string> | undefined;
  readonly package: GlobTest | undefined;
  readonly path: GlobTest | undefined;
}

/**
 * Compiles the rules. A finding whose KEV entry is unknown is judged as if it were in the catalogue and as if it were not,
 * and the graver answer counts; with `on-missing-details: allow` it is not in it.
 * @param now milliseconds since the epoch, for ages
 */
export function compileRules(policy: Policy, now: number): RuleJudge {
  const compiled = policy.rules.map(
    (rule): CompiledRule => ({
      rule,
      severity: rule.severity && new Set<string>(rule.severity),
      package: rule.package === undefined ? undefined : compileGlob(rule.package),
      path: rule.path === undefined ? undefined : compileGlob(rule.path),
    }),
  );
  const first = (finding: Finding, at: VulnerablePackage, kev: boolean): RuleDecision => {
    const index = compiled.findIndex((candidate) => takes(candidate, finding, at, kev, now));
    const rule = policy.rules[index];
    return rule ? { action: rule.action, rule: index + 1 } : { action: policy.default, rule: 'default' };
  };
  const asksKev = policy.rules.some((rule) => rule.kev !== undefined);
  return (finding, at) => {
    if (finding.kev !== undefined || !asksKev || policy.onMissingDetails === 'allow') return first(finding, at, finding.kev ?? false);
    const known = first(finding, at, true);
    const unknown = first(finding, at, false);
    return weight[unknown.action] > weight[known.action] ? unknown : known;
  };
}

function takes(compiled: CompiledRule, finding: Finding, at: VulnerablePackage, kev: boolean, now: number): boolean {
  return takesFinding(compiled, finding, kev, now) && takesPackage(compiled, finding, at);
}

function takesFinding({ rule, severity }: CompiledRule, finding: Finding, kev: boolean, now: number): boolean {
  if (severity && !severity.has(finding.severity)) return false;
  if (rule.kev !== undefined && rule.kev !== kev) return false;
  if (rule.exploit !== undefined && rule.exploit !== finding.exploitAvailable) return false;
  if (rule.epssMin !== undefined && !(finding.epss !== undefined && finding.epss >= rule.epssMin)) return false;
  if (rule.scoreMin !== undefined && !(finding.score !== undefined && finding.score >= rule.scoreMin)) return false;
  return rule.ageMinDays === undefined || now - finding.firstObservedAt >= rule.ageMinDays * dayMs;
}

function takesPackage({ rule, package: name, path }: CompiledRule, finding: Finding, at: VulnerablePackage): boolean {
  if (rule.fix !== undefined && !takesFix(rule.fix, fixStateOf(finding, at))) return false;
  if (rule.packageManager && !rule.packageManager.includes((at.packageManager ?? '').toUpperCase())) return false;
  if (name && !name(at.name)) return false;
  return !path || (at.filePath !== undefined && at.filePath !== '' && path(absolutePath(at.filePath)));
}
