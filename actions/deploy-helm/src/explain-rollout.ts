/** A failed rollout in words: what failed, why, what became of it, what to do. */
import { Failure, type Logger, sharedReasons } from '@slipway/action-kit';
import type { Inputs } from './inputs.ts';
import { reasons, remedyFor } from './reasons.ts';
import type { RollbackEnd } from './release/roll-back.ts';
import type { DeployDiagnosis } from './result.ts';
import { titleOf } from './session.ts';

/** What was done about it. */
export interface Aftermath {
  /** The revision that failed; `undefined` when Helm had begun none. */
  readonly begun: number | undefined;
  readonly good: number | undefined;
  /** `undefined` when there was none. */
  readonly rollback: RollbackEnd | undefined;
}

/** The failure of a rollout. A rollback that failed is the worse news, and the first cause stays in its text. */
export function rolloutFailure(inputs: Inputs, diagnosis: DeployDiagnosis, after: Aftermath): Failure {
  const { begun, rollback } = after;
  const reason = rollback?.error === undefined ? knownReason(diagnosis.reason) : 'rollback-failed';
  const remedy = remedyFor(reason);
  const rollbackLine = rollback?.error === undefined ? [] : [`rollback: ${rollback.error}`];
  return new Failure({
    what: `${titleOf(inputs)}${begun === undefined ? '' : ` revision ${begun}`} failed${fateOf(inputs, after)}`,
    reason,
    why: [`${diagnosis.object}${diagnosis.container ? ` container ${diagnosis.container}` : ''}: ${diagnosis.message}`, ...rollbackLine],
    ...(remedy === undefined ? {} : { remedy: filled(remedy, inputs) }),
  });
}

/** Codes of the client that are no failure reasons are faults of ours. */
function knownReason(code: string): string {
  return ([...reasons, ...sharedReasons] as readonly string[]).includes(code) ? code : 'internal';
}

function fateOf(inputs: Inputs, { begun, good, rollback }: Aftermath): string {
  if (begun === undefined) return '; nothing was changed';
  if (!rollback) return inputs.rollback === 'never' ? '; it is left as it is (rollback: never)' : '';
  if (rollback.error !== undefined) return good === undefined ? '; it could not be uninstalled' : `; the rollback to revision ${good} failed`;
  return good === undefined ? '; the first install is uninstalled' : `; rolled back to revision ${good}`;
}

function filled(text: string, { namespace, release }: Inputs): string {
  return text.replaceAll('<namespace>', namespace).replaceAll('<release>', release);
}

/** The evidence in the log, folded. */
export function printDiagnosis(diagnosis: DeployDiagnosis, log: Logger): void {
  const { reason, object, container, message, logs, events } = diagnosis;
  log.info(`${reason}: ${object}${container ? ` container ${container}` : ''}: ${message}`);
  if (logs.length > 0) log.group(`Last lines of ${object}${container ? ` container ${container}` : ''}`, logs);
  if (events.length > 0) log.group(`Events of ${object}`, events);
}
