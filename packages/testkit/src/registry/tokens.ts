/** The passwords that ECR has handed out: valid for twelve hours of the kit's clock. */
import { createHmac, randomBytes } from 'node:crypto';

/** Lifetime of an authorization token (ECR API, GetAuthorizationToken). */
export const tokenLifetimeMs = 12 * 3_600_000;

/** Issues and checks registry passwords. */
export class RegistryTokens {
  readonly #tokens = new Map<string, number>();
  readonly #key = randomBytes(32);
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A fresh password and the end of its life in milliseconds since the epoch. */
  issue(): { password: string; expiresAt: number } {
    const password = `ecr-${randomBytes(48).toString('base64url')}`;
    const expiresAt = this.#now() + tokenLifetimeMs;
    this.#tokens.set(password, expiresAt);
    return { password, expiresAt };
  }

  /** Whether an Authorization header carries user AWS and a password that still lives. */
  accepts(authorization: string | undefined): boolean {
    const [, encoded] = /^Basic (.+)$/i.exec(authorization ?? '') ?? [];
    if (!encoded) return false;
    const [user, ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    const expiresAt = this.#tokens.get(rest.join(':'));
    return user === 'AWS' && expiresAt !== undefined && expiresAt > this.#now();
  }

  /** The signature of a layer's download URL, which needs no password. */
  signUrl(path: string): string {
    return createHmac('sha256', this.#key).update(path).digest('hex');
  }

  /** Whether a request's path carries the signature that was made for it. */
  acceptsUrl(path: string, signature: string | null): boolean {
    return signature === this.signUrl(path);
  }

  /** Every password that was handed out, for the leak test. */
  get issued(): string[] {
    return [...this.#tokens.keys()];
  }

  /** Ends the life of all passwords. */
  revokeAll(): void {
    this.#tokens.clear();
  }
}
