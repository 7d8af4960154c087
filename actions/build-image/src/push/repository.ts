/** The repository: looked up, and made where that is asked for. One that is there is never changed. */
import { type ActionContext, Failure } from '@slipway/action-kit';
import { createRepository, describeRepository, putLifecyclePolicy, type Repository } from '@slipway/sdk/ecr';
import type { Inputs } from '../inputs.ts';
import type { Destination } from './destination.ts';

/** How long what nobody promoted is kept, in days. */
const candidateDays = 14;
const untaggedDays = 7;

/** Candidates that no gate promoted, and what lost its tag, go by themselves (ECR guide, "Lifecycle policies"). */
export const lifecyclePolicy = {
  rules: [
    {
      rulePriority: 1,
      description: `candidates that were not promoted within ${candidateDays} days`,
      selection: { tagStatus: 'tagged', tagPrefixList: ['candidate-'], countType: 'sinceImagePushed', countUnit: 'days', countNumber: candidateDays },
      action: { type: 'expire' },
    },
    {
      rulePriority: 2,
      description: `untagged for ${untaggedDays} days`,
      selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: untaggedDays },
      action: { type: 'expire' },
    },
  ],
} as const;

/** The repository, made first where `create-repository` allows it. @throws Failure `repository-missing` */
export async function ensureRepository(destination: Destination, inputs: Inputs, context: ActionContext): Promise<Repository> {
  const { aws, repository, registryId } = destination;
  const there = await describeRepository(aws, repository, registryId);
  if (there) return there;
  if (!inputs.createRepository) throw missing(destination, inputs.target.region);
  const made = await create(destination, repository, inputs, 'IMMUTABLE');
  if (made) context.log.info(`Created the repository ${destination.name}: scan on push, immutable tags, KMS, lifecycle`);
  if (await create(destination, `${repository}-cache`, inputs, 'MUTABLE')) context.log.info(`Created the repository ${destination.name}-cache`);
  const found = made ?? (await describeRepository(aws, repository, registryId));
  if (!found) throw missing(destination, inputs.target.region);
  return found;
}

/** @returns `undefined` when somebody else was first: what he made is his */
async function create(
  destination: Destination,
  name: string,
  { kmsKey = 'aws' }: Inputs,
  tagMutability: 'IMMUTABLE' | 'MUTABLE',
): Promise<Repository | undefined> {
  const { aws, registryId } = destination;
  const made = await createRepository(aws, name, { tagMutability, scanOnPush: true, kmsKey, ...(registryId ? { registryId } : {}) });
  if (made) await putLifecyclePolicy(aws, name, lifecyclePolicy, registryId);
  return made;
}

function missing({ name, repository }: Destination, region: string): Failure {
  return new Failure({
    what: `the repository ${name} does not exist`,
    reason: 'repository-missing',
    why: ['ecr:DescribeRepositories: RepositoryNotFoundException'],
    remedy: `Set create-repository: true, or create it:\naws ecr create-repository --region ${region} --repository-name ${repository} --image-tag-mutability IMMUTABLE --image-scanning-configuration scanOnPush=true`,
  });
}
