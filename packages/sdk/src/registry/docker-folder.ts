/** The folder behind DOCKER_CONFIG: read where the job has one, and rebuilt privately with all that docker looks for in it. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DockerConfig, parseDockerConfig } from './docker-config.ts';

/** The job's docker configuration as it is before us. */
export interface DockerFolder {
  /** DOCKER_CONFIG, else `~/.docker`; it may not exist. */
  readonly path: string;
  readonly config: DockerConfig;
}

/** A configuration that cannot be used. */
export class DockerConfigError extends Error {
  readonly code = 'invalid-file';
  readonly hint: string;
  constructor(file: string, cause: unknown) {
    super(`${file} is not a docker configuration: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'DockerConfigError';
    this.hint = `Correct the file, or remove it: rm ${file}`;
  }
}

/** Plugins (buildx), its builders, docker's contexts, manifest lists and signing keys lie beside `config.json` and are looked up there. */
const neighbours = ['cli-plugins', 'buildx', 'contexts', 'manifests', 'trust'] as const;

/**
 * Reads the job's configuration, with the logins of podman, buildah and skopeo beneath docker's own: those of
 * REGISTRY_AUTH_FILE, or of the file that they use without it (containers-auth.json(5)).
 * @throws DockerConfigError
 */
export function readDockerFolder(variable: (name: string) => string | undefined): DockerFolder {
  const path = resolve(variable('DOCKER_CONFIG') ?? join(variable('HOME') ?? '/', '.docker'));
  const config = readConfig(join(path, 'config.json'));
  const runtime = variable('XDG_RUNTIME_DIR');
  const authFile = variable('REGISTRY_AUTH_FILE') ?? (runtime && join(runtime, 'containers/auth.json'));
  if (!authFile || resolve(authFile) === join(path, 'config.json')) return { path, config };
  const other = readConfig(authFile);
  return { path, config: { ...config, auths: { ...other.auths, ...config.auths }, credHelpers: { ...other.credHelpers, ...config.credHelpers } } };
}

/** Makes plugins, builders and contexts of the old folder findable in the new one. */
export function linkNeighbours(oldFolder: string, newFolder: string): void {
  for (const name of neighbours) {
    if (existsSync(join(oldFolder, name)) && !existsSync(join(newFolder, name))) symlinkSync(join(oldFolder, name), join(newFolder, name));
  }
}

function readConfig(file: string): DockerConfig {
  if (!existsSync(file)) return {};
  try {
    const text = readFileSync(file, 'utf8');
    return text.trim() === '' ? {} : parseDockerConfig(text);
  } catch (error) {
    throw new DockerConfigError(file, error);
  }
}
