/** Uploads are gone within a week. */

import { globMatcher } from '../../glob.ts';
import { type Path, read, readBlocks, readFlag, readText, showValue } from '../../plan-facts/attributes.ts';
import { bucketNames, joinToBuckets } from '../../plan-facts/buckets.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { splitWords } from '../../plan-facts/words.ts';
import { child, type Resource } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementByCompanions, judgementOf, type Rule } from '../../rule.ts';

const companionType = 'aws_s3_bucket_lifecycle_configuration';
/** Of older providers, in the bucket itself. */
const inlineRules = 'lifecycle_rule';
const uploadWord = /(?:^|[^a-z])(?:uploads?|images?)(?![a-z])/;

/** Upload buckets are those of the tag Purpose or Role, or with the word in their name; `buckets` says otherwise. */
export const s3Lifecycle: Rule = {
  id: 's3-lifecycle-7d',
  what: 'buckets of uploads expire objects within seven days',
  why: [{ document: 'system-design-2', sentence: 'Lifecycle policy can be configured in S3 to delete objects which are older than 7 days in the buckets.' }],
  severity: 'warn',
  profiles: ['sysdesign2', 'strict'],
  remedy:
    'resource "aws_s3_bucket_lifecycle_configuration" "uploads" {\n  bucket = aws_s3_bucket.uploads.id\n  rule {\n    id     = "expire"\n    status = "Enabled"\n    filter {}\n    expiration {\n      days = 7\n    }\n  }\n}',
  fails: 'resource "aws_s3_bucket" "uploads" {\n  bucket = "bank-image-uploads"\n}',
  parameters: {
    days: { kind: 'most', title: 'days at most', byProfile: {}, fallback: 7 },
    buckets: { kind: 'list', title: 'globs of the names of upload buckets, instead of tags and words', fallback: [] },
  },
  reads: { aws_s3_bucket: [...bucketNames, 'tags', 'tags_all', 'bucket_prefix', inlineRules], [companionType]: ['bucket', 'rule'] },
  judge: (world, { days, buckets }) => {
    const join = joinToBuckets(world, companionType);
    return world
      .ofType('aws_s3_bucket')
      .filter((bucket) => isUpload(bucket, Array.isArray(buckets) ? buckets.map(String) : []))
      .flatMap((bucket): Judgement[] => {
        const companions = join.of(bucket);
        if (companions.length > 0) return companions.map((one) => judgementOf(one, judgeRules(one, 'rule', Number(days))));
        const inline = read(bucket, [inlineRules]).state === 'known' && judgeRules(bucket, inlineRules, Number(days)).verdict === 'pass';
        return [judgementByCompanions(bucket, inline ? fine : missing(join.maybeOf(bucket)))];
      });
  },
};

function isUpload(bucket: Resource, globs: readonly string[]): boolean {
  const name = readText(bucket, ['bucket']).text ?? readText(bucket, ['bucket_prefix']).text ?? '';
  if (globs.length > 0) return globs.some((glob) => globMatcher(glob)(name));
  const tags = ['tags', 'tags_all'].flatMap((map) => ['Purpose', 'Role'].map((key) => child(bucket.values[map], key)));
  if (tags.includes('upload')) return true;
  return [name, bucket.change.name].some((text) => uploadWord.test(splitWords(text)));
}

function missing(maybe: Resource | undefined): Fact {
  if (maybe) return uncertain('whether the bucket expires its objects is known after apply', `${maybe.address} may be this bucket's`);
  return failing(`the bucket has no ${companionType}`, `no ${companionType} of this plan names the bucket`);
}

function judgeRules(resource: Resource, name: string, most: number): Fact {
  const rules = readBlocks(resource, [name]);
  if (rules === 'unknown') return uncertain('the rules are known after apply', showValue(resource, [name]));
  const verdicts = rules.map((path) => judgeRule(resource, path, most));
  if (verdicts.includes('pass')) return fine;
  if (verdicts.includes('unknown')) return uncertain('whether a rule expires all objects in time is known after apply', showValue(resource, [name]));
  return failing(`no enabled rule expires all objects within ${most} days`, showValue(resource, [name]));
}

function judgeRule(companion: Resource, rule: Path, most: number): 'pass' | 'fail' | 'unknown' {
  const status = statusOf(companion, rule);
  const days = readText(companion, [...rule, 'expiration', 0, 'days']);
  const scope = readScope(companion, rule);
  if (status === 'off' || scope === 'part') return 'fail';
  if (days.state === 'absent' || (days.text !== undefined && !(Number(days.text) > 0 && Number(days.text) <= most))) return 'fail';
  return status === 'unknown' || days.state === 'unknown' || scope === 'unknown' ? 'unknown' : 'pass';
}

/** `status` of a companion's rule, `enabled` of a rule in the bucket itself. */
function statusOf(resource: Resource, rule: Path): 'on' | 'off' | 'unknown' {
  if (rule[0] === inlineRules) {
    const flag = readFlag(resource, [...rule, 'enabled']);
    return flag === 'true' ? 'on' : flag === 'unknown' ? 'unknown' : 'off';
  }
  const { state, text } = readText(resource, [...rule, 'status']);
  return state === 'unknown' ? 'unknown' : text === 'Enabled' ? 'on' : 'off';
}

/** An empty prefix or filter means all objects; so do no tags. */
function readScope(companion: Resource, rule: Path): 'all' | 'part' | 'unknown' {
  const prefix = readText(companion, [...rule, 'prefix']).state;
  if (prefix === 'known') return 'part';
  const tags = read(companion, [...rule, 'tags']);
  if (tags.state === 'known' && Object.keys(tags.value ?? {}).length > 0) return 'part';
  const filters = readBlocks(companion, [...rule, 'filter']);
  // Only apply fills in a filter that nobody wrote.
  if (filters === 'unknown') return 'all';
  const narrowed = filters.flatMap((path) =>
    ['prefix', 'tag', 'and', 'object_size_greater_than', 'object_size_less_than'].map((name) => read(companion, [...path, name])),
  );
  const filled = narrowed.filter((reading) => reading.state === 'known' && !(Array.isArray(reading.value) && reading.value.length === 0));
  if (filled.length > 0) return 'part';
  return narrowed.some(({ state }) => state === 'unknown') ? 'unknown' : 'all';
}
