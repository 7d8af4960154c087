/** Faults by rule: which call goes wrong, and how. */

/** What goes wrong. */
export type Fault =
  | { readonly kind: 'throttle'; readonly retryAfterSeconds?: number }
  /** In the service's own form, or the body as it stands. */
  | { readonly kind: 'error'; readonly status: number; readonly code?: string; readonly message?: string; readonly body?: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' }
  /** Sends the head of the answer and then nothing. */
  | { readonly kind: 'hang-after-headers' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The service does its work, then the connection breaks before the answer: the caller cannot know. */
  | { readonly kind: 'reset-after' };

/** A rule. Counting starts with the rule: `at: 1` is the first call after it was added. */
export interface FaultRule {
  /** `sts`, `ecr`, `registry`, `github`, `kubernetes`, … */
  readonly service: string;
  /** An operation, or any. For the registry `<METHOD> <blobs|uploads|manifests|v2>`. */
  readonly operation?: string;
  /** The first faulty call, from 1; 1 unless given. */
  readonly at?: number;
  /** How many calls in a row; 1 unless given, `Infinity` for ever. */
  readonly times?: number;
  readonly fault: Fault;
}

/** The rules of a kit. */
export class FaultPlan {
  readonly #rules: { rule: FaultRule; seen: number }[] = [];

  /** Adds a rule; the first matching one wins. */
  add(rule: FaultRule): void {
    this.#rules.push({ rule, seen: 0 });
  }

  clear(): void {
    this.#rules.length = 0;
  }

  /** Counts a call and says what goes wrong with it. */
  next(service: string, operation: string): Fault | undefined {
    let fault: Fault | undefined;
    for (const entry of this.#rules) {
      const { rule } = entry;
      if (rule.service !== service || (rule.operation !== undefined && rule.operation !== operation)) continue;
      entry.seen += 1;
      const at = rule.at ?? 1;
      if (entry.seen >= at && entry.seen < at + (rule.times ?? 1)) fault ??= rule.fault;
    }
    return fault;
  }
}
