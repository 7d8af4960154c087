/** The three patches of the API: JSON patch (RFC 6902), merge patch (RFC 7396), strategic merge (Kubernetes). */
import { isMap, type Json } from './objects.ts';

/** RFC 7396. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isMap(patch)) return patch;
  const result: Json = isMap(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}

/** RFC 6902: add, replace, remove, test; copy and move are not sent by the clients we serve. */
export function jsonPatch(target: Json, operations: readonly { op: string; path: string; value?: unknown }[]): Json {
  const root = structuredClone(target);
  for (const { op, path, value } of operations) {
    const steps = path
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = steps.pop() ?? '';
    applyOperation(
      steps.reduce<unknown>((node, step) => (node as Json | undefined)?.[step], root),
      last,
      op,
      value,
    );
  }
  return root;
}

function applyOperation(parent: unknown, last: string, op: string, value: unknown): void {
  if (Array.isArray(parent)) {
    const index = last === '-' ? parent.length : Number(last);
    if (op === 'remove') parent.splice(index, 1);
    else if (op === 'add') parent.splice(index, 0, value);
    else if (op === 'replace') parent[index] = value;
  } else if (isMap(parent)) {
    if (op === 'remove') delete parent[last];
    else if (op !== 'test') parent[last] = value;
  }
}

/** Lists that merge by a key, by the name of the field (the `patchMergeKey` tags of the Kubernetes types). */
const mergeKeys: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  imagePullSecrets: ['name'],
  hostAliases: ['ip'],
  ownerReferences: ['uid'],
  conditions: ['type'],
  topologySpreadConstraints: ['topologyKey'],
  secrets: ['name'],
};

/** `ports` merges by containerPort in a container and by port in a service. */
function keysFor(field: string, entries: readonly unknown[]): readonly string[] | undefined {
  if (field !== 'ports') return mergeKeys[field];
  return entries.some((entry) => isMap(entry) && 'containerPort' in entry) ? ['containerPort'] : ['port'];
}

/** Strategic merge: `$patch`, `$retainKeys`, `$setElementOrder/…`, `$deleteFromPrimitiveList/…`, lists by key. */
export function strategicMerge(target: unknown, patch: unknown): unknown {
  if (!isMap(patch)) return patch;
  if (patch['$patch'] === 'replace') return without(patch, ['$patch']);
  const result: Json = isMap(target) ? { ...target } : {};
  retainKeys(result, patch['$retainKeys']);
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith('$deleteFromPrimitiveList/')) removePrimitives(result, key, value);
    if (key.startsWith('$')) continue;
    if (value === null) delete result[key];
    else if (Array.isArray(value)) result[key] = mergeList(key, result[key], value, patch[`$setElementOrder/${key}`]);
    else if (isMap(value) && value['$patch'] === 'delete') delete result[key];
    else result[key] = strategicMerge(result[key], value);
  }
  return result;
}

function retainKeys(result: Json, retained: unknown): void {
  if (!Array.isArray(retained)) return;
  for (const key of Object.keys(result)) if (!retained.includes(key)) delete result[key];
}

function removePrimitives(result: Json, key: string, values: unknown): void {
  const field = key.split('/')[1] ?? '';
  const list = result[field];
  if (Array.isArray(list) && Array.isArray(values)) result[field] = list.filter((entry) => !values.includes(entry));
}

function mergeList(field: string, target: unknown, patch: readonly unknown[], order: unknown): unknown[] {
  const old = Array.isArray(target) ? target : [];
  const keys = keysFor(field, [...old, ...patch]);
  if (!keys) return patch.filter((entry) => !(isMap(entry) && '$patch' in entry));
  if (patch.some((entry) => isMap(entry) && entry['$patch'] === 'replace')) return patch.filter((entry) => !(isMap(entry) && '$patch' in entry));
  const same = (a: unknown, b: unknown) => isMap(a) && isMap(b) && keys.every((key) => a[key] === b[key]);
  let merged = [...old];
  for (const entry of patch) {
    const index = merged.findIndex((candidate) => same(candidate, entry));
    if (isMap(entry) && entry['$patch'] === 'delete') merged = merged.filter((candidate) => !same(candidate, entry));
    else if (index >= 0) merged[index] = strategicMerge(merged[index], entry);
    else merged.push(entry);
  }
  if (!Array.isArray(order)) return merged;
  const rank = (entry: unknown) => {
    const found = order.findIndex((wanted) => same(wanted, entry));
    return found < 0 ? order.length : found;
  };
  return merged.sort((a, b) => rank(a) - rank(b));
}

function without(map: Json, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}

/** What a list merges by in server-side apply; `undefined` for lists that are replaced whole. */
export function listKeys(field: string, entries: readonly unknown[]): readonly string[] | undefined {
  return keysFor(field, entries);
}
