/** What the step says: outputs, report, comment. Pure. */
import type { ActionReport, Failure } from '@slipway/action-kit';
import type { Inputs } from './inputs.ts';
import type { DeployResult } from './result.ts';
import { summaryOf } from './summary.ts';

/** The report of a deploy that got as far as rendering. */
export function report(result: DeployResult, inputs: Inputs): ActionReport {
  const { outcome, failure, revision, rolledBackTo, diagnosis, images, differences, diffPath, timeline, helmVersion } = result;
  const summary = summaryOf(result, inputs);
  return {
    outcome,
    subject: subjectOf(inputs),
    result: { revision: revision ?? null, rolledBackTo: rolledBackTo ?? null, helmVersion, images, diagnosis: diagnosis ?? null, differences, timeline },
    outputs: { revision, 'rolled-back-to': rolledBackTo, diagnosis, 'diff-path': diffPath, images },
    summary,
    comment: { mode: inputs.comment, key: `${inputs.namespace}/${inputs.release}`, body: summary, token: inputs.githubToken },
    ...(failure ? { failure } : {}),
  };
}

/** The report of a step that ended before that. */
export function reportFailure(_failure: Failure, inputs: Inputs | undefined): Partial<ActionReport> {
  return {
    outcome: 'failed',
    subject: inputs ? subjectOf(inputs) : {},
    outputs: { revision: '', 'rolled-back-to': '', diagnosis: '', 'diff-path': '', images: '' },
  };
}

function subjectOf({ cluster, namespace, release }: Inputs): Record<string, unknown> {
  return { cluster: cluster.kind === 'eks' ? cluster.name : null, region: cluster.kind === 'eks' ? cluster.region : null, namespace, release };
}
