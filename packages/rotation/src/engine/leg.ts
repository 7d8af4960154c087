/** One target within a run: what was read of it, and the version that the run makes there. */
import { RotationError } from '../errors.ts';
import { current, holderOf, nextToken, previous } from '../labels.ts';
import type { RotationPlan, RotationPorts, SecretState, SecretVersion, Target } from '../ports.ts';
import type { TargetState } from '../results.ts';
import { secretParts } from '../shapes.ts';
import { type Standing, standingOf } from '../standing.ts';
import type { Rows } from './rows.ts';

/** What the steps of a run share. */
export interface Run {
  readonly plan: RotationPlan;
  readonly ports: RotationPorts;
  readonly rows: Rows;
}

/** A target that could be read. */
export interface Leg {
  readonly target: Target;
  readonly state: SecretState;
  /** The version that was current when the run began. */
  readonly base: string;
  readonly baseText: string;
  /** When the current version was made, in milliseconds since the epoch. */
  readonly createdAt: number;
  readonly standing: Standing;
  /** The version that this rotation makes or has made. */
  readonly token: string;
}

/** Targets worked on at the same time. */
const parallel = 8;
/** DescribeSecret and GetSecretValue are no snapshot: reads until the two agree. */
const snapshotReads = 5;

/**
 * Works on all targets, a few at a time, and waits for every one of them before an error of the first is thrown: nothing
 * goes on behind the back of what follows.
 * @param stateOnError what is true of a target whose work failed
 */
export async function each<T extends { readonly target: Target }, R>(
  legs: readonly T[],
  run: Run,
  work: (leg: T) => Promise<R>,
  stateOnError: TargetState = 'failed',
): Promise<R[]> {
  const results: R[] = [];
  const errors: unknown[] = [];
  let next = 0;
  const worker = async () => {
    while (next < legs.length && errors.length === 0) {
      const index = next;
      next += 1;
      const leg = legs[index];
      if (!leg) return;
      try {
        results[index] = await work(leg);
      } catch (error) {
        run.rows.note(leg.target, { state: stateOnError });
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, legs.length) }, worker));
  if (errors.length > 0) throw errors[0];
  return results;
}

/** Reads a target; refuses what must not be rotated before anything is made. */
export async function inspect(target: Target, run: Run): Promise<Leg> {
  for (let read = 1; read <= snapshotReads; read += 1) {
    const state = await target.store.describe();
    refuse(target, state);
    const version = await target.store.read({ label: current });
    if (!version) throw noValue(target);
    if (holderOf(state, current) === version.id) return legOf(target, state, version, run);
  }
  throw new RotationError({
    code: 'superseded',
    message: `${target.name}: AWSCURRENT keeps moving while it is read`,
    hint: 'Somebody else writes this secret all the time. Find the writer in CloudTrail (PutSecretValue, UpdateSecretVersionStage), then run again.',
  });
}

function legOf(target: Target, state: SecretState, version: SecretVersion, { plan, ports, rows }: Run): Leg {
  const baseText = textOf(target, version);
  for (const part of secretParts(baseText, plan.shape)) ports.conceal(part);
  const standing = standingOf(state, version.id, plan.name);
  const before = holderOf(state, previous);
  const promoted = standing.kind === 'promoted' && before !== undefined;
  const token = promoted ? version.id : nextToken(state, version.id, plan.name);
  const base = promoted ? before : version.id;
  rows.note(target, { oldVersion: base, newVersion: promoted ? token : null, state: promoted ? 'promoted' : 'current' });
  return { target, state, base, baseText, createdAt: version.createdAt, standing, token };
}

/** The text of a version. @throws RotationError `shape-invalid` for binary data */
export function textOf(target: Target, version: SecretVersion): string {
  if (version.text !== undefined) return version.text;
  throw new RotationError({
    code: 'shape-invalid',
    message: `${target.name}: version ${version.id} holds binary data`,
    hint: 'Only secrets that hold text can be rotated: store it with --secret-string.',
  });
}

/** Reads and hides a version; `undefined` where it is gone. */
export async function readVersion(target: Target, id: string, { plan, ports }: Run): Promise<Required<SecretVersion> | undefined> {
  const version = await target.store.read({ id });
  if (!version) return undefined;
  const text = textOf(target, version);
  for (const part of secretParts(text, plan.shape)) ports.conceal(part);
  return { ...version, text };
}

/** Refuses secrets that nobody can read any more. @throws RotationError `scheduled-for-deletion` */
export function refuseDeleted(target: Target, state: SecretState): void {
  if (state.deletedAt !== undefined)
    throw new RotationError({
      code: 'scheduled-for-deletion',
      message: `${target.name} is scheduled for deletion on ${new Date(state.deletedAt).toISOString()}`,
      hint: `If it is still needed, restore it and run again:\naws secretsmanager restore-secret --secret-id ${state.arn}`,
    });
}

/** Refuses secrets that are not ours to rotate. @throws RotationError `scheduled-for-deletion`, `managed-rotation` */
export function refuse(target: Target, state: SecretState): void {
  refuseDeleted(target, state);
  if (state.rotatedBy !== undefined)
    throw new RotationError({
      code: 'managed-rotation',
      message: `${target.name} is rotated by ${state.rotatedBy} already`,
      hint: `Two rotators break each other. Take it out of the rotation file, or turn the other one off:\naws secretsmanager cancel-rotate-secret --secret-id ${state.arn}`,
    });
}

function noValue(target: Target): RotationError {
  return new RotationError({
    code: 'secret-missing',
    message: `${target.name} has no value yet: no version holds AWSCURRENT`,
    hint: `Store a first value, then run again:\naws secretsmanager put-secret-value --secret-id ${target.name.split('/').slice(2).join('/')} --secret-string file://value.txt`,
  });
}
