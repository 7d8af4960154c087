/** Each bucket has one role that writes to it. */
import { globMatcher } from '../../glob.ts';
import { readText } from '../../plan-facts/attributes.ts';
import { bucketNames, joinToBuckets } from '../../plan-facts/buckets.ts';
import { failing } from '../../plan-facts/flags.ts';
import { coversAction, policyAt, policyReads, type Statement } from '../../plan-facts/policies.ts';
import { principalKind } from '../../plan-facts/principals.ts';
import { policiesOfRoles, rolePolicyReads } from '../../plan-facts/role-policies.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { fine, type Rule } from '../../rule.ts';
import { systemBuckets } from './sources.ts';

/** What a policy that only apply tells would allow is nobody's finding. */
export const s3BucketPerService: Rule = {
  id: 's3-bucket-per-service',
  what: 'no bucket is written to by more than one role',
  why: [systemBuckets],
  severity: 'warn',
  profiles: ['sysdesign2', 'strict'],
  remedy: 'resource "aws_s3_bucket" "api" {\n  bucket = "bank-api-uploads"\n}\n\nresource "aws_s3_bucket" "kafka" {\n  bucket = "bank-kafka-uploads"\n}',
  fails: '{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::bank-uploads/*" }, in the policies of two roles',
  reads: { ...policyReads, ...rolePolicyReads, aws_s3_bucket: bucketNames, aws_s3_bucket_policy: ['bucket', 'policy'] },
  judge: (world) => {
    const writers = indexWriters(world);
    const join = joinToBuckets(world, 'aws_s3_bucket_policy');
    return world.ofType('aws_s3_bucket').map((bucket) => {
      const name = readText(bucket, ['bucket']).text;
      const byRoles = name === undefined ? [] : writersOf(writers, name);
      const byPolicy = join.of(bucket).flatMap((policy) => principalsThatWrite(world, policy, name));
      const all = [...new Set([...byRoles, ...byPolicy])].sort();
      const facts = [all.length > 1 ? failing(`${all.length} roles may write to the bucket; want one`, all.join(', ')) : fine];
      return { resource: bucket, address: bucket.address, facts, byCompanions: true };
    });
  },
};

/** Who may write where: by the bucket's whole name, and by patterns. */
interface Writers {
  readonly named: ReadonlyMap<string, readonly string[]>;
  readonly patterns: readonly { readonly role: string; readonly covers: (bucket: string) => boolean }[];
}

function indexWriters(world: World): Writers {
  const named = new Map<string, string[]>();
  const patterns: { role: string; covers: (bucket: string) => boolean }[] = [];
  for (const { role, reading } of policiesOfRoles(world)) {
    const statements = reading.state === 'known' ? reading.statements.filter(mayWrite) : [];
    for (const resource of statements.flatMap(({ resources }) => resources.values)) {
      const pattern = bucketPattern(resource);
      if (pattern === undefined) continue;
      if (/[*?]/.test(pattern)) patterns.push({ role, covers: globMatcher(pattern) });
      else named.set(pattern, [...(named.get(pattern) ?? []), role]);
    }
  }
  return { named, patterns };
}

function writersOf({ named, patterns }: Writers, bucket: string): string[] {
  return [...(named.get(bucket) ?? []), ...patterns.filter(({ covers }) => covers(bucket)).map(({ role }) => role)];
}

function principalsThatWrite(world: World, policy: Resource, bucket: string | undefined): string[] {
  const reading = policyAt(world, policy, ['policy']);
  if (reading.state !== 'known' || reading.hidden) return [];
  const covers = (resource: string) => {
    const pattern = bucketPattern(resource);
    return pattern !== undefined && (bucket === undefined || globMatcher(pattern)(bucket));
  };
  return reading.statements
    .filter((statement) => mayWrite(statement) && statement.resources.values.some(covers))
    .flatMap(({ principals }) => principals.flatMap(({ kind, values }) => values.filter((word) => principalKind(kind, word) === 'role').map(roleName)));
}

function mayWrite({ allow, actions }: Statement): boolean {
  return allow && actions.values.some((pattern) => coversAction(pattern, 's3:PutObject'));
}

/** The bucket, maybe with wildcards, in a pattern that covers objects: `arn:aws:s3:::name/*`. The bucket's own ARN covers none. */
function bucketPattern(resource: string): string | undefined {
  if (/^\*+$/.test(resource)) return '*';
  const [, written = ''] = /^arn:[^:]*:s3:::(.+)$/.exec(resource) ?? [];
  const slash = written.indexOf('/');
  if (slash >= 0) return written.slice(0, slash);
  return written.endsWith('*') ? written : undefined;
}

/** A role by its name: `arn:aws:iam::1:role/path/name`, `arn:aws:sts::1:assumed-role/name/session`. */
function roleName(arn: string): string {
  const parts = arn.split('/');
  return (arn.includes(':assumed-role/') ? parts[1] : parts.at(-1)) ?? arn;
}
