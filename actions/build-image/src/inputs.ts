/** The inputs of build-image: the only place (with `inputs/`) where their names appear. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ActionContext, InputReader } from '@slipway/action-kit';
import { type BuildInput, readBuild, refuseBuildInputs } from './inputs/build.ts';
import { fillTag } from './inputs/tags.ts';
import { readTarget, type TargetInput } from './inputs/target.ts';

export { refused } from './inputs/refused.ts';

/** An image that is there, or a context to build one from. */
export type Source = { readonly kind: 'oci'; readonly path: string } | ({ readonly kind: 'context' } & BuildInput);

/** What the flow needs. */
export interface Inputs {
  readonly target: TargetInput;
  readonly source: Source;
  /** Bare tags, each once, sorted. With `candidateOnly` just the candidate tag. */
  readonly tags: readonly string[];
  readonly candidateOnly: boolean;
  readonly createRepository: boolean;
  /** `undefined`: the AWS-managed key. */
  readonly kmsKey: string | undefined;
  readonly push: boolean;
  /** The commit of the run; empty outside a run. */
  readonly sha: string;
  /** Milliseconds. */
  readonly timeout: number;
}

type Surroundings = Pick<ActionContext, 'environment' | 'github'>;

/** Reads and checks everything; mistakes are noted in the reader. */
export function readInputs(reader: InputReader, { environment, github }: Surroundings): Inputs {
  const push = reader.boolean('push', true);
  const target = readTarget(reader, environment.get('AWS_REGION') ?? environment.get('AWS_DEFAULT_REGION'), push);
  const tags = readTags(reader, github);
  const candidateOnly = reader.boolean('candidate-only', false);
  if (candidateOnly && !github.sha) reader.fault('candidate-only', 'GITHUB_SHA in the environment: the candidate tag is candidate-<sha>');
  const source = readSource(reader, { environment, github });
  const createRepository = reader.boolean('create-repository', false);
  const kmsKey = reader.text('kms-key', { example: 'alias/ecr' });
  if (kmsKey !== undefined && !createRepository) reader.fault('kms-key', 'create-repository: true beside it: a key is chosen when a repository is made');
  const timeout = reader.duration('timeout', '60m', { min: '1s', max: '6h' });
  if (reader.faults.length > 0 && source.kind === 'oci' && !existsSync(source.path))
    reader.fault('source', 'a folder or file that is there', 'oci:build/image');
  return { target, source, tags: candidateOnly ? [`candidate-${github.sha}`] : tags, candidateOnly, createRepository, kmsKey, push, sha: github.sha, timeout };
}

function readTags(reader: InputReader, github: Surroundings['github']): string[] {
  const given = reader.list('tags');
  const tags = new Set<string>();
  for (const template of given.length > 0 ? given : ['sha-{sha}']) {
    const filled = fillTag(template, github);
    if ('tag' in filled) tags.add(filled.tag);
    else reader.fault('tags', filled.want, 'sha-{sha}', JSON.stringify(template));
  }
  return [...tags].sort();
}

function readSource(reader: InputReader, surroundings: Surroundings): Source {
  const { github } = surroundings;
  const source = reader.text('source', { fallback: '.' });
  if (source.startsWith('oci:')) {
    refuseBuildInputs(reader);
    return { kind: 'oci', path: resolve(github.workspace, source.slice('oci:'.length)) };
  }
  if (/^[a-z-]+:\/?/.test(source)) reader.fault('source', 'a folder of the workspace, or oci:<layout folder or archive>', 'oci:build/image');
  return { kind: 'context', ...readBuild(reader, source, surroundings) };
}
