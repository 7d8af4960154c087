/** What every image says of itself (OCI image specification, "Pre-Defined Annotation Keys"). Pure. */
import type { GithubRun } from '@slipway/action-kit';

/** The standard set from the run; only what is the same for every build of the commit. @param epoch seconds */
export function standardLabels({ sha, serverUrl, repository }: GithubRun, epoch: number | undefined): Record<string, string> {
  const prefix = 'org.opencontainers.image';
  return {
    ...(sha ? { [`${prefix}.revision`]: sha } : {}),
    ...(repository ? { [`${prefix}.source`]: `${serverUrl}/${repository}` } : {}),
    ...(epoch === undefined ? {} : { [`${prefix}.created`]: new Date(epoch * 1_000).toISOString() }),
  };
}
