/** Keeps a `ClusterState` up to date: a list, then a watch per kind and namespace, begun again when the server ends it. */
import type { KubernetesClient } from '../client/client.ts';
import { KubernetesError } from '../errors.ts';
import type { KubeNode } from '../objects.ts';
import { ClusterState, keyOf, type WatchedKind, watchedKinds } from './state.ts';

/** Time as an argument. */
export interface FeedClock {
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** How long the server may be away in the middle of a rollout before we give up, and the pause between tries. */
const patienceMs = 20_000;
const pauseMs = 1_000;

/** A running feed. */
export interface Feed {
  readonly state: ClusterState;
  /** Kinds that we may not list. */
  readonly blind: ReadonlySet<WatchedKind>;
  /** The error that ended the feed before its time. */
  readonly failed: () => KubernetesError | undefined;
  /** Lists everything anew: what was written before the call is known after it. */
  sync(signal: AbortSignal): Promise<void>;
  /** Ends all watches. */
  stop(): void;
}

/**
 * Lists everything once, then goes on in the background.
 * @throws KubernetesError when the first lists fail for another reason than missing rights; `access-denied` when pods may not be listed
 */
export async function startFeed(client: KubernetesClient, namespaces: readonly string[], clock: FeedClock, signal: AbortSignal): Promise<Feed> {
  const state = new ClusterState();
  const blind = new Set<WatchedKind>();
  const controller = new AbortController();
  const stop = () => controller.abort(new Error('the feed was stopped'));
  signal.addEventListener('abort', stop, { once: true });
  let failure: KubernetesError | undefined;
  const kinds = Object.keys(watchedKinds) as WatchedKind[];
  const sources = namespaces.flatMap((namespace) => kinds.map((kind) => ({ kind, namespace })));
  const versions = await Promise.all(sources.map(async (source) => ({ source, version: await firstList(client, state, source, blind, signal) })));
  state.nodes = await readNodes(client, signal);
  for (const { source, version } of versions) {
    if (version === undefined) continue;
    follow(client, state, source, version, clock, controller.signal).catch((error: unknown) => {
      if (!controller.signal.aborted && error instanceof KubernetesError) failure ??= error;
    });
  }
  return {
    state,
    blind,
    failed: () => failure,
    sync: async (until) => {
      await Promise.all(sources.filter(({ kind }) => !blind.has(kind)).map((source) => list(client, state, source, until)));
    },
    stop: () => {
      signal.removeEventListener('abort', stop);
      stop();
    },
  };
}

interface Source {
  readonly kind: WatchedKind;
  readonly namespace: string;
}

async function firstList(
  client: KubernetesClient,
  state: ClusterState,
  source: Source,
  blind: Set<WatchedKind>,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    return await list(client, state, source, signal);
  } catch (error) {
    if (!(error instanceof KubernetesError && error.code === 'access-denied') || source.kind === 'Pod') throw error;
    blind.add(source.kind);
    return undefined;
  }
}

async function list(client: KubernetesClient, state: ClusterState, { kind, namespace }: Source, signal: AbortSignal): Promise<string> {
  const { items, resourceVersion } = await client.list(watchedKinds[kind], namespace, {}, signal);
  state.replace(
    kind,
    namespace,
    items.map((item) => ({ ...item, kind })),
  );
  return resourceVersion;
}

async function follow(client: KubernetesClient, state: ClusterState, source: Source, from: string, clock: FeedClock, signal: AbortSignal): Promise<void> {
  let version: string | undefined = from;
  let answeredAt = clock.now();
  while (!signal.aborted) {
    try {
      version ??= await list(client, state, source, signal);
      answeredAt = clock.now();
      for await (const { type, object } of client.watch(watchedKinds[source.kind], source.namespace, version, signal)) {
        version = object.metadata.resourceVersion ?? version;
        answeredAt = clock.now();
        if (type !== 'BOOKMARK') state.set(source.kind, keyOf(object), type === 'DELETED' ? undefined : { ...object, kind: source.kind });
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof KubernetesError) || clock.now() - answeredAt > patienceMs || error.code === 'unauthorized') throw error;
      version = undefined;
    }
    await clock.sleep(pauseMs, signal).catch(() => {});
  }
}

/** Nodes tell whether a pod could ever fit; a deployer often may not list them. */
async function readNodes(client: KubernetesClient, signal: AbortSignal): Promise<readonly KubeNode[] | undefined> {
  try {
    return (await client.list<KubeNode>({ apiVersion: 'v1', plural: 'nodes' }, '', {}, signal)).items;
  } catch (error) {
    if (error instanceof KubernetesError && error.code === 'access-denied') return undefined;
    throw error;
  }
}
