/** Bucket policies name roles, nobody else. */
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { discreet, type PolicyReading, policyAt, policyReads, type Statement } from '../../plan-facts/policies.ts';
import { isNarrowed, principalKind } from '../../plan-facts/principals.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { systemBuckets } from './sources.ts';

const byArn = new Set(['aws:principalarn']);

/** Services (logs, CloudFront) are let in by their own names. */
export const s3PolicyRoleOnly: Rule = {
  id: 's3-policy-role-only',
  what: 'bucket policies let in roles only',
  why: [systemBuckets],
  severity: 'warn',
  profiles: ['sysdesign2', 'strict'],
  remedy: '"Principal": { "AWS": "arn:aws:iam::111122223333:role/api" }',
  fails: '"Principal": { "AWS": "arn:aws:iam::111122223333:root" }',
  reads: { ...policyReads, aws_s3_bucket_policy: ['bucket', 'policy'] },
  judge: eachResource(['aws_s3_bucket_policy'], (resource, world) => judgePolicy(policyAt(world, resource, ['policy']))),
};

function judgePolicy(reading: PolicyReading): Fact[] {
  if (reading.state === 'unknown') return [uncertain('the policy is known after apply', reading.evidence)];
  const statements = reading.state === 'known' ? reading.statements.filter(({ allow }) => allow) : [];
  return discreet(reading, 'the policy lets in others than roles', [judgeStatements(statements)]);
}

function judgeStatements(statements: readonly Statement[]): Fact {
  const strangers = statements.flatMap(strangersOf);
  if (strangers.length > 0) return failing(`the policy lets in ${[...new Set(strangers)].join(', ')}`, 'want roles only');
  const vague = statements.some(({ principals }) => principals.some(({ open, kind }) => open && kind !== 'Service'));
  return vague ? uncertain('a principal of the policy is known after apply', 'principals known after apply') : fine;
}

function strangersOf(statement: Statement): string[] {
  if (statement.notPrincipals) return ['everyone but some (NotPrincipal)'];
  return statement.principals.flatMap(({ kind, values }) =>
    values.filter((word) => {
      const what = principalKind(kind, word);
      if (what === 'everyone') return !isNarrowed(statement, byArn);
      return what !== 'role' && what !== 'service';
    }),
  );
}
