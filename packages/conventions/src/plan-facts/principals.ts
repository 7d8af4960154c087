/** Who a policy lets in. Pure. */
import type { Statement } from './policies.ts';

/** Condition keys that narrow `*` to somebody (IAM, "Global condition context keys"). */
const narrowing = new Set(['aws:sourcevpce', 'aws:sourcevpc', 'aws:principalorgid', 'aws:principalarn', 'aws:sourcearn']);

/** `*`, alone or as the AWS principal. */
export function letsEveryoneIn({ allow, principals, notPrincipals }: Statement): boolean {
  return allow && (notPrincipals || principals.some(({ values }) => values.includes('*')));
}

/** Whether a condition narrows the statement by one of the keys. A negated operator and a wildcard alone narrow nothing. */
export function isNarrowed({ conditions }: Statement, keys: ReadonlySet<string> = narrowing): boolean {
  return conditions.some(
    ({ operator, key, values, open }) =>
      keys.has(key.toLowerCase()) && !/not|null|ifexists/i.test(operator) && (open || (values.length > 0 && !values.includes('*'))),
  );
}

/** What kind of principal a word of `AWS` is. */
export type PrincipalKind = 'everyone' | 'account' | 'user' | 'role' | 'service' | 'other';

/** Reads a word of a policy's principals. @param kind AWS, Service, Federated, CanonicalUser */
export function principalKind(kind: string, word: string): PrincipalKind {
  if (kind === 'Service') return 'service';
  if (word === '*') return 'everyone';
  if (/^\d{12}$/.test(word) || /^arn:[^:]*:iam::\d{12}:root$/.test(word)) return 'account';
  if (/^arn:[^:]*:iam::cloudfront:user\//.test(word)) return 'service';
  if (/^arn:[^:]*:iam::\d{12}:user\//.test(word) || word.startsWith('AIDA')) return 'user';
  if (/^arn:[^:]*:iam::\d{12}:role\//.test(word) || /^arn:[^:]*:sts::\d{12}:assumed-role\//.test(word) || word.startsWith('AROA')) return 'role';
  return 'other';
}
