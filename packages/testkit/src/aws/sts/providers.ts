/** OIDC providers of the accounts: whose tokens STS takes. */
import { type Claims, readToken } from '../../github/jwt.ts';
import { FakeError } from '../../service.ts';

/** Who signs tokens. */
export interface TokenIssuer {
  /** The `iss` of its tokens: `https://…`, without a slash at the end. */
  readonly issuer: string;
  /** The claims; `undefined` when the signature is wrong or it is no token of this issuer. */
  verify(token: string): Claims | undefined;
}

/** A provider: whether it is there at all, and its client ids. */
export interface OidcProvider {
  exists: boolean;
  audiences: string[];
}

/** A token that STS believes. */
export interface VerifiedToken {
  readonly claims: Claims;
  readonly subject: string;
  readonly audience: string;
  /** The provider's name in ARNs and condition keys: the issuer without `https://`. */
  readonly provider: string;
}

const notAToken = 'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)';

/** The providers of a kit, by issuer. */
export class Providers {
  readonly #known = new Map<string, { issuer: TokenIssuer; provider: OidcProvider }>();

  add(issuer: TokenIssuer, provider: OidcProvider): OidcProvider {
    this.#known.set(issuer.issuer, { issuer, provider });
    return provider;
  }

  /** @param seconds STS's time @throws FakeError InvalidIdentityToken, ExpiredTokenException as STS answers */
  verify(token: string, seconds: number): VerifiedToken {
    const stated = readToken(token);
    if (!stated) throw new FakeError('InvalidIdentityToken', notAToken);
    const issuer = String(stated['iss'] ?? '');
    const known = this.#known.get(issuer);
    if (!known?.provider.exists) throw new FakeError('InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${issuer}`);
    const claims = known.issuer.verify(token);
    if (!claims) throw new FakeError('InvalidIdentityToken', notAToken);
    checkTimes(claims, seconds);
    const audiences = [claims['aud'] ?? ''].flat().map(String);
    const audience = audiences.find((one) => known.provider.audiences.includes(one));
    if (audience === undefined) throw new FakeError('InvalidIdentityToken', 'Incorrect token audience');
    return { claims, subject: String(claims['sub']), audience, provider: issuer.replace(/^https:\/\//, '') };
  }
}

function checkTimes(claims: Claims, seconds: number): void {
  if (Number(claims['exp']) >= seconds) return;
  throw new FakeError(
    'ExpiredTokenException',
    `Token expired: current date/time ${Math.floor(seconds)} must be before the expiration date/time ${claims['exp']}`,
  );
}
