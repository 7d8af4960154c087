/** Buckets refuse plain HTTP. */
import { joinCompanions } from '../../plan-facts/companions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { coversAction, type PolicyReading, policyAt, policyReads, type Statement } from '../../plan-facts/policies.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementByCompanions, judgementOf, type Rule } from '../../rule.ts';

const policyType = 'aws_s3_bucket_policy';

/** A policy that does not deny is told at the policy, a missing one at the bucket. */
export const s3TlsOnly: Rule = {
  id: 's3-tls-only',
  what: 'the policy of each bucket denies requests without TLS',
  why: [
    {
      document: 'system-design-2',
      sentence: 'Data is transmitted into S3 via TLS/SSL which secures the connection and traffic, providing encryption-in-transit.',
    },
  ],
  severity: 'warn',
  profiles: ['sysdesign2', 'strict'],
  remedy: [
    'data "aws_iam_policy_document" "tls" {',
    '  statement {',
    '    effect    = "Deny"',
    '    actions   = ["s3:*"]',
    '    resources = [aws_s3_bucket.this.arn, "$' + '{aws_s3_bucket.this.arn}/*"]',
    '    principals {',
    '      type        = "*"',
    '      identifiers = ["*"]',
    '    }',
    '    condition {',
    '      test     = "Bool"',
    '      variable = "aws:SecureTransport"',
    '      values   = ["false"]',
    '    }',
    '  }',
    '}',
  ].join('\n'),
  fails: 'resource "aws_s3_bucket" "this" {\n  bucket = "plain"\n}',
  reads: { ...policyReads, aws_s3_bucket: ['bucket', 'id', 'arn', 'policy'], [policyType]: ['bucket', 'policy'] },
  judge: (world) => {
    const join = joinCompanions(world, { companion: policyType, attribute: 'bucket', owners: ['aws_s3_bucket'], identity: ['bucket', 'id'] });
    const owned = new Set<Resource>();
    const buckets = world.ofType('aws_s3_bucket').flatMap((bucket): Judgement[] => {
      for (const policy of join.of(bucket)) owned.add(policy);
      if (join.of(bucket).length > 0) return [];
      return [judgementByCompanions(bucket, judgeBare(world, bucket, join.maybeOf(bucket)))];
    });
    const policies = world.ofType(policyType).filter((policy) => owned.has(policy));
    return [...buckets, ...policies.map((policy) => judgementOf(policy, judgePolicy(policyAt(world, policy, ['policy']))))];
  },
};

/** A bucket without a companion may still have a policy inline. */
function judgeBare(world: World, bucket: Resource, maybe: Resource | undefined): Fact {
  const inline = policyAt(world, bucket, ['policy']);
  if (inline.state === 'known' && inline.statements.length > 0) return judgePolicy(inline);
  if (maybe) return uncertain('whether the bucket has a policy is known after apply', `${maybe.address} may be this bucket's`);
  return failing('the bucket has no policy that denies requests without TLS', `no ${policyType} of this plan names the bucket`);
}

function judgePolicy(reading: PolicyReading): Fact {
  if (reading.state === 'unknown') return uncertain('the policy is known after apply', reading.evidence);
  const statements = reading.state === 'known' ? reading.statements : [];
  if (statements.some(deniesPlain)) return fine;
  return failing('the policy does not deny requests without TLS', `${statements.length} statements, none with aws:SecureTransport = false`);
}

function deniesPlain({ allow, actions, principals, conditions }: Statement): boolean {
  if (allow || !actions.values.some((action) => coversAction(action, 's3:GetObject') && coversAction(action, 's3:PutObject'))) return false;
  const everyone = principals.some(({ values }) => values.includes('*'));
  return everyone && conditions.some(isPlain);
}

function isPlain({ operator, key, values }: Statement['conditions'][number]): boolean {
  return /^bool(ifexists)?$/i.test(operator) && key.toLowerCase() === 'aws:securetransport' && values.includes('false');
}
