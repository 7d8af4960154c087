/** The one credential of a run: found again in a version that an earlier run made, or made new. */
import { RotationError } from '../errors.ts';
import { current, hasFailed, holderOf, pending } from '../labels.ts';
import type { Credential } from '../providers/provider.ts';
import { secretParts, shapeFaults } from '../shapes.ts';
import { type Leg, type Run, readVersion } from './leg.ts';
import { removeOrphans } from './orphans.ts';

/** True where both have the same parts. */
export function sameCredential(a: Credential | undefined, b: Credential): boolean {
  if (!a) return false;
  const names = Object.keys(b);
  return names.length === Object.keys(a).length && names.every((name) => a[name] === b[name]);
}

/** The credential of a version that an earlier run left; `undefined` where the version holds none. */
export async function recover(legs: readonly Leg[], run: Run): Promise<Credential | undefined> {
  const leg = legs.find(({ standing }) => standing.kind === 'promoted') ?? legs.find(({ standing }) => standing.kind === 'pending');
  if (!leg) return undefined;
  const text = leg.standing.kind === 'promoted' ? leg.baseText : (await readVersion(leg.target, leg.token, run))?.text;
  return text === undefined ? undefined : run.plan.provider.parse(text);
}

/** A new credential, hidden before anybody sees it; upstream first, so that nothing unusable is ever stored. */
export async function create(legs: readonly Leg[], run: Run): Promise<Credential> {
  const { provider } = run.plan;
  if (provider.upstream) await removeOrphans(provider.upstream, run);
  const made = await provider.generate(run.ports.randomBytes);
  conceal(made, run);
  if (!provider.upstream) return made;
  const installed = await provider.upstream.install(made, legs[0]?.token ?? '');
  conceal(installed, run);
  return installed;
}

function conceal(credential: Credential, { ports }: Run): void {
  for (const part of Object.values(credential)) ports.conceal(part);
}

/** Takes a credential away upstream that no version holds. */
export async function discard(credential: Credential, { plan }: Run): Promise<void> {
  const id = plan.provider.upstream?.identify(credential);
  if (id !== undefined) await plan.provider.upstream?.revoke(id);
}

/** The document that a target gets. @throws RotationError `shape-invalid` */
export function render(leg: Leg, credential: Credential, { plan, ports }: Run): string {
  const document = plan.provider.render(credential, leg.baseText);
  for (const part of secretParts(document, plan.shape)) ports.conceal(part);
  const faults = shapeFaults(document, plan.shape);
  if (faults.length === 0) return document;
  throw new RotationError({
    code: 'shape-invalid',
    message: `${leg.target.name} does not have the shape ${plan.shape}: ${faults.join('; ')}`,
    hint: `Correct the secret's value, or the key shape in the rotation file. Nothing was changed.`,
  });
}

/**
 * Stores a document as AWSPENDING. Where another run was first, its version counts.
 * @returns the credential of the pending version; `promoted` where the other run has promoted it already
 * @throws RotationError `superseded`, `pending-foreign`
 */
export async function store(leg: Leg, document: string, credential: Credential, run: Run): Promise<Credential | 'promoted'> {
  const { target, token } = leg;
  if ((await target.store.put(token, document)) === 'stored') {
    run.rows.note(target, { newVersion: token, state: 'pending' });
    return credential;
  }
  const state = await target.store.describe();
  if (holderOf(state, current) === token) {
    run.rows.note(target, { newVersion: token, state: 'promoted' });
    return 'promoted';
  }
  if (hasFailed(state, token)) throw supersededBy(leg, 'another run has tried this version and given it up');
  if (holderOf(state, pending) !== token && (await target.store.move(pending, { to: token })) === 'refused')
    throw supersededBy(leg, 'another version took AWSPENDING meanwhile');
  const text = (await readVersion(target, token, run))?.text;
  const found = text === undefined ? undefined : run.plan.provider.parse(text);
  if (!found) throw supersededBy(leg, 'the version of another run holds no credential');
  run.rows.note(target, { newVersion: token, state: 'pending' });
  return found;
}

/** The loser of a race. */
export function supersededBy(leg: Leg, why: string): RotationError {
  return new RotationError({
    code: 'superseded',
    message: `${leg.target.name}: this rotation was overtaken: ${why}`,
    hint: 'Nothing of this run is in use. Look at who else rotates this secret, and give the workflow a concurrency group:\nconcurrency:\n  group: rotate-secret\n  cancel-in-progress: false',
  });
}
