/** All other roles. */
import { canBecomeRoleName, parseAirflowRoleName, parseChatbotRoleName, parseControlPlaneRoleName, parsePlainRoleName } from '../../names.ts';
import { trustReads } from '../../plan-facts/trust.ts';
import { type Judgement, judgementOf, type Rule } from '../../rule.ts';
import { judgeName, type NameForm } from './judge-name.ts';
import { roleKindReads, roleKinds } from './role-kinds.ts';
import { bankNameRow } from './sources.ts';

/** Roles of pods, control planes and nodes have rules of their own; one that nothing in the plan uses may still have such a name. */
export const nameIamRole: Rule = {
  id: 'name-iam-role',
  what: 'roles are named <env>-<purpose>-role, chatbot-<env>-role or <stage>-<account id>-mwaa-role',
  why: [
    bankNameRow('IAM roles', 'chatbot-sandbox-apps-role'),
    bankNameRow('IAM roles', 'sandbox-(accountid)-mwaa-role'),
    bankNameRow('IAM roles', 'sandbox-apps-jumphost-admin-role'),
  ],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'name = "sandbox-apps-jumphost-admin-role"',
  fails: 'name = "JumphostAdmin"',
  reads: { ...trustReads, ...roleKindReads },
  judge: (world) => {
    const { environments } = world.facts;
    const form: NameForm = {
      form: '<env>-<purpose>-role',
      fits: (name) =>
        [parsePlainRoleName, parseChatbotRoleName, parseAirflowRoleName, parseControlPlaneRoleName].some((parse) => parse(name, environments) !== undefined),
      canBecome: (prefix) => canBecomeRoleName(prefix, environments),
    };
    return [...roleKinds(world)].flatMap(([role, kind]): Judgement[] => (kind === 'other' ? [judgementOf(role, judgeName(role, form))] : []));
  },
};
