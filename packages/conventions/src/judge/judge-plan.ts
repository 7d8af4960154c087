/** Judges a plan by the chosen rules. */
import { type Plan, type PlanSelection, runSteps, type Steps } from '@slipway/terraform/plan';
import { inventoryReads } from '../inventory/inventory.ts';
import { noFacts, type RunFacts, World } from '../plan-facts/world.ts';
import { type Fact, type Judgement, type Severity, worst } from '../rule.ts';
import type { ChosenRule } from './choose-rules.ts';
import { type Finding, sortFindings } from './findings.ts';
import { lazyWorld, Past } from './introduced.ts';

const weight: Readonly<Record<Severity, number>> = { error: 0, warn: 1, info: 2 };

/** What the rules and the inventory read of a plan, and nothing more. */
export function selectionFor(chosen: readonly ChosenRule[]): PlanSelection {
  const wanted = new Map<string, Set<string>>();
  for (const reads of [inventoryReads, ...chosen.map(({ rule }) => rule.reads)]) {
    for (const [type, names] of Object.entries(reads)) {
      const set = wanted.get(type) ?? new Set();
      for (const name of names) set.add(name);
      wanted.set(type, set);
    }
  }
  return { attributes: attributesOf(wanted), drift: chosen.some(({ rule }) => rule.readsDrift === true) };
}

/** Attributes asked of every type are added to those of each. */
function attributesOf(wanted: ReadonlyMap<string, Set<string>>): PlanSelection['attributes'] {
  const ofAll = wanted.get('*');
  if (!ofAll) return (type) => wanted.get(type);
  const joined = new Map([...wanted].map(([type, names]) => [type, new Set([...names, ...ofAll])]));
  return (type) => joined.get(type) ?? ofAll;
}

/** All findings, sorted by address and rule: at most one for each pair. */
export function judgePlan(plan: Plan, chosen: readonly ChosenRule[], facts: RunFacts = noFacts): Finding[] {
  return runSteps(judgeSteps(plan, chosen, facts));
}

/** The same with a step after each rule, so that a long judging can be stopped between them. */
export function* judgeSteps(plan: Plan, chosen: readonly ChosenRule[], facts: RunFacts = noFacts): Steps<Finding[]> {
  const after = new World(plan, 'after', facts);
  const before = lazyWorld(() => new World(plan, 'before', facts));
  const findings: Finding[] = [];
  for (const one of chosen) {
    for (const finding of judgeRule(one, after, new Past(one, before))) findings.push(finding);
    yield;
  }
  return sortFindings(findings);
}

function judgeRule(chosen: ChosenRule, world: World, past: Past): Finding[] {
  const byAddress = new Map<string, Judgement>();
  for (const judgement of chosen.rule.judge(world, chosen.parameters)) {
    if (worst(judgement.facts) === 'pass') continue;
    const other = byAddress.get(judgement.address);
    byAddress.set(judgement.address, other ? { ...other, facts: [...other.facts, ...judgement.facts] } : judgement);
  }
  return [...byAddress.values()].map((judgement) => toFinding(chosen, judgement, past));
}

function toFinding(chosen: ChosenRule, judgement: Judgement, past: Past): Finding {
  const verdict = worst(judgement.facts) === 'fail' ? 'fail' : 'unknown';
  const decisive = judgement.facts.filter((fact) => fact.verdict === verdict);
  const others = judgement.facts.filter((fact) => fact.verdict !== verdict && fact.verdict !== 'pass');
  return {
    rule: chosen.rule.id,
    severity: severityOf(chosen, decisive),
    address: judgement.address,
    verdict,
    introduced: judgement.introduced ?? past.introduced(judgement, verdict),
    message: [...new Set(decisive.map(({ message }) => message))].join('; '),
    evidence: [...new Set([...decisive, ...others].map(({ evidence }) => evidence))],
  };
}

/** The rule's severity, or a part's lower one; what the file says holds for all parts. */
function severityOf(chosen: ChosenRule, facts: readonly Fact[]): Severity {
  if (chosen.fixedSeverity) return chosen.severity;
  const severities = facts.map((fact) => fact.severity ?? chosen.severity);
  return severities.reduce((most, one) => (weight[one] < weight[most] ? one : most), severities[0] ?? chosen.severity);
}
