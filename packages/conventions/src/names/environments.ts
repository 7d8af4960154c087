/** Environments: `<stage>-<domain>`, and the account of shared services, which the documents write in two ways. */

const segments = /^[a-z0-9]+(-[a-z0-9]+)+$/;
const words = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const shared = /^shared-services?(?=-|$)/;

/** The stage of an environment: what stands before its first hyphen; `shared-services-ci` has the stage `shared-services`. */
export function stageOf(environment: string): string {
  return shared.exec(environment)?.[0] ?? environment.split('-')[0] ?? '';
}

/** The names given; of shared services both spellings, since the documents use both for one account. */
export function withBothSpellings(environments: readonly string[]): readonly string[] {
  const both = environments.flatMap((one) => (shared.test(one) ? [one, one.replace(shared, 'shared-service'), one.replace(shared, 'shared-services')] : [one]));
  return [...new Set(both)];
}

/** True for `<stage>-<domain>`: `sandbox-apps`, `shared-services-ci`. @param environments the only names allowed, when there are any */
export function isEnvironmentName(name: string, environments: readonly string[] = []): boolean {
  return environments.length > 0 ? withBothSpellings(environments).includes(name) : segments.test(name);
}

/** An environment at the front of a name, and what follows it. */
export interface EnvironmentSplit {
  readonly environment: string;
  /** Lower-case words with single hyphens. */
  readonly rest: string;
}

/**
 * Reads `<env>-<rest>`. Without a list the environment is the first two words, three where the stage is shared services.
 * @param environments the only names allowed; the longest that fits wins
 */
export function splitEnvironment(name: string, environments: readonly string[] = []): EnvironmentSplit | undefined {
  const own = environments.length > 0 ? longest(withBothSpellings(environments).filter((one) => name.startsWith(`${one}-`))) : firstWords(name);
  if (own === undefined || !name.startsWith(`${own}-`)) return undefined;
  const rest = name.slice(own.length + 1);
  return words.test(rest) ? { environment: own, rest } : undefined;
}

function longest(names: readonly string[]): string | undefined {
  return [...names].sort((a, b) => b.length - a.length)[0];
}

function firstWords(name: string): string | undefined {
  if (!segments.test(name)) return undefined;
  const stage = stageOf(name);
  const domain = name.slice(stage.length + 1).split('-')[0];
  return domain ? `${stage}-${domain}` : undefined;
}
