/** Who may call: access keys and what stands behind them. */
import { randomBytes } from 'node:crypto';
import type { RoleSession } from './aws/sts/session.ts';
import type { Caller, KitClock } from './service.ts';

/** Keys as a client uses them. */
export interface IssuedKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number;
}

/** The keys that a kit knows. */
export class Identities {
  readonly #known = new Map<string, { keys: IssuedKeys; caller: Caller; revoked: boolean }>();
  readonly #clock: KitClock;

  constructor(clock: KitClock) {
    this.#clock = clock;
  }

  /** Registers long-lived keys of a user. */
  addUser(accessKeyId: string, secretAccessKey: string, accountId: string, name: string): IssuedKeys {
    const keys = { accessKeyId, secretAccessKey };
    this.#known.set(accessKeyId, {
      keys,
      caller: { accessKeyId, accountId, arn: `arn:aws:iam::${accountId}:user/${name}`, userId: 'AIDATESTKITUSER00001' },
      revoked: false,
    });
    return keys;
  }

  /** Makes temporary keys of an assumed role. @param arn `arn:…:assumed-role/<role>/<session>` @param session what goes with it to the next role */
  issue(accountId: string, arn: string, userId: string, durationSeconds: number, session?: RoleSession): IssuedKeys {
    const accessKeyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
    const keys = {
      accessKeyId,
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: `FwoGZXIvYXdzE${randomBytes(120).toString('base64')}`,
      expiresAt: this.#clock.now() + durationSeconds * 1000,
    };
    this.#known.set(accessKeyId, { keys, caller: { accessKeyId, accountId, arn, userId, ...(session ? { session } : {}) }, revoked: false });
    return keys;
  }

  /** From now on the keys are refused as expired. */
  expire(accessKeyId: string): void {
    const entry = this.#known.get(accessKeyId);
    if (entry) entry.revoked = true;
  }

  /** The keys and the caller, and whether they have expired; `undefined` for unknown ones. */
  find(accessKeyId: string): { keys: IssuedKeys; caller: Caller; expired: boolean } | undefined {
    const entry = this.#known.get(accessKeyId);
    if (!entry) return undefined;
    return { keys: entry.keys, caller: entry.caller, expired: entry.revoked || (entry.keys.expiresAt ?? Number.POSITIVE_INFINITY) <= this.#clock.now() };
  }

  /** Every secret that was handed out, for leak tests. */
  secrets(): string[] {
    return [...this.#known.values()].flatMap(({ keys }) => [keys.secretAccessKey, ...(keys.sessionToken ? [keys.sessionToken] : [])]);
  }
}
