/** GitHub's OIDC issuer: real RS256 tokens with the claims that GitHub documents, living five minutes. */
import type { FakeAnswer, FakeRequest, KitClock } from '../service.ts';
import { type Claims, TokenSigner } from './jwt.ts';

/** The issuer of a kit. */
export class OidcIssuer {
  readonly issuer = 'https://token.actions.githubusercontent.com';
  /** The bearer of ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  readonly requestToken = `gha-request-token-${'x'.repeat(40)}`;
  /** Claims that every token carries (GitHub Docs, "OpenID Connect reference"); tests change them. */
  claims: Claims;
  /** How long a token lives: five minutes, as GitHub's do. */
  lifeSeconds = 300;
  /** Tokens handed out, for leak tests. */
  readonly tokens: string[] = [];
  readonly #clock: KitClock;
  readonly #signer = new TokenSigner();

  constructor(clock: KitClock, repository: string) {
    this.#clock = clock;
    this.claims = {
      sub: `repo:${repository}:ref:refs/heads/main`,
      repository,
      repository_owner: repository.split('/')[0] ?? '',
      repository_owner_id: '2',
      repository_id: '1',
      repository_visibility: 'private',
      ref: 'refs/heads/main',
      ref_type: 'branch',
      sha: '0'.repeat(40),
      workflow: 'pipeline',
      workflow_ref: `${repository}/.github/workflows/pipeline.yml@refs/heads/main`,
      actor: 'alice',
      actor_id: '7',
      job_workflow_ref: `${repository}/.github/workflows/pipeline.yml@refs/heads/main`,
      event_name: 'push',
      runner_environment: 'github-hosted',
      run_id: '4711',
      run_number: '12',
      run_attempt: '1',
    };
  }

  /** Answers `GET <url>?audience=…`. */
  handle(request: FakeRequest): FakeAnswer {
    if (request.headers['authorization'] !== `Bearer ${this.requestToken}`) return { status: 401, body: { message: 'bad credentials' } };
    return { status: 200, body: { value: this.mint(request.query.get('audience') ?? `https://github.com/${this.claims['repository_owner']}`) } };
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
      exp: iat + this.lifeSeconds,
      ...this.claims,
      ...claims,
    };
    const token = this.#signer.sign(payload);
    this.tokens.push(token);
    return token;
  }

  /** The claims of a token of this issuer; `undefined` when the signature is wrong or it is no token. */
  verify(token: string): Claims | undefined {
    return this.#signer.verify(token);
  }
}
