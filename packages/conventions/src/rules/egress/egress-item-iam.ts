/** The egress role may read what its items name. */
import { egressReads, itemText, showField } from '../../plan-facts/egress.ts';
import { type EgressPolicies, egressPolicies, egressPolicyReads, mayRead } from '../../plan-facts/egress-policies.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Rule } from '../../rule.ts';
import { eachItem } from './judge-items.ts';

/** `x/$TODAYS_DATE/*` is `x/`. */
export const egressItemIam: Rule = {
  id: 'egress-item-iam',
  what: "the egress role's policy allows s3:GetObject on the source_prefix of each item",
  why: [{ document: 'dataworks-data-egress', sentence: 'Ensure the soure prefix is in data-egress_iam.tf' }],
  severity: 'error',
  profiles: ['dwp', 'strict'],
  remedy:
    'resource "aws_iam_role_policy" "data_egress" {\n  role = aws_iam_role.data_egress.name\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::published/exports/daily/*" }]\n  })\n}',
  fails: '# no statement of the policy covers it\nsource_bucket = { S = "published" }\nsource_prefix = { S = "exports/weekly/*" }',
  reads: { ...egressReads, ...egressPolicyReads },
  judge: (world) => {
    const policies = policiesOnce(world);
    return eachItem(
      world,
      (item) => {
        const prefix = itemText(item, 'source_prefix');
        if (prefix === undefined) return [fine];
        const evidence = `${showField(item, 'source_bucket')}; ${showField(item, 'source_prefix')}`;
        return [judgePrefix(policies(), { bucket: itemText(item, 'source_bucket'), prefix, evidence })];
      },
      true,
    );
  },
};

function policiesOnce(world: World): () => EgressPolicies {
  let policies: EgressPolicies | undefined;
  return () => {
    policies ??= egressPolicies(world);
    return policies;
  };
}

function judgePrefix(policies: EgressPolicies, { bucket, prefix, evidence }: { bucket: string | undefined; prefix: string; evidence: string }): Fact {
  if (policies.from.length === 0) return uncertain('no role or policy of this plan has egress in its name', evidence);
  const answer = mayRead(policies, bucket, prefix.replace(/[$*].*$/s, ''));
  if (answer === 'yes') return fine;
  const where = `${evidence}; ${policies.from.join(', ')}`;
  if (answer === 'maybe') return uncertain('whether the egress role may read the prefix is known after apply', where);
  return failing('no policy of the egress role allows s3:GetObject on the prefix', where);
}
