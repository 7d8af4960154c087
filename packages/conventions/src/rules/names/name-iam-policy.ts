/** Policies. */
import { canBecomePolicyName, parsePolicyName } from '../../names.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { judgeName } from './judge-name.ts';
import { bankNameRow } from './sources.ts';

/** Managed policies only: inline ones have no name that anybody sees. */
export const nameIamPolicy: Rule = {
  id: 'name-iam-policy',
  what: 'policies are named <env>-<purpose>-policy',
  why: [bankNameRow('IAM policies', 'sandbox-apps-glue-access-policy')],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'name = "sandbox-apps-glue-access-policy"',
  fails: 'name = "GlueAccess"',
  reads: { aws_iam_policy: ['name', 'name_prefix'] },
  judge: eachResource(['aws_iam_policy'], (policy, { facts: { environments } }) => [
    judgeName(policy, {
      form: '<env>-<purpose>-policy',
      fits: (name) => parsePolicyName(name, environments) !== undefined,
      canBecome: (prefix) => canBecomePolicyName(prefix, environments),
    }),
  ]),
};
