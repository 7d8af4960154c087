/** STS: roles with a trust, web identity with real tokens, and AWS's own refusals. */
import { randomBytes } from 'node:crypto';
import type { Claims, OidcIssuer } from '../github/oidc.ts';
import type { Identities } from '../identities.ts';
import { type Caller, type FakeAnswer, FakeError, type FakeRequest, type FakeService, type KitClock, type ServiceHost } from '../service.ts';

/** A role that can be assumed. */
export interface FakeRole {
  /** `arn:aws:iam::111111111111:role/path/name` */
  readonly arn: string;
  /** Subjects that may assume it by web identity; `*` matches any run of characters. */
  readonly subjects?: readonly string[];
  /** Principals that may assume it by AssumeRole: ARNs with `*`. */
  readonly principals?: readonly string[];
  readonly externalId?: string;
  /** Seconds; 3600 unless given. */
  readonly maxSessionDuration?: number;
}

/** Audiences of the account's OIDC provider for GitHub, and whether it is there at all. */
export interface OidcProvider {
  exists: boolean;
  audiences: string[];
}

const minimumDuration = 900;
const chainedDuration = 3600;
const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** The fake STS. */
export class FakeSts implements FakeService {
  readonly name = 'sts';
  readonly roles = new Map<string, FakeRole>();
  readonly provider: OidcProvider = { exists: true, audiences: ['sts.amazonaws.com', 'sts.amazonaws.com.cn'] };
  readonly #identities: Identities;
  readonly #issuer: OidcIssuer;
  readonly #clock: KitClock;
  readonly #host: ServiceHost;

  constructor(host: ServiceHost, identities: Identities, issuer: OidcIssuer) {
    this.#host = host;
    this.#clock = host.clock;
    this.#identities = identities;
    this.#issuer = issuer;
  }

  /** Adds a role of the kit's account by its name and returns its ARN. */
  addRole(name: string, role: Omit<FakeRole, 'arn'> = {}): string {
    const arn = `arn:aws:iam::${this.#host.accountId}:role/${name}`;
    this.roles.set(arn, { arn, ...role });
    return arn;
  }

  operation(request: FakeRequest): string {
    return new URLSearchParams(request.body.toString('utf8')).get('Action') ?? request.query.get('Action') ?? 'Unknown';
  }

  handle(operation: string, request: FakeRequest): FakeAnswer {
    const form = new URLSearchParams(request.body.toString('utf8'));
    switch (operation) {
      case 'AssumeRoleWithWebIdentity':
        return this.#webIdentity(form);
      case 'AssumeRole':
        return this.#assumeRole(form, callerOf(request));
      case 'GetCallerIdentity': {
        const caller = callerOf(request);
        return answer(operation, `<Arn>${caller.arn}</Arn><UserId>${caller.userId}</UserId><Account>${caller.accountId}</Account>`);
      }
      default:
        throw new FakeError('InvalidAction', `Could not find operation ${operation} for version 2011-06-15`);
    }
  }

  renderError(error: FakeError): FakeAnswer {
    const code = error.code === 'UnrecognizedClientException' ? 'InvalidClientTokenId' : error.code === 'ExpiredTokenException' ? 'ExpiredToken' : error.code;
    const body = `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${xml(error.message)}</Message></Error><RequestId>00000000-0000-4000-8000-00000000feed</RequestId></ErrorResponse>`;
    return { status: error.status, headers: { 'content-type': 'text/xml' }, body };
  }

  #webIdentity(form: URLSearchParams): FakeAnswer {
    const operation = 'AssumeRoleWithWebIdentity';
    const claims = this.#claims(form.get('WebIdentityToken') ?? '');
    const role = this.roles.get(form.get('RoleArn') ?? '');
    const subject = String(claims['sub']);
    if (!role?.subjects?.some((pattern) => matches(pattern, subject))) throw new FakeError('AccessDenied', `Not authorized to perform sts:${operation}`, 403);
    return this.#issue(
      operation,
      role,
      form,
      role.maxSessionDuration ?? 3600,
      `<SubjectFromWebIdentityToken>${xml(subject)}</SubjectFromWebIdentityToken><Audience>${xml(String(claims['aud']))}</Audience><Provider>arn:aws:iam::${this.#host.accountId}:oidc-provider/token.actions.githubusercontent.com</Provider>`,
    );
  }

  #claims(token: string): Claims {
    const claims = this.#issuer.verify(token);
    if (!claims) throw new FakeError('InvalidIdentityToken', 'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)');
    if (!this.provider.exists) throw new FakeError('InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${this.#issuer.issuer}`);
    const seconds = this.#clock.now() / 1000;
    if (Number(claims['exp']) < seconds)
      throw new FakeError(
        'ExpiredTokenException',
        `Token expired: current date/time ${Math.floor(seconds)} must be before the expiration date/time ${claims['exp']}`,
      );
    if (!this.provider.audiences.includes(String(claims['aud']))) throw new FakeError('InvalidIdentityToken', 'Incorrect token audience');
    return claims;
  }

  #assumeRole(form: URLSearchParams, caller: Caller): FakeAnswer {
    const role = this.roles.get(form.get('RoleArn') ?? '');
    const allowed =
      role?.principals?.some((pattern) => matches(pattern, caller.arn)) && (role.externalId === undefined || role.externalId === form.get('ExternalId'));
    if (!role || !allowed)
      throw new FakeError('AccessDenied', `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${form.get('RoleArn')}`, 403);
    const chained = caller.arn.includes(':assumed-role/');
    return this.#issue('AssumeRole', role, form, chained ? chainedDuration : (role.maxSessionDuration ?? 3600), '');
  }

  #issue(operation: string, role: FakeRole, form: URLSearchParams, maximum: number, extra: string): FakeAnswer {
    const session = form.get('RoleSessionName') ?? '';
    if (!/^[\w+=,.@-]{2,64}$/.test(session))
      throw new FakeError(
        'ValidationError',
        `1 validation error detected: Value '${session}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`,
      );
    const seconds = Number(form.get('DurationSeconds') ?? 3600);
    if (seconds < minimumDuration || seconds > maximum)
      throw new FakeError('ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
    const [, , , , account = ''] = role.arn.split(':');
    const name = role.arn.split('/').at(-1) ?? '';
    const arn = `arn:aws:sts::${account}:assumed-role/${name}/${session}`;
    const id = `AROA${randomBytes(8).toString('hex').toUpperCase()}:${session}`;
    const keys = this.#identities.issue(account, arn, id, seconds);
    const credentials = `<Credentials><AccessKeyId>${keys.accessKeyId}</AccessKeyId><SecretAccessKey>${keys.secretAccessKey}</SecretAccessKey><SessionToken>${keys.sessionToken}</SessionToken><Expiration>${new Date(keys.expiresAt ?? 0).toISOString()}</Expiration></Credentials>`;
    return answer(operation, `${credentials}<AssumedRoleUser><Arn>${arn}</Arn><AssumedRoleId>${id}</AssumedRoleId></AssumedRoleUser>${extra}`);
  }
}

function callerOf(request: FakeRequest): Caller {
  if (!request.caller) throw new FakeError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
  return request.caller;
}

function answer(operation: string, result: string): FakeAnswer {
  const body = `<${operation}Response xmlns="${namespace}"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>00000000-0000-4000-8000-00000000beef</RequestId></ResponseMetadata></${operation}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

function matches(pattern: string, text: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`, 's').test(text);
}

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
