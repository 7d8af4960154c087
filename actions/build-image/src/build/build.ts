/** Builds a context: not at all when its tag cannot be had, reproducibly, and to a layout that is verified like any other. */
import type { ActionContext } from '@slipway/action-kit';
import type { BuildInput } from '../inputs/build.ts';
import type { Inputs } from '../inputs.ts';
import type { LayoutManifest } from '../layout/image.ts';
import { failWith } from '../outcome.ts';
import { readRemoteImage, samePlatforms } from '../push/remote.ts';
import { refuseTaken } from '../push/standing.ts';
import type { There } from '../source/obtain.ts';
import { readLayout } from '../source/open-layout.ts';
import { buildWithBuildah } from './buildah.ts';
import { buildWithBuildx } from './buildx.ts';
import { findCache } from './cache.ts';
import { commitTime } from './commit-time.ts';
import { buildWithDocker } from './docker.ts';
import { prepareDockerConfig } from './docker-config.ts';
import type { FoundBuilder } from './find-builder.ts';
import { standardLabels } from './labels.ts';
import { secretArguments } from './secret-files.ts';

/** What a builder is told. */
export interface BuildRequest extends Omit<BuildInput, 'builder' | 'cache' | 'secrets'> {
  /** `--secret id=…,src=…`, as buildx and buildah take it. */
  readonly secretArguments: readonly string[];
  /** Where buildx keeps its cache; `undefined`: nowhere. */
  readonly cacheReference: string | undefined;
  /** Seconds since the epoch for everything that has a time; `undefined`: now. */
  readonly epoch: number | undefined;
  /** DOCKER_CONFIG for the builder. */
  readonly dockerConfig: string;
  /** A registry on loopback, spoken to in plain HTTP; `undefined`: none. */
  readonly plainRegistry: string | undefined;
}

/** Runs a builder. @returns path of an OCI layout folder or archive @throws Failure `build-failed` */
export type Build = (request: BuildRequest, context: ActionContext) => Promise<string>;

const builders: Readonly<Record<FoundBuilder['name'], Build>> = {
  buildah: buildWithBuildah,
  buildx: buildWithBuildx,
  docker: buildWithDocker,
};

/** The image of a context; the one at the tag where the platform manifests are the same. */
export async function buildContext(
  source: BuildInput,
  builder: FoundBuilder,
  there: There | undefined,
  inputs: Inputs,
  context: ActionContext,
): Promise<LayoutManifest> {
  if (there) await refuseOtherCommits(there, inputs.sha);
  dropWhatIsNotMade(source, builder, context);
  const epoch = source.reproducible ? await commitTime(inputs.sha, context) : undefined;
  const standard = standardLabels(context.github, epoch);
  const request: BuildRequest = {
    ...source,
    labels: { ...standard, ...source.labels },
    annotations: { ...standard, ...source.annotations },
    epoch,
    secretArguments: secretArguments(source.secrets, context),
    cacheReference: builder.name === 'buildx' && source.cache === 'ecr' && there ? await cacheOf(there, context) : undefined,
    dockerConfig: prepareDockerConfig(there?.destination.registry, context),
    plainRegistry: inputs.target.host && /^(127\.|localhost|\[::1\])/.test(inputs.target.host) ? inputs.target.host : undefined,
  };
  const path = await context.timings.phase('build', () => builders[builder.name](request, context));
  const image = await readLayout(path);
  return there ? ((await sameAtTag(image, there)) ?? image) : image;
}

async function cacheOf({ destination }: There, context: ActionContext): Promise<string | undefined> {
  try {
    return await findCache(destination, context);
  } catch (error) {
    throw failWith(error, `cannot look for ${destination.name}-cache`, { name: destination.name });
  }
}

/** An immutable tag that another commit has will never be ours: that is known before the build. */
async function refuseOtherCommits({ destination, taken }: There, sha: string): Promise<void> {
  const others = [];
  for (const entry of taken) {
    const { images } = await remote(destination, entry.digest);
    const ours = sha !== '' && images.length > 0 && images.every(({ config }) => config.config?.Labels?.['org.opencontainers.image.revision'] === sha);
    if (!ours) others.push(entry);
  }
  try {
    refuseTaken(others, undefined, destination.name);
  } catch (error) {
    throw failWith(error, destination.name, { name: destination.name });
  }
}

/** Provenance makes every index another; what runs is the platform manifests. */
async function sameAtTag(image: LayoutManifest, { destination, standing }: There): Promise<LayoutManifest | undefined> {
  for (const digest of new Set(standing.values())) {
    if (digest === undefined) continue;
    const { root } = await remote(destination, digest);
    if (samePlatforms(image, root)) return root;
  }
  return undefined;
}

async function remote(destination: There['destination'], digest: string) {
  try {
    return await readRemoteImage(destination, digest);
  } catch (error) {
    throw failWith(error, `cannot read ${destination.name}@${digest}`, { name: destination.name });
  }
}

function dropWhatIsNotMade({ provenance, sbom, cache, reproducible }: BuildInput, { name }: FoundBuilder, { log }: ActionContext): void {
  const makesNone = name !== 'buildx';
  const dropped = [...(makesNone && provenance !== 'false' ? ['provenance'] : []), ...(makesNone && sbom ? ['sbom'] : [])];
  if (dropped.length > 0) log.notice(`${name} makes no ${dropped.join(' and no ')}: the image goes without`);
  if (name === 'docker' && reproducible) log.notice('docker gives the image the present time: the same commit will not give the same digest (reproducible)');
  if (makesNone && cache === 'ecr') log.notice(`${name} keeps no cache in a registry: the build runs without one (cache)`);
}
