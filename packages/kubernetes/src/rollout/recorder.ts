/** The flight recorder: watches from before the upgrade, waits for the rollout, and knows the first cause when it fails. */
import type { KubernetesClient } from '../client/client.ts';
import type { Pod, Workload } from '../objects.ts';
import type { Cause } from './cause.ts';
import { controllerCause, jobCause } from './controller-causes.ts';
import { type Diagnosis, diagnose } from './evidence.ts';
import { type Feed, type FeedClock, startFeed } from './feed.ts';
import { HookRecorder } from './hooks.ts';
import { podCauses } from './pod-causes.ts';
import type { ClusterState } from './state.ts';
import { isDone, liveTarget, newestPods, type Target } from './targets.ts';
import { Timeline } from './timeline.ts';
import { CauseTracker, type StandingCause } from './tracker.ts';

/** How to watch. */
export interface RecorderOptions {
  readonly client: KubernetesClient;
  readonly namespaces: readonly string[];
  readonly clock: FeedClock;
  readonly logLines: number;
  /** Hooks of the chart by name. */
  readonly hooks: readonly Target[];
  readonly signal: AbortSignal;
}

/** What to wait for. */
export interface WaitOptions {
  readonly targets: readonly Target[];
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** Ends the wait at the first cause that cannot pass. */
  readonly failFast: boolean;
  readonly signal: AbortSignal;
  /** While Helm runs: only objects that changed since the recorder started are judged, and nothing is waited for. */
  readonly during?: AbortSignal;
  /** Called at each look, to help a rollback along. */
  readonly onLook?: (state: ClusterState) => Promise<void>;
}

/** How a wait ended. */
export type WaitResult =
  | { readonly kind: 'ready' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly diagnosis: Diagnosis }
  | { readonly kind: 'timeout'; readonly diagnosis: Diagnosis | undefined; readonly waiting: readonly Target[] };

/** Milliseconds between looks; the looks themselves ask the server nothing. */
const lookMs = 250;

/** A running recorder. */
export class Recorder {
  readonly timeline: Timeline;
  readonly hooks: HookRecorder;
  readonly #feed: Feed;
  readonly #options: RecorderOptions;
  readonly #baseline: ReadonlyMap<string, number>;

  private constructor(feed: Feed, options: RecorderOptions) {
    this.#feed = feed;
    this.#options = options;
    this.timeline = new Timeline(() => options.clock.now());
    this.#baseline = feed.state.generations();
    this.hooks = new HookRecorder(options.client, feed.state, options);
    feed.state.onChange((change) => {
      this.timeline.see(change);
      this.hooks.see(change);
    });
  }

  /** Lists what is there, and watches from then on. @throws KubernetesError */
  static async start(options: RecorderOptions): Promise<Recorder> {
    return new Recorder(await startFeed(options.client, options.namespaces, options.clock, options.signal), options);
  }

  /** Kinds that the identity may not list: their objects are not judged. */
  get blind(): readonly string[] {
    return [...this.#feed.blind];
  }

  /** The cluster as it was seen last. */
  get state(): ClusterState {
    return this.#feed.state;
  }

  /** Waits for the targets. @throws KubernetesError when the server is away for too long; the signal's reason */
  async wait(options: WaitOptions): Promise<WaitResult> {
    const { clock } = this.#options;
    const tracker = new CauseTracker();
    if (!options.during) await this.#feed.sync(options.signal);
    for (;;) {
      options.signal.throwIfAborted();
      const lost = this.#feed.failed();
      if (lost) throw lost;
      await options.onLook?.(this.state);
      const now = clock.now();
      tracker.look(this.#causes(options), now);
      const fatal = options.failFast ? tracker.unrecoverable(now) : undefined;
      if (fatal) return { kind: 'failed', diagnosis: await this.#diagnose(fatal, options.signal) };
      if (options.during?.aborted) return { kind: 'stopped' };
      const waiting = options.targets.filter((target) => !isDone(this.state, target));
      if (!options.during && waiting.length === 0 && !tracker.any()) return { kind: 'ready' };
      if (now >= options.deadline) return this.#timeout(tracker.any(), waiting, options.signal);
      await clock.sleep(Math.max(1, Math.min(lookMs, options.deadline - now)), options.signal);
    }
  }

  /** Ends all watches. */
  stop(): void {
    this.#feed.stop();
  }

  async #timeout(standing: StandingCause | undefined, waiting: readonly Target[], signal: AbortSignal): Promise<WaitResult> {
    const diagnosis = standing ? await this.#diagnose(standing, signal) : undefined;
    return { kind: 'timeout', diagnosis, waiting };
  }

  #diagnose(standing: StandingCause, signal: AbortSignal): Promise<Diagnosis> {
    return diagnose(this.#options.client, this.state, standing, this.#options.logLines, signal);
  }

  #causes({ targets, during }: WaitOptions): Cause[] {
    const judged = during ? targets.filter((target) => this.#isChanged(target)) : targets;
    const hooks = during ? this.#options.hooks.filter((hook) => this.#isChanged(hook)) : [];
    return [...judged.flatMap((target) => this.#targetCauses(target, 'crash-loop')), ...hooks.flatMap((hook) => this.#targetCauses(hook, 'hook-failed'))];
  }

  #targetCauses(target: Target, jobReason: 'crash-loop' | 'hook-failed'): Cause[] {
    const { state } = this;
    const live = liveTarget(state, target);
    const job = target.kind === 'Job' && live ? jobCause(state, live as Workload, jobReason) : undefined;
    const held = controllerCause(state, target);
    const pods = newestPods(state, target).flatMap((pod: Pod) => podCauses(state, pod));
    return [...pods, ...(job ? [job] : []), ...(held ? [held] : [])];
  }

  #isChanged(target: Target): boolean {
    const live = liveTarget(this.state, target);
    if (!live) return false;
    const before = this.#baseline.get(live.metadata.uid ?? '');
    return before === undefined || (live.metadata.generation ?? 0) > before;
  }
}
