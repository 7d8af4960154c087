/** How a deploy ended. */
import type { Failure } from '@slipway/action-kit';
import type { Difference, TimelineEntry } from '@slipway/kubernetes';

/** What failed and how it is known; the output `diagnosis`. */
export interface DeployDiagnosis {
  readonly reason: string;
  readonly object: string;
  readonly container: string;
  readonly message: string;
  readonly since: string;
  readonly logs: readonly string[];
  readonly events: readonly string[];
}

/** The result of a deploy that got as far as rendering. */
export interface DeployResult {
  readonly outcome: 'deployed' | 'unchanged' | 'rolled-back' | 'failed';
  readonly failure?: Failure;
  readonly revision?: number | undefined;
  readonly rolledBackTo?: number | undefined;
  readonly diagnosis?: DeployDiagnosis | undefined;
  readonly differences: readonly Difference[];
  readonly diffPath: string;
  readonly images: readonly string[];
  readonly timeline: readonly TimelineEntry[];
  readonly helmVersion: string;
}
