/**
 * The configuration that docker, buildx, podman, buildah, skopeo and helm read their logins from. Pure: takes the old
 * content, gives the new. What it does not know it keeps.
 */

/** The part of `config.json` that is about logins; every other member is kept as it is. */
export interface DockerConfig {
  readonly auths?: Readonly<Record<string, object>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly credsStore?: string;
  readonly [member: string]: unknown;
}

/** A login by password. */
export interface RegistryLogin {
  readonly host: string;
  readonly username: string;
  /** A secret. */
  readonly password: string;
}

/** Reads `config.json`. @throws SyntaxError when it is no JSON object */
export function parseDockerConfig(text: string): DockerConfig {
  const value: unknown = JSON.parse(text);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new SyntaxError('it is not a JSON object');
  return value as DockerConfig;
}

/**
 * Adds logins by password. Helpers for these hosts go, since they would win over the password. So would `credsStore`:
 * it goes, and the hosts that it serves get it as their own helper, so that their logins still work.
 */
export function withLogins(old: DockerConfig, logins: readonly RegistryLogin[]): DockerConfig {
  const { auths = {}, credHelpers = {}, credsStore, ...rest } = old;
  const ours = new Set(logins.map(({ host }) => host));
  const served = credsStore ? Object.keys(auths).map((host): [string, string] => [host, credsStore]) : [];
  const helpers = [...served, ...Object.entries(credHelpers)].filter(([host]) => !ours.has(bareHost(host)));
  const kept = Object.entries(auths).filter(([host]) => !ours.has(bareHost(host)));
  const added = logins.map(({ host, username, password }): [string, object] => [host, { auth: Buffer.from(`${username}:${password}`).toString('base64') }]);
  return {
    ...rest,
    auths: Object.fromEntries([...kept, ...added]),
    ...(helpers.length > 0 ? { credHelpers: Object.fromEntries(helpers) } : {}),
  };
}

/**
 * Hands hosts to a credential helper. A helper of a host wins over `credsStore`, so that one stays; passwords of these
 * hosts go. @param helper what follows `docker-credential-` in the program's name
 */
export function withHelper(old: DockerConfig, hosts: readonly string[], helper: string): DockerConfig {
  const { auths, credHelpers = {}, ...rest } = old;
  const ours = new Set(hosts);
  const kept = Object.entries(auths ?? {}).filter(([host]) => !ours.has(bareHost(host)));
  const others = Object.entries(credHelpers).filter(([host]) => !ours.has(bareHost(host)));
  return {
    ...rest,
    ...(auths ? { auths: Object.fromEntries(kept) } : {}),
    credHelpers: Object.fromEntries([...others, ...hosts.map((host) => [host, helper] as const)]),
  };
}

/** Logins are filed under `host`, `https://host`, `https://host/v2/`. */
function bareHost(key: string): string {
  return key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}
