/** The frame of every `post`: undo what `main` left, never fail the job. */
import { type Clock, systemClock } from './clock.ts';
import { type Environment, type GithubRun, githubRun, readEnvironment } from './environment.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMasks, type Masks } from './masks.ts';
import { actionsRunner, type Runner } from './runner.ts';

/** What a `post` may touch. */
export interface PostContext {
  readonly log: Logger;
  readonly masks: Masks;
  readonly environment: Environment;
  readonly github: GithubRun;
  readonly clock: Clock;
  /** What `main` saved; an empty string where it saved nothing. */
  state(name: string): string;
  exportVariable(name: string, value: string): void;
}

/** Runs `undo`; an error becomes a warning, and the step succeeds. */
export async function runPost(name: string, undo: (context: PostContext) => Promise<void> | void): Promise<void> {
  const environment = readEnvironment();
  const runner: Runner = actionsRunner(environment);
  const masks = createMasks((form) => runner.mask(form));
  const log = createLogger(runner, masks);
  try {
    await undo({
      log,
      masks,
      environment,
      github: githubRun(environment),
      clock: systemClock,
      state: (key) => runner.state(key),
      exportVariable: (key, value) => runner.exportVariable(key, value),
    });
  } catch (error) {
    log.warning(`${name} could not clean up: ${error instanceof Error ? error.message : String(error)}`);
  }
  process.exitCode = 0;
}
