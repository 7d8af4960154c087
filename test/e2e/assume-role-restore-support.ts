/** What the tests of post, end and reuse share: a job of steps, with the variables that the runner hands from one to the next. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepOptions, type StepResult, startStep, type Testkit } from '@slipway/testkit';

/** A job: one RUNNER_TEMP, one home, variables that steps export. */
export class Job {
  readonly temp: string;
  readonly home: string;
  /** What the next step gets besides the runner's own; an empty string is what GitHub makes of a variable that is put back to nothing. */
  readonly variables: Record<string, string>;
  readonly steps: StepResult[] = [];
  readonly kit: Testkit;
  readonly role: string;
  /** More of the runner's surroundings, e.g. another run. */
  surroundings: Record<string, string> = {};

  constructor(kit: Testkit, role: string, variables: Record<string, string> = {}) {
    this.kit = kit;
    this.role = role;
    this.variables = variables;
    this.temp = mkdtempSync(join(kit.folder, 'temp-'));
    this.home = mkdtempSync(join(kit.folder, 'home-'));
  }

  options(inputs: Record<string, string>): StepOptions {
    const end = inputs['end'] === 'true' || 'roles' in inputs;
    return {
      action: 'assume-role',
      inputs: { 'aws-region': 'eu-central-1', ...(end ? {} : { 'role-to-assume': this.role }), ...inputs },
      keys: false,
      temp: this.temp,
      environment: { AWS_REGION: '', ...this.variables, HOME: this.home, ...this.surroundings },
    };
  }

  async step(inputs: Record<string, string> = {}): Promise<StepResult> {
    const result = await runStep(this.kit, this.options(inputs));
    Object.assign(this.variables, result.exported);
    if (result.exitCode === 0) this.steps.push(result);
    return result;
  }

  /** Starts a step, for a test that stops it. */
  start(inputs: Record<string, string>, environment: Record<string, string> = {}) {
    const options = this.options(inputs);
    return startStep(this.kit, { ...options, environment: { ...options.environment, ...environment } });
  }

  async post(step: StepResult): Promise<StepResult> {
    const cleared = Object.fromEntries(Object.keys(this.variables).map((name) => [name, this.variables[name] ?? '']));
    const result = await step.post({ ...cleared, ...this.surroundings });
    Object.assign(this.variables, result.exported);
    return result;
  }

  /** All posts in the runner's order. */
  async posts(): Promise<StepResult[]> {
    const results: StepResult[] = [];
    for (const step of this.steps.splice(0).reverse()) results.push(await this.post(step));
    return results;
  }

  /** Variables that hold something. */
  get visible(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.variables).filter(([, value]) => value !== ''));
  }

  /** The folders of steps that are left in RUNNER_TEMP. */
  folders(): string[] {
    return readdirSync(this.temp, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name.startsWith('slipway-'))
      .map(({ name }) => name);
  }

  /** Writes a file of ~/.aws. */
  writeHome(name: string, text: string): string {
    mkdirSync(join(this.home, '.aws'), { recursive: true });
    writeFileSync(join(this.home, '.aws', name), text);
    return join(this.home, '.aws', name);
  }

  /** Runs a tool as a later step would: with every variable, the empty ones too. */
  run(command: string, args: readonly string[], more: { cwd?: string; environment?: Record<string, string> } = {}): Promise<{ ok: boolean; text: string }> {
    const env = {
      PATH: process.env['PATH'],
      RUNNER_TEMP: this.temp,
      AWS_EC2_METADATA_DISABLED: 'true',
      ...this.kit.environment({ keys: false, idToken: true }),
      ...this.variables,
      HOME: this.home,
      ...more.environment,
    };
    if (!('AWS_REGION' in this.variables)) Reflect.deleteProperty(env, 'AWS_REGION');
    return new Promise((done) => {
      execFile(command, args, { env, cwd: more.cwd ?? this.home, timeout: 50_000 }, (error, stdout, stderr) =>
        done({ ok: !error, text: `${stdout}${stderr}` }),
      );
    });
  }
}
