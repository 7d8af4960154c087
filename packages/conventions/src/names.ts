/** The platform's names, as functions: built and read in one place, so that no two steps differ. */

/** A name, or what is wrong with what it was made of. */
export type NameResult = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly fault: string };

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

/** The stage of an environment: what stands before its first hyphen; `shared-services-ci` has the stage `shared-services`. */
export function stageOf(environment: string): string {
  const shared = /^shared-services?(?=-|$)/.exec(environment);
  return shared ? shared[0] : (environment.split('-')[0] ?? '');
}

/** True for `<stage>-<domain>`: `sandbox-apps`, `shared-services-ci`. @param environments the only names allowed, when there are any */
export function isEnvironmentName(name: string, environments: readonly string[] = []): boolean {
  return environments.length > 0 ? environments.includes(name) : /^[a-z0-9]+(-[a-z0-9]+)+$/.test(name);
}

/** `<env>-<service>-eks-irsa-role` (BankLiteX, "IAM roles"). */
export function irsaRoleName({ environment, service }: { environment: string; service: string }): NameResult {
  return roleName(environment, service, `${environment}-${service}-eks-irsa-role`);
}

/** `alias/<env>-<service>` (BankLiteX, "CMK KMS keys"). */
export function keyAliasName({ environment, service }: { environment: string; service: string }): NameResult {
  return roleName(environment, service, `alias/${environment}-${service}`, aliasLimit);
}

/** IAM: 64 characters for a role (IAM quotas); KMS: 256 for an alias (CreateAlias). */
const roleLimit = 64;
const aliasLimit = 256;

function roleName(environment: string, service: string, name: string, limit = roleLimit): NameResult {
  if (!environmentPattern.test(environment)) return { ok: false, fault: `the environment ${quote(environment)} is no lower-case name with single hyphens` };
  if (!environmentPattern.test(service)) return { ok: false, fault: `the service ${quote(service)} is no lower-case name with single hyphens` };
  return name.length <= limit ? { ok: true, name } : { ok: false, fault: `${quote(name)} is longer than ${limit} characters` };
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}
