/** Whether the caller is whom a statement names. */
import type { TrustRequest } from './judgement.ts';
import type { TrustPrincipal, TrustStatement } from './policy.ts';
import { not, some, type Ternary } from './ternary.ts';

/** Whether the statement's Principal (or NotPrincipal) covers the caller. */
export function judgePrincipal({ negated, entries }: TrustStatement['principal'], caller: TrustRequest['principal']): Ternary {
  const covered = some(entries.map((entry) => ('federated' in caller ? coversProvider(entry, caller.federated) : coversIdentity(entry, caller.aws))));
  return negated ? not(covered) : covered;
}

/** `"Principal": "*"` and `{"AWS": "*"}` are the same (IAM User Guide, "All principals"). */
function isEveryone({ type, value }: TrustPrincipal): boolean {
  return value === '*' && (type === '*' || type === 'AWS');
}

function coversProvider(entry: TrustPrincipal, providers: readonly string[]): boolean {
  return isEveryone(entry) || (entry.type === 'Federated' && (entry.value === '*' || providers.includes(entry.value)));
}

function coversIdentity(entry: TrustPrincipal, arn: string | undefined): Ternary {
  if (isEveryone(entry)) return true;
  if (entry.type !== 'AWS') return entry.type === 'CanonicalUser' ? 'unknown' : false;
  if (arn === undefined) return 'unknown';
  // IAM shows the unique id where the user or role that the policy named is no more.
  if (/^(?:AROA|AIDA)[A-Z0-9]+$/.test(entry.value)) return 'unknown';
  const caller = partsOf(arn);
  const account = /^\d{12}$/.test(entry.value) ? entry.value : /^arn:[^:]+:iam::(\d{12}):root$/.exec(entry.value)?.[1];
  if (account !== undefined) return account === caller.account;
  if (entry.value === arn) return true;
  const named = partsOf(entry.value);
  return named.kind === 'role' && caller.role !== undefined && named.account === caller.account && named.role === caller.role;
}

/** A session's ARN has its role's name without the path; names are unique in an account. */
function partsOf(arn: string): { account: string; kind: string; role: string | undefined } {
  const [, , , , account = '', ...rest] = arn.split(':');
  const [kind = '', ...path] = rest.join(':').split('/');
  const role = kind === 'role' ? path.at(-1) : kind === 'assumed-role' ? path[0] : undefined;
  return { account, kind, role };
}
