/**
 * Trust policies as people write them, judged by the evaluator that assume-role explains refusals with. The kit knows more than a
 * runner does: the whole request. What even the kit does not know (the organisation, the network) is refused, and the ledger says so.
 */
import {
  judgeTrustPolicy,
  type KeyLookup,
  parseTrustPolicy,
  type TrustFailure,
  type TrustJudgement,
  type TrustPolicy,
  type TrustRequest,
  webIdentityRequest,
} from '@slipway/sdk/trust-policy';
import type { Caller } from '../../service.ts';
import type { VerifiedToken } from './providers.ts';
import type { AssumeRequest, SessionTag } from './request.ts';
import { partsOf } from './role.ts';

/** What of the request stands in condition keys besides the caller (Service Authorization Reference, "AWS STS"; IAM User Guide, "Global condition context keys"). */
export interface RequestFacts {
  readonly request: AssumeRequest;
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** @param document the policy, or its JSON text @throws Error that lists the mistakes with their places */
export function readTrustPolicy(role: string, document: object | string): TrustPolicy {
  const { policy, mistakes } = parseTrustPolicy(typeof document === 'string' ? document : JSON.stringify(document, null, 2));
  if (policy) return policy;
  throw new Error(`the trust policy of ${role}: ${mistakes.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`).join('; ')}`);
}

/** Why a token may not assume the role; `undefined` when it may. */
export function refusedToken(policy: TrustPolicy, token: VerifiedToken, facts: RequestFacts): string | undefined {
  const request = webIdentityRequest(facts.request.roleArn, token.claims);
  const keys: KeyLookup = (key) => request.keys(key) ?? requestKeys(facts)(key) ?? anonymous(key);
  return reasonOf(judgeTrustPolicy(policy, { ...request, keys }));
}

/** Why a caller may not do this with the role; `undefined` when it may. */
export function refusedCaller(policy: TrustPolicy, action: string, caller: Caller, facts: RequestFacts): string | undefined {
  const keys: KeyLookup = (key) => requestKeys(facts)(key) ?? callerKeys(caller)(key);
  const request: TrustRequest = { action, principal: { aws: caller.arn }, keys };
  return reasonOf(judgeTrustPolicy(policy, request));
}

function requestKeys({ request, region, now }: RequestFacts): KeyLookup {
  const one = (value: string | number | undefined) => (value === undefined ? [] : [String(value)]);
  const keys: Readonly<Record<string, readonly string[]>> = {
    'sts:rolesessionname': [request.sessionName],
    'sts:externalid': one(request.externalId),
    'sts:sourceidentity': one(request.sourceIdentity),
    'sts:durationseconds': one(request.durationSeconds),
    'sts:transitivetagkeys': request.transitiveTagKeys,
    'aws:tagkeys': request.tags.map(({ key }) => key),
    'aws:requestedregion': [region],
    // The kit speaks plain HTTP on loopback; STS itself is reached by TLS only.
    'aws:securetransport': ['true'],
    'aws:currenttime': [new Date(now).toISOString()],
    'aws:epochtime': one(Math.floor(now / 1000)),
  };
  return (key) => keys[key.toLowerCase()] ?? tagKey('aws:requesttag/', request.tags, key);
}

function callerKeys(caller: Caller): KeyLookup {
  const { session } = caller;
  const keys: Readonly<Record<string, readonly string[]>> = {
    'aws:principalarn': [session?.roleArn ?? caller.arn],
    'aws:principalaccount': [caller.accountId],
    'aws:principaltype': [session ? 'AssumedRole' : 'User'],
    'aws:userid': [caller.userId],
    'aws:sourceidentity': session?.sourceIdentity === undefined ? [] : [session.sourceIdentity],
    'aws:username': session ? [] : [partsOf(caller.arn)?.resource.split('/').at(-1) ?? ''],
    // Neither the kit's users nor its sessions use a second factor: the key is absent.
    'aws:multifactorauthpresent': [],
    'aws:multifactorauthage': [],
    'aws:federatedprovider': [],
  };
  return (key) => keys[key.toLowerCase()] ?? tagKey('aws:principaltag/', session?.tags ?? [], key);
}

/** A token's bearer has no AWS principal yet: these keys are absent. */
function anonymous(key: string): readonly string[] | undefined {
  return /^aws:(principal(arn|account|tag\/.*|orgid|orgpaths)|userid|username|multifactorauth(present|age)|sourceidentity)$/i.test(key) ? [] : undefined;
}

function tagKey(prefix: string, tags: readonly SessionTag[], key: string): readonly string[] | undefined {
  if (!key.toLowerCase().startsWith(prefix)) return undefined;
  const name = key.slice(prefix.length).toLowerCase();
  return tags.filter((tag) => tag.key.toLowerCase() === name).map(({ value }) => value);
}

function reasonOf({ verdict, failures }: TrustJudgement): string | undefined {
  if (verdict === 'allowed') return undefined;
  if (verdict === 'refused') return `the trust policy refuses it: ${failures.map(told).join('; ') || 'it has no statement that allows it'}`;
  const unknown = [
    ...new Set(failures.filter(({ kind }) => kind === 'unknown').map(({ key, operator }) => `${key ?? 'the principal'} (${operator ?? 'Principal'})`)),
  ];
  return `the trust policy cannot be judged here and so refuses: it would need ${unknown.join(', ')}`;
}

function told({ statement, kind, operator, key, wanted, got, hints }: TrustFailure): string {
  const seen = got.length > 0 ? got.map((value) => JSON.stringify(value)).join(', ') : 'nothing';
  const hinted = hints.length > 0 ? ` (${hints.join(', ')})` : '';
  if (kind === 'deny') return `statement ${statement} denies it`;
  const what = kind === 'condition' ? `${operator} ${key}` : kind;
  return `statement ${statement}: ${what} wants ${wanted.map((value) => JSON.stringify(value)).join(' or ')}, got ${seen}${hinted}`;
}
