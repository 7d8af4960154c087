/** What the credential process writes and how it ends. Stdout holds the answer's JSON or nothing. */
import { isRenewalDue, type KeptKeys, readKeys } from './kept-keys.ts';
import { refreshFiles } from './refresh-plan.ts';

/** An answer of the process. */
export interface ProcessAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/**
 * Keys for the tool that asked (AWS SDKs and Tools Reference Guide, "Process credential provider"), with their true end: the
 * tools come back before it, each by its own rule, and the kept keys make that cheap.
 * @param warning one line for stderr
 */
export function answerWith(keys: KeptKeys, warning = ''): ProcessAnswer {
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = keys;
  const answer = { Version: 1, AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken };
  const stdout = `${JSON.stringify({ ...answer, Expiration: new Date(expiresAt).toISOString() })}\n`;
  return { stdout, stderr: warning && `slipway: ${warning.replaceAll(/\s*\n\s*/g, ' ')}\n`, exitCode: 0 };
}

/** No keys, and why. */
export function refuse(text: string): ProcessAnswer {
  return { stdout: '', stderr: `slipway: ${text}\n`, exitCode: 1 };
}

/** The quick way: kept keys that need no renewal; `undefined` when there is more to do. @param now milliseconds since the epoch */
export function keptAnswer(planFile: string, now: number): ProcessAnswer | undefined {
  const keys = readKeys(refreshFiles(planFile).keys);
  return keys && !isRenewalDue(keys, now) ? answerWith(keys) : undefined;
}
