/** Configurations of the SFT agent among the manifests: ConfigMaps with its YAML, and that YAML itself. */
import { isMap } from '@slipway/terraform/plan';
import { at, mapAt } from './manifests.ts';
import { agentKind, type Manifest, type World } from './world.ts';

/** A place that files are sent to. */
export interface Destination {
  /** `agent-config.yml: sender.routes[0].actions[0].httpRequest.destination` */
  readonly path: string;
  readonly text: string;
}

/** One configuration. */
export interface AgentConfig {
  readonly manifest: Manifest;
  readonly destinations: readonly Destination[];
  /** Where a client certificate is named; none where it is not. */
  readonly certificate: string | undefined;
}

/** All that send somewhere. Files of one folder complete each other, as the keys of one ConfigMap do. */
export function agentConfigs(world: World): AgentConfig[] {
  const { manifests } = world.facts;
  const bare = manifests.filter(({ kind }) => kind === agentKind);
  return manifests.flatMap((manifest): AgentConfig[] => {
    const destinations = partsOf(manifest).flatMap(([name, value]) => destinationsIn(value, name));
    if (destinations.length === 0 || !isAgent(manifest)) return [];
    const beside = manifest.kind === agentKind ? bare.filter((one) => folderOf(one) === folderOf(manifest)) : [manifest];
    const certificate = beside.flatMap(partsOf).flatMap(([name, value]) => certificatesIn(value, name))[0];
    return [{ manifest, destinations, certificate }];
  });
}

/** The agent's own file, or a ConfigMap that says sft or holds routes. */
function isAgent(manifest: Manifest): boolean {
  if (manifest.kind === agentKind) return true;
  if (manifest.kind !== 'ConfigMap') return false;
  const parts = partsOf(manifest);
  return [manifest.name, ...parts.map(([name]) => name)].some((name) => /sft(?!p)/i.test(name)) || parts.some(([, value]) => looksLikeAgent(value));
}

/** Whether a document has the agent's routes. */
export function looksLikeAgent(value: unknown): boolean {
  return Array.isArray(at(value, ['sender', 'routes'])) || (isMap(value) && Array.isArray(value['routes']) && destinationsIn(value, '').length > 0);
}

function partsOf({ kind, value, embedded }: Manifest): [name: string, value: unknown][] {
  if (kind === agentKind) return [['', value]];
  if (kind !== 'ConfigMap') return [];
  return [...Object.entries(embedded ?? {}), ['data', mapAt(value, ['data'])]];
}

function folderOf({ file }: Manifest): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

type Visit = (key: string, value: unknown, path: string, parents: readonly string[]) => void;

function walk(value: unknown, path: string, visit: Visit, parents: readonly string[] = []): void {
  const entries = Array.isArray(value) ? value.map((one, index) => [`[${index}]`, one] as const) : isMap(value) ? Object.entries(value) : [];
  const action = isMap(value)
    ? ['name', 'type', 'action'].map((name) => value[name]).find((word) => word === 'writeFile' || word === 'httpRequest')
    : undefined;
  const inside = typeof action === 'string' ? [...parents, action] : parents;
  for (const [key, one] of entries) {
    const next = key.startsWith('[') ? `${path}${key}` : path === '' ? key : `${path}${path.endsWith(': ') ? '' : '.'}${key}`;
    visit(key, one, next, inside);
    walk(one, next, visit, [...inside, key]);
  }
}

/** Where files are written on disk is no destination of the network. */
function destinationsIn(value: unknown, part: string): Destination[] {
  const found: Destination[] = [];
  walk(value, part === '' ? '' : `${part}: `, (key, one, path, parents) => {
    const near = [...parents].reverse().find((name) => !name.startsWith('[')) ?? '';
    const names = /^destinations?$/i.test(key) || (key.startsWith('[') && /^destinations?$/i.test(near));
    const inUrl = /^(url|uri|endpoint)$/i.test(key) && parents.some((name) => /^destinations?$|^httpRequest$/i.test(name));
    if (typeof one !== 'string' || one === '' || !(names || inUrl) || parents.includes('writeFile')) return;
    // A folder, unless it is said to be a request.
    if (one.startsWith('/') && !parents.includes('httpRequest')) return;
    found.push({ path, text: one });
  });
  return found;
}

/** A path of a keystore or certificate, but not of those whom the client trusts. */
function certificatesIn(value: unknown, part: string): string[] {
  const found: string[] = [];
  walk(value, part === '' ? '' : `${part}: `, (key, one, path, parents) => {
    if (typeof one !== 'string' || one.trim() === '') return;
    const words = [parents.findLast((name) => !name.startsWith('[')) ?? '', key].map(wordsOf);
    const [whole, own] = [words.join('_'), words[1] ?? ''];
    const named = [own, ...(/^(path|file|location)$/.test(own) ? [whole] : [])].some((name) => certificateKey.test(name));
    if (named && !/(^|_)(ca|trust|trusted|truststore|root|authority)(_|$)/.test(whole)) found.push(path);
  });
  return found;
}

const certificateKey = /(^|_)(key_?store|client_cert|client_certificate|certificate|cert)(_(path|file|location|pem))?$/;

function wordsOf(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}
