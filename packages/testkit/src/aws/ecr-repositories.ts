/** ECR's repositories: made, described, given a lifecycle, asked for their scanning. */
import type { StoredRepository, TagMutability } from '../registry/store.ts';
import { FakeError } from '../service.ts';
import type { EcrCall, EcrOperation } from './ecr.ts';
import { pageOf } from './ecr-pages.ts';

/** A repository name as ECR takes it (CreateRepository, pattern of repositoryName). */
const namePattern = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const nameLimit = 256;
/** BatchGetRepositoryScanningConfiguration takes 1–25 names (ECR API). */
const scanningNames = 25;
/** DescribeRepositories takes 1–100 names (ECR API). */
const describedNames = 100;

/** The repository that a call names. @throws FakeError RepositoryNotFoundException */
export function repositoryOf({ input, store, host }: EcrCall): StoredRepository {
  const name = String(input['repositoryName'] ?? '');
  return store.repositories.get(name) ?? notFound(name, host.accountId);
}

function notFound(name: string, accountId: string): never {
  throw new FakeError('RepositoryNotFoundException', `The repository with name '${name}' does not exist in the registry with id '${accountId}'`);
}

/** Operations on repositories, by API name. */
export const ecrRepositoryOperations: Readonly<Record<string, EcrOperation>> = {
  CreateRepository: (call) => {
    const { input, store, host } = call;
    const name = String(input['repositoryName'] ?? '');
    if (name.length < 2 || name.length > nameLimit || !namePattern.test(name)) {
      throw new FakeError('InvalidParameterException', `Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression'`);
    }
    if (store.repositories.has(name)) {
      throw new FakeError('RepositoryAlreadyExistsException', `The repository with name '${name}' already exists in the registry with id '${host.accountId}'`);
    }
    const exclusions = (input['imageTagMutabilityExclusionFilters'] as { filter?: string }[] | undefined) ?? [];
    const repository = store.createRepository(name, {
      tagMutability: (input['imageTagMutability'] as TagMutability | undefined) ?? 'MUTABLE',
      exclusions: exclusions.map(({ filter = '' }) => filter),
      scanOnPush: (input['imageScanningConfiguration'] as { scanOnPush?: boolean } | undefined)?.scanOnPush ?? false,
      encryption: (input['encryptionConfiguration'] as StoredRepository['encryption'] | undefined) ?? { encryptionType: 'AES256' },
      resourceTags: (input['tags'] as StoredRepository['resourceTags'] | undefined) ?? [],
    });
    return { repository: describe(repository, call) };
  },

  DescribeRepositories: (call) => {
    const { input, store, host } = call;
    const names = input['repositoryNames'] as string[] | undefined;
    if (names && names.length > describedNames) throw new FakeError('InvalidParameterException', 'repositoryNames: at most 100');
    const all = names ? names.map((name) => store.repositories.get(name) ?? notFound(name, host.accountId)) : [...store.repositories.values()];
    const page = pageOf(all, input, names ? all.length : 100, 1_000);
    return { repositories: page.items.map((repository) => describe(repository, call)), ...page.next };
  },

  PutLifecyclePolicy: (call) => {
    const repository = repositoryOf(call);
    const text = String(call.input['lifecyclePolicyText'] ?? '');
    checkLifecycle(text);
    repository.lifecyclePolicy = text;
    return { registryId: call.host.accountId, repositoryName: repository.name, lifecyclePolicyText: text };
  },

  GetLifecyclePolicy: (call) => {
    const repository = repositoryOf(call);
    if (repository.lifecyclePolicy === undefined) {
      throw new FakeError(
        'LifecyclePolicyNotFoundException',
        `Lifecycle policy does not exist for the repository with name '${repository.name}' in the registry with id '${call.host.accountId}'`,
      );
    }
    return { registryId: call.host.accountId, repositoryName: repository.name, lifecyclePolicyText: repository.lifecyclePolicy };
  },

  GetRegistryScanningConfiguration: ({ host, scanning }) => ({ registryId: host.accountId, scanningConfiguration: scanning }),

  BatchGetRepositoryScanningConfiguration: (call) => {
    const names = (call.input['repositoryNames'] as string[] | undefined) ?? [];
    if (names.length === 0 || names.length > scanningNames) throw new FakeError('ValidationException', 'repositoryNames: 1 to 25');
    const found = names.flatMap((name) => call.store.repositories.get(name) ?? []);
    const failures = names
      .filter((repositoryName) => !call.store.repositories.has(repositoryName))
      .map((repositoryName) => ({ repositoryName, failureCode: 'REPOSITORY_NOT_FOUND', failureReason: 'Repository not found' }));
    return { scanningConfigurations: found.map((repository) => scanningOf(repository, call)), failures };
  },
};

function arnOf({ name }: StoredRepository, { host, region }: EcrCall): string {
  return `arn:aws:ecr:${region}:${host.accountId}:repository/${name}`;
}

function describe(repository: StoredRepository, call: EcrCall) {
  return {
    repositoryArn: arnOf(repository, call),
    registryId: call.host.accountId,
    repositoryName: repository.name,
    repositoryUri: `${call.host.accountId}.dkr.ecr.${call.region}.amazonaws.com/${repository.name}`,
    createdAt: repository.createdAt / 1_000,
    imageTagMutability: repository.tagMutability,
    ...(repository.exclusions.length > 0
      ? { imageTagMutabilityExclusionFilters: repository.exclusions.map((filter) => ({ filterType: 'WILDCARD', filter })) }
      : {}),
    imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    encryptionConfiguration: repository.encryption,
  };
}

/** ECR guide, "Lifecycle policies": an object with 1–50 rules, each with priority, selection and action. */
function checkLifecycle(text: string): void {
  const refuse = (why: string): never => {
    throw new FakeError(
      'InvalidParameterException',
      `Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure: ${why}'`,
    );
  };
  let rules: { rulePriority?: number; selection?: object; action?: { type?: string } }[] = [];
  try {
    rules = (JSON.parse(text) as { rules: typeof rules }).rules;
  } catch {
    refuse('not JSON');
  }
  if (!Array.isArray(rules) || rules.length === 0 || rules.length > 50) refuse('1 to 50 rules');
  if (new Set(rules.map(({ rulePriority }) => rulePriority)).size < rules.length) refuse('rulePriority must be unique');
  if (!rules.every(({ selection, action }) => selection && action?.type === 'expire')) refuse('each rule needs selection and action');
}

/** Continuous scanning beats scan-on-push; a filter without `*` matches any name that contains it (ECR guide). */
function scanningOf(repository: StoredRepository, call: EcrCall) {
  const matches = (filter: string) =>
    filter.includes('*') ? new RegExp(`^${filter.replaceAll('*', '.*')}$`).test(repository.name) : repository.name.includes(filter);
  const rules = call.scanning.rules.filter(({ repositoryFilters }) => repositoryFilters.some(({ filter }) => matches(filter)));
  const frequencies = rules.map(({ scanFrequency }) => scanFrequency);
  const scanFrequency = frequencies.includes('CONTINUOUS_SCAN') ? 'CONTINUOUS_SCAN' : frequencies.includes('SCAN_ON_PUSH') ? 'SCAN_ON_PUSH' : 'MANUAL';
  return {
    repositoryArn: arnOf(repository, call),
    repositoryName: repository.name,
    scanOnPush: repository.scanOnPush || scanFrequency === 'SCAN_ON_PUSH',
    scanFrequency,
    appliedScanFilters: rules.flatMap(({ repositoryFilters }) => repositoryFilters),
  };
}
