/** The roles of EKS nodes, and what is attached to them. */
import { type Path, readText } from './attributes.ts';
import { type Leaf, leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

/** What finding node roles reads. */
export const nodeRoleReads = {
  aws_iam_role: ['name', 'arn', 'id', 'managed_policy_arns', 'inline_policy'],
  aws_eks_node_group: ['node_role_arn', 'launch_template'],
  aws_launch_template: ['id', 'name', 'arn', 'iam_instance_profile'],
  aws_iam_instance_profile: ['name', 'arn', 'id', 'role'],
  aws_iam_role_policy_attachment: ['role', 'policy_arn'],
  aws_iam_role_policy: ['role', 'policy', 'name'],
  aws_iam_policy: ['arn', 'id'],
} as const;

/** Node roles and their policies. */
export interface NodeRoles {
  readonly roles: readonly Resource[];
  readonly attachments: readonly Resource[];
  readonly inlinePolicies: readonly Resource[];
}

const commonWorker = /-eks-common-worker-role$/;

/** Used as node_role_arn, by the instance profile of a node group's launch template, or named like the documents' common worker role. */
export function joinNodeRoles(world: World): NodeRoles {
  const all = world.ofType('aws_iam_role');
  const names = new Set<string>();
  const roles = new Set<Resource>(all.filter((role) => commonWorker.test(readText(role, ['name']).text ?? '')));
  const add = (resource: Resource, path: readonly (string | number)[]) => {
    const { text } = readText(resource, path);
    if (text !== undefined) names.add(text.split('/').at(-1) ?? text);
    else for (const leaf of leavesOf(world, resource, path)) for (const role of rolesOf(leaf)) roles.add(role);
  };
  for (const group of world.ofType('aws_eks_node_group')) add(group, ['node_role_arn']);
  for (const profile of nodeProfiles(world)) add(profile, ['role']);
  for (const role of all) if (names.has(readText(role, ['name']).text ?? '')) roles.add(role);
  for (const role of roles) names.add(readText(role, ['name']).text ?? role.address);
  const isNode = (resource: Resource) => {
    const { text } = readText(resource, ['role']);
    if (text !== undefined) return names.has(text) || commonWorker.test(text);
    return roles.size > 0 && leavesOf(world, resource, ['role']).some((leaf) => rolesOf(leaf).some((role) => roles.has(role)));
  };
  return {
    roles: [...roles],
    attachments: world.ofType('aws_iam_role_policy_attachment').filter(isNode),
    inlinePolicies: world.ofType('aws_iam_role_policy').filter(isNode),
  };
}

function rolesOf({ type, instances }: Leaf): readonly Resource[] {
  return type === 'aws_iam_role' ? instances : [];
}

/** Instance profiles of the launch templates that node groups use. */
function nodeProfiles(world: World): Resource[] {
  const templates = new Set(world.ofType('aws_eks_node_group').flatMap((group) => templatesOf(world, group)));
  return [...templates].flatMap((template) =>
    ['name', 'arn'].flatMap((name) => namedAt(world, template, { path: ['iam_instance_profile', 0, name], type: 'aws_iam_instance_profile', by: name })),
  );
}

/** The launch templates of this plan that a node group names. */
export function templatesOf(world: World, group: Resource): Resource[] {
  return ['id', 'name'].flatMap((name) => namedAt(world, group, { path: ['launch_template', 0, name], type: 'aws_launch_template', by: name }));
}

/** The resources of a type that an attribute names, by the known value or by reference. */
function namedAt(world: World, resource: Resource, { path, type, by }: { path: Path; type: string; by: string }): readonly Resource[] {
  const { text } = readText(resource, path);
  if (text !== undefined) return valuesOf(world, type, by).get(text) ?? [];
  return leavesOf(world, resource, path).flatMap((leaf) => (leaf.type === type ? leaf.instances : []));
}

const indexes = new WeakMap<World, Map<string, Map<string, Resource[]>>>();

/** Known value of an attribute → the resources that have it. */
function valuesOf(world: World, type: string, attribute: string): ReadonlyMap<string, readonly Resource[]> {
  const ofWorld = indexes.get(world) ?? new Map<string, Map<string, Resource[]>>();
  indexes.set(world, ofWorld);
  const known = ofWorld.get(`${type}.${attribute}`);
  if (known) return known;
  const index = Map.groupBy(world.ofType(type), (one) => readText(one, [attribute]).text ?? '');
  ofWorld.set(`${type}.${attribute}`, index);
  return index;
}
