/** Nothing is changed outside the code. */
import { isMap, type ResourceChange } from '@slipway/terraform/plan';
import { failing } from '../../plan-facts/flags.ts';
import { child, type World } from '../../plan-facts/world.ts';
import type { Judgement, Rule } from '../../rule.ts';

/** Terraform says which attributes the plan depends on; drift elsewhere is nobody's concern. */
export const iacDrift: Rule = {
  id: 'iac-drift',
  what: 'nothing that the plan depends on was changed outside the code',
  why: [{ document: 'mediationzone-on-aws', sentence: 'The AWS infrastructure should be managed as IaC using Terraform, CloudFormation or similar tool.' }],
  severity: 'warn',
  profiles: ['mz', 'strict'],
  remedy: '# write the change into the configuration, or undo it: terraform apply -refresh-only shows what it is',
  fails: '# somebody has changed aws_security_group.app in the console',
  reads: { '*': [] },
  readsDrift: true,
  judge: (world) => (world.phase === 'before' ? [] : world.plan.drift.flatMap((entry) => judgeEntry(world, entry))),
};

function judgeEntry(world: World, entry: ResourceChange): Judgement[] {
  if (entry.mode !== 'managed' || entry.actions.every((action) => action === 'no-op')) return [];
  const changed = entry.after === null ? ['the whole resource'] : changedNames(entry);
  if (changed.length === 0 || !isRelevant(world, entry)) return [];
  const what = entry.after === null ? 'it was deleted outside the code' : 'it was changed outside the code';
  return [{ address: entry.address, facts: [failing(what, changed.slice(0, 20).join(', '))], introduced: false }];
}

function isRelevant(world: World, entry: ResourceChange): boolean {
  const relevant = world.plan.relevantAttributes;
  if (!relevant) return true;
  return relevant
    .filter(({ resource }) => resource === entry.address || resource === entry.address.replace(/\[[^[\]]*\]$/, ''))
    .some(({ attribute }) => entry.after === null || differs(valueAt(entry.before, attribute), valueAt(entry.after, attribute)));
}

/** Names of attributes; their values may be secrets. */
function changedNames({ before, after }: ResourceChange): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter((name) => differs(child(before, name), child(after, name))).sort();
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let node = root;
  for (const part of path) node = child(node, part);
  return node;
}

function differs(one: unknown, other: unknown): boolean {
  return stable(one) !== stable(other);
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (!isMap(value)) return JSON.stringify(value) ?? 'null';
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${key}:${stable(value[key])}`)
    .join()}}`;
}
