/** The hints of a judgement in words, each with what to write. Pure. */
import type { TrustFailure, TrustHint } from '@slipway/sdk/trust-policy';
import type { JudgedTrust } from './trust.ts';

/** The hints of one reason, one a line; the exact replacement stands last. */
export function hintWords(failure: TrustFailure, judged: Pick<JudgedTrust, 'issuer'>): string[] {
  const words = failure.hints.map((hint) => `hint: ${explained(hint, failure, judged)}`);
  return [...words, ...replacement(failure)];
}

function explained(hint: TrustHint, failure: TrustFailure, { issuer }: Pick<JudgedTrust, 'issuer'>): string {
  const { operator, key, got } = failure;
  const rest = (got[0] ?? '').replace(/^repo:[^:]*:/, '');
  switch (hint) {
    case 'letter-case':
      return 'only the letter case differs.';
    case 'immutable-sub':
      return "the token's sub has the ids of owner and repository (GitHub's form since July 2026), the policy has the older form without.";
    case 'legacy-sub':
      return "the token's sub has no ids of owner and repository, the policy has the newer form with them.";
    case 'environment-form':
      return `the job has an environment, so its sub ends in ${JSON.stringify(rest)} and names no ref.`;
    case 'ref-form':
      return `the job has no environment, so its sub ends in ${JSON.stringify(rest)}.`;
    case 'pull-request-form':
      return 'the run is of a pull request, so its sub ends in "pull_request" and names no ref and no environment.';
    case 'wildcard-in-equals':
      if (operator === null) return 'a principal takes no wildcard but "*" alone; write the ARN out.';
      return `* and ? are plain characters under ${operator}; use ${operator.replace(/Equals(?:IgnoreCase)?/i, 'Like')}.`;
    case 'absent-key':
      return absence(key ?? '', issuer);
  }
}

function absence(key: string, issuer: string | undefined): string {
  if (issuer === undefined) return 'this login has no identity token, so it has no such key.';
  if (!key.toLowerCase().startsWith(`${issuer}:`.toLowerCase())) return `the keys of this token begin with "${issuer}:".`;
  if (key.toLowerCase().endsWith(':environment')) return 'the job has no environment, so the token has no such claim.';
  return 'the token has no such claim, or STS does not read it: STS reads sub, aud, actor, actor_id, job_workflow_ref, repository, repository_id, workflow, ref, environment and enterprise_id.';
}

/** What to write in place of what the policy wants, where a hint says that it means this caller. */
function replacement({ kind, operator, key, got, hints }: TrustFailure): string[] {
  const [value] = got;
  const exact = hints.some((hint) => hint !== 'wildcard-in-equals' && hint !== 'absent-key');
  if (value === undefined || got.length > 1 || !exact) return [];
  if (kind === 'principal') return [`write: "Federated": ${JSON.stringify(value)}`];
  return operator === null || key === null ? [] : [`write: ${JSON.stringify(operator)}: {${JSON.stringify(key)}: ${JSON.stringify(value)}}`];
}
