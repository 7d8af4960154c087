/** From an identity to a role, over as many roles as there are on the way, under one deadline. */
import { type AwsContext, type AwsCredentials, clockWasWrong, mayPass, retryAfter, withCredentials } from '../config.ts';
import { AwsError } from '../errors.ts';
import { retry } from '../retry.ts';
import { type AssumedRole, type AssumeRoleRequest, assumeRole, assumeRoleWithWebIdentity, passesByItself, type SessionTag } from './assume.ts';
import { claimsOf } from './claims.ts';
import { sharedToken, type TokenSource } from './token.ts';

/** Seconds of the keys between two hops: they are used once; the shortest that STS gives (STS API, AssumeRole). */
const hopSeconds = 900;

/** What the first hop is taken with. */
export type ChainIdentity =
  /** Keeps its token itself where it comes from `sharedToken`; else one token serves all tries of this chain. */
  { readonly kind: 'token'; readonly fetchToken: TokenSource } | { readonly kind: 'keys'; readonly credentials: AwsCredentials };

/** The way to a role, and who is told what happens on it. */
export interface ChainRequest {
  readonly identity: ChainIdentity;
  /** ARNs of roles, at least one; the last is the role that is wanted. */
  readonly hops: readonly string[];
  readonly sessionName: string;
  /** Of the last hop; STS's default of 3600 unless given. The hops before it take 900. */
  readonly durationSeconds?: number;
  /** With every AssumeRole. */
  readonly externalId?: string;
  /** JSON; with the last hop. */
  readonly inlinePolicy?: string;
  /** With the last hop. */
  readonly managedPolicyArns: readonly string[];
  /** With the first AssumeRole; those that are not transitive with each one after it too. */
  readonly tags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
  /** With the first AssumeRole; STS hands it on by itself. */
  readonly sourceIdentity?: string;
  /** `drop`: a hop that is too large loses its last tag, until it fits or has none. */
  readonly onPackedSize: 'fail' | 'drop';
  /** Told the claims of each token before STS sees it, so that a refusal can be explained. */
  readonly onClaims?: (claims: Readonly<Record<string, unknown>>) => void;
  /** Told each error that another try may follow, so that a deadline does not hide why there was more than one. */
  readonly onRetry?: (error: unknown) => void;
  /** Told each hop before it is taken, from 0: an error is of the last one told. */
  readonly onHop?: (index: number, roleArn: string) => void;
  /** Told the keys of each hop before they are used, so that they can be hidden: those on the way too. */
  readonly onCredentials?: (credentials: AssumedRole['credentials']) => void;
  /** Told the keys of the tags that a hop lost, once it fits without them. */
  readonly onDropped?: (keys: readonly string[]) => void;
}

type Send = (request: AssumeRoleRequest) => Promise<AssumedRole>;

/**
 * Assumes one role after the other and gives the last one's keys. Each hop is retried until the context's deadline where the
 * error may pass: connections, 5xx, throttling, a verification key that could not be fetched. All else fails on the first answer.
 * @throws AwsError, HttpError, or what `fetchToken` throws: the last error, as it is
 * @throws RangeError for a request that STS has no place for
 */
export async function assumeChain(context: AwsContext, request: ChainRequest): Promise<AssumedRole> {
  checkRequest(request);
  const dropped: string[] = [];
  let send = request.identity.kind === 'token' ? byToken(context, request, request.identity.fetchToken) : byKeys(context, request.identity.credentials);
  let role: AssumedRole | undefined;
  for (const [index, arn] of request.hops.entries()) {
    request.onHop?.(index, arn);
    role = await takeHop(context, request, index, send, dropped);
    request.onCredentials?.(role.credentials);
    send = byKeys(context, role.credentials);
  }
  return role as AssumedRole;
}

/** The number of the first hop that is an AssumeRole. */
function firstAssumeRole({ identity }: ChainRequest): number {
  return identity.kind === 'token' ? 1 : 0;
}

function checkRequest(request: ChainRequest): void {
  if (request.hops.length === 0) throw new RangeError('a chain has at least one role');
  const homeless = request.tags.length > 0 || request.externalId !== undefined || request.sourceIdentity !== undefined;
  if (homeless && request.hops.length === firstAssumeRole(request))
    throw new RangeError('AssumeRoleWithWebIdentity takes no tags, no external id and no source identity');
}

function byKeys(context: AwsContext, credentials: AwsCredentials): Send {
  const own = withCredentials(context, credentials);
  return (request) => assumeRole(own, request, { attempts: 1 });
}

/** Before each try the token is looked at again: it may have aged while STS was waited for. */
function byToken(context: AwsContext, { onClaims }: ChainRequest, fetchToken: TokenSource): Send {
  const { clock } = context;
  const take = sharedToken(fetchToken, clock);
  let offset: number | undefined;
  let shown: string | undefined;
  return async (request) => {
    const token = await take(offset === undefined ? undefined : clock.now() + offset);
    if (token !== shown) onClaims?.(claimsOf(token));
    shown = token;
    try {
      return await assumeRoleWithWebIdentity(context, { ...request, token }, { attempts: 1 });
    } catch (error) {
      if (error instanceof AwsError && error.serverTime !== undefined) offset = error.serverTime - clock.now();
      throw error;
    }
  };
}

async function takeHop(context: AwsContext, request: ChainRequest, index: number, send: Send, dropped: string[]): Promise<AssumedRole> {
  const here: string[] = [];
  for (;;) {
    const hop = hopRequest(request, index, dropped);
    try {
      const role = await retryHop(context, request, () => send(hop));
      if (here.length > 0) request.onDropped?.(here);
      return role;
    } catch (error) {
      const last = hop.tags?.at(-1);
      if (request.onPackedSize === 'fail' || !last || !isTooLarge(error) || context.clock.now() >= context.deadline) throw error;
      here.push(last.key);
      dropped.push(last.key);
    }
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof AwsError && error.awsCode.startsWith('PackedPolicyTooLarge');
}

/** What STS is asked for on one hop. Pure. */
function hopRequest(request: ChainRequest, index: number, dropped: readonly string[]): AssumeRoleRequest {
  const { hops, sessionName, externalId, sourceIdentity, durationSeconds, inlinePolicy, managedPolicyArns } = request;
  const last = index === hops.length - 1;
  const first = firstAssumeRole(request);
  const isTransitive = ({ key }: SessionTag) => request.transitiveTagKeys.includes(key);
  const tags = request.tags.filter((tag) => !dropped.includes(tag.key) && (index === first || !isTransitive(tag)));
  const seconds = last ? durationSeconds : hopSeconds;
  return {
    roleArn: hops[index] ?? '',
    sessionName,
    ...(seconds === undefined ? {} : { durationSeconds: seconds }),
    ...(last && inlinePolicy !== undefined ? { inlinePolicy } : {}),
    ...(last ? { managedPolicyArns } : {}),
    ...(index >= first ? { tags } : {}),
    ...(index >= first && externalId !== undefined ? { externalId } : {}),
    ...(index === first ? { transitiveTagKeys: tags.filter(isTransitive).map(({ key }) => key) } : {}),
    ...(index === first && sourceIdentity !== undefined ? { sourceIdentity } : {}),
  };
}

function retryHop<T>(context: AwsContext, { onRetry }: ChainRequest, send: () => Promise<T>): Promise<T> {
  const { clock, signal, deadline, random } = context;
  let corrected = false;
  return retry(send, {
    clock,
    signal,
    deadline,
    ...(random ? { random } : {}),
    decide: (error) => {
      const again = !corrected && error instanceof AwsError && clockWasWrong(error);
      corrected ||= again;
      if (!again && !isPassing(error)) return { retry: false };
      onRetry?.(error);
      return { retry: true, ...(error instanceof AwsError ? retryAfter(error) : {}) };
    },
  });
}

function isPassing(error: unknown): boolean {
  if (error instanceof AwsError) return (mayPass(error) && !isForeign(error)) || passesByItself(error);
  return (error as { retryable?: unknown } | undefined)?.retryable === true;
}

/** Something that is not STS has answered, and no 5xx: it will answer the same again. */
function isForeign({ code, awsCode, statusCode = 0 }: AwsError): boolean {
  return code === 'unreachable' && (awsCode === '' || awsCode === 'SyntaxError') && statusCode < 500;
}
