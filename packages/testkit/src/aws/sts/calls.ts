/** What STS was asked, call by call, without tokens and keys: what tests hold a login against. */
import type { AssumeRequest } from './request.ts';

/** One AssumeRole or AssumeRoleWithWebIdentity that reached STS. */
export interface StsCall extends AssumeRequest {
  /** Milliseconds since the epoch, by the kit's clock. */
  readonly at: number;
  /** Of the signature; the kit's region for unsigned calls. */
  readonly region: string;
  /** ARN of who signed; absent for web identity. */
  readonly caller: string | undefined;
  /** `sub` and `aud` of the token; absent for AssumeRole and for tokens that nobody could read. */
  readonly subject: string | undefined;
  readonly audience: string | undefined;
  /** `issued`, or the code of the refusal. */
  outcome: string;
  /** Why it was refused, in words of the kit where STS says less. */
  reason?: string;
  /** The access key id that was issued. */
  accessKeyId?: string;
}
