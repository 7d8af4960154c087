/** Names of image repositories: `<environment>/<service>`. */
import { type NameResult, quote } from './result.ts';

/** ECR: 2 to 256 characters, lower case, digits and single separators (API reference, CreateRepository, repositoryName). */
const repositoryPattern = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const repositoryLimit = 256;

const environmentPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const servicePattern = /^[a-z0-9]+([._-][a-z0-9]+)*$/;

/** `<environment>/<service>`: `sandbox-apps/customer-service`. */
export function imageRepositoryName({ environment, service }: { environment: string; service: string }): NameResult {
  if (!environmentPattern.test(environment)) return { ok: false, fault: `the environment ${quote(environment)} is no lower-case name with single hyphens` };
  if (!servicePattern.test(service)) return { ok: false, fault: `the service ${quote(service)} is no lower-case name with single separators` };
  const name = `${environment}/${service}`;
  if (name.length > repositoryLimit || !repositoryPattern.test(name))
    return { ok: false, fault: `${quote(name)} is longer than the ${repositoryLimit} characters of ECR` };
  return { ok: true, name };
}

/** The parts of a repository name; `undefined` for a name of another form. */
export function parseImageRepositoryName(name: string): { readonly environment: string; readonly service: string } | undefined {
  const [environment = '', service = '', ...others] = name.split('/');
  if (others.length > 0 || name.length > repositoryLimit) return undefined;
  return environmentPattern.test(environment) && servicePattern.test(service) ? { environment, service } : undefined;
}
