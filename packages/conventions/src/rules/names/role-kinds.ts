/** Which of the naming rules a role belongs to. */
import { readText } from '../../plan-facts/attributes.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import { leadsToEks, podTrusts, seemsIrsa, trustOf } from '../../plan-facts/trust.ts';
import type { Resource, World } from '../../plan-facts/world.ts';

/** A role of pods, of the control plane, of nodes, or any other; `maybe-irsa` where its trust is not told and points to pods. */
export type RoleKind = 'irsa' | 'maybe-irsa' | 'control-plane' | 'node' | 'other';

const users = [
  ['aws_eks_cluster', 'role_arn', 'control-plane'],
  ['aws_eks_node_group', 'node_role_arn', 'node'],
] as const;

/** What telling the kind reads, besides trust. */
export const roleKindReads = { aws_eks_cluster: ['role_arn', 'identity', 'name', 'arn', 'id'], aws_eks_node_group: ['node_role_arn'] } as const;

const kinds = new WeakMap<World, Map<Resource, RoleKind>>();

/** The kind of each role of the plan. */
export function roleKinds(world: World): Map<Resource, RoleKind> {
  const known = kinds.get(world);
  if (known) return known;
  const used = usedRoles(world);
  const found = new Map(world.ofType('aws_iam_role').map((role) => [role, used.get(role) ?? kindByTrust(world, role)]));
  kinds.set(world, found);
  return found;
}

function kindByTrust(world: World, role: Resource): RoleKind {
  const reading = trustOf(world, role);
  if (reading.state === 'known') return podTrusts(reading.statements, leadsToEks(world, role)).length > 0 ? 'irsa' : 'other';
  return reading.state === 'unknown' && seemsIrsa(world, role) ? 'maybe-irsa' : 'other';
}

function usedRoles(world: World): Map<Resource, RoleKind> {
  const found = new Map<Resource, RoleKind>();
  const byArn = new Map(world.ofType('aws_iam_role').flatMap((role) => (typeof role.values['arn'] === 'string' ? [[role.values['arn'], role] as const] : [])));
  for (const [type, attribute, kind] of users) {
    for (const user of world.ofType(type)) {
      const { text } = readText(user, [attribute]);
      const named = text === undefined ? undefined : byArn.get(text);
      const led = text === undefined ? leavesOf(world, user, [attribute]).flatMap((leaf) => (leaf.type === 'aws_iam_role' ? leaf.instances : [])) : [];
      for (const role of named ? [named] : led) found.set(role, kind);
    }
  }
  return found;
}
