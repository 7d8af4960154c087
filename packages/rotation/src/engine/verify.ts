/** Proof before promotion: what is stored is what was meant, it has its shape, and the credential works. */
import { RotationError } from '../errors.ts';
import type { Credential, Provider, Verdict } from '../providers/provider.ts';
import { shapeFaults } from '../shapes.ts';
import { sameCredential } from './credential.ts';
import { type Leg, type Run, readVersion } from './leg.ts';

/** Reads a target's pending version back and checks it. @returns when it was made @throws RotationError `verification-failed` */
export async function verifyStored(leg: Leg, credential: Credential, run: Run): Promise<number> {
  const version = await readVersion(leg.target, leg.token, run);
  if (!version) throw unverified(leg, 'read-back', 'the version is gone');
  const { text, createdAt } = version;
  const faults = shapeFaults(text, run.plan.shape);
  if (faults.length > 0) throw unverified(leg, 'shape', faults.join('; '));
  if (!sameCredential(run.plan.provider.parse(text), credential)) throw unverified(leg, 'read-back', 'it holds another credential than the rest of the run');
  return createdAt;
}

/** The provider's own check, repeated while the credential settles. @throws RotationError `verification-failed` */
export async function verifyCredential(leg: Leg, credential: Credential, run: Run): Promise<void> {
  const verdict = await settled(run.plan.provider, credential, run);
  if (!verdict.ok) throw unverified(leg, verdict.check, verdict.why);
}

/** The verdict after the provider's settling time: so many successes in a row, or the last fault. */
export async function settled(provider: Provider, credential: Credential, { ports }: Run): Promise<Verdict> {
  const { forMs = 0, everyMs = 1_000, successes = 1 } = provider.settling ?? {};
  const end = Math.min(ports.clock.now() + forMs, ports.deadline);
  let inRow = 0;
  for (;;) {
    ports.signal.throwIfAborted();
    const verdict = await provider.verify(credential, 'new');
    inRow = verdict.ok ? inRow + 1 : 0;
    if (inRow >= successes) return verdict;
    const over = ports.clock.now() + everyMs > end;
    if (!verdict.ok && (!verdict.passing || over)) return verdict;
    if (over) return { ok: false, check: provider.type, why: `fewer than ${successes} successes in a row within ${forMs / 1_000} s` };
    await ports.clock.sleep(everyMs, ports.signal);
  }
}

function unverified({ target, token, base }: Leg, check: string, why: string): RotationError {
  return new RotationError({
    code: 'verification-failed',
    message: `${target.name}: the new version ${token} failed the check ${check}: ${why}`,
    hint: `AWSCURRENT is still ${base}; the failed version will not be used again. Mend the cause and run again: the next run makes a new value.`,
  });
}
