/** Pipelines keep their artifacts under a customer's key. */
import { type Path, readBlocks, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { eachResource, type Fact, type Rule } from '../../rule.ts';

const store = 'artifact_store';

/** Each artifact store (one a region) and each build project is looked at. */
export const pipelineKms: Rule = {
  id: 'pipeline-kms',
  what: 'CodePipeline and CodeBuild keep artifacts under a customer-managed key',
  why: [
    { document: 'system-design-2', sentence: 'CI/CD and deployment can be performed using CodeBuild and CodePipeline.' },
    {
      document: 'system-design-2',
      sentence:
        'Server-Side-Encryption can be enabled to encrypt data within the S3 buckets using either AWS KMS or self-provided keys, providing encryption-at-rest.',
    },
  ],
  severity: 'warn',
  profiles: ['sysdesign2', 'strict'],
  remedy: 'encryption_key {\n  id   = aws_kms_key.<yours>.arn\n  type = "KMS"\n}',
  fails: 'artifact_store {\n  location = aws_s3_bucket.<artifacts>.bucket\n  type     = "S3"\n}',
  reads: { aws_codepipeline: [store], aws_codebuild_project: ['encryption_key'], ...keyReads },
  judge: eachResource(['aws_codepipeline', 'aws_codebuild_project'], (resource, world) => {
    if (resource.type === 'aws_codebuild_project') return [judgeCustomerKey(world, resource, ['encryption_key'])];
    const stores = readBlocks(resource, [store]);
    if (stores === 'unknown') return [uncertain(`${store} is known after apply`, showValue(resource, [store]))];
    return stores.map((path) => judgeStore(world, resource, path));
  }),
};

function judgeStore(world: World, resource: Resource, path: Path): Fact {
  const block = [...path, 'encryption_key'];
  const keys = readBlocks(resource, block);
  if (keys === 'unknown') return uncertain('encryption_key is known after apply', showValue(resource, block));
  if (!keys[0]) return failing('the artifact store has no encryption_key', showValue(resource, block));
  return judgeCustomerKey(world, resource, [...keys[0], 'id']);
}
