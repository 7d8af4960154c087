/** Roles of control planes and of nodes. */
import { canBecomeControlPlaneRoleName, canBecomeWorkerRoleName, parseControlPlaneRoleName, parseWorkerRoleName } from '../../names.ts';
import { trustReads } from '../../plan-facts/trust.ts';
import { type Judgement, judgementOf, type Rule } from '../../rule.ts';
import { judgeName, type NameForm } from './judge-name.ts';
import { roleKindReads, roleKinds } from './role-kinds.ts';
import { bankNameRow } from './sources.ts';

/** Found by who uses them. */
export const nameEksRoles: Rule = {
  id: 'name-eks-roles',
  what: 'the roles of EKS are named system-eks-<env>-control-plane-role and <env>-eks-common-worker-role',
  why: [bankNameRow('IAM roles', 'system-eks-sandbox-apps-control-plane-role'), bankNameRow('IAM roles', 'sandbox-apps-eks-common-worker-role')],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'name = "system-eks-sandbox-apps-control-plane-role"',
  fails: 'name = "eks-cluster-role"',
  reads: { ...trustReads, ...roleKindReads },
  judge: (world) => {
    const { environments } = world.facts;
    const plane: NameForm = {
      form: 'system-eks-<env>-control-plane-role',
      fits: (name) => parseControlPlaneRoleName(name, environments) !== undefined,
      canBecome: (prefix) => canBecomeControlPlaneRoleName(prefix, environments),
    };
    const worker: NameForm = {
      form: '<env>-eks-common-worker-role',
      fits: (name) => parseWorkerRoleName(name, environments) !== undefined,
      canBecome: (prefix) => canBecomeWorkerRoleName(prefix, environments),
    };
    return [...roleKinds(world)].flatMap(([role, kind]): Judgement[] => {
      if (kind !== 'control-plane' && kind !== 'node') return [];
      return [judgementOf(role, judgeName(role, kind === 'node' ? worker : plane))];
    });
  },
};
