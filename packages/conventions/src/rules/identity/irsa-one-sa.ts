/** Each workload has its own role. */
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { discreet } from '../../plan-facts/policies.ts';
import { leadsToEks, type PodTrust, podTrusts, seemsIrsa, trustOf, trustReads } from '../../plan-facts/trust.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { bankLeast } from './sources.ts';

/** A pattern means many. */
export const irsaOneSa: Rule = {
  id: 'irsa-one-sa',
  what: 'no role is shared by the service accounts of several workloads',
  why: [{ document: 'system-design-2', sentence: 'API and Kafka should have their own IAM roles for transmitting data into S3.' }, bankLeast],
  severity: 'warn',
  profiles: ['sysdesign2', 'bank', 'strict'],
  remedy: 'values = ["system:serviceaccount:payments:api"]',
  fails: 'values = ["system:serviceaccount:payments:api", "system:serviceaccount:payments:worker"]',
  reads: trustReads,
  judge: eachResource(['aws_iam_role'], judgeRole),
};

function judgeRole(role: Resource, world: World): Fact[] {
  const reading = trustOf(world, role);
  if (reading.state === 'absent') return [fine];
  if (reading.state === 'unknown')
    return seemsIrsa(world, role) ? [uncertain('which service accounts share the role is known after apply', reading.evidence)] : [fine];
  const trusts = podTrusts(reading.statements, leadsToEks(world, role));
  return discreet(reading, 'several service accounts share the role', [judgeSubjects(trusts)]);
}

function judgeSubjects(trusts: readonly PodTrust[]): Fact {
  const subjects = [...new Set(trusts.flatMap((trust) => trust.subjects.values))];
  const evidence = subjects.join(', ') || 'no condition on :sub by equality';
  if (subjects.length > 1 || subjects.some((subject) => /[*?]/.test(subject))) return failing('several service accounts share the role', evidence);
  if (trusts.some((trust) => trust.subjects.open)) return uncertain('which service accounts share the role is known after apply', evidence);
  return trusts.some((trust) => trust.subjects.values.length === 0) ? failing('all service accounts of the cluster share the role', evidence) : fine;
}
