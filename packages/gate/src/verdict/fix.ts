/** Whether there is a fix, for one package of a finding. */
import type { Finding, FixState, VulnerablePackage } from '../finding.ts';
import type { FixWish } from '../policy/policy.ts';

/**
 * The package's own `fixedInVersion` counts where it has one (`NotAvailable` is none), else the finding's `fixAvailable`.
 * A finding that says nothing has no fix.
 */
export function fixStateOf(finding: Pick<Finding, 'fixAvailable'>, at: Pick<VulnerablePackage, 'fixedInVersion'>): FixState {
  if (at.fixedInVersion !== undefined && at.fixedInVersion !== '') return at.fixedInVersion === 'NotAvailable' ? 'NO' : 'YES';
  return finding.fixAvailable ?? 'NO';
}

/** Whether a rule's wish takes this state: `partial` takes YES too, `any` all. */
export function takesFix(wish: FixWish, state: FixState): boolean {
  if (wish === 'any') return true;
  if (wish === 'no') return state === 'NO';
  return state === 'YES' || (wish === 'partial' && state === 'PARTIAL');
}
