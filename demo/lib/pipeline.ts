/** Runs the steps one after the other until one stops the pipeline. */
import { type DemoStep, type Outputs, steps } from './steps.ts';
import type { Row } from './table.ts';
import type { View } from './view.ts';
import type { World } from './world.ts';

/** @returns a row per step, in order */
export async function runPipeline(world: World, view: View, signal: AbortSignal): Promise<Row[]> {
  const rows: Row[] = [];
  const outputs: Record<string, Record<string, string>> = {};
  for (const step of steps) {
    const stopped = signal.aborted || rows.some((row) => row.state === 'stopped');
    rows.push(stopped ? { step: step.name, action: step.action, state: 'not run', outcome: '', ms: undefined, fact: '' } : await runOne(step, world, view, outputs));
  }
  return rows;
}

async function runOne(step: DemoStep, world: World, view: View, outputs: Record<string, Record<string, string>>): Promise<Row> {
  const line = view.line(step.name);
  if (step.needs && !world.tools[step.needs]) {
    line.skipped(`NOT RUN: ${step.needs} is not on PATH`);
    return { step: step.name, action: step.action, state: 'no tool', outcome: '', ms: undefined, fact: `${step.needs} is missing` };
  }
  const result = await world.job.run(step.name.replace(' ', '-'), step.action, step.inputs(world, outputs as Outputs));
  outputs[step.name] = { ...result.outputs };
  const outcome = result.outputs['outcome'] ?? '';
  if (result.exitCode === 0) {
    const fact = step.fact(result, world);
    line.done(`${outcome}: ${fact}`);
    return { step: step.name, action: step.action, state: 'done', outcome, ms: result.ms, fact };
  }
  const reason = result.outputs['failure-reason'] ?? '';
  line.failed(`${outcome} (${reason})`);
  view.print();
  for (const text of explanation(result.stdout)) view.print(`    ${text}`);
  view.print();
  return { step: step.name, action: step.action, state: 'stopped', outcome, ms: result.ms, fact: reason };
}

/** What the step told the person who reads its log: everything but workflow commands and the collapsed groups. */
function explanation(stdout: string): string[] {
  const lines: string[] = [];
  let inGroup = false;
  for (const line of stdout.split('\n')) {
    if (line.startsWith('::group::')) inGroup = true;
    else if (line.startsWith('::endgroup::')) inGroup = false;
    else if (!inGroup && !line.startsWith('::') && line.trim() !== '') lines.push(line);
  }
  return lines.slice(0, 40);
}
