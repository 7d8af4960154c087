/**
 * `rollback`: AWSCURRENT goes back to AWSPREVIOUS, while the old credential still works. Targets that an earlier run took
 * back are left as they are, so that a rollback that broke off can be continued.
 */
import { RotationError } from '../errors.ts';
import { current, hasFailed, holderOf, pending, previous } from '../labels.ts';
import type { RotationPlan, RotationPorts, Target } from '../ports.ts';
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
    refuseAgain(legs);
    const ahead = legs.filter(({ isBack }) => !isBack);
    for (const leg of ahead) await checkOld(leg, run);
    await goBackAll(legs, run);
    return { secret: plan.name, outcome: 'rolled-back', targets: rows.all() };
  } catch (error) {
    return { secret: plan.name, outcome: outcomeOf(error), targets: rows.all(), error };
  }
}

/** What a rollback needs of a target. */
interface BackLeg extends Pick<Leg, 'target' | 'state' | 'base' | 'token'> {
  /** An earlier rollback has moved AWSCURRENT here; AWSPENDING may be left. */
  readonly isBack: boolean;
}

async function inspectBack(target: Target, { rows }: Run): Promise<BackLeg> {
  const state = await target.store.describe();
  refuse(target, state);
  const now = holderOf(state, current);
  const before = holderOf(state, previous);
  rows.note(target, { oldVersion: now ?? null, state: 'current' });
  if (now === undefined || before === undefined) throw refused(target, 'it has no AWSPREVIOUS', 'There is nothing to go back to.');
  const waiting = holderOf(state, pending);
  if (hasFailed(state, before) && (waiting === undefined || waiting === before)) {
    rows.note(target, { oldVersion: before, newVersion: now, state: 'rolled-back' });
    return { target, state, base: now, token: before, isBack: true };
  }
  if (waiting !== undefined && waiting !== now)
    throw refused(target, `a rotation is under way: version ${waiting} holds AWSPENDING`, 'Finish it first: command: rotate.');
  rows.note(target, { newVersion: before });
  return { target, state, base: before, token: now, isBack: false };
}

/** A second rollback would bring back what the first has given up. */
function refuseAgain(legs: readonly BackLeg[]): void {
  const [first] = legs;
  if (first && legs.every(({ isBack, state }) => isBack && holderOf(state, pending) === undefined))
    throw refused(first.target, `AWSPREVIOUS ${first.token} was given up itself`, roll);
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

/** Target by target. A run that is stopped, or fails at its first target, says why; otherwise some are back and some are not. */
async function goBackAll(legs: readonly BackLeg[], run: Run): Promise<void> {
  const back = legs.filter(({ isBack }) => isBack);
  for (const { target, state, token } of back) if (holderOf(state, pending) === token) await target.store.move(pending, { from: token });
  for (const leg of legs.filter(({ isBack }) => !isBack)) {
    try {
      await goBack(leg, run);
      back.push(leg);
    } catch (error) {
      if (back.length === 0 || run.ports.signal.aborted) throw error;
      throw halfBack(back, leg, run, error);
    }
  }
}

function halfBack(back: readonly BackLeg[], { target }: BackLeg, { plan }: Run, cause: unknown): RotationError {
  return new RotationError({
    code: 'partial',
    message: `${plan.name} is rolled back in some targets and not in others`,
    facts: [
      ...back.map((leg) => `rolled back: ${leg.target.name} is at ${leg.base} again`),
      `not rolled back: ${target.name}: ${cause instanceof Error ? cause.message : String(cause)}`,
    ],
    hint: `Mend that, then run rollback again (command: rollback, secrets: ${plan.name}): it goes on with the targets that are left.`,
    cause,
  });
}

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
