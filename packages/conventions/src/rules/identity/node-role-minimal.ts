/** The role of nodes has only the policies that nodes need. */
import { type Path, readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { expressionAt, isWritten } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { joinNodeRoles, nodeRoleReads } from '../../plan-facts/node-roles.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementOf, type Parameters, type Rule } from '../../rule.ts';
import { bankLeast } from './sources.ts';

/** Policies of AWS that a node needs to join, to pull, to log and to be managed. */
const usual = [
  'AmazonEKSClusterPolicy',
  'AmazonEKSWorkerNodePolicy',
  'AmazonEKSWorkerNodeMinimalPolicy',
  'AmazonEKS_CNI_Policy',
  'AmazonEC2ContainerRegistryReadOnly',
  'AmazonEC2ContainerRegistryPullOnly',
  'AmazonSSMManagedInstanceCore',
  'CloudWatchAgentServerPolicy',
];
const managed = /^arn:[^:]*:iam::aws:policy\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]+)$/;

/** The allowed policies are allowed, not demanded. */
export const nodeRoleMinimal: Rule = {
  id: 'node-role-minimal',
  what: 'roles of EKS nodes have only the managed policies that nodes need, and no inline policy',
  why: [{ document: 'opta-aws-architecture', sentence: 'The EKS node ec2s are created with just the AmazonEKSClusterPolicy' }, bankLeast],
  severity: 'error',
  profiles: ['opta', 'bank', 'strict'],
  remedy:
    'resource "aws_iam_role_policy_attachment" "nodes" {\n  role       = aws_iam_role.nodes.name\n  policy_arn = "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy"\n}',
  fails:
    'resource "aws_iam_role_policy_attachment" "nodes" {\n  role       = aws_iam_role.nodes.name\n  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"\n}',
  parameters: { allowed: { kind: 'list', title: 'names of managed policies of AWS, or ARNs, that nodes may have', fallback: usual } },
  reads: nodeRoleReads,
  judge: judgeRoles,
};

function judgeRoles(world: World, { allowed }: Parameters): Judgement[] {
  const names = new Set(Array.isArray(allowed) ? allowed.map(String) : []);
  const nodes = joinNodeRoles(world);
  const inline = nodes.inlinePolicies.map((policy) => judgementOf(policy, failing('the node role has an inline policy', policy.address)));
  const attached = nodes.attachments.map((one) => judgementOf(one, judgeArn(world, one, ['policy_arn'], names)));
  return [...inline, ...attached, ...nodes.roles.map((role) => judgementOf(role, ...judgeRole(world, role, names)))];
}

/** Lists of the role that nobody wrote are managed by attachments. */
function judgeRole(world: World, role: Resource, names: ReadonlySet<string>): Fact[] {
  const arns = readBlocks(role, ['managed_policy_arns']);
  const written = isWritten(expressionAt(world.configured(role), ['managed_policy_arns']));
  const own =
    arns === 'unknown' ? (written ? [judgeArn(world, role, ['managed_policy_arns'], names)] : []) : arns.map((path) => judgeArn(world, role, path, names));
  const inline = readBlocks(role, ['inline_policy']);
  const some = inline !== 'unknown' && inline.some((path) => readText(role, [...path, 'policy']).state !== 'absent');
  return [...own, ...(some ? [failing('the node role has an inline policy', showValue(role, ['inline_policy', 0, 'name']))] : []), fine];
}

function judgeArn(world: World, resource: Resource, path: Path, names: ReadonlySet<string>): Fact {
  const reading = readText(resource, path);
  const evidence = showValue(resource, path);
  if (reading.text !== undefined) {
    const name = managed.exec(reading.text)?.[1];
    return names.has(reading.text) || (name !== undefined && names.has(name)) ? fine : failing(`the node role has ${name ?? reading.text}`, evidence);
  }
  if (reading.state === 'absent') return fine;
  // A list is one expression.
  const leaves = leavesOf(
    world,
    resource,
    path.filter((part) => typeof part === 'string'),
  );
  const own = leaves.length > 0 && leaves.every(({ type, instances }) => type === 'aws_iam_policy' && instances.length > 0);
  const chain = leaves.map((leaf) => leaf.chain).join('; ');
  return own ? failing('the node role has a policy of its own', chain) : uncertain('which policy the node role has is known after apply', chain || evidence);
}
