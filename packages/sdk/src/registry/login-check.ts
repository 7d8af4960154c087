/** Whether a registry takes a login: `GET /v2/`, by password or by the bearer token that the password buys. */
import { type RetryDecision, retry } from '../retry.ts';
import { basic, type RegistryContext, sendOnce } from './connection.ts';
import { RegistryError } from './errors.ts';

/** A check is a question, not a transfer: it is asked again for a hiccup, not for an outage. */
const checkTries = 3;

/** Asks whether the registry takes the login. @throws RegistryError, or the signal's reason */
export async function checkLogin(context: RegistryContext): Promise<void> {
  const { clock, signal, deadline, random } = context;
  await retry(() => ask(context), { clock, signal, deadline, attempts: checkTries, decide, ...(random ? { random } : {}) });
}

function decide(error: unknown): RetryDecision {
  const passing = error instanceof RegistryError && ['throttled', 'unreachable', 'timeout'].includes(error.code) && error.registryCode !== 'ENOTFOUND';
  return passing ? { retry: true, ...(error.retryAfterMs === undefined ? {} : { afterMs: error.retryAfterMs }) } : { retry: false };
}

async function ask(context: RegistryContext): Promise<void> {
  const request = { method: 'GET', part: 'v2', repository: '', url: '/v2/' } as const;
  const answer = await sendOnce(context, { ...request, expect: [200, 401] });
  if (answer.status === 200) return;
  const url = context.login && tokenUrl(answer.headers['www-authenticate']);
  if (!url || !context.login) throw refused(context, answer.body);
  const bought = await sendOnce(context, { ...request, url, headers: { authorization: basic(context.login) }, expect: [200] });
  await sendOnce(context, { ...request, headers: { authorization: `Bearer ${tokenIn(context, bought.body)}` }, expect: [200] });
}

/** Where a password becomes a token (distribution specification, "Token Authentication"); `undefined` for other challenges. */
function tokenUrl(challenge = ''): string | undefined {
  if (!/^bearer /i.test(challenge)) return undefined;
  const { realm, ...rest } = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
  if (!realm || !URL.canParse(realm)) return undefined;
  const url = new URL(realm);
  for (const name of ['service', 'scope']) if (rest[name]) url.searchParams.set(name, rest[name]);
  return url.href;
}

function tokenIn(context: RegistryContext, body: string): string {
  try {
    const { token, access_token: other } = JSON.parse(body) as { token?: string; access_token?: string };
    if (token || other) return token || other || '';
  } catch {
    // Said below.
  }
  throw new RegistryError({ code: 'unreachable', ...placeOf(context), registryCode: '', status: 200, message: 'the token service answered without a token' });
}

function refused(context: RegistryContext, body: string): RegistryError {
  const message = body.trim().replace(/\s+/g, ' ').slice(0, 300) || 'the registry answered 401 without a word';
  return new RegistryError({ code: 'push-denied', ...placeOf(context), registryCode: '', status: 401, message });
}

function placeOf({ host }: RegistryContext): { operation: string; target: string } {
  return { operation: 'GET v2', target: host };
}
