/** The builder's own DOCKER_CONFIG: the job's, with the login to our registry, gone when the step ends. */
import { dirname } from 'node:path';
import { type ActionContext, toFailure } from '@slipway/action-kit';
import { linkNeighbours, type RegistryContext, readDockerFolder, withLogins } from '@slipway/sdk/registry';

/** @returns the folder @throws Failure `invalid-file` for a broken configuration of the job */
export function prepareDockerConfig(registry: Pick<RegistryContext, 'host' | 'login'> | undefined, { environment, files }: ActionContext): string {
  try {
    const old = readDockerFolder((name) => environment.get(name));
    const config = registry?.login ? withLogins(old.config, [{ host: registry.host, ...registry.login }]) : old.config;
    const folder = dirname(files.write('docker/config.json', JSON.stringify(config)));
    linkNeighbours(old.path, folder);
    return folder;
  } catch (error) {
    throw toFailure(error, "the job's docker configuration cannot be used");
  }
}
