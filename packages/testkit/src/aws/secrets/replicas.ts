/** Replicas whose state follows a script over the kit's clock, counted from the secret's last change. */

/** One step of a script. */
export interface ReplicaStep {
  /** Milliseconds after the last change of the secret. */
  readonly afterMs: number;
  readonly status: 'InSync' | 'InProgress' | 'Failed';
  readonly message?: string;
}

/** A replica region and how it behaves after each change. */
export interface ReplicaScript {
  readonly region: string;
  /** Sorted by `afterMs`; the first has to be at 0. In sync at once where empty. */
  steps: readonly ReplicaStep[];
}

/** The state that DescribeSecret shows at a time. */
export function replicaStatus(script: ReplicaScript, changedAt: number, now: number): Record<string, unknown> {
  const step = script.steps.filter(({ afterMs }) => afterMs <= now - changedAt).at(-1);
  return { Region: script.region, Status: step?.status ?? 'InSync', ...(step?.message ? { StatusMessage: step.message } : {}) };
}
