/** What a deploy changes, by object and path. The order of documents and keys means nothing; values of Secrets are hashed. */
import { createHash } from 'node:crypto';
import { identityOf, type ManifestObject } from './parse.ts';

/** One difference. */
export interface Difference {
  readonly change: 'added' | 'removed' | 'changed';
  /** `Kind/namespace/name` */
  readonly object: string;
  /** Dotted; empty where the whole object came or went. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Differences sorted by object and path; none means equal. */
export function diffManifests(before: readonly ManifestObject[], after: readonly ManifestObject[]): Difference[] {
  const old = new Map(before.map((object) => [identityOf(object), object]));
  const now = new Map(after.map((object) => [identityOf(object), object]));
  const differences: Difference[] = [];
  for (const key of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [a, b] = [old.get(key), now.get(key)];
    const object = titleOf((a ?? b) as ManifestObject);
    if (!a) differences.push({ change: 'added', object, path: '' });
    else if (!b) differences.push({ change: 'removed', object, path: '' });
    else differences.push(...compare(hidden(a), hidden(b), '').map((found) => ({ ...found, object })));
  }
  return differences;
}

function titleOf({ kind, metadata }: ManifestObject): string {
  return `${kind}/${metadata.namespace ?? ''}/${metadata.name}`;
}

function compare(a: unknown, b: unknown, path: string): Omit<Difference, 'object'>[] {
  if (isContainer(a) && isContainer(b) && Array.isArray(a) === Array.isArray(b)) {
    const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
    return keys.flatMap((key) => compare(left[key], right[key], path === '' ? key : `${path}.${key}`));
  }
  if (Object.is(a, b)) return [];
  return [{ change: 'changed', path, ...(a === undefined ? {} : { before: a }), ...(b === undefined ? {} : { after: b }) }];
}

function isContainer(value: unknown): value is object {
  return value !== null && typeof value === 'object';
}

/** Values of a Secret as the first digits of their hash: enough to see that they differ. */
function hidden(object: ManifestObject): ManifestObject {
  if (object.kind !== 'Secret') return object;
  const hash = (value: unknown) => `sha256:${createHash('sha256').update(String(value)).digest('hex').slice(0, 12)}`;
  const hashed = (map: unknown) => Object.fromEntries(Object.entries((map ?? {}) as object).map(([key, value]) => [key, hash(value)]));
  return {
    ...object,
    ...(object['data'] ? { data: hashed(object['data']) } : {}),
    ...(object['stringData'] ? { stringData: hashed(object['stringData']) } : {}),
  };
}

/** Differences as lines, for a file and a summary. */
export function renderDifferences(differences: readonly Difference[]): string[] {
  const show = (value: unknown) => (value === undefined ? '(none)' : JSON.stringify(value));
  const signs = { added: '+', removed: '-', changed: '~' } as const;
  return differences.map(({ change, object, path, before, after }) =>
    change === 'changed' ? `~ ${object} ${path}: ${show(before)} → ${show(after)}` : `${signs[change]} ${object}`,
  );
}
