/** The policies that roles have: their own, inline, and managed ones by attachment. */
import { read, readBlocks, readText } from './attributes.ts';
import { type PolicyReading, policyAt } from './policies.ts';
import { leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

/** What finding roles' policies reads, besides the documents. */
export const rolePolicyReads = {
  aws_iam_role: ['name', 'name_prefix', 'arn', 'id', 'inline_policy'],
  aws_iam_role_policy: ['role', 'policy', 'name'],
  aws_iam_policy: ['arn', 'id', 'name', 'policy'],
  aws_iam_role_policy_attachment: ['role', 'policy_arn'],
  aws_iam_policy_attachment: ['roles', 'policy_arn'],
} as const;

/** A policy and the role that has it. */
export interface RolePolicy {
  /** The role's name, or its address while the name is not known. */
  readonly role: string;
  /** Where the policy is written. */
  readonly resource: Resource;
  readonly reading: PolicyReading;
}

/** All policies of all roles of the plan, as far as the plan tells who has them. */
export function policiesOfRoles(world: World): RolePolicy[] {
  const own = world
    .ofType('aws_iam_role_policy')
    .map((policy) => ({ role: roleAt(world, policy, 'role'), resource: policy, reading: policyAt(world, policy, ['policy']) }));
  const inline = world.ofType('aws_iam_role').flatMap((role) => {
    const blocks = readBlocks(role, ['inline_policy']);
    return blocks === 'unknown' ? [] : blocks.map((path) => ({ role: nameOfRole(role), resource: role, reading: policyAt(world, role, [...path, 'policy']) }));
  });
  return [...own, ...inline, ...attached(world)].flatMap(({ role, ...rest }) => (role === undefined ? [] : [{ role, ...rest }]));
}

function attached(world: World): { role: string | undefined; resource: Resource; reading: PolicyReading }[] {
  const byArn = new Map(world.ofType('aws_iam_policy').map((policy) => [readText(policy, ['arn']).text ?? '', policy]));
  return ['aws_iam_role_policy_attachment', 'aws_iam_policy_attachment'].flatMap((type) =>
    world.ofType(type).flatMap((attachment) => {
      const policy = policyOf(world, attachment, byArn);
      if (!policy) return [];
      const reading = policyAt(world, policy, ['policy']);
      return rolesAt(world, attachment).map((role) => ({ role, resource: policy, reading }));
    }),
  );
}

/** The policy of this plan that an attachment names. */
function policyOf(world: World, attachment: Resource, byArn: ReadonlyMap<string, Resource>): Resource | undefined {
  const { text } = readText(attachment, ['policy_arn']);
  if (text !== undefined) return byArn.get(text);
  const named = leavesOf(world, attachment, ['policy_arn']).flatMap(({ type, instances }) => (type === 'aws_iam_policy' ? instances : []));
  return named.length === 1 ? named[0] : undefined;
}

/** The roles of an attachment: one, or a list that the plan tells. */
function rolesAt(world: World, attachment: Resource): (string | undefined)[] {
  if (attachment.type === 'aws_iam_role_policy_attachment') return [roleAt(world, attachment, 'role')];
  const reading = read(attachment, ['roles']);
  if (reading.state === 'known') return Array.isArray(reading.value) ? reading.value.filter((role): role is string => typeof role === 'string') : [];
  return leavesOf(world, attachment, ['roles']).flatMap(({ type, instances }) => (type === 'aws_iam_role' ? instances.map(nameOfRole) : []));
}

/** The role that an attribute names. */
function roleAt(world: World, resource: Resource, attribute: string): string | undefined {
  const { text } = readText(resource, [attribute]);
  if (text !== undefined) return text;
  const named = leavesOf(world, resource, [attribute]).flatMap(({ type, instances }) => (type === 'aws_iam_role' ? instances : []));
  return named.length === 1 && named[0] ? nameOfRole(named[0]) : undefined;
}

/** A role's name, or its address while the name is not known. */
export function nameOfRole(role: Resource): string {
  return readText(role, ['name']).text ?? role.address;
}
