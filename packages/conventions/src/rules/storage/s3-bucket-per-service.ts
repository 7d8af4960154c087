/** Each bucket has one role that writes to it. */
import { readText } from '../../plan-facts/attributes.ts';
import { bucketNames, joinToBuckets } from '../../plan-facts/buckets.ts';
import { failing } from '../../plan-facts/flags.ts';
import { coversAction, policyAt, policyReads, type Statement } from '../../plan-facts/policies.ts';
import { principalKind } from '../../plan-facts/principals.ts';
import { policiesOfRoles, rolePolicyReads } from '../../plan-facts/role-policies.ts';
import type { World } from '../../plan-facts/world.ts';
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
    const writers = writersByBucket(world);
    const join = joinToBuckets(world, 'aws_s3_bucket_policy');
    return world.ofType('aws_s3_bucket').map((bucket) => {
      const name = readText(bucket, ['bucket']).text;
      const byRoles =
        name === undefined
          ? []
          : [
              ...(writers.named.get(name.toLowerCase()) ?? []),
              ...writers.patterns.filter(({ resource }) => coversObjects(resource, name)).map(({ role }) => role),
            ];
      const byPolicy = join.of(bucket).flatMap((policy) => principalsThatWrite(world, policy));
      const all = [...new Set([...byRoles, ...byPolicy].map(roleName))].sort();
      const facts = [all.length > 1 ? failing(`${all.length} roles may write to the bucket; want one`, all.join(', ')) : fine];
      return { resource: bucket, address: bucket.address, facts, byCompanions: true };
    });
  },
};

/** Who writes where: to buckets by their whole name, and to what patterns cover. */
interface Writers {
  readonly named: ReadonlyMap<string, readonly string[]>;
  readonly patterns: readonly Writer[];
}

interface Writer {
  readonly role: string;
  readonly resource: string;
}

function writersByBucket(world: World): Writers {
  const named = new Map<string, string[]>();
  const patterns: Writer[] = [];
  for (const writer of writersByResource(world)) {
    const [, bucket, objects] = /^arn:[^:]*:s3:::([^/*?]+)(\/|$)/.exec(writer.resource) ?? [];
    if (bucket === undefined) patterns.push(writer);
    else if (objects) named.set(bucket.toLowerCase(), [...(named.get(bucket.toLowerCase()) ?? []), writer.role]);
  }
  return { named, patterns };
}

/** Role → the resources that its policies let it write to. */
function writersByResource(world: World): Writer[] {
  return policiesOfRoles(world).flatMap(({ role, reading }) =>
    reading.state !== 'known' ? [] : reading.statements.filter(mayWrite).flatMap(({ resources }) => resources.values.map((resource) => ({ role, resource }))),
  );
}

function principalsThatWrite(world: World, policy: Parameters<typeof policyAt>[1]): string[] {
  const reading = policyAt(world, policy, ['policy']);
  if (reading.state !== 'known') return [];
  return reading.statements
    .filter(mayWrite)
    .flatMap(({ principals }) => principals.flatMap(({ kind, values }) => values.filter((word) => principalKind(kind, word) === 'role')));
}

function mayWrite({ allow, actions }: Statement): boolean {
  return allow && actions.values.some((pattern) => coversAction(pattern, 's3:PutObject'));
}

/** `arn:aws:s3:::name/*`, or any pattern that covers an object of the bucket. */
function coversObjects(pattern: string, bucket: string): boolean {
  if (pattern === '*') return true;
  const [, written = ''] = /^arn:[^:]*:s3:::(.+)$/.exec(pattern) ?? [];
  const slash = written.indexOf('/');
  if (slash < 0) return written.endsWith('*') && bucket.startsWith(written.slice(0, -1));
  return coversAction(written.slice(0, slash), bucket);
}

/** A role is one whether it is named by its address, its name or its ARN. */
function roleName(role: string): string {
  return role.startsWith('arn:') ? (role.split('/').at(-1) ?? role) : role;
}
