/** Hook pods leave no trace when their policy deletes them: logs and events are kept as they come. */
import type { KubernetesClient } from '../client/client.ts';
import { nameOf, type Pod } from '../objects.ts';
import { type Diagnosis, eventLines, readLogs } from './evidence.ts';
import type { ClusterState, SeenChange } from './state.ts';
import type { Target } from './targets.ts';

/** What the recorder of hooks needs. */
export interface HookOptions {
  readonly hooks: readonly Target[];
  readonly logLines: number;
  readonly clock: { now(): number };
  readonly signal: AbortSignal;
}

/** Watches the pods of hooks. */
export class HookRecorder {
  readonly #client: KubernetesClient;
  readonly #state: ClusterState;
  readonly #hooks: ReadonlySet<string>;
  readonly #lines: number;
  readonly #signal: AbortSignal;
  readonly #now: () => number;
  readonly #failed = new Map<string, Promise<Diagnosis>>();

  constructor(client: KubernetesClient, state: ClusterState, options: HookOptions) {
    const { hooks, logLines, signal, clock } = options;
    this.#client = client;
    this.#state = state;
    this.#now = () => clock.now();
    this.#hooks = new Set(hooks.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`));
    this.#lines = logLines;
    this.#signal = signal;
  }

  /** Takes a change; a hook's container that ended badly has its log read at once. */
  see({ kind, after }: SeenChange): void {
    if (kind !== 'Pod' || !after || !this.#isHook(after as Pod)) return;
    const pod = after as Pod;
    const uid = pod.metadata.uid ?? '';
    const all = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
    const bad = all.find(({ state }) => (state?.terminated?.exitCode ?? 0) !== 0);
    if (!bad || this.#failed.has(uid)) return;
    this.#failed.set(uid, this.#keep(pod, bad.name, bad.state?.terminated?.exitCode ?? 0));
  }

  /** What is known of the last hook that failed. */
  async diagnosis(): Promise<Diagnosis | undefined> {
    return [...this.#failed.values()].at(-1);
  }

  async #keep(pod: Pod, container: string, exitCode: number): Promise<Diagnosis> {
    const since = new Date(this.#now()).toISOString();
    const logs = await readLogs(this.#client, pod, container, this.#lines, this.#signal).catch(() => []);
    const message = `hook pod ${pod.metadata.name}: container ${container} exited with ${exitCode}`;
    return { reason: 'hook-failed', object: nameOf(pod, 'Pod'), container, message, since, logs, events: eventLines(this.#state, pod) };
  }

  #isHook(pod: Pod): boolean {
    const namespace = pod.metadata.namespace ?? '';
    const owner = pod.metadata.ownerReferences?.find(({ kind }) => kind === 'Job');
    return this.#hooks.has(owner ? `Job/${namespace}/${owner.name}` : `Pod/${namespace}/${pod.metadata.name}`);
  }
}
