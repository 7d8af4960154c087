/** GitHub's OIDC issuer: real RS256 tokens with the claims that GitHub documents, living five minutes. */
import { createPublicKey, createSign, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { FakeAnswer, FakeRequest, KitClock } from '../service.ts';

/** The claims of a token (GitHub Docs, "OpenID Connect reference"). */
export type Claims = Record<string, string | number>;

/** GitHub's tokens live five minutes. */
const lifeSeconds = 300;

/** The issuer of a kit. */
export class OidcIssuer {
  readonly issuer = 'https://token.actions.githubusercontent.com';
  /** The bearer of ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  readonly requestToken = `gha-request-token-${'x'.repeat(40)}`;
  /** Claims that every token carries; tests change them. */
  claims: Claims;
  /** Tokens handed out, for leak tests. */
  readonly tokens: string[] = [];
  readonly #clock: KitClock;
  #keys: { privateKey: KeyObject; publicKey: KeyObject } | undefined;

  constructor(clock: KitClock, repository: string) {
    this.#clock = clock;
    this.claims = {
      sub: `repo:${repository}:ref:refs/heads/main`,
      repository,
      repository_owner: repository.split('/')[0] ?? '',
      repository_id: '1',
      ref: 'refs/heads/main',
      sha: '0'.repeat(40),
      workflow: 'pipeline',
      actor: 'alice',
      actor_id: '7',
      job_workflow_ref: `${repository}/.github/workflows/pipeline.yml@refs/heads/main`,
      event_name: 'push',
      run_id: '4711',
      run_attempt: '1',
    };
  }

  /** Answers `GET <url>?audience=…`. */
  handle(request: FakeRequest): FakeAnswer {
    if (request.headers['authorization'] !== `Bearer ${this.requestToken}`) return { status: 401, body: { message: 'bad credentials' } };
    return { status: 200, body: { value: this.mint(request.query.get('audience') ?? 'https://github.com/bank') } };
  }

  /** Makes a token for an audience. @param claims put over the kit's */
  mint(audience: string, claims: Claims = {}): string {
    const iat = Math.floor(this.#clock.now() / 1000);
    const payload = {
      jti: `jti-${this.tokens.length}`,
      iss: this.issuer,
      aud: audience,
      iat,
      nbf: iat - 10,
      exp: iat + lifeSeconds,
      ...this.claims,
      ...claims,
    };
    const head = `${part({ alg: 'RS256', typ: 'JWT', kid: 'testkit' })}.${part(payload)}`;
    const token = `${head}.${createSign('RSA-SHA256').update(head).sign(this.#pair().privateKey).toString('base64url')}`;
    this.tokens.push(token);
    return token;
  }

  /** The claims of a token of this issuer; `undefined` when the signature is wrong or it is no token. */
  verify(token: string): Claims | undefined {
    const [head = '', payload = '', signature = ''] = token.split('.');
    try {
      const right = createVerify('RSA-SHA256').update(`${head}.${payload}`).verify(this.#pair().publicKey, Buffer.from(signature, 'base64url'));
      return right ? (JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims) : undefined;
    } catch {
      return undefined;
    }
  }

  #pair() {
    if (!this.#keys) {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      this.#keys = { privateKey, publicKey: createPublicKey(privateKey) };
    }
    return this.#keys;
  }
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
