/** Nobody gets AdministratorAccess. */
import { type Path, readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { expressionAt, isWritten } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementOf, type Rule } from '../../rule.ts';
import { bankLeast } from './sources.ts';

const attachments = ['aws_iam_role_policy_attachment', 'aws_iam_user_policy_attachment', 'aws_iam_group_policy_attachment', 'aws_iam_policy_attachment'];
const lists: Readonly<Record<string, string>> = { aws_iam_role: 'managed_policy_arns', aws_iam_role_policy_attachments_exclusive: 'policy_arns' };
const admin = /^arn:[^:]*:iam::aws:policy\/(?:job-function\/)?AdministratorAccess$/;

/** The jumphost's administrator is for a waiver. */
export const iamNoAdmin: Rule = {
  id: 'iam-no-admin',
  what: 'AdministratorAccess is attached to nobody',
  why: [bankLeast],
  severity: 'error',
  profiles: ['bank', 'strict'],
  remedy: 'policy_arn = aws_iam_policy.deploy.arn',
  fails: 'policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"',
  reads: {
    ...Object.fromEntries(attachments.map((type) => [type, ['policy_arn']])),
    ...Object.fromEntries(Object.entries(lists).map(([type, name]) => [type, [name]])),
    aws_iam_policy: ['arn', 'id'],
  },
  judge: (world) => [
    ...attachments.flatMap((type) => world.ofType(type).map((one) => judgementOf(one, judgeArn(world, one, ['policy_arn'])))),
    ...Object.entries(lists).flatMap(([type, name]) =>
      world.ofType(type).map((one): Judgement => ({ resource: one, address: one.address, facts: judgeList(world, one, [name]) })),
    ),
  ],
};

function judgeArn(world: World, resource: Resource, path: Path): Fact {
  const reading = readText(resource, path);
  if (reading.text !== undefined) return admin.test(reading.text) ? failing('AdministratorAccess is attached', showValue(resource, path)) : fine;
  if (reading.state === 'absent') return fine;
  // A list is one expression.
  const leaves = leavesOf(
    world,
    resource,
    path.filter((part) => typeof part === 'string'),
  );
  if (leaves.length > 0 && leaves.every(({ type, instances }) => type === 'aws_iam_policy' && instances.length > 0)) return fine;
  return uncertain('which policy is attached is known after apply', leaves.map(({ chain }) => chain).join('; ') || showValue(resource, path));
}

/** Attachments manage the list where nobody wrote it. */
function judgeList(world: World, resource: Resource, path: Path): Fact[] {
  const blocks = readBlocks(resource, path);
  if (blocks !== 'unknown') return blocks.map((one) => judgeArn(world, resource, one));
  return isWritten(expressionAt(world.configured(resource), path)) ? [judgeArn(world, resource, path)] : [fine];
}
