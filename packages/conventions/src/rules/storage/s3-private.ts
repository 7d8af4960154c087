/** Buckets are private: blocked, without public ACL, without a policy for everyone. */
import { read, readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { bucketNames, joinToBuckets } from '../../plan-facts/buckets.ts';
import { expressionAt, isWritten } from '../../plan-facts/expressions.ts';
import { failing, judgeOn, uncertain } from '../../plan-facts/flags.ts';
import { type PolicyReading, policyAt, policyReads } from '../../plan-facts/policies.ts';
import { isNarrowed, letsEveryoneIn } from '../../plan-facts/principals.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementOf, type Rule, worst } from '../../rule.ts';

const blockType = 'aws_s3_bucket_public_access_block';
const accountType = 'aws_s3_account_public_access_block';
const flags = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];
/** What other resources manage, where the bucket itself says nothing. */
const inlineParts = ['acl', 'policy', 'grant'];
const publicAcls = new Set(['public-read', 'public-read-write', 'authenticated-read']);
const publicGroups = /\/groups\/global\/(AllUsers|AuthenticatedUsers)/;

/** The block of the whole account stands in for a bucket's own. */
export const s3Private: Rule = {
  id: 's3-private',
  what: 'buckets block public access, have no public ACL, and no policy for everyone',
  why: [{ document: 'opta-aws-architecture', sentence: 'S3 buckets created privately by default.' }],
  severity: 'error',
  profiles: ['opta', 'strict'],
  remedy: [
    'resource "aws_s3_bucket_public_access_block" "this" {',
    '  bucket                  = aws_s3_bucket.this.id',
    ...flags.map((flag) => `  ${flag.padEnd(23)} = true`),
    '}',
  ].join('\n'),
  fails: 'resource "aws_s3_bucket_acl" "this" {\n  bucket = aws_s3_bucket.this.id\n  acl    = "public-read"\n}',
  reads: {
    ...policyReads,
    aws_s3_bucket: [...bucketNames, ...inlineParts],
    [blockType]: ['bucket', ...flags],
    [accountType]: flags,
    aws_s3_bucket_acl: ['bucket', 'acl', 'access_control_policy'],
    aws_s3_bucket_policy: ['bucket', 'policy'],
  },
  judge: (world) => [
    ...judgeBuckets(world),
    ...world.ofType(blockType).map((block) => judgementOf(block, ...flags.map((flag) => judgeOn(block, [flag])))),
    ...world
      .ofType('aws_s3_bucket_acl')
      .map((acl) =>
        judgementOf(acl, judgeAcl(acl), judgeGrants(acl, 'access_control_policy', isWritten(expressionAt(world.configured(acl), ['access_control_policy'])))),
      ),
    ...world.ofType('aws_s3_bucket_policy').map((policy) => judgementOf(policy, judgePolicy(policyAt(world, policy, ['policy'])))),
  ],
};

function judgeBuckets(world: World): Judgement[] {
  const join = joinToBuckets(world, blockType);
  const account = accountBlock(world);
  return world.ofType('aws_s3_bucket').map((bucket) => {
    const own = join.of(bucket).length > 0 ? fine : missingBlock(join.maybeOf(bucket), account);
    return { ...judgementOf(bucket, own, ...judgeInline(world, bucket)), byCompanions: true };
  });
}

/** ACL, grants and policy in the bucket itself; unknown ones only where somebody wrote them. */
function judgeInline(world: World, bucket: Resource): Fact[] {
  const told = new Set(inlineParts.filter((name) => read(bucket, [name]).state === 'known' || isWritten(expressionAt(world.configured(bucket), [name]))));
  return [
    told.has('acl') ? judgeAcl(bucket) : fine,
    told.has('grant') ? judgeGrants(bucket, 'grant', true) : fine,
    told.has('policy') ? judgePolicy(policyAt(world, bucket, ['policy'])) : fine,
  ];
}

/** The verdict on the account's own block; `undefined` where the plan has none. */
function accountBlock(world: World): 'pass' | 'fail' | 'unknown' | undefined {
  const [block] = world.ofType(accountType);
  return block && worst(flags.map((flag) => judgeOn(block, [flag])));
}

function missingBlock(maybe: Resource | undefined, account: 'pass' | 'fail' | 'unknown' | undefined): Fact {
  if (account === 'pass') return fine;
  if (maybe) return uncertain('whether the bucket blocks public access is known after apply', `${maybe.address} may be this bucket's`);
  if (account === 'unknown') return uncertain("whether the account's block covers the bucket is known after apply", accountType);
  return failing(`the bucket has no ${blockType}`, `no ${blockType} of this plan names the bucket`);
}

function judgeAcl(resource: Resource): Fact {
  const path = ['acl'];
  const reading = readText(resource, path);
  if (reading.state === 'unknown')
    return read(resource, ['access_control_policy']).state === 'known' ? fine : uncertain('acl is known after apply', showValue(resource, path));
  return reading.text !== undefined && publicAcls.has(reading.text) ? failing(`the ACL is ${reading.text}`, showValue(resource, path)) : fine;
}

/** @param written somebody wrote it; else it is computed, and the words of `acl` decide */
function judgeGrants(resource: Resource, name: string, written: boolean): Fact {
  const blocks = readBlocks(resource, [name]);
  if (blocks === 'unknown') return written ? uncertain(`${name} is known after apply`, showValue(resource, [name])) : fine;
  if (blocks.length === 0) return fine;
  const grants = JSON.stringify(read(resource, [name])).match(publicGroups);
  return grants ? failing(`a grant goes to ${grants[1]}`, `${name} names ${grants[0]}`) : fine;
}

function judgePolicy(reading: PolicyReading): Fact {
  if (reading.state === 'unknown') return uncertain('the policy is known after apply', reading.evidence);
  const statements = reading.state === 'known' ? reading.statements : [];
  const open = statements.findIndex((statement) => letsEveryoneIn(statement) && !isNarrowed(statement));
  if (open >= 0) return failing('the policy lets everyone in', `statement ${open} allows * without a condition on where they come from`);
  const vague = statements.some(({ allow, principals }) => allow && principals.some((one) => one.open));
  return vague ? uncertain('a principal of the policy is known after apply', 'principals known after apply') : fine;
}
