/** No policy allows everything of a service everywhere. */
import { readBlocks, showValue } from '../../plan-facts/attributes.ts';
import { expressionAt, isWritten } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { discreet, type PolicyReading, policyAt, policyReads, type Statement } from '../../plan-facts/policies.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, type Rule } from '../../rule.ts';
import { bankLeast } from './sources.ts';

const types = ['aws_iam_policy', 'aws_iam_role_policy', 'aws_iam_user_policy', 'aws_iam_group_policy'];

/** A condition does not excuse. */
export const iamNoWildcard: Rule = {
  id: 'iam-no-wildcard',
  what: 'no policy allows all actions of a service on all resources',
  why: [bankLeast],
  severity: 'error',
  profiles: ['bank', 'strict'],
  remedy: '{ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::bank-uploads/*" }',
  fails: '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }',
  reads: { ...policyReads, ...Object.fromEntries(types.map((type) => [type, ['policy']])), aws_iam_role: ['inline_policy'] },
  judge: (world) => [
    ...types.flatMap((type) =>
      world.ofType(type).map((resource): Judgement => ({ resource, address: resource.address, facts: judgePolicy(policyAt(world, resource, ['policy'])) })),
    ),
    ...world.ofType('aws_iam_role').map((role): Judgement => ({ resource: role, address: role.address, facts: judgeInline(world, role) })),
  ],
};

/** Policies of their own fill the list where nobody wrote it. */
function judgeInline(world: World, role: Resource): Fact[] {
  const blocks = readBlocks(role, ['inline_policy']);
  if (blocks !== 'unknown') return blocks.flatMap((path) => judgePolicy(policyAt(world, role, [...path, 'policy'])));
  const written = isWritten(expressionAt(world.configured(role), ['inline_policy']));
  return [written ? uncertain('the inline policies are known after apply', showValue(role, ['inline_policy'])) : fine];
}

function judgePolicy(reading: PolicyReading): Fact[] {
  if (reading.state === 'unknown') return [uncertain('the policy is known after apply', reading.evidence)];
  const statements = reading.state === 'known' ? reading.statements.filter(({ allow }) => allow) : [];
  return discreet(reading, 'the policy allows too much', [judgeStatements(statements)]);
}

function judgeStatements(statements: readonly Statement[]): Fact {
  for (const statement of statements) {
    const fault = faultOf(statement);
    if (fault) return failing(fault, describe(statement));
  }
  const vague = statements.find(isVague);
  return vague ? uncertain('the resources or actions of a statement are known after apply', describe(vague)) : fine;
}

function faultOf({ actions, notActions, resources, notResources }: Statement): string | undefined {
  if (notActions) return 'a statement allows all actions but some (NotAction)';
  if (notResources) return 'a statement allows all resources but some (NotResource)';
  const wild = actions.values.find(isWild);
  return wild !== undefined && resources.values.some(isEverything) ? `a statement allows ${wild} on all resources` : undefined;
}

function isWild(action: string): boolean {
  return isEverything(action) || /^[\w*-]+:\*+$/.test(action);
}

function isEverything(word: string): boolean {
  return /^\*+$/.test(word);
}

/** What is still open could be the wildcard that completes the fault. */
function isVague({ actions, resources }: Statement): boolean {
  if (actions.open) return resources.open || resources.values.some(isEverything);
  return resources.open && actions.values.some(isWild);
}

function describe({ actions, resources }: Statement): string {
  const shown = ({ values, open }: Statement['actions']) => [...values, ...(open ? ['(known after apply)'] : [])].join(', ').slice(0, 300) || 'none';
  return `Action ${shown(actions)}; Resource ${shown(resources)}`;
}
