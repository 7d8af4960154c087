/** STS: roles with a trust, web identity with real tokens, sessions with tags and a source identity, and AWS's own refusals. */
import { randomBytes } from 'node:crypto';
import type { OidcIssuer } from '../../github/oidc.ts';
import type { Identities } from '../../identities.ts';
import { type Caller, type FakeAnswer, FakeError, type FakeRequest, type FakeService, type KitClock, type ServiceHost } from '../../service.ts';
import { answer, credentialsXml, element, errorAnswer } from './answers.ts';
import type { StsCall } from './calls.ts';
import { checkConstraints } from './constraints.ts';
import { type OidcProvider, Providers, type TokenIssuer, type VerifiedToken } from './providers.ts';
import { type AssumeRequest, readRequest } from './request.ts';
import { type FakeRole, type NewRole, partsOf, sessionArn } from './role.ts';
import { nextSession } from './session.ts';
import { checkSessionPolicy, packedPercent } from './session-policy.ts';
import { checkAssumeRole, checkWebIdentity, denied } from './trust.ts';
import { type RequestFacts, readTrustPolicy } from './trust-policy.ts';

/** What STS takes where no duration is asked for (STS API, AssumeRole). */
const defaultDuration = 3600;
/** "Role chaining limits your … role session to a maximum of one hour" (STS API, AssumeRole). */
const chainedDuration = 3600;
/** Characters; AWS's own limit is not published. */
const packedCharacters = 4096;
const githubAudiences = ['sts.amazonaws.com', 'sts.amazonaws.com.cn', 'sts.amazonaws.eu'];

/** The fake STS. */
export class FakeSts implements FakeService {
  readonly name = 'sts';
  readonly roles = new Map<string, FakeRole>();
  /** The accounts' provider for GitHub. */
  readonly provider: OidcProvider;
  /** Every AssumeRole and AssumeRoleWithWebIdentity that got here, in order. */
  readonly calls: StsCall[] = [];
  /** Seconds that issued keys live, whatever was asked and validated; `undefined`: as long as was asked. */
  sessionSeconds: number | undefined;
  /** Characters of tags and session policies that fit into a session. */
  packedLimit = packedCharacters;
  /** Regions where STS is not activated. */
  readonly disabledRegions = new Set<string>();
  readonly #providers = new Providers();
  readonly #identities: Identities;
  readonly #clock: KitClock;
  readonly #host: ServiceHost;

  constructor(host: ServiceHost, identities: Identities, issuer: OidcIssuer) {
    this.#host = host;
    this.#clock = host.clock;
    this.#identities = identities;
    this.provider = this.#providers.add(issuer, { exists: true, audiences: githubAudiences.slice() });
  }

  /** Adds a role by its name and returns its ARN. @throws Error that lists the mistakes of a trust policy */
  addRole(name: string, { accountId, partition, trustPolicy, ...role }: NewRole = {}): string {
    const arn = `arn:${partition ?? 'aws'}:iam::${accountId ?? this.#host.accountId}:role/${name}`;
    this.roles.set(arn, { arn, ...role, ...(trustPolicy === undefined ? {} : { trust: readTrustPolicy(arn, trustPolicy) }) });
    return arn;
  }

  /** From now on tokens of this issuer are verified too. @returns the provider, whose audiences a test may change */
  addProvider(issuer: TokenIssuer, audiences: readonly string[] = ['sts.amazonaws.com']): OidcProvider {
    return this.#providers.add(issuer, { exists: true, audiences: [...audiences] });
  }

  operation(request: FakeRequest): string {
    return new URLSearchParams(request.body.toString('utf8')).get('Action') ?? request.query.get('Action') ?? 'Unknown';
  }

  handle(operation: string, request: FakeRequest): FakeAnswer {
    switch (operation) {
      case 'AssumeRoleWithWebIdentity':
      case 'AssumeRole':
        return this.#assume(operation, request);
      case 'GetCallerIdentity': {
        const caller = callerOf(request);
        return answer(operation, `<Arn>${caller.arn}</Arn><UserId>${caller.userId}</UserId><Account>${caller.accountId}</Account>`);
      }
      default:
        throw new FakeError('InvalidAction', `Could not find operation ${operation} for version 2011-06-15`);
    }
  }

  renderError(error: FakeError): FakeAnswer {
    return errorAnswer(error);
  }

  #assume(operation: AssumeRequest['operation'], request: FakeRequest): FakeAnswer {
    const form = new URLSearchParams(request.body.toString('utf8'));
    const asked = readRequest(operation, form);
    const { region, caller } = request;
    const call: StsCall = { ...asked, at: this.#clock.now(), region, caller: caller?.arn, subject: undefined, audience: undefined, outcome: '' };
    this.calls.push(call);
    try {
      checkConstraints(asked);
      this.#checkRegion(region, asked);
      const given =
        operation === 'AssumeRole' ? this.#byRole(asked, callerOf(request), call) : this.#byToken(asked, form.get('WebIdentityToken') ?? '', call, request);
      call.outcome = 'issued';
      return given;
    } catch (error) {
      if (error instanceof FakeError) Object.assign(call, { outcome: error.code, reason: error.reason ?? error.message });
      throw error;
    }
  }

  #byToken(asked: AssumeRequest, token: string, call: StsCall, { name }: FakeRequest): FakeAnswer {
    // The API has none of these for web identity; a client that sends them is mistaken, and here it is told.
    if (asked.tags.length + asked.transitiveTagKeys.length > 0 || asked.sourceIdentity !== undefined || asked.externalId !== undefined)
      throw new FakeError('ValidationError', 'AssumeRoleWithWebIdentity has no member Tags, TransitiveTagKeys, SourceIdentity or ExternalId');
    const verified = this.#verify(token, call);
    name?.(verified.subject);
    const role = this.roles.get(asked.roleArn);
    checkWebIdentity(role, verified, this.#facts(asked, call));
    checkDuration(asked, role, false);
    const provider = `arn:${partsOf(role.arn)?.partition}:iam::${partsOf(role.arn)?.accountId}:oidc-provider/${verified.provider}`;
    const extra = `${element('SubjectFromWebIdentityToken', verified.subject)}${element('Audience', verified.audience)}${element('Provider', provider)}`;
    return this.#issue(asked, role, call, undefined, extra);
  }

  #verify(token: string, call: StsCall): VerifiedToken {
    const verified = this.#providers.verify(token, this.#clock.now() / 1000);
    Object.assign(call, { subject: verified.subject, audience: verified.audience });
    return verified;
  }

  #byRole(asked: AssumeRequest, caller: Caller, call: StsCall): FakeAnswer {
    const role = this.roles.get(asked.roleArn);
    checkAssumeRole(role, caller, this.#facts(asked, call));
    const before = caller.session?.sourceIdentity;
    if (before !== undefined && asked.sourceIdentity !== undefined && asked.sourceIdentity !== before) {
      // "The value that is set cannot be changed during the role session" (IAM User Guide, "Monitor and control actions taken with assumed roles").
      throw denied('sts:SetSourceIdentity', asked, caller).because(`the session's source identity is ${before} and cannot be changed`);
    }
    checkDuration(asked, role, caller.arn.includes(':assumed-role/'));
    return this.#issue(asked, role, call, caller, '');
  }

  #facts(request: AssumeRequest, { region, at }: StsCall): RequestFacts {
    return { request, region, now: at };
  }

  #checkRegion(region: string, { roleArn }: AssumeRequest): void {
    if (!this.disabledRegions.has(region)) return;
    const message = `STS is not activated in this region for account:${partsOf(roleArn)?.accountId}. Your account administrator can activate STS in this region using the IAM Console.`;
    throw new FakeError('RegionDisabledException', message, 403);
  }

  #issue(asked: AssumeRequest, role: FakeRole, call: StsCall, caller: Caller | undefined, extra: string): FakeAnswer {
    checkSessionPolicy(asked.policy);
    const session = nextSession(asked, caller?.session);
    const percent = packedPercent(asked, session.tags, this.packedLimit);
    const arn = sessionArn(role.arn, asked.sessionName);
    const id = `AROA${randomBytes(8).toString('hex').toUpperCase()}:${asked.sessionName}`;
    const seconds = this.sessionSeconds ?? asked.durationSeconds ?? defaultDuration;
    const keys = this.#identities.issue(partsOf(role.arn)?.accountId ?? '', arn, id, seconds, session);
    call.accessKeyId = keys.accessKeyId;
    const user = `<AssumedRoleUser>${element('Arn', arn)}${element('AssumedRoleId', id)}</AssumedRoleUser>`;
    const rest = `${element('PackedPolicySize', percent)}${element('SourceIdentity', session.sourceIdentity)}`;
    return answer(asked.operation, `${credentialsXml(keys)}${user}${rest}${extra}`);
  }
}

function checkDuration({ durationSeconds }: AssumeRequest, role: FakeRole, chained: boolean): void {
  if (durationSeconds === undefined) return;
  if (chained && durationSeconds > chainedDuration)
    throw new FakeError('ValidationError', 'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.');
  if (durationSeconds > (role.maxSessionDuration ?? defaultDuration))
    throw new FakeError('ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
}

function callerOf(request: FakeRequest): Caller {
  if (!request.caller) throw new FakeError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
  return request.caller;
}
