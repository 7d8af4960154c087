/** The plan as a file of its own, to keep as an artifact and to compare with. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionContext, cannotWrite } from '@slipway/action-kit';
import type { Plan } from '@slipway/egress';
import type { Inputs } from './inputs.ts';
import { actionsOf } from './report.ts';

/** Writes the plan into RUNNER_TEMP and returns its path. @throws Failure when it cannot be written */
export function writePlan(plan: Plan, { table, owner }: Inputs, { github, clock, masks }: ActionContext): string {
  const file = join(github.temp, `slipway-seed-egress-plan-${clock.now()}-${process.pid}.json`);
  const content = {
    schema: 'slipway.seed-egress-plan/1',
    table,
    owner,
    digest: plan.digest,
    counts: plan.counts,
    conflicts: plan.conflicts,
    drift: plan.drift,
    actions: actionsOf(plan),
  };
  try {
    writeFileSync(file, masks.scrub(`${JSON.stringify(content, null, 2)}\n`), { mode: 0o600 });
  } catch (error) {
    throw cannotWrite(file, error);
  }
  return file;
}
