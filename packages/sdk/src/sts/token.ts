/**
 * One JWT for several roles and tries, asked for again before it ages. A runner's clock may be wrong by hours, so a token's
 * age is what has passed since it came, or its own `exp` against a server's Date where one is known; never the local time.
 */
import type { HttpAnswer, HttpRequest } from '../http.ts';
import { sendHttp } from '../http.ts';
import type { Clock } from '../retry.ts';
import { claimsOf } from './claims.ts';

/** A token that ends sooner than this is replaced before STS sees it; GitHub's tokens live five minutes. */
const shortestTokenLifeMs = 60_000;

/** A token, and the Date of the server that gave it in milliseconds since the epoch. */
export interface DatedToken {
  readonly token: string;
  readonly serverTime?: number;
}

/**
 * Gives an identity token. It may be told the time of the server that will read the token, in milliseconds since the epoch,
 * and may ignore it. An error with `retryable: true` is tried again.
 */
export type TokenSource = (serverNow?: number) => Promise<string | DatedToken>;

/** A source that keeps its token as long as it is good. */
export type SharedToken = (serverNow?: number) => Promise<string>;

interface Held {
  readonly token: string;
  /** The runner's time at which it came. */
  readonly at: number;
  /** Milliseconds from `iat` to `exp`; infinite where the token does not say. */
  readonly lifeMs: number;
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
}

const kept = new WeakSet<TokenSource>();

/**
 * One token for all who call: asked for on first use, and again when less than 60 s are left. Those who call at the same time
 * share one request. A source that is shared already is given back as it is.
 */
export function sharedToken(fetchToken: TokenSource, clock: Pick<Clock, 'now'>): SharedToken {
  if (kept.has(fetchToken)) return fetchToken as SharedToken;
  const keeper = new TokenKeeper(fetchToken, clock);
  const shared: SharedToken = (serverNow) => keeper.take(serverNow);
  kept.add(shared);
  return shared;
}

class TokenKeeper {
  readonly #fetch: TokenSource;
  readonly #clock: Pick<Clock, 'now'>;
  #held: Held | undefined;
  #asked: Promise<Held> | undefined;
  /** The servers' time minus the runner's. */
  #offset: number | undefined;
  /** False once new tokens have turned out old by a server's Date: that Date is then no measure. */
  #datesCount = true;
  /** True once even a second new token had less than a minute: its issuer gives no longer ones. */
  #shortLived = false;

  constructor(fetchToken: TokenSource, clock: Pick<Clock, 'now'>) {
    this.#fetch = fetchToken;
    this.#clock = clock;
  }

  async take(serverNow?: number): Promise<string> {
    this.#learn(serverNow);
    if (this.#held && !this.#endsSoon(this.#held)) return this.#held.token;
    this.#asked ??= this.#renew().finally(() => {
      this.#asked = undefined;
    });
    return (await this.#asked).token;
  }

  /** One token, and one more where the first is already old: it came from a cache. Never a third. */
  async #renew(): Promise<Held> {
    let fresh = await this.#ask();
    if (this.#endsSoon(fresh)) fresh = await this.#ask();
    else if (this.#leftMs(fresh) < shortestTokenLifeMs && !this.#shortLived) {
      fresh = await this.#ask();
      this.#shortLived = this.#leftMs(fresh) < shortestTokenLifeMs;
    }
    if (this.#endsSoon(fresh)) {
      this.#datesCount = false;
      this.#offset = undefined;
    }
    this.#held = fresh;
    return fresh;
  }

  async #ask(): Promise<Held> {
    const given = await this.#fetch(this.#offset === undefined ? undefined : this.#clock.now() + this.#offset);
    const { token, serverTime } = typeof given === 'string' ? { token: given } : given;
    this.#learn(serverTime);
    const { iat, exp } = claimsOf(token);
    const known = typeof iat === 'number' && typeof exp === 'number' && exp > iat;
    return {
      token,
      at: this.#clock.now(),
      lifeMs: known ? (exp - iat) * 1000 : Number.POSITIVE_INFINITY,
      endsAt: known ? exp * 1000 : Number.POSITIVE_INFINITY,
    };
  }

  #learn(serverNow: number | undefined): void {
    if (serverNow !== undefined && this.#datesCount) this.#offset = serverNow - this.#clock.now();
  }

  #endsSoon(held: Held): boolean {
    // A token that never lives so long is good for the first half of its life.
    return this.#leftMs(held) < (held.lifeMs > shortestTokenLifeMs ? shortestTokenLifeMs : held.lifeMs / 2);
  }

  #leftMs({ at, lifeMs, endsAt }: Held): number {
    const now = this.#clock.now();
    return this.#offset === undefined ? lifeMs - (now - at) : endsAt - (now + this.#offset);
  }
}

/**
 * Makes a token source that knows the time of the server that gave the token.
 * @param fetchToken asks for the token by the `send` that it is given, which is `sendHttp` and reads the answer's Date
 */
export function datedToken(fetchToken: (send: (request: HttpRequest) => Promise<HttpAnswer>) => Promise<string>): TokenSource {
  return async () => {
    let serverTime: number | undefined;
    const token = await fetchToken(async (request) => {
      const answer = await sendHttp(request);
      const date = Date.parse(answer.headers['date'] ?? '');
      serverTime = Number.isNaN(date) ? undefined : date;
      return answer;
    });
    return serverTime === undefined ? { token } : { token, serverTime };
  };
}
