/** Whose request is it? By the signature's scope, the path, or the form. */
import type { FaultPlan } from './faults.ts';
import type { GithubApi } from './github/api.ts';
import type { OidcIssuer } from './github/oidc.ts';
import type { RawRequest, Routed } from './http-server.ts';
import type { Identities } from './identities.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { type FakeAnswer, FakeError, type FakeRequest, type FakeService, type KitClock, type ServiceHost } from './service.ts';
import type { Services } from './services.ts';
import { type SignatureScope, signatureScope, verifySignature } from './signature.ts';

/** What the router stands on. */
export interface RouterParts {
  readonly clock: KitClock;
  readonly faults: FaultPlan;
  readonly ledger: Ledger;
  readonly identities: Identities;
  readonly oidc: OidcIssuer;
  readonly github: GithubApi;
  readonly services: Services;
  readonly host: ServiceHost;
}

/** Something that answers by path: the registry, GitHub. */
interface Place {
  readonly service: string;
  readonly operation: string;
  readonly handle: () => FakeAnswer | Promise<FakeAnswer>;
  readonly throttled: FakeAnswer;
  /** An injected error in the place's own form. */
  readonly failed: (error: FakeError) => object;
}

/** Makes the function that finds the service, notes the call and picks the fault. */
export function createRouter(parts: RouterParts): (request: RawRequest) => Routed {
  const all: unknown[] = Object.values(parts.services);
  const byScope = new Map(all.filter(isService).map((service) => [service.name, service]));
  return (raw) => {
    const virtualNow = Number(raw.headers['x-slipway-virtual-now']);
    if (virtualNow > 0) parts.clock.advanceTo(virtualNow);
    const scope = signatureScope(raw.headers['authorization']);
    const request: FakeRequest = { ...raw, region: scope?.region ?? parts.host.region };
    const place = scope ? undefined : placeOf(request, parts);
    if (place)
      return routed(
        parts,
        request,
        scope,
        place.service,
        place.operation,
        async () => place.handle(),
        () => place.throttled,
        (error) => ({ status: error.status, body: place.failed(error) }),
      );
    const service = byScope.get(scope?.service ?? (isForm(request) ? 'sts' : 's3'));
    if (!service)
      return routed(
        parts,
        request,
        scope,
        scope?.service ?? 'unknown',
        'Unknown',
        async () => ({ status: 404, body: { message: `testkit has no service ${scope?.service}` } }),
        () => ({ status: 429 }),
        ({ status }) => ({ status }),
      );
    const work = (entry: LedgerEntry) => answerOf(service, request, scope, parts, entry);
    const throttled = (seconds: number | undefined) => throttle(service, seconds);
    return routed(parts, request, scope, service.name, service.operation(request), work, throttled, (error) => service.renderError(error));
  };
}

function isService(value: unknown): value is FakeService {
  return typeof (value as Partial<FakeService>).renderError === 'function';
}

function isForm(request: FakeRequest): boolean {
  return request.method === 'POST' && (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
}

function routed(
  parts: RouterParts,
  request: FakeRequest,
  scope: SignatureScope | undefined,
  service: string,
  operation: string,
  work: (entry: LedgerEntry) => Promise<FakeAnswer>,
  throttled: (seconds: number | undefined) => FakeAnswer,
  failed: (error: FakeError) => FakeAnswer,
): Routed {
  const fault = parts.faults.next(service, operation);
  const { method, path, body } = request;
  const entry: LedgerEntry = {
    service,
    operation,
    method,
    path,
    at: parts.clock.now(),
    accessKeyId: scope?.accessKeyId,
    body,
    ...(fault ? { fault: fault.kind } : {}),
  };
  parts.ledger.entries.push(entry);
  const note = (status: number | undefined) => {
    if (status !== undefined) entry.status = status;
  };
  return { fault, work: () => work(entry), throttled, failed, note };
}

async function answerOf(
  service: FakeService,
  request: FakeRequest,
  scope: SignatureScope | undefined,
  parts: RouterParts,
  entry: LedgerEntry,
): Promise<FakeAnswer> {
  try {
    const caller = scope ? verifySignature(request, scope, parts.identities, parts.clock) : undefined;
    if (caller) entry.caller = caller.arn;
    const name = (text: string) => {
      entry.caller = text;
    };
    return await service.handle(service.operation(request), { ...request, name, ...(caller ? { caller } : {}) });
  } catch (error) {
    if (!(error instanceof FakeError)) throw error;
    entry.refused = { code: error.code, reason: error.reason ?? error.message };
    return service.renderError(error);
  }
}

function throttle(service: FakeService, seconds: number | undefined): FakeAnswer {
  const members = seconds === undefined ? {} : { retryAfterSeconds: seconds };
  const answer = service.renderError(
    new FakeError(
      service.name === 's3' ? 'SlowDown' : service.name === 'sts' ? 'Throttling' : 'ThrottlingException',
      'Rate exceeded',
      service.name === 'dynamodb' ? 400 : 429,
      members,
    ),
  );
  return seconds === undefined ? answer : { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
}

function placeOf(request: FakeRequest, { oidc, github, services }: RouterParts): Place | undefined {
  const { path } = request;
  if (path.startsWith('/_github/oidc'))
    return {
      service: 'github',
      operation: 'oidc',
      handle: () => oidc.handle(request),
      throttled: { status: 429, body: { message: 'rate limited' } },
      failed: messageOf,
    };
  if (path.startsWith('/_github/api/')) {
    const inner = { ...request, path: path.slice('/_github/api'.length) };
    const operation = github.operation({ method: request.method, path: inner.path });
    return {
      service: 'github',
      operation,
      handle: () => github.handle(inner),
      throttled: { status: 429, headers: { 'retry-after': '1' }, body: { message: 'API rate limit exceeded' } },
      failed: messageOf,
    };
  }
  const identity = [services.imds, services.podIdentity, services.container].find((one) => one.covers(request));
  if (identity) {
    const throttled = { status: 429, body: { message: 'Too Many Requests' } };
    return { service: identity.name, operation: identity.operation(request), handle: () => identity.handle(request), throttled, failed: codeOf };
  }
  const registry = (services as { registry?: RegistryPlace }).registry;
  if (registry && /^\/v2(\/|$)/.test(path)) {
    const body = { errors: [{ code: 'TOOMANYREQUESTS', message: 'Rate exceeded' }] };
    return {
      service: 'registry',
      operation: registry.operation(request),
      handle: () => registry.handle(request),
      throttled: { status: 429, body },
      failed: (error) => ({ errors: [codeOf(error)] }),
    };
  }
  return undefined;
}

function messageOf({ message }: FakeError): object {
  return { message };
}

function codeOf({ code, message }: FakeError): object {
  return { code, message };
}

/** What the registry fake has to offer. */
export interface RegistryPlace {
  /** `<METHOD> <v2|blobs|uploads|manifests|referrers>` */
  operation(request: FakeRequest): string;
  handle(request: FakeRequest): FakeAnswer | Promise<FakeAnswer>;
}
