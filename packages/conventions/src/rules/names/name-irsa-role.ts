/** Roles of pods are named after environment and service. */
import { canBecomeIrsaRoleName, parseIrsaRoleName } from '../../names.ts';
import { uncertain } from '../../plan-facts/flags.ts';
import { trustReads } from '../../plan-facts/trust.ts';
import type { Judgement, Rule } from '../../rule.ts';
import { judgeName, type NameForm } from './judge-name.ts';
import { roleKindReads, roleKinds } from './role-kinds.ts';
import { bankNameRow } from './sources.ts';

/** Where the trust is not told, a right name says nothing and a wrong one may be another kind of role's. */
export const nameIrsaRole: Rule = {
  id: 'name-irsa-role',
  what: 'roles of service accounts are named <env>-<service>-eks-irsa-role',
  why: [bankNameRow('IAM roles', 'sandbox-apps-customer-service-eks-irsa-role')],
  severity: 'error',
  profiles: ['bank', 'strict'],
  remedy: 'name = "sandbox-apps-customer-service-eks-irsa-role"',
  fails: 'name = "customer-service"',
  reads: { ...trustReads, ...roleKindReads },
  judge: (world) => {
    const { environments } = world.facts;
    const form: NameForm = {
      form: '<env>-<service>-eks-irsa-role',
      fits: (name) => parseIrsaRoleName(name, environments) !== undefined,
      canBecome: (prefix) => canBecomeIrsaRoleName(prefix, environments),
    };
    return [...roleKinds(world)].flatMap(([role, kind]): Judgement[] => {
      if (kind !== 'irsa' && kind !== 'maybe-irsa') return [];
      const fact = judgeName(role, form);
      const open = kind === 'maybe-irsa' && fact.verdict === 'fail';
      const facts = [open ? uncertain(`${fact.message}, and whether pods assume the role is known after apply`, fact.evidence) : fact];
      return [{ resource: role, address: role.address, facts }];
    });
  },
};
