/** What an action is made of, and what it is given. */
import type { Clock } from './clock.ts';
import type { Environment, GithubRun } from './environment.ts';
import type { Failure } from './failure.ts';
import type { InputReader } from './inputs/reader.ts';
import type { Calls, Timings } from './ledger.ts';
import type { Logger } from './logger.ts';
import type { Masks } from './masks.ts';
import type { RunProcess } from './process.ts';
import type { Place } from './runner.ts';
import type { TempFiles } from './temp-files.ts';

/** Everything that an action's flow may touch. */
export interface ActionContext {
  readonly log: Logger;
  readonly masks: Masks;
  readonly environment: Environment;
  readonly github: GithubRun;
  readonly clock: Clock;
  /** Aborts on cancellation and at the end of the action's `timeout`; its reason is the `Failure` to report. */
  readonly signal: AbortSignal;
  /** The end of the action's `timeout`, in milliseconds since the epoch. */
  readonly deadline: number;
  readonly files: TempFiles;
  readonly runProcess: RunProcess;
  readonly calls: Calls;
  readonly timings: Timings;
  /** Facts for `post`, kept by the runner in clear: paths and names only, never a secret. */
  saveState(name: string, value: string): void;
}

/** A finding or fault shown at its place in the pull request. */
export interface Annotation extends Place {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly text: string;
}

/** A value of an output; structures become JSON on one line. */
export type OutputValue = string | number | boolean | null | undefined | object;

/** What a step has to say when it ends: pure data, made by `report.ts`. */
export interface ActionReport {
  /** A word of the action's closed list. */
  readonly outcome: string;
  /** What the step was about: names and digests. */
  readonly subject: Record<string, unknown>;
  /** The body of the report file, arrays sorted by a stated key. */
  readonly result: Record<string, unknown>;
  /** Outputs besides `outcome`, `failure-reason` and `report-path`. */
  readonly outputs: Readonly<Record<string, OutputValue>>;
  /** Markdown, verdict and table first. */
  readonly summary?: string;
  readonly annotations?: readonly Annotation[];
  /** Why the step fails; without it the step succeeds. */
  readonly failure?: Failure;
  /** Given to later steps, all at once and only when the step succeeds. */
  readonly exports?: {
    readonly environment?: Readonly<Record<string, string>>;
    readonly path?: readonly string[];
  };
  /** The sticky comment of the pull request. */
  readonly comment?: StickyComment;
}

/** One comment per action and key, updated in place. */
export interface StickyComment {
  readonly mode: 'auto' | 'always' | 'never';
  readonly key: string;
  readonly body: string;
  readonly token: string | undefined;
}

/** An action: how it reads, what it does, how it reports. */
export interface ActionDefinition<Inputs extends { timeout: number }, Result> {
  readonly name: string;
  /** Reads every input of the action; mistakes are noted in the reader. `timeout` is in milliseconds. A promise, where a parser is loaded only when it is needed. */
  readonly readInputs: (reader: InputReader, context: Pick<ActionContext, 'environment' | 'github' | 'clock' | 'masks'>) => Inputs | Promise<Inputs>;
  /** Inputs of the action that ours replaces → the way here, in words. */
  readonly refused?: Readonly<Record<string, string>>;
  readonly run: (inputs: Inputs, context: ActionContext) => Promise<Result>;
  readonly report: (result: Result, inputs: Inputs) => ActionReport;
  /** What a failed step reports besides its reason; `inputs` is absent when they are what is wrong. */
  readonly reportFailure?: (failure: Failure, inputs: Inputs | undefined) => Partial<ActionReport>;
  /** The action's own failure reasons, besides the shared ones. */
  readonly reasons?: readonly string[];
}
