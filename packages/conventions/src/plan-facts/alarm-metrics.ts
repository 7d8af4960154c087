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

/** Looks for an alarm of a resource. */
export function watchOf(world: World, metrics: readonly Metric[], watched: Watched, resource: Resource): Watch {
  let maybe: Resource | undefined;
  for (const metric of metrics) {
    const answer = watches(world, metric, watched, resource);
    if (answer === 'yes') return { state: 'yes' };
    if (answer === 'maybe') maybe ??= metric.alarm;
  }
  return maybe ? { state: 'maybe', alarm: maybe } : { state: 'no' };
}

function watches(world: World, { alarm, path }: Metric, watched: Watched, resource: Resource): Watch['state'] {
  const namespace = readText(alarm, [...path, 'namespace']);
  if (namespace.state === 'absent' || (namespace.text !== undefined && !watched.namespaces.includes(namespace.text))) return 'no';
  const dimension = namesResource(world, alarm, [...path, 'dimensions'], watched, resource);
  return dimension === 'yes' && namespace.state === 'unknown' ? 'maybe' : dimension;
}

/** By the dimension's known value, then by the references of all dimensions: a map has one expression. */
function namesResource(world: World, alarm: Resource, path: Path, watched: Watched, resource: Resource): Watch['state'] {
  const reading = readText(alarm, [...path, watched.dimension]);
  if (reading.state === 'absent') return 'no';
  const names = watched.identity.map((name) => readText(resource, [name]));
  if (reading.text !== undefined) {
    if (names.some(({ text }) => text === reading.text)) return 'yes';
    return names.some(({ text }) => text !== undefined) || isOthers(world, watched, reading.text) ? 'no' : 'maybe';
  }
  const leaves = leavesOf(world, alarm, path).filter(({ type }) => type === watched.type);
  const named = new Set(
    leaves.filter(({ attribute }) => attribute === undefined || watched.identity.includes(attribute)).flatMap(({ instances }) => instances),
  );
  if (named.size === 0) return 'maybe';
  if (!named.has(resource)) return 'no';
  return named.size === 1 ? 'yes' : 'maybe';
}

function isOthers(world: World, { type, identity }: Watched, text: string): boolean {
  return world.ofType(type).some((other) => identity.some((name) => readText(other, [name]).text === text));
}
