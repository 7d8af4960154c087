/** A proxy of the step's own instead of the environment's, for both calls. */
import { type Environment, environmentOf } from '@slipway/action-kit';
import type { LoginPlan } from './plan.ts';

const proxyNames = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
const noProxyNames = ['NO_PROXY', 'no_proxy'];

/** The environment as the plan's calls see it. */
export function environmentFor({ httpProxy, noProxy }: Pick<LoginPlan, 'httpProxy' | 'noProxy'>, environment: Environment): Environment {
  if (httpProxy === undefined && noProxy === undefined) return environment;
  const over = (names: readonly string[], value: string | undefined) => (value === undefined ? {} : Object.fromEntries(names.map((name) => [name, value])));
  return environmentOf({ ...environment.all(), ...over(proxyNames, httpProxy), ...over(noProxyNames, noProxy) });
}

/** What of the proxies' URLs must not be seen: `user:password`, and the password in both spellings. Short ones are in the pair alone. */
export function proxySecrets(environment: Environment): string[] {
  return proxyNames.flatMap((name) => {
    const value = environment.get(name);
    const [, pair] = /^(?:[a-z]+:\/\/)?([^/@\s]+(?:@[^/@\s]+)*)@/i.exec(value ?? '') ?? [];
    if (pair === undefined) return [];
    const password = pair.slice(pair.indexOf(':') + 1);
    return pair.includes(':') ? [pair, ...[password, decoded(password)].filter((text) => text.length >= shortestSecret)] : [pair];
  });
}

/** Hiding fewer letters would hide them everywhere in the log. */
const shortestSecret = 4;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
