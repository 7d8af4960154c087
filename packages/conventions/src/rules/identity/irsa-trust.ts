/** A role for pods trusts one service account, by equality. */
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { discreet } from '../../plan-facts/policies.ts';
import { leadsToEks, type PodTrust, podTrusts, trustOf, trustReads } from '../../plan-facts/trust.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { bankLeast, optaAccounts } from './sources.ts';

const audience = 'sts.amazonaws.com';
const account = /^system:serviceaccount:[^:*?]+:[^:*?]+$/;

/** Web identities of other issuers are not this rule's. */
export const irsaTrust: Rule = {
  id: 'irsa-trust',
  what: 'roles for pods trust exactly one service account, with the audience sts.amazonaws.com',
  why: [optaAccounts, bankLeast],
  severity: 'error',
  profiles: ['opta', 'bank', 'strict'],
  remedy:
    'condition {\n  test     = "StringEquals"\n  variable = "<issuer>:sub"\n  values   = ["system:serviceaccount:payments:api"]\n}\ncondition {\n  test     = "StringEquals"\n  variable = "<issuer>:aud"\n  values   = ["sts.amazonaws.com"]\n}',
  fails: 'condition {\n  test     = "StringLike"\n  variable = "<issuer>:sub"\n  values   = ["system:serviceaccount:*:*"]\n}',
  reads: trustReads,
  judge: eachResource(['aws_iam_role'], judgeRole),
};

function judgeRole(role: Resource, world: World): Fact[] {
  const reading = trustOf(world, role);
  if (reading.state === 'absent') return [fine];
  if (reading.state === 'unknown') return [uncertain('the trust policy is known after apply', reading.evidence)];
  const trusts = podTrusts(reading.statements, leadsToEks(world, role));
  const facts = trusts.flatMap((trust) => [judgeSubject(trust), judgeAudience(trust)]);
  const subjects = new Set(trusts.flatMap((trust) => trust.subjects.values));
  if (subjects.size > 1) facts.push(failing(`the role trusts ${subjects.size} service accounts`, `:sub = ${[...subjects].join(', ')}`));
  return discreet(reading, 'the role does not trust exactly one service account', facts);
}

function judgeSubject({ subjects: { values, open } }: PodTrust): Fact {
  const evidence = values.length > 0 ? `:sub = ${values.join(', ')}` : 'no condition on :sub by equality';
  const wrong = values.find((subject) => !account.test(subject));
  if (wrong !== undefined) return failing(`${wrong} is not one service account`, evidence);
  if (open) return uncertain('which service account is trusted is known after apply', evidence);
  return values.length > 0 ? fine : failing('any service account of the cluster is trusted', evidence);
}

function judgeAudience({ audiences: { values, open } }: PodTrust): Fact {
  const evidence = values.length > 0 ? `:aud = ${values.join(', ')}` : 'no condition on :aud by equality';
  if (values.some((one) => one !== audience)) return failing(`the audience is not held to ${audience}`, evidence);
  if (open) return uncertain('which audience is asked for is known after apply', evidence);
  return values.length > 0 ? fine : failing(`the audience is not held to ${audience}`, evidence);
}
