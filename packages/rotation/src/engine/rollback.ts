/** `rollback`: AWSCURRENT goes back to AWSPREVIOUS, while the old credential still works. */
import { RotationError } from '../errors.ts';
import { current, hasFailed, holderOf, pending, previous } from '../labels.ts';
import type { RotationPlan, RotationPorts, SecretState, Target } from '../ports.ts';
import type { Credential } from '../providers/provider.ts';
import type { RotationResult } from '../results.ts';
import { shapeFaults } from '../shapes.ts';
import { bringBack } from './abandon.ts';
import { each, type Leg, type Run, readVersion, refuse } from './leg.ts';
import { outcomeOf } from './outcome.ts';
import { Rows } from './rows.ts';

/** Rolls one secret back in all its targets. Never throws. */
export async function rollbackSecret(plan: RotationPlan, ports: RotationPorts): Promise<RotationResult> {
  const rows = new Rows(plan);
  const run: Run = { plan, ports, rows };
  try {
    const legs = await each(
      plan.targets.map((target) => ({ target })),
      run,
      ({ target }) => inspectBack(target, run),
    );
    for (const leg of legs) await checkOld(leg, run);
    for (const leg of legs) await goBack(leg, run);
    return { secret: plan.name, outcome: 'rolled-back', targets: rows.all() };
  } catch (error) {
    return { secret: plan.name, outcome: outcomeOf(error), targets: rows.all(), error };
  }
}

/** What a rollback needs of a target. */
type BackLeg = Pick<Leg, 'target' | 'state' | 'base' | 'token'>;

async function inspectBack(target: Target, { rows }: Run): Promise<BackLeg> {
  const state = await target.store.describe();
  refuse(target, state);
  const now = holderOf(state, current);
  const before = holderOf(state, previous);
  rows.note(target, { oldVersion: now ?? null, state: 'current' });
  if (now === undefined || before === undefined) throw refused(target, 'it has no AWSPREVIOUS', 'There is nothing to go back to.');
  checkLabels(target, state, now, before);
  rows.note(target, { newVersion: before });
  return { target, state, base: before, token: now };
}

function checkLabels(target: Target, state: SecretState, now: string, before: string): void {
  const waiting = holderOf(state, pending);
  if (waiting !== undefined && waiting !== now)
    throw refused(target, `a rotation is under way: version ${waiting} holds AWSPENDING`, 'Finish it first: command: rotate.');
  if (hasFailed(state, before)) throw refused(target, `AWSPREVIOUS ${before} was given up itself`, 'Make a new value instead: command: rotate, force: true.');
}

async function checkOld({ target, base }: BackLeg, run: Run): Promise<void> {
  const text = (await readVersion(target, base, run))?.text;
  const faults = text === undefined ? ['it is gone'] : shapeFaults(text, run.plan.shape);
  const credential: Credential | undefined = text === undefined || faults.length > 0 ? undefined : run.plan.provider.parse(text);
  if (!credential) throw refused(target, `AWSPREVIOUS ${base} cannot be used: ${faults.join('; ') || 'it holds no credential'}`, roll);
  const verdict = await run.plan.provider.verify(credential, 'old');
  if (!verdict.ok) throw refused(target, `the old credential no longer passes the check ${verdict.check}: ${verdict.why}`, roll);
}

const roll = 'Make a new value instead: command: rotate, force: true.';

async function goBack(leg: BackLeg, { rows, ports }: Run): Promise<void> {
  if (!(await bringBack(leg)))
    throw new RotationError({
      code: 'superseded',
      message: `${leg.target.name}: AWSCURRENT moved while it was rolled back`,
      hint: 'Look at who else writes this secret, then run command: status.',
    });
  ports.log(`${leg.target.name}: AWSCURRENT is ${leg.base} again; ${leg.token} will not be used any more`);
  rows.note(leg.target, { state: 'rolled-back' });
}

function refused(target: Target, why: string, hint: string): RotationError {
  return new RotationError({ code: 'rollback-refused', message: `${target.name} cannot be rolled back: ${why}`, hint });
}
