/** How long backups are kept is a parameter of the deployment. */
import type { Expression } from '@slipway/terraform/plan';
import { expressionAt, isWritten, longestReferences } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { bankBackups } from './sources.ts';

const attribute = 'backup_retention_period';

/** The variable's name is the document's; a module may call its own what it likes. */
export const backupParam: Rule = {
  id: 'backup-param',
  what: 'backup_retention_period comes from a variable of that name',
  why: [bankBackups],
  severity: 'info',
  profiles: ['bank', 'strict'],
  remedy: 'backup_retention_period = var.backup_retention_period',
  fails: 'backup_retention_period = 7',
  reads: { aws_db_instance: [attribute], aws_rds_cluster: [attribute] },
  judge: eachResource(['aws_db_instance', 'aws_rds_cluster'], (resource, world) => [judgeSource(resource, world)]),
};

function judgeSource(resource: Resource, world: World): Fact {
  const block = world.configured(resource);
  if (!block) return uncertain('the configuration of the resource is not in the plan', attribute);
  const expression = expressionAt(block, [attribute]);
  if (!isWritten(expression)) return failing(`${attribute} is not set`, `${attribute} has no expression`);
  const { steps } = world.module(resource.change.moduleAddress);
  const names = variablesBehind(
    world,
    expression,
    steps.map(({ name }) => name),
  );
  if (names.some((name) => name.includes(attribute))) return fine;
  const hidden = longestReferences(expression).find((text) => text.startsWith('local.') || text.startsWith('data.'));
  if (hidden) return uncertain(`where ${hidden} comes from is not told by the plan`, hidden);
  return failing(`${attribute} does not come from var.${attribute}`, names.length > 0 ? names.join(' → ') : `${attribute} is a literal`);
}

/** The variables that an expression leads to, in this module and in those that call it. */
function variablesBehind(world: World, expression: Expression, path: readonly string[]): string[] {
  return longestReferences(expression).flatMap((text) => {
    const [, name] = /^var\.([\w-]+)/.exec(text) ?? [];
    if (name === undefined) return [];
    const call = path.at(-1);
    if (call === undefined) return [text];
    let parent = world.plan.configuration;
    for (const step of path.slice(0, -1)) parent = parent.calls.get(step)?.module ?? parent;
    return [text, ...variablesBehind(world, parent.calls.get(call)?.expressions[name], path.slice(0, -1))];
  });
}
