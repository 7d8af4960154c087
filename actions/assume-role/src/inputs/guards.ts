/** The allow-lists of the step. */
import type { InputReader } from '@slipway/action-kit';
import { accountIdFault, matchesGlob } from '../role.ts';

/** Who may be entered; an empty list allows everybody. */
export interface GuardSettings {
  readonly allowedAccounts: readonly string[];
  /** ARNs with `*` and `?`. */
  readonly allowedRoles: readonly string[];
}

/** Reads them; mistakes are noted in the reader. */
export function readGuards(reader: InputReader): GuardSettings {
  const allowedAccounts = reader.list('allowed-account-ids', { commas: true });
  for (const id of allowedAccounts) {
    const fault = accountIdFault(id);
    if (fault) reader.fault('allowed-account-ids', fault, '"111122223333"', JSON.stringify(id));
  }
  const allowedRoles = reader.list('allowed-role-arns');
  for (const glob of allowedRoles)
    if (!matchesGlob('arn:*', glob))
      reader.fault('allowed-role-arns', 'ARNs, `*` allowed, one a line', 'arn:aws:iam::111122223333:role/*', JSON.stringify(glob));
  return { allowedAccounts, allowedRoles };
}
