/** docker buildx: the image as an OCI archive, which is then pushed like any other. */
import { join } from 'node:path';
import type { Build, BuildRequest } from './build.ts';
import { cacheArguments } from './cache.ts';
import { runBuilder } from './run-builder.ts';

/** Builds, and hands the image over as an archive. */
export const buildWithBuildx: Build = async (request, context) => {
  const archive = join(context.files.folder(), 'buildx.tar');
  const environment = {
    ...context.environment.all(),
    DOCKER_CONFIG: request.dockerConfig,
    ...(request.epoch === undefined ? {} : { SOURCE_DATE_EPOCH: String(request.epoch) }),
  };
  await runBuilder({ name: 'buildx', command: 'docker', arguments: ['buildx', 'build', ...buildArguments(request, archive)], environment }, context);
  return archive;
};

/** The words of `docker buildx build`. */
function buildArguments(request: BuildRequest, archive: string): string[] {
  const pairs = (flag: string, map: Readonly<Record<string, string>>) => Object.entries(map).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  const output = ['type=oci', `dest=${archive}`, 'oci-mediatypes=true', ...(request.epoch === undefined ? [] : ['rewrite-timestamp=true'])];
  return [
    '--progress',
    'plain',
    '--pull',
    '--file',
    request.file,
    '--output',
    output.join(','),
    `--provenance=${request.provenance === 'false' ? 'false' : `mode=${request.provenance}`}`,
    `--sbom=${request.sbom}`,
    ...(request.target ? ['--target', request.target] : []),
    ...(request.platforms.length > 0 ? ['--platform', request.platforms.join(',')] : []),
    ...pairs('--build-arg', request.buildArgs),
    ...request.secretArguments,
    ...request.contexts.flatMap(({ name, path, reference }) => ['--build-context', `${name}=${path ?? reference}`]),
    ...pairs('--label', request.labels),
    ...pairs('--annotation', request.annotations),
    ...cacheArguments(request.cacheReference),
    request.context,
  ];
}
