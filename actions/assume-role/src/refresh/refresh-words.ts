/** What the credential process says on stderr, which is what the tools show. Pure. */

/** Why no new keys came. */
export interface RefusalFacts {
  readonly profile: string;
  /** ACTIONS_ID_TOKEN_REQUEST_* are in the process's environment. */
  readonly hasRequestToken: boolean;
}

const requestTokenMissing = 'id-token-permission-missing';

/**
 * An error of the login in words: what AWS or GitHub said, and one thing to do.
 * @returns lines without a line break at the end
 */
export function renewalWords(error: unknown, { profile, hasRequestToken }: RefusalFacts): string {
  const head = `no new keys for profile ${profile}`;
  const messages = chainOf(error).map(({ message }) => message);
  if (codesOf(error).includes(requestTokenMissing)) {
    return hasRequestToken
      ? `${head}: GitHub no longer answers this job's request token, which lives about 6 hours from the start of the job (${messages.at(-1) ?? ''}).\nDo this: split the job, so that each part ends within 6 hours of its own start; nothing within this job can bring new keys.`
      : `${head}: this process has no ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN in its environment.\nDo this: hand both variables on to it (sudo --preserve-env, docker run -e, env without -i), in a job that has permissions: id-token: write.`;
  }
  const why = detailsOf(error);
  const remedy = remedyOf(error);
  return [`${head}: ${messages[0] ?? String(error)}`, ...why, ...(remedy ? [`Do this: ${remedy}`] : [])].join('\n');
}

/** STS gave keys of somebody else. */
export function foreignKeysWords(profile: string, expected: string, got: string): string {
  return `no new keys for profile ${profile}: they would be those of ${got}, and the login was for ${expected}.\nDo this: check sts-endpoint and the proxy: something else answers in the name of STS.`;
}

/** Keys that have ended before they came can only mean a wrong clock. */
export function endedKeysWords(profile: string, expiresAt: number, now: number): string {
  const seconds = Math.round((now - expiresAt) / 1_000);
  return `the new keys of profile ${profile} ended ${seconds} s ago by this machine's clock.\nDo this: set the runner's clock (NTP).`;
}

/** The step's folder is gone: its `post`, or `end: true`, has removed it. */
export function goneWords(planFile: string, why: string): string {
  return `the login behind this profile has ended: ${planFile} cannot be read (${why}).\nDo this: run assume-role with delivery: refresh before this step, in the same job.`;
}

/** Another process has held the lock for too long. */
export function busyWords(profile: string, seconds: number): string {
  return `no new keys for profile ${profile}: another process has been renewing them for ${seconds} s.\nDo this: run the step again.`;
}

function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let current = error; current instanceof Error && chain.length < 10; current = current.cause) chain.push(current);
  return chain;
}

function codesOf(error: unknown): unknown[] {
  return chainOf(error).flatMap((link) => {
    const { code, reason } = link as { code?: unknown; reason?: unknown };
    return [code, reason];
  });
}

function detailsOf(error: unknown): string[] {
  const { why, facts } = error as { why?: readonly string[]; facts?: readonly string[] };
  return [...(why ?? facts ?? [])];
}

function remedyOf(error: unknown): string | undefined {
  const { remedy, hint } = error as { remedy?: string; hint?: string };
  return remedy ?? hint;
}
