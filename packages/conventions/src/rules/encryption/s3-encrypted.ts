/** Each bucket has its default encryption, by a companion resource or inline. */
import { type Path, readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { type Join, joinCompanions } from '../../plan-facts/companions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, type Parameters, type Rule, type Verdict, worst } from '../../rule.ts';

const companionType = 'aws_s3_bucket_server_side_encryption_configuration';
const inlineBlock = 'server_side_encryption_configuration';

/** Which algorithms satisfy which minimum; the key is not this rule's word. */
const satisfying: Readonly<Record<string, ReadonlySet<string>>> = {
  AES256: new Set(['AES256', 'aws:kms', 'aws:kms:dsse']),
  'aws:kms': new Set(['aws:kms', 'aws:kms:dsse']),
};

/** A wrong companion is told at the companion, a missing one at the bucket. */
export const s3Encrypted: Rule = {
  id: 's3-encrypted',
  what: 'every bucket has default encryption',
  why: [
    { document: 'opta-aws-architecture', sentence: 'All S3 buckets are encrypted with AES 256.' },
    {
      document: 'system-design-2',
      sentence:
        'Server-Side-Encryption can be enabled to encrypt data within the S3 buckets using either AWS KMS or self-provided keys, providing encryption-at-rest.',
    },
    {
      document: 'banklitex-deployment-guideline',
      sentence: 'As best tradeoff between cost of build / maintain key per account-service (i.e. dev-apps-s3-kms) will be used.',
    },
  ],
  severity: 'error',
  profiles: ['opta', 'sysdesign2', 'bank', 'strict'],
  remedy:
    'resource "aws_s3_bucket_server_side_encryption_configuration" "<bucket>" {\n  bucket = aws_s3_bucket.<bucket>.id\n  rule {\n    apply_server_side_encryption_by_default {\n      sse_algorithm     = "aws:kms"\n      kms_master_key_id = aws_kms_key.<yours>.arn\n    }\n  }\n}',
  fails: 'resource "aws_s3_bucket" "<bucket>" {\n  bucket = "bank-uploads"\n}',
  parameters: {
    minimum: {
      kind: 'choice',
      title: 'the weakest algorithm that passes',
      words: ['AES256', 'aws:kms'],
      byProfile: { opta: 'AES256', sysdesign2: 'aws:kms', bank: 'aws:kms', strict: 'aws:kms' },
    },
  },
  reads: { aws_s3_bucket: ['bucket', 'id', 'arn', inlineBlock], [companionType]: ['bucket', 'rule'] },
  judge: (world, parameters) => [...judgeCompanions(world, parameters), ...judgeBuckets(world, parameters)],
};

function judgeCompanions(world: World, parameters: Parameters): Judgement[] {
  return world.ofType(companionType).map((companion) => ({
    resource: companion,
    address: companion.address,
    facts: judgeRules(companion, ['rule'], parameters),
  }));
}

/** The verdict on one bucket with its companions, for rules that need an encrypted bucket. */
export function judgeBucket(world: World, bucket: Resource, minimum: string): Verdict {
  const own = judgeBuckets(world, { minimum }).find(({ resource }) => resource === bucket);
  const companions = joinEncryption(world)
    .of(bucket)
    .flatMap((companion) => judgeRules(companion, ['rule'], { minimum }));
  return worst([...(own?.facts ?? []), ...companions]);
}

function joinEncryption(world: World): Join {
  return joinCompanions(world, { companion: companionType, attribute: 'bucket', owners: ['aws_s3_bucket'], identity: ['bucket', 'id'] });
}

function judgeBuckets(world: World, parameters: Parameters): Judgement[] {
  const join = joinEncryption(world);
  return world.ofType('aws_s3_bucket').map((bucket) => {
    const inline = readBlocks(bucket, [inlineBlock]);
    const facts: Fact[] = inline === 'unknown' ? [] : inline.flatMap((path) => judgeRules(bucket, [...path, 'rule'], parameters));
    const byCompanions = facts.length === 0;
    if (byCompanions && join.of(bucket).length === 0) facts.push(withoutCompanion(join.maybeOf(bucket)));
    return { resource: bucket, address: bucket.address, facts, byCompanions };
  });
}

function withoutCompanion(maybe: Resource | undefined): Fact {
  if (!maybe) return failing(`the bucket has no ${companionType}`, `no ${companionType} of this plan names the bucket`);
  return uncertain(
    'whether the bucket has a default encryption is known after apply',
    `${maybe.address} may be this bucket's: ${showValue(maybe, ['bucket'])}`,
  );
}

function judgeRules(resource: Resource, path: Path, parameters: Parameters): Fact[] {
  const rules = readBlocks(resource, path);
  if (rules === 'unknown') return [uncertain('the encryption rules are known after apply', showValue(resource, path))];
  if (rules.length === 0) return [failing('there is no encryption rule', showValue(resource, path))];
  return rules.map((rule) => judgeAlgorithm(resource, [...rule, 'apply_server_side_encryption_by_default'], String(parameters['minimum'])));
}

function judgeAlgorithm(resource: Resource, path: Path, minimum: string): Fact {
  const blocks = readBlocks(resource, path);
  if (blocks === 'unknown') return uncertain('the encryption rule is known after apply', showValue(resource, path));
  const algorithm = [...(blocks[0] ?? [...path, 0]), 'sse_algorithm'];
  const reading = readText(resource, algorithm);
  if (reading.state === 'unknown') return uncertain('the algorithm is known after apply', showValue(resource, algorithm));
  if (reading.text !== undefined && satisfying[minimum]?.has(reading.text)) return fine;
  return failing(`the algorithm is ${reading.text ?? 'not set'}; want ${minimum} at least`, showValue(resource, algorithm));
}
