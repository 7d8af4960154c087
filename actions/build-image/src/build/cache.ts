/** The build cache in ECR: a repository of its own, since cache tags move and ours do not. */
import type { ActionContext } from '@slipway/action-kit';
import { describeRepository } from '@slipway/sdk/ecr';
import type { Destination } from '../push/destination.ts';

/** The one tag of the cache repository. */
const cacheTag = 'buildcache';

/** `<registry>/<repository>-cache:buildcache`, or `undefined` with a notice where that repository is not there. */
export async function findCache({ aws, name, repository, registryId }: Destination, { log }: ActionContext): Promise<string | undefined> {
  const there = await describeRepository(aws, `${repository}-cache`, registryId);
  if (there) return `${name}-cache:${cacheTag}`;
  log.notice(
    `the repository ${name}-cache does not exist, so the build runs without a cache (create-repository: true makes it for a new repository; cache: none says nothing)`,
  );
  return undefined;
}

/** The words for buildx. Without the two options ECR refuses the cache's manifest with 400. */
export function cacheArguments(reference: string | undefined): string[] {
  if (reference === undefined) return [];
  const to = `type=registry,ref=${reference},mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true`;
  return ['--cache-from', `type=registry,ref=${reference}`, '--cache-to', to];
}
