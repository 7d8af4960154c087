/** From where layers of the base image can be mounted instead of uploaded. Pure. */

/**
 * The repository of the base image, when it is in the same registry and another one than ours.
 * @param base `org.opencontainers.image.base.name`: `host/repository[:tag][@digest]`
 */
export function mountSource(base: string | undefined, host: string, repository: string): string | undefined {
  if (!base?.startsWith(`${host}/`)) return undefined;
  const name = base
    .slice(host.length + 1)
    .replace(/@.*$/, '')
    .replace(/:[^/]*$/, '');
  return name && name !== repository ? name : undefined;
}
