/** Why terraform said no, as one of our reasons. */
import { TerraformError, type TerraformErrorCode } from '../errors.ts';
import { type LockRecord, parseLockRecord } from '../locks/lock-record.ts';
import type { Diagnostic } from './messages.ts';

/** A terraform command that failed, with what it said. Its words may hold secrets: redact before showing. */
export class CommandFailure extends TerraformError {
  readonly diagnostics: readonly Diagnostic[];
  /** Who holds the lock, with `state-locked`. */
  readonly lock: LockRecord | undefined;
  constructor(code: TerraformErrorCode, message: string, hint: string, diagnostics: readonly Diagnostic[], lock?: LockRecord) {
    super(code, message, hint);
    this.name = 'CommandFailure';
    this.diagnostics = diagnostics;
    this.lock = lock;
  }
}

/** The command that failed. */
export type FailedCommand = 'init' | 'plan' | 'apply' | 'show' | 'output' | 'workspace' | 'force-unlock';

const reasons: Readonly<Record<FailedCommand, TerraformErrorCode>> = {
  init: 'init-failed',
  workspace: 'init-failed',
  plan: 'plan-failed',
  show: 'plan-failed',
  apply: 'apply-failed',
  output: 'apply-failed',
  'force-unlock': 'lock-not-ours',
};

const hints: Readonly<Record<FailedCommand, string>> = {
  init: 'Correct what terraform names above; try it at home with: terraform init -reconfigure -input=false',
  workspace: 'Check the backend and its credentials: terraform workspace list',
  plan: 'Correct what terraform names above; try it at home with: terraform plan -input=false',
  show: 'Plan again with the terraform that applies.',
  apply: 'Read what terraform names above. What it did until then stands in the state; plan again to see what is left.',
  'force-unlock': 'End the terraform that holds the lock. The lock of a local state belongs to the process that holds it and goes with it.',
  output: 'What was applied stands in the state; read it with: terraform output',
};

/** Turns what terraform said into a reason. @param output used when there are no diagnostics */
export function commandFailure(command: FailedCommand, code: number, diagnostics: readonly Diagnostic[], output: string): CommandFailure {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  for (const { summary, detail } of errors) {
    const lock = /state lock/i.test(summary) ? parseLockRecord(detail) : undefined;
    if (lock) return locked(lock, diagnostics);
    if (/^Saved plan (is stale|does not match the given state)/.test(summary)) return stale(diagnostics);
  }
  const said = errors.length > 0 ? errors : lastWords(output);
  return new CommandFailure(reasons[command], `terraform ${command} ended with exit code ${code}`, hints[command], said);
}

function locked(lock: LockRecord, diagnostics: readonly Diagnostic[]): CommandFailure {
  const remedy = `Wait until ${lock.Who} is done (lock-timeout: 15m waits longer). If that run is dead, release the lock: terraform force-unlock ${lock.ID}`;
  return new CommandFailure('state-locked', `the state is locked by ${lock.Who} since ${lock.Created} (${lock.Operation})`, remedy, diagnostics, lock);
}

function stale(diagnostics: readonly Diagnostic[]): CommandFailure {
  const message = 'the state has changed since the plan was made';
  return new CommandFailure('plan-stale', message, 'Plan again (command: plan), review it, and apply that plan.', diagnostics);
}

/** Errors in words, where terraform gave no diagnostics. Trace lines are for terraform's own people. */
function lastWords(output: string): Diagnostic[] {
  const lines = output
    .replace(/\u001b\[[0-9;]*m/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !/\[(TRACE|DEBUG|INFO)\]/.test(line) && !line.startsWith('{'))
    .slice(-20);
  return lines.length === 0
    ? []
    : [
        {
          severity: 'error',
          summary: lines
            .map((line) => line.replace(/^[│╷╵]\s?/, ''))
            .join('\n')
            .trim(),
          detail: '',
        },
      ];
}
