/** The job's private docker configuration: merged from the job's own, 0600, under RUNNER_TEMP, removed by `post`. */
import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ActionContext, toFailure } from '@slipway/action-kit';
import type { RegistryHost } from '@slipway/sdk/ecr';
import { type DockerConfig, type DockerFolder, linkNeighbours, readDockerFolder, withHelper, withLogins } from '@slipway/sdk/registry';
import { helperName, helperProgram, helperScript } from './helper-script.ts';
import type { Tokens } from './tokens.ts';

/** What later steps get. */
export interface PreparedLogin {
  /** The new DOCKER_CONFIG. */
  readonly folder: string;
  /** `config.json` in it: the new REGISTRY_AUTH_FILE. */
  readonly authFile: string;
  /** The folder of the credential helper, for PATH; `undefined` with `mode: config`. */
  readonly helperFolder: string | undefined;
}

/**
 * Writes the files and notes for `post` what to put back; the folder first, so that a killed step leaves nothing for ever.
 * @throws Failure `invalid-file` for a broken configuration of the job
 */
export function prepareFolder(registries: readonly RegistryHost[], tokens: Tokens, mode: 'helper' | 'config', context: ActionContext): PreparedLogin {
  const { environment, files } = context;
  const old = oldFolder(context);
  context.saveState('folder', files.folder());
  const config = mode === 'helper' ? helperConfig(old.config, registries) : passwordConfig(old.config, registries, tokens);
  const authFile = files.write('docker/config.json', `${JSON.stringify(config, null, 2)}\n`);
  const folder = dirname(authFile);
  linkNeighbours(old.path, folder);
  const helperFolder = mode === 'helper' ? writeHelper(context) : undefined;
  files.keep();
  context.saveState('docker-config', folder);
  context.saveState('docker-config-before', environment.get('DOCKER_CONFIG') ?? '');
  context.saveState('auth-file', authFile);
  context.saveState('auth-file-before', environment.get('REGISTRY_AUTH_FILE') ?? '');
  return { folder, authFile, helperFolder };
}

function oldFolder({ environment }: ActionContext): DockerFolder {
  try {
    return readDockerFolder((name) => environment.get(name));
  } catch (error) {
    throw toFailure(error, "the job's docker configuration cannot be used");
  }
}

function helperConfig(old: DockerConfig, registries: readonly RegistryHost[]): DockerConfig {
  return withHelper(
    old,
    registries.map(({ host }) => host),
    helperName,
  );
}

function passwordConfig(old: DockerConfig, registries: readonly RegistryHost[], tokens: Tokens): DockerConfig {
  const logins = registries.map((registry) => {
    const { username, password } = tokens(registry);
    return { host: registry.host, username, password };
  });
  return withLogins(old, logins);
}

function writeHelper({ files }: ActionContext): string {
  const program = files.write(join('bin', helperProgram), helperScript(process.execPath, join(import.meta.dirname, `${helperProgram}.js`)));
  chmodSync(program, 0o700);
  return dirname(program);
}
