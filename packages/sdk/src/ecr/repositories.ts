/** Repositories of ECR: looked up, made, given a lifecycle. */
import { CreateRepositoryCommand, DescribeRepositoriesCommand, type Repository as EcrRepository, PutLifecyclePolicyCommand } from '@aws-sdk/client-ecr';
import { type AwsContext, call } from '../config.ts';
import { AwsError } from '../errors.ts';
import { ecrClient, incompleteAnswer } from './client.ts';

/** How ECR treats a tag that is there already. */
export type TagMutability = 'MUTABLE' | 'IMMUTABLE' | 'MUTABLE_WITH_EXCLUSION' | 'IMMUTABLE_WITH_EXCLUSION';

/** A repository. */
export interface Repository {
  readonly name: string;
  readonly arn: string;
  /** 12 digits: the account that holds it. */
  readonly registryId: string;
  /** `<host>/<name>` */
  readonly uri: string;
  readonly tagMutability: TagMutability;
  /** Wildcards of tags that the mutability does not apply to. */
  readonly exclusions: readonly string[];
}

/** How to make a repository. */
export interface RepositorySettings {
  readonly tagMutability: TagMutability;
  readonly scanOnPush: boolean;
  /** Key id, ARN or alias; `aws` for the AWS-managed key; AES256 where absent. */
  readonly kmsKey?: string;
  /** Another account's registry; the caller's where absent. */
  readonly registryId?: string;
}

/**
 * DescribeRepositories by one name.
 * @param registryId another account's registry; the caller's where absent
 * @returns `undefined` when there is none
 */
export async function describeRepository(context: AwsContext, name: string, registryId?: string): Promise<Repository | undefined> {
  const input = { repositoryNames: [name], ...(registryId ? { registryId } : {}) };
  try {
    const answer = await call(context, 'ecr', 'DescribeRepositories', (options) => ecrClient(context).send(new DescribeRepositoriesCommand(input), options));
    const found = answer.repositories?.[0];
    if (!found) throw incompleteAnswer('DescribeRepositories');
    return repositoryFrom(found, name);
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === 'RepositoryNotFoundException') return undefined;
    throw error;
  }
}

/**
 * CreateRepository. @returns `undefined` when somebody else has made it meanwhile: a lost race is no error.
 */
export async function createRepository(context: AwsContext, name: string, settings: RepositorySettings): Promise<Repository | undefined> {
  const { kmsKey } = settings;
  const encryption = kmsKey === undefined ? {} : { encryptionConfiguration: { encryptionType: 'KMS' as const, ...(kmsKey === 'aws' ? {} : { kmsKey }) } };
  const command = () =>
    new CreateRepositoryCommand({
      repositoryName: name,
      ...(settings.registryId ? { registryId: settings.registryId } : {}),
      imageTagMutability: settings.tagMutability,
      imageScanningConfiguration: { scanOnPush: settings.scanOnPush },
      ...encryption,
    });
  try {
    const answer = await call(context, 'ecr', 'CreateRepository', (options) => ecrClient(context).send(command(), options));
    if (!answer.repository) throw incompleteAnswer('CreateRepository');
    return repositoryFrom(answer.repository, name);
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === 'RepositoryAlreadyExistsException') return undefined;
    throw error;
  }
}

/** PutLifecyclePolicy. @param policy ECR's own JSON (ECR guide, "Lifecycle policies") @param registryId another account's registry */
export async function putLifecyclePolicy(context: AwsContext, name: string, policy: object, registryId?: string): Promise<void> {
  const input = { repositoryName: name, lifecyclePolicyText: JSON.stringify(policy), ...(registryId ? { registryId } : {}) };
  const command = () => new PutLifecyclePolicyCommand(input);
  await call(context, 'ecr', 'PutLifecyclePolicy', (options) => ecrClient(context).send(command(), options));
}

/** Whether an existing tag of the repository may not move, exclusion filters read (ECR guide, "Image tag mutability"). */
export function isImmutableTag({ tagMutability, exclusions }: Pick<Repository, 'tagMutability' | 'exclusions'>, tag: string): boolean {
  const excluded = exclusions.some((filter) => wildcard(filter).test(tag));
  switch (tagMutability) {
    case 'MUTABLE':
      return false;
    case 'IMMUTABLE':
      return true;
    case 'IMMUTABLE_WITH_EXCLUSION':
      return !excluded;
    case 'MUTABLE_WITH_EXCLUSION':
      return excluded;
  }
}

function wildcard(filter: string): RegExp {
  return new RegExp(
    `^${filter
      .split('*')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  );
}

function repositoryFrom(found: EcrRepository, name: string): Repository {
  return {
    name: found.repositoryName ?? name,
    arn: found.repositoryArn ?? '',
    registryId: found.registryId ?? '',
    uri: found.repositoryUri ?? '',
    tagMutability: found.imageTagMutability ?? 'MUTABLE',
    exclusions: (found.imageTagMutabilityExclusionFilters ?? []).flatMap(({ filter }) => filter ?? []),
  };
}
