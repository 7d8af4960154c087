/** Plain docker: builds with its daemon, saves, and what was saved becomes an OCI layout. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionContext } from '@slipway/action-kit';
import { openLayout } from '../layout/files.ts';
import type { Build, BuildRequest } from './build.ts';
import { convertDockerArchive } from './docker-archive.ts';
import { runBuilder } from './run-builder.ts';

/** Builds, and hands the image over as a layout folder, or as the archive where docker saved an OCI one itself. */
export const buildWithDocker: Build = async (request, context) => {
  const name = `slipway-build:${context.github.runId || 'local'}-${process.pid}`;
  const archive = join(context.files.folder(), 'docker.tar');
  const buildx = await hasBuildx(request, context);
  const environment = { ...context.environment.all(), DOCKER_CONFIG: request.dockerConfig, ...(buildx ? {} : { DOCKER_BUILDKIT: '0' }) };
  const run = (...words: string[]) => runBuilder({ name: 'docker', command: 'docker', arguments: words, environment }, context);
  try {
    await run('build', ...buildArguments(request), ...(buildx ? ['--provenance=false'] : []), '--tag', name, request.context);
    await run('save', '--output', archive, name);
  } finally {
    await context.runProcess({ command: 'docker', arguments: ['image', 'rm', '--force', name], environment }).catch(() => undefined);
  }
  if (openLayout(archive).has('index.json')) return archive;
  const layout = join(context.files.folder(), 'docker-image');
  mkdirSync(layout, { mode: 0o700 });
  await convertDockerArchive(archive, layout, request.annotations);
  return layout;
};

/** Clients since 23 refuse to build with BuildKit when its plugin is missing. */
async function hasBuildx({ dockerConfig }: BuildRequest, { runProcess, environment, signal }: ActionContext): Promise<boolean> {
  const answer = await runProcess({
    command: 'docker',
    arguments: ['buildx', 'version'],
    environment: { ...environment.all(), DOCKER_CONFIG: dockerConfig },
    signal,
  });
  return answer.code === 0;
}

/** The words of `docker build` that both of its builders know. */
function buildArguments(request: BuildRequest): string[] {
  const pairs = (flag: string, map: Readonly<Record<string, string>>) => Object.entries(map).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  return [
    '--pull',
    '--file',
    request.file,
    ...(request.target ? ['--target', request.target] : []),
    ...(request.platforms.length > 0 ? ['--platform', request.platforms.join(',')] : []),
    ...pairs('--build-arg', request.buildArgs),
    ...pairs('--label', request.labels),
  ];
}
