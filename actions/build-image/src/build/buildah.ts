/** buildah: no daemon, chroot isolation, all storage in the step's own folder. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionContext } from '@slipway/action-kit';
import type { Build, BuildRequest } from './build.ts';
import { runBuilder } from './run-builder.ts';

const imageName = 'localhost/slipway:build';
const systemPolicy = '/etc/containers/policy.json';
const systemRegistries = '/etc/containers/registries.conf';

/** Builds, and hands the image over as a layout folder. */
export const buildWithBuildah: Build = async (request, context) => {
  const folder = join(context.files.folder(), 'buildah');
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const storage = ['--root', join(folder, 'root'), '--runroot', join(folder, 'run'), '--storage-driver', 'vfs'];
  const environment = {
    ...context.environment.all(),
    HOME: home,
    DOCKER_CONFIG: request.dockerConfig,
    REGISTRY_AUTH_FILE: join(request.dockerConfig, 'config.json'),
    CONTAINERS_REGISTRIES_CONF: writeRegistries(request.plainRegistry, context),
    BUILDAH_ISOLATION: 'chroot',
    TMPDIR: folder,
  };
  const run = (...words: string[]) => runBuilder({ name: 'buildah', command: 'buildah', arguments: [...storage, ...words], environment }, context);
  const several = request.platforms.length > 1;
  const layout = join(folder, 'image');
  try {
    await run('build', ...buildArguments(request, context), several ? '--manifest' : '--tag', imageName, request.context);
    const push = several ? ['manifest', 'push', '--all'] : ['push'];
    await run(...push, ...policyArguments(context), '--format', 'oci', imageName, `oci:${layout}`);
    return layout;
  } finally {
    // Without root, the layers belong to other users of the namespace: only buildah can remove them.
    await context.runProcess({ command: 'buildah', arguments: [...storage, 'rmi', '--all', '--force'], environment }).catch(() => undefined);
  }
};

/** The words of `buildah build`. @see buildah-build(1) */
function buildArguments(request: BuildRequest, context: ActionContext): string[] {
  const pairs = (flag: string, map: Readonly<Record<string, string>>) => Object.entries(map).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  return [
    '--isolation',
    'chroot',
    '--format',
    'oci',
    '--identity-label=false',
    '--pull',
    '--file',
    request.file,
    ...policyArguments(context),
    ...(request.target ? ['--target', request.target] : []),
    ...(request.platforms.length > 0 ? ['--platform', request.platforms.join(',')] : []),
    ...(request.epoch === undefined ? [] : ['--timestamp', String(request.epoch)]),
    ...pairs('--build-arg', request.buildArgs),
    ...request.secretArguments,
    ...request.contexts.flatMap(({ name, path, reference }) => ['--build-context', `${name}=${path ?? reference}`]),
    ...pairs('--label', request.labels),
    ...pairs('--annotation', request.annotations),
  ];
}

/** Without a policy file buildah refuses every image; distributions that split it off leave a bare buildah. */
function policyArguments({ files }: ActionContext): string[] {
  if (existsSync(systemPolicy)) return [];
  return ['--signature-policy', files.write('policy.json', '{"default":[{"type":"insecureAcceptAnything"}]}')];
}

/** The system's registries, docker.io for short names, and plain HTTP for the one registry on loopback. */
function writeRegistries(plainRegistry: string | undefined, { files }: ActionContext): string {
  const system = existsSync(systemRegistries) ? readFileSync(systemRegistries, 'utf8') : '';
  const short = /^\s*unqualified-search-registries\s*=/m.test(system) ? '' : 'unqualified-search-registries = ["docker.io"]\n';
  const plain = plainRegistry ? `\n[[registry]]\nlocation = ${JSON.stringify(plainRegistry)}\ninsecure = true\n` : '';
  return files.write('registries.conf', `${short}${system}${plain}`);
}
