/** The metrics that alarms watch, and which resource each is of. */
import { type Path, readBlocks, readText } from './attributes.ts';
import { leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

const alarmType = 'aws_cloudwatch_metric_alarm';

/** What finding them reads. Composite alarms have no metrics of their own. */
export const alarmReads = { [alarmType]: ['namespace', 'dimensions', 'metric_query'] } as const;

/** How metrics name the resources of one type. */
export interface Watched {
  readonly type: string;
  readonly namespaces: readonly string[];
  readonly dimension: string;
  /** The attributes that the dimension may hold: `identifier`, `id`. */
  readonly identity: readonly string[];
}

/** Whether an alarm watches a resource: one does, one may, none does. */
export type Watch = { readonly state: 'yes' | 'no' } | { readonly state: 'maybe'; readonly alarm: Resource };

interface Metric {
  readonly alarm: Resource;
  /** Of the block that has namespace and dimensions. */
  readonly path: Path;
}

/** The metrics of all alarms; those of metric queries too. */
export function alarmMetrics(world: World): Metric[] {
  return world.ofType(alarmType).flatMap((alarm) => {
    const queries = readBlocks(alarm, ['metric_query']);
    const metrics = queries === 'unknown' ? [] : queries.flatMap((query) => blocksAt(alarm, [...query, 'metric']));
    return [[], ...metrics].map((path) => ({ alarm, path }));
  });
}

function blocksAt(alarm: Resource, path: Path): Path[] {
  const blocks = readBlocks(alarm, path);
  return blocks === 'unknown' ? [path] : blocks;
}

/** The alarms of one type's resources, found by name or by reference. */
export interface AlarmIndex {
  readonly watched: Watched;
  readonly byName: ReadonlyMap<string, Watch>;
  readonly byResource: ReadonlyMap<Resource, Watch>;
  /** May watch anyone. */
  readonly loose: Resource | undefined;
  /** Watches a name that no resource of the plan is known to have. */
  readonly stray: Resource | undefined;
}

/** Sorts the metrics by what they watch. */
export function indexAlarms(world: World, metrics: readonly Metric[], watched: Watched): AlarmIndex {
  const names = new Set(world.ofType(watched.type).flatMap((resource) => namesOf(watched, resource)));
  const byName = new Map<string, Watch>();
  const byResource = new Map<Resource, Watch>();
  let [loose, stray]: (Resource | undefined)[] = [];
  for (const { alarm, path } of metrics) {
    const found = byNamespace(alarm, path, watched);
    const dimension = readText(alarm, [...path, 'dimensions', watched.dimension]);
    if (!found || dimension.state === 'absent') continue;
    if (dimension.text !== undefined) {
      keepBest(byName, dimension.text, found);
      if (!names.has(dimension.text)) stray ??= alarm;
      continue;
    }
    const resources = referenced(world, alarm, [...path, 'dimensions'], watched);
    if (resources.size === 0) loose ??= alarm;
    for (const resource of resources) keepBest(byResource, resource, resources.size === 1 ? found : { state: 'maybe', alarm });
  }
  return { watched, byName, byResource, loose, stray };
}

function byNamespace(alarm: Resource, path: Path, { namespaces }: Watched): Watch | undefined {
  const { state, text } = readText(alarm, [...path, 'namespace']);
  if (state === 'unknown') return { state: 'maybe', alarm };
  return text !== undefined && namespaces.includes(text) ? { state: 'yes' } : undefined;
}

/** By the references of all dimensions: a map has one expression. */
function referenced(world: World, alarm: Resource, path: Path, { type: wanted, identity }: Watched): Set<Resource> {
  const leaves = leavesOf(world, alarm, path).filter(({ type, attribute }) => type === wanted && (attribute === undefined || identity.includes(attribute)));
  return new Set(leaves.flatMap(({ instances }) => instances));
}

function keepBest<Key>(found: Map<Key, Watch>, key: Key, watch: Watch): void {
  if (found.get(key)?.state !== 'yes') found.set(key, watch);
}

function namesOf({ identity }: Watched, resource: Resource): string[] {
  return identity.flatMap((name) => readText(resource, [name]).text ?? []);
}

/** Looks for an alarm of a resource. */
export function watchOf({ watched, byName, byResource, loose, stray }: AlarmIndex, resource: Resource): Watch {
  const names = namesOf(watched, resource);
  const found = [...names.map((name) => byName.get(name)), byResource.get(resource)].filter((watch) => watch !== undefined);
  const best = found.find(({ state }) => state === 'yes') ?? found[0];
  if (best) return best;
  const maybe = loose ?? (names.length === 0 ? stray : undefined);
  return maybe ? { state: 'maybe', alarm: maybe } : { state: 'no' };
}
