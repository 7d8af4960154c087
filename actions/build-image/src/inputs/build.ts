/** The inputs that are about building from a Dockerfile; with `oci:` they would change the bytes and are refused. */

import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type ActionContext, type InputReader, nearest } from '@slipway/action-kit';
import { readTextMap } from '@slipway/action-kit/maps';
import { type BuildSecret, type NamedContext, readContexts, readSecrets } from './secrets.ts';

/** Which program builds. */
export type BuilderName = 'auto' | 'buildx' | 'docker' | 'buildah';

/** What to build, and how. */
export interface BuildInput {
  /** Absolute path of the context. */
  readonly context: string;
  /** Absolute path of the Dockerfile. */
  readonly file: string;
  readonly target: string | undefined;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** `os/architecture[/variant]`; empty: the machine's own. */
  readonly platforms: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly secrets: readonly BuildSecret[];
  readonly contexts: readonly NamedContext[];
  readonly provenance: 'max' | 'min' | 'false';
  readonly sbom: boolean;
  readonly cache: 'ecr' | 'none';
  readonly builder: BuilderName;
  readonly reproducible: boolean;
}

/** Inputs that change the bytes of an image, with the defaults that action.yml gives them. */
const changingInputs: Readonly<Record<string, string | undefined>> = {
  file: undefined,
  target: undefined,
  platforms: undefined,
  'build-args': undefined,
  'build-secrets': undefined,
  'build-contexts': undefined,
  labels: undefined,
  annotations: undefined,
};

/** With `source: oci:…`: notes a fault for each input that would change the bytes. The rest of the builder's inputs has no say. */
export function refuseBuildInputs(reader: InputReader): void {
  for (const name of Object.keys(changingInputs)) {
    const value = reader.text(name);
    if (value !== undefined) reader.fault(name, 'no value with source: oci:…, which is pushed as it is; this would change its bytes', undefined, 'a value');
  }
  readSettings(reader);
}

/** Reads what a build needs. @param source the folder as it was given */
export function readBuild(reader: InputReader, source: string, surroundings: Pick<ActionContext, 'environment' | 'github'>): BuildInput {
  const { github } = surroundings;
  const context = resolve(github.workspace, source);
  const file = reader.text('file');
  const platforms = reader.list('platforms', { commas: true });
  for (const platform of platforms) {
    if (!/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9.]+)?$/.test(platform)) {
      reader.fault(
        'platforms',
        'os/architecture[/variant]',
        nearest(platform, ['linux/amd64', 'linux/arm64', 'linux/arm/v7']) ?? 'linux/amd64',
        JSON.stringify(platform),
      );
    }
  }
  return {
    context,
    file: file === undefined ? join(context, 'Dockerfile') : resolve(github.workspace, file),
    target: reader.text('target', { pattern: /^[A-Za-z0-9][\w.-]*$/, want: 'the name of a stage', example: 'runtime' }),
    buildArgs: readArguments(reader),
    platforms: [...new Set(platforms)].sort(),
    labels: readTextMap(reader, 'labels', { example: 'com.example.team: payments' }),
    annotations: readTextMap(reader, 'annotations', { example: 'com.example.team: payments' }),
    secrets: readSecrets(reader, surroundings),
    contexts: readContexts(reader, github.workspace),
    ...readSettings(reader),
  };
}

type Settings = Pick<BuildInput, 'provenance' | 'sbom' | 'cache' | 'builder' | 'reproducible'>;

function readSettings(reader: InputReader): Settings {
  const cache = reader.text('cache', { fallback: 'ecr' });
  if (cache !== 'ecr' && cache !== 'none') reader.fault('cache', 'ecr or none: buildx syntax is not available yet', 'none');
  return {
    provenance: reader.choice('provenance', ['max', 'min', 'false']),
    sbom: reader.boolean('sbom', false),
    cache: cache === 'none' ? 'none' : 'ecr',
    builder: reader.choice('builder', ['auto', 'buildx', 'docker', 'buildah']),
    reproducible: reader.boolean('reproducible', true),
  };
}

function readArguments(reader: InputReader): Record<string, string> {
  const map = readTextMap(reader, 'build-args', { example: 'VERSION: "1.2.3"' });
  for (const name of Object.keys(map)) {
    if (!/^[A-Za-z_]\w*$/.test(name)) reader.fault('build-args', 'names of letters, digits and _', 'VERSION: "1.2.3"', JSON.stringify(name));
  }
  return map;
}

/** Whether a path lies in the workspace (or is it). */
export function isInside(workspace: string, path: string): boolean {
  const way = relative(resolve(workspace), path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
