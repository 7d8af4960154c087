/**
 * The state of a rotation: staging labels, nothing else. AWSCURRENT, AWSPENDING and AWSPREVIOUS are AWS's; `failed-n` marks
 * a version that was tried and must never come back, so that the next version id differs.
 */
import { createHash } from 'node:crypto';
import type { SecretState } from './ports.ts';

/** AWS's label of the version that consumers read. */
export const current = 'AWSCURRENT';
/** AWS's label of the version that waits to be promoted. */
export const pending = 'AWSPENDING';
/** AWS's label of the version that was current before; it follows AWSCURRENT by itself. */
export const previous = 'AWSPREVIOUS';

const failedLabel = /^failed-(\d+)$/;
/** Version ids have 32 to 64 characters (PutSecretValue API). */
const digestLength = 48;
const tokenMark = 'slipway-';

/**
 * The id of the version that a rotation makes: the same for every run that starts from the same current version, so that a
 * killed run is found again and two racing ones meet.
 */
export function versionToken(secretArn: string, base: string, rotation: string, attempt: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([secretArn, base, rotation, attempt]))
    .digest('hex');
  return tokenMark + digest.slice(0, digestLength);
}

/** The version that holds a label. */
export function holderOf(state: SecretState, label: string): string | undefined {
  for (const [id, labels] of state.labels) if (labels.includes(label)) return id;
  return undefined;
}

/** True where the version was tried and given up. */
export function hasFailed(state: SecretState, id: string): boolean {
  return (state.labels.get(id) ?? []).some((label) => failedLabel.test(label));
}

/** The id that a rotation from `base` makes: of the first attempt that has not failed. */
export function nextToken(state: SecretState, base: string, rotation: string): string {
  for (let attempt = 1; ; attempt += 1) {
    const token = versionToken(state.arn, base, rotation, attempt);
    if (!hasFailed(state, token)) return token;
  }
}

/** The next free `failed-n`; a label sits on one version at most. */
export function nextFailedLabel(state: SecretState): string {
  const numbers = failedLabels(state).map(({ label }) => Number(failedLabel.exec(label)?.[1]));
  return `failed-${Math.max(0, ...numbers) + 1}`;
}

/**
 * The `failed-n` labels that may go: of attempts whose base can never be current again, neither the present version nor
 * AWSPREVIOUS. Without this, versions that failed long ago would fill the secret's quota of versions.
 */
export function outdatedFailures(state: SecretState, rotation: string): { id: string; label: string }[] {
  const kept = new Set<string>();
  for (const label of [current, previous]) {
    const base = holderOf(state, label);
    if (base === undefined) continue;
    kept.add(base);
    for (let attempt = 1; attempt <= failedLabels(state).length + 1; attempt += 1) kept.add(versionToken(state.arn, base, rotation, attempt));
  }
  return failedLabels(state).filter(({ id }) => id.startsWith(tokenMark) && !kept.has(id));
}

function failedLabels(state: SecretState): { id: string; label: string }[] {
  return [...state.labels].flatMap(([id, labels]) => labels.filter((label) => failedLabel.test(label)).map((label) => ({ id, label })));
}
