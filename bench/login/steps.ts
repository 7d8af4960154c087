/** The steps that are measured: one role by GitHub's token, nothing else. */
import { runStep, type StepOptions, type StepResult, type Testkit } from '@slipway/testkit';

/** A login that works, or fails for the reason given by `more`. The audience is the replaced action's default; it has its own action.yml. */
export function loginStep(kit: Testkit, role: string, more: Partial<StepOptions> = {}): StepOptions {
  return {
    action: 'assume-role',
    keys: false,
    ...more,
    inputs: { 'aws-region': kit.region, 'role-to-assume': role, audience: 'sts.amazonaws.com', ...more.inputs },
    environment: { GITHUB_ACTION: 'login', ...more.environment },
  };
}

/** Runs a step that has to succeed. @throws Error with all that it wrote */
export async function succeeding(kit: Testkit, options: StepOptions): Promise<StepResult> {
  const step = await runStep(kit, options);
  if (step.exitCode !== 0) throw new Error(`${options.dist ?? 'ours'} failed:\n${tailOf(step)}`);
  return step;
}

/** Runs a step that has to fail for one reason. @throws Error where it did otherwise */
export async function failing(kit: Testkit, options: StepOptions, reason: string): Promise<StepResult> {
  const step = await runStep(kit, options);
  const got = step.outputs['failure-reason'];
  if (step.exitCode !== 1 || got !== reason) throw new Error(`wanted ${reason}, got ${got ?? step.exitCode}:\n${tailOf(step)}`);
  return step;
}

/** Runs the step's post alone and says how long it took; the login before it does not count. */
export async function postOf(kit: Testkit, options: StepOptions, environment: Readonly<Record<string, string>> = {}): Promise<number> {
  const step = await succeeding(kit, options);
  const post = await step.post({ ...step.exported, ...environment });
  if (post.exitCode !== 0) throw new Error(`post of ${options.dist ?? 'ours'} failed:\n${tailOf(post)}`);
  return post.ms;
}

/** The end of what a step wrote: its error; what stands before are masks. */
function tailOf({ stdout, stderr }: StepResult): string {
  return `${stdout}${stderr}`
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .slice(-20)
    .join('\n');
}
