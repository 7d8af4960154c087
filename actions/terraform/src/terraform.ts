/** The flow of the action: open a session, run the command, and say what was known when it ended. */
import { type ActionContext, Failure } from '@slipway/action-kit';
import { CommandFailure } from '@slipway/terraform';
import { apply, type Command, plan, verify } from './commands.ts';
import { explain } from './explain.ts';
import type { Inputs } from './inputs.ts';
import { blockedReasons, type Facts, type Result } from './result.ts';
import { openSession } from './session.ts';
import { unlock } from './unlock.ts';

const commands: Readonly<Record<Inputs['command'], Command>> = { plan, apply, verify, unlock };

/** @see ActionDefinition.run */
export async function run(inputs: Inputs, context: ActionContext): Promise<Result> {
  const session = openSession(inputs, context);
  const facts: Facts = {};
  try {
    return { outcome: await commands[inputs.command](session, facts), facts };
  } catch (error) {
    const failure = context.signal.aborted ? interrupted(inputs, context.signal.reason) : explain(error, session);
    if (error instanceof CommandFailure && error.lock) facts.lock = error.lock;
    return { outcome: blockedReasons.includes(failure.reason) ? 'blocked' : 'failed', facts, failure };
  }
}

function interrupted({ command }: Inputs, reason: unknown): Failure {
  if (!(reason instanceof Failure) || command !== 'apply')
    return reason instanceof Failure ? reason : new Failure({ what: 'terraform was stopped', reason: 'cancelled' });
  return new Failure({
    what: reason.what,
    reason: reason.reason,
    why: [...reason.why, 'terraform was interrupted: it writes the state of what it has done and releases its lock before it ends'],
    remedy: 'Plan again to see what is left to do.',
    cause: reason,
  });
}
