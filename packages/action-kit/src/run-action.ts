/** The frame of every action: read, check, run, report, end. */
import type { ActionContext, ActionDefinition, ActionReport } from './action.ts';
import { type Cancellation, createCancellation } from './cancellation.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Environment, githubRun, readEnvironment } from './environment.ts';
import { Failure, type Fault, toFailure } from './failure.ts';
import { type Ending, finish, printFailure } from './finish.ts';
import { InputReader } from './inputs/reader.ts';
import { inputValues, unknownInputs } from './inputs/unknown.ts';
import { createCalls, Timings } from './ledger.ts';
import { createLogger } from './logger.ts';
import { createMasks } from './masks.ts';
import { runProcess } from './process.ts';
import { actionsRunner, type Runner } from './runner.ts';
import { createTempFiles } from './temp-files.ts';

/** What the frame stands on; replaced in tests. */
export interface Platform {
  readonly environment: Environment;
  readonly runner: Runner;
  readonly clock: Clock;
}

/** Runs an action as the step's `main` and sets the process's exit code. */
export async function runAction<I extends { timeout: number }, R>(action: ActionDefinition<I, R>, platform?: Platform): Promise<void> {
  const environment = platform?.environment ?? readEnvironment();
  const runner = platform?.runner ?? actionsRunner(environment);
  const clock = platform?.clock ?? systemClock;
  const cancellation = createCancellation(action.name);
  const context = createContext(action.name, { environment, runner, clock }, cancellation);
  const ending = { action: action.name, startedAt: clock.now(), runner, context };
  try {
    process.exitCode = await finish(await execute(action, context, cancellation), ending);
  } catch (error) {
    process.exitCode = await lastWords(toFailure(error, `${action.name} could not end its step`), ending);
  } finally {
    context.files.remove();
    cancellation.release();
  }
}

async function execute<I extends { timeout: number }, R>(
  action: ActionDefinition<I, R>,
  context: ActionContext & { deadline: number },
  cancellation: Cancellation,
): Promise<ActionReport> {
  let inputs: I | undefined;
  try {
    inputs = await checkedInputs(action, context);
    cancellation.limit(inputs.timeout);
    context.deadline = context.clock.now() + inputs.timeout;
    return action.report(await action.run(inputs, context), inputs);
  } catch (error) {
    const failure = interruption(context.signal, error) ?? toFailure(error, `${action.name} failed`, action.reasons);
    return { outcome: 'failed', subject: {}, result: {}, outputs: {}, ...action.reportFailure?.(failure, inputs), failure };
  }
}

/** An error while the step was being stopped is the stop, unless the flow has already said something better. */
function interruption(signal: AbortSignal, error: unknown): Failure | undefined {
  if (!signal.aborted || !(signal.reason instanceof Failure)) return undefined;
  return error instanceof Failure ? undefined : signal.reason;
}

async function checkedInputs<I extends { timeout: number }, R>(action: ActionDefinition<I, R>, context: ActionContext): Promise<I> {
  const values = inputValues(context.environment.all());
  const reader = new InputReader(values, (secret) => context.masks.add(secret));
  const inputs = await action.readInputs(reader, context);
  const unknown = unknownInputs(values, reader.asked, action.refused ?? {});
  const faults = [...reader.faults, ...unknown, ...(unknown.length > 0 ? reader.beside : [])];
  if (faults.length === 0) return inputs;
  throw new Failure({
    what: `${action.name} cannot start: ${faults.length === 1 ? 'an input is wrong' : `${faults.length} inputs are wrong`}`,
    reason: commonReason(faults),
    faults,
    remedy: `Correct the step's \`with:\`; every input is described in actions/${action.name}/README.md. Nothing was called.`,
  });
}

/** Faults of one kind keep their word (`invalid-policy`); a mixture is `invalid-input`. */
function commonReason(faults: readonly Fault[]): string {
  const [first = 'invalid-input', ...others] = new Set(faults.map(({ reason = 'invalid-input' }) => reason));
  return others.length === 0 ? first : 'invalid-input';
}

function createContext(name: string, platform: Platform, { signal }: Cancellation): ActionContext & { deadline: number } {
  const { environment, runner, clock } = platform;
  const masks = createMasks((form) => runner.mask(form));
  const github = githubRun(environment);
  return {
    log: createLogger(runner, masks),
    masks,
    environment,
    github,
    clock,
    signal,
    deadline: Number.POSITIVE_INFINITY,
    files: createTempFiles(github.temp, `slipway-${name}`),
    runProcess,
    calls: createCalls(),
    timings: new Timings(clock),
    saveState: (key, value) => runner.saveState(key, value),
  };
}

/** The step could not even write its report: say why, and set the reason where outputs still work. */
async function lastWords(failure: Failure, ending: Ending): Promise<number> {
  printFailure(failure, ending.context);
  try {
    ending.runner.output('outcome', 'failed');
    ending.runner.output('failure-reason', failure.reason);
  } catch {
    // The log has said it already.
  }
  return 1;
}
