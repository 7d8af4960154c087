/** The policies of the egress role, and what they let it read. */
import { type Path, readBlocks, readText } from './attributes.ts';
import { holdsEgress } from './egress.ts';
import { expressionAt, isWritten } from './expressions.ts';
import { coversAction, type PolicyReading, policyAt, policyReads, type Statement, type Words } from './policies.ts';
import { leavesOf } from './references.ts';
import { nameOfRole, policiesOfRoles, rolePolicyReads } from './role-policies.ts';
import type { Resource, World } from './world.ts';

/** What finding the egress role's policies reads. */
export const egressPolicyReads = {
  ...policyReads,
  ...rolePolicyReads,
  aws_iam_role: [...rolePolicyReads.aws_iam_role, 'managed_policy_arns'],
  aws_iam_role_policy: [...rolePolicyReads.aws_iam_role_policy, 'name_prefix'],
  aws_iam_policy: [...rolePolicyReads.aws_iam_policy, 'name_prefix'],
} as const;

/** What the egress role may do, as far as the plan tells. */
export interface EgressPolicies {
  /** Addresses of the roles and policies with egress in their name; none: the role is another stack's. */
  readonly from: readonly string[];
  readonly readings: readonly PolicyReading[];
}

/** Roles and policies with egress in their name or resource name, and what is attached to such roles. */
export function egressPolicies(world: World): EgressPolicies {
  const roles = world.ofType('aws_iam_role').filter(isEgress);
  const names = new Set(roles.map(nameOfRole));
  const policies = ['aws_iam_policy', 'aws_iam_role_policy'].flatMap((type) => world.ofType(type)).filter(isEgress);
  const ofRoles = policiesOfRoles(world).filter(({ role }) => names.has(role) || holdsEgress(roleName(role)));
  const named = policies.map((resource) => policyAt(world, resource, ['policy']));
  const from = [...roles, ...policies, ...ofRoles.map(({ resource }) => resource)].map(({ address }) => address);
  return { from: [...new Set(from)].sort(), readings: [...named, ...ofRoles.map(({ reading }) => reading), ...attachedByArn(world, roles, names)] };
}

function isEgress(resource: Resource): boolean {
  return [readText(resource, ['name']).text, readText(resource, ['name_prefix']).text, resource.change.name].some(holdsEgress);
}

function roleName(role: string): string {
  return role.split('/').at(-1) ?? role;
}

/** Policies that roles name by ARN, by attachment or themselves. One that this plan does not hold may allow anything. */
function attachedByArn(world: World, roles: readonly Resource[], names: ReadonlySet<string>): PolicyReading[] {
  const isRole = (text: string) => names.has(text) || holdsEgress(text);
  const attachments = [['aws_iam_role_policy_attachment', 'role'] as const, ['aws_iam_policy_attachment', 'roles'] as const].flatMap(([type, attribute]) =>
    world.ofType(type).filter((attachment) => {
      const blocks = attribute === 'role' ? [[attribute]] : readBlocks(attachment, [attribute]);
      const texts = blocks === 'unknown' ? [] : blocks.map((path) => readText(attachment, path).text);
      if (texts.some((text) => text !== undefined && isRole(text))) return true;
      return leavesOf(world, attachment, [attribute]).some(({ instances }) => instances.some((role) => roles.includes(role)));
    }),
  );
  const lists = roles.flatMap((role) => {
    const blocks = readBlocks(role, ['managed_policy_arns']);
    if (blocks !== 'unknown') return blocks.map((path) => ({ resource: role, path }));
    return isWritten(expressionAt(world.configured(role), ['managed_policy_arns'])) ? [{ resource: role, path: ['managed_policy_arns'] }] : [];
  });
  const uses = [...attachments.map((resource) => ({ resource, path: ['policy_arn'] as Path })), ...lists];
  return uses.flatMap(({ resource, path }) => readNamed(world, resource, path));
}

function readNamed(world: World, resource: Resource, path: Path): PolicyReading[] {
  const { text } = readText(resource, path);
  const leaves = text === undefined ? leavesOf(world, resource, path) : [];
  const policies =
    text === undefined
      ? leaves.flatMap(({ type, instances }) => (type === 'aws_iam_policy' ? instances : []))
      : world.ofType('aws_iam_policy').filter((policy) => readText(policy, ['arn']).text === text);
  const proven = text === undefined ? leaves.length > 0 && leaves.every(({ type }) => type === 'aws_iam_policy') : policies.length > 0;
  const readings = policies.map((policy) => policyAt(world, policy, ['policy']));
  return proven ? readings : [...readings, { state: 'unknown', evidence: `${resource.address} names a policy that this plan does not hold` }];
}

/** Whether objects under a prefix may be read: `maybe` where only apply tells. @param bucket `undefined` for any */
export function mayRead({ readings }: EgressPolicies, bucket: string | undefined, prefix: string): 'yes' | 'no' | 'maybe' {
  const statements = readings.flatMap((reading) => (reading.state === 'known' ? reading.statements : []));
  const denied = statements.some((one) => !one.allow && one.conditions.length === 0 && answer(one, bucket, prefix) === 'yes');
  if (denied) return 'no';
  const answers = statements.filter(({ allow }) => allow).map((one) => answer(one, bucket, prefix));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('maybe') || readings.some(({ state }) => state === 'unknown') ? 'maybe' : 'no';
}

function answer(statement: Statement, bucket: string | undefined, prefix: string): 'yes' | 'no' | 'maybe' {
  const { actions, notActions, resources, notResources } = statement;
  const action = both(actions, notActions, (pattern) => coversAction(pattern, 's3:GetObject'));
  const resource = both(resources, notResources, (pattern) => coversObjects(pattern, bucket, prefix));
  if (action === 'no' || resource === 'no') return 'no';
  return action === 'yes' && resource === 'yes' ? 'yes' : 'maybe';
}

function both(words: Words, notWords: Words | undefined, covers: (pattern: string) => boolean): 'yes' | 'no' | 'maybe' {
  if (notWords) return notWords.values.some(covers) ? 'no' : notWords.open ? 'maybe' : 'yes';
  return words.values.some(covers) ? 'yes' : words.open ? 'maybe' : 'no';
}

/** A key that no pattern names by accident: what a pattern lets through, it lets through for any key. */
const anyKey = '\u0001';

/** Whether a resource pattern covers every object under a prefix: `arn:aws:s3:::bucket/x/*`. */
function coversObjects(pattern: string, bucket: string | undefined, prefix: string): boolean {
  if (pattern === '*') return true;
  const [, written = ''] = /^arn:[^:]*:s3:::(.+)$/.exec(pattern) ?? [];
  const slash = written.indexOf('/');
  const wanted = `${bucket ?? anyKey}/${prefix}${anyKey}`;
  const text = bucket === undefined && slash >= 0 ? `*${written.slice(slash)}` : written;
  return matches(text, wanted) || (!prefix.endsWith('/') && prefix !== '' && matches(text, `${bucket ?? anyKey}/${prefix}/${anyKey}`));
}

/** S3's resource patterns tell letter case apart. */
function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}
