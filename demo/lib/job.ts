/** One job of a workflow: steps share RUNNER_TEMP, the workspace and what earlier steps exported; posts run last to first. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type RunningStep, type StepResult, startStep, type Testkit } from '@slipway/testkit';

/** A cancelled action ends within 6 s by contract; the demo gives it a little less. */
const killAfterMs = 5_500;

/** A job that is running. */
export class Job {
  readonly workspace: string;
  readonly temp: string;
  readonly #kit: Testkit;
  readonly reports: string;
  readonly #results: { action: string; result: StepResult }[] = [];
  #environment: Record<string, string>;
  #running: RunningStep | undefined;

  /** @param reports folder that keeps reports, summaries and logs after the job */
  constructor(kit: Testkit, places: { workspace: string; temp: string; reports: string }, environment: Record<string, string>) {
    this.#kit = kit;
    this.workspace = places.workspace;
    this.temp = places.temp;
    this.reports = places.reports;
    this.#environment = environment;
    mkdirSync(this.reports, { recursive: true });
  }

  /** Runs a step and takes over what it exported. */
  async run(name: string, action: string, inputs: Record<string, string>): Promise<StepResult> {
    const options = { action, inputs, workspace: this.workspace, temp: this.temp, environment: this.#environment, keys: false as const, killAfterMs: 15 * 60_000 };
    this.#running = startStep(this.#kit, options);
    const result = await this.#running.done;
    this.#running = undefined;
    this.#results.push({ action, result });
    this.#environment = { ...this.#environment, ...result.exported, PATH: [...result.path, this.#environment['PATH']].join(delimiter) };
    this.#keep(name, result);
    return result;
  }

  /** Runs the posts, last step first. */
  async runPosts(): Promise<void> {
    for (const { result, action } of this.#results.reverse()) {
      if (!existsSync(join(import.meta.dirname, '../../dist', `${action}-post.js`))) continue;
      const post = await result.post(this.#environment);
      this.#environment = { ...this.#environment, ...post.exported };
    }
    this.#results.length = 0;
  }

  /** Passes a cancellation on to the step that is running, as the runner does: an interrupt, and a kill when it does not end. */
  cancel(signal: NodeJS.Signals): void {
    const child = this.#running?.child;
    if (!child) return;
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref();
  }

  #keep(name: string, result: StepResult): void {
    const report = result.outputs['report-path'];
    if (report && existsSync(report)) copyFileSync(report, join(this.reports, `${name}.json`));
    const shown = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    writeFileSync(join(this.reports, `${name}.log`), `${shown.join('\n')}${result.stderr}`, { mode: 0o600 });
    if (result.summary) writeFileSync(join(this.reports, `${name}.md`), result.summary, { mode: 0o600 });
  }
}
