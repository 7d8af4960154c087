/** Reads rendered manifests from disk: every object of every document, and every mistake with its place. */
import { readFileSync, statSync } from 'node:fs';
import { type ActionContext, Failure } from '@slipway/action-kit';
import type { FileMistake } from '@slipway/action-kit/source-file';
import { agentKind, looksLikeAgent, type Manifest } from '@slipway/conventions';
import { isMap } from '@slipway/terraform/plan';
import { inTurns } from './plan-file.ts';
import type { WorkspaceFile } from './workspace.ts';
import type { YamlDocument, YamlRead, YamlReader } from './yaml-documents.ts';

/** What the manifests hold. */
export interface ManifestsRead {
  readonly manifests: readonly Manifest[];
  readonly mistakes: readonly FileMistake[];
}

/** A rendered chart is some hundred KB; the API server takes no object over 3 MiB (etcd, "Request size limit"). */
const fileLimitBytes = 16 * 1024 * 1024;
const totalLimitBytes = 128 * 1024 * 1024;
const objectLimit = 100_000;

/** Reads all files. The YAML parser is loaded only where there are some. @throws Failure `invalid-file` where the disk refuses, `timeout` */
export async function readManifests(files: readonly WorkspaceFile[], context: ActionContext): Promise<ManifestsRead> {
  if (files.length === 0) return { manifests: [], mistakes: [] };
  return await context.timings.phase('manifests', async () => {
    const tooLarge = refuseSizes(files);
    if (tooLarge) return { manifests: [], mistakes: [tooLarge] };
    const { readYaml, readYamlSteps } = await import('./yaml-documents.ts');
    const manifests: Manifest[] = [];
    const mistakes: FileMistake[] = [];
    for (const file of files) {
      if (context.clock.now() > context.deadline) throw outOfTime(file);
      const text = decode(onDisk(file, (path) => readFileSync(path)));
      const yaml = text === undefined ? notText : await inTurns(readYamlSteps(text), context);
      const read = readOne(file, yaml, readYaml);
      for (const manifest of read.manifests) manifests.push(manifest);
      for (const mistake of read.mistakes) mistakes.push(mistake);
      if (manifests.length > objectLimit) return { manifests: [], mistakes: [mistakeAt(file, undefined, 'too-large', `more than ${objectLimit} objects`)] };
    }
    context.log.info(`${files.length} files of manifests: ${manifests.length} objects`);
    return { manifests, mistakes };
  });
}

/** A file that is too large is not read at all. */
function refuseSizes(files: readonly WorkspaceFile[]): FileMistake | undefined {
  const mib = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
  let all = 0;
  for (const file of files) {
    const { size } = onDisk(file, (path) => statSync(path));
    all += size;
    if (size > fileLimitBytes) return mistakeAt(file, undefined, 'too-large', `the file has ${mib(size)}; want at most ${mib(fileLimitBytes)}`);
    if (all > totalLimitBytes) return mistakeAt(file, undefined, 'too-large', `the files up to this have ${mib(all)}; want at most ${mib(totalLimitBytes)}`);
  }
  return undefined;
}

function onDisk<T>(file: WorkspaceFile, ask: (path: string) => T): T {
  try {
    return ask(file.path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure({
      what: `${file.name} cannot be read`,
      reason: 'invalid-file',
      why: [`${code}: ${message}`],
      remedy: `Look at the file: ls -l ${file.path}`,
      cause: error,
    });
  }
}

function readOne(file: WorkspaceFile, { documents, mistakes }: YamlRead, readYaml: YamlReader): ManifestsRead {
  const told = mistakes.map((mistake) => ({ file: file.name, ...mistake }));
  const manifests: Manifest[] = [];
  for (const document of documents) {
    for (const value of openList(document.value)) {
      const manifest = toManifest(file, document, value, readYaml);
      if ('code' in manifest) told.push(manifest);
      else manifests.push(manifest);
    }
  }
  return { manifests, mistakes: told };
}

const notText: YamlRead = { documents: [], mistakes: [{ line: 1, column: 1, code: 'encoding', message: 'the file is neither UTF-8 nor UTF-16 with a mark' }] };

/** PowerShell's `>` writes UTF-16. */
function decode(content: Buffer): string | undefined {
  const [first, second] = content;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** The objects of a list; those of a typed one (`DeploymentList`) need not say their kind. */
function openList(value: unknown): unknown[] {
  const kind = isMap(value) ? value['kind'] : undefined;
  const items = isMap(value) ? value['items'] : undefined;
  if (typeof kind !== 'string' || !kind.endsWith('List') || !(Array.isArray(items) || (kind === 'List' && (items ?? null) === null))) return [value];
  const own = kind.slice(0, -'List'.length);
  return (Array.isArray(items) ? items : []).flatMap((item) =>
    openList(isMap(item) && item['kind'] === undefined && own !== '' ? { ...item, kind: own } : item),
  );
}

function toManifest(file: WorkspaceFile, document: YamlDocument, value: unknown, readYaml: YamlReader): Manifest | FileMistake {
  const place = { file: file.name, document: document.number };
  if (isMap(value) && value['kind'] === undefined && looksLikeAgent(value)) return { ...place, kind: agentKind, namespace: undefined, name: file.name, value };
  const want = 'want a Kubernetes object: a map with apiVersion, kind and metadata';
  if (!isMap(value))
    return mistakeAt(file, document, 'no-object', `document ${document.number} is ${Array.isArray(value) ? 'a list' : 'a plain value'}; ${want}`);
  const { kind, metadata } = value;
  if (typeof kind !== 'string' || kind === '') return mistakeAt(file, document, 'no-object', `document ${document.number} has no kind; ${want}`);
  const { namespace, name, generateName } = isMap(metadata) ? metadata : {};
  const embedded = kind === 'ConfigMap' ? embeddedIn(value['data'], readYaml) : undefined;
  return {
    ...place,
    kind,
    namespace: namespace === undefined || namespace === null || namespace === '' ? undefined : String(namespace),
    name: String(name ?? generateName ?? 'unnamed'),
    value,
    ...(embedded ? { embedded } : {}),
  };
}

/** The YAML that a ConfigMap holds as text, where it may be the SFT agent's. */
function embeddedIn(data: unknown, readYaml: YamlReader): Record<string, unknown> | undefined {
  if (!isMap(data)) return undefined;
  const texts = Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (!texts.some(([, text]) => /destination/i.test(text))) return undefined;
  return Object.fromEntries(
    texts.flatMap(([key, text]) => {
      const [document] = readYaml(text).documents;
      return isMap(document?.value) ? [[key, document.value] as const] : [];
    }),
  );
}

function mistakeAt(file: WorkspaceFile, document: YamlDocument | undefined, code: string, message: string): FileMistake {
  return { file: file.name, line: document?.line ?? 1, column: document?.column ?? 1, code, message };
}

function outOfTime(file: WorkspaceFile): Failure {
  return new Failure({ what: `${file.name} was not reached in time`, reason: 'timeout', remedy: 'Give the step longer (timeout: 15m), or fewer manifests.' });
}
