/** The claims of a run's identity token, as GitHub would make them from the run (GitHub Docs, "OpenID Connect reference"). */
import type { Claims } from '../github/jwt.ts';

/** Claim → the runner's variable that says it. */
const variables: Readonly<Record<string, string>> = {
  repository: 'GITHUB_REPOSITORY',
  repository_id: 'GITHUB_REPOSITORY_ID',
  repository_owner: 'GITHUB_REPOSITORY_OWNER',
  repository_owner_id: 'GITHUB_REPOSITORY_OWNER_ID',
  ref: 'GITHUB_REF',
  ref_type: 'GITHUB_REF_TYPE',
  sha: 'GITHUB_SHA',
  head_ref: 'GITHUB_HEAD_REF',
  base_ref: 'GITHUB_BASE_REF',
  workflow: 'GITHUB_WORKFLOW',
  workflow_ref: 'GITHUB_WORKFLOW_REF',
  job_workflow_ref: 'GITHUB_WORKFLOW_REF',
  actor: 'GITHUB_ACTOR',
  actor_id: 'GITHUB_ACTOR_ID',
  event_name: 'GITHUB_EVENT_NAME',
  run_id: 'GITHUB_RUN_ID',
  run_number: 'GITHUB_RUN_NUMBER',
  run_attempt: 'GITHUB_RUN_ATTEMPT',
  runner_environment: 'RUNNER_ENVIRONMENT',
};

/**
 * @param base what the kit says by itself
 * @param given what the file says; it has the last word, also on `sub`
 */
export function runClaims(environment: Readonly<Record<string, string | undefined>>, base: Claims, given: Claims, repository?: string): Claims {
  const run = Object.entries(variables).flatMap(([claim, name]) => (environment[name] ? [[claim, environment[name]]] : []));
  const own = repository === undefined ? {} : { repository, repository_owner: repository.split('/')[0] };
  const claims: Claims = { ...base, ...Object.fromEntries(run), ...own, ...given };
  return { ...claims, sub: given['sub'] ?? subjectOf(claims) };
}

/** Environment before pull request before ref: the order in which GitHub looks (same page, "Example subject claims"). */
function subjectOf(claims: Claims): string {
  const start = `repo:${claims['repository']}`;
  if (claims['environment'] !== undefined) return `${start}:environment:${String(claims['environment']).replaceAll(':', '%3A')}`;
  return claims['event_name'] === 'pull_request' ? `${start}:pull_request` : `${start}:ref:${claims['ref']}`;
}
