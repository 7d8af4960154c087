/** Where the image goes: registry and repository from the inputs that name them. */
import { type InputReader, nearest } from '@slipway/action-kit';
import { imageRepositoryName } from '@slipway/conventions';
import { parseEcrHost, publicRegistryHost } from '@slipway/sdk/ecr';
import { isKnownRegion, knownRegions } from '@slipway/sdk/partitions';
import { isLoopbackHost } from '@slipway/sdk/registry';
import { roleArnPattern } from '@slipway/sdk/sts';

/** The place of an image, as far as the inputs say. */
export interface TargetInput {
  /** `undefined`: the caller's own registry in `region`. */
  readonly host: string | undefined;
  /** The account in the host's name; `undefined` for loopback. */
  readonly registryId: string | undefined;
  /** Where ECR's API is asked. */
  readonly region: string;
  readonly repository: string;
  /** The role that works; the job's own identity where it is absent. */
  readonly roleToAssume: string | undefined;
}

/** ECR API, CreateRepository, repositoryName. */
const repositoryPattern = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const longestRepository = 256;
const exampleHost = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';

/** @param fallbackRegion AWS_REGION or AWS_DEFAULT_REGION @param push false: nothing is called, so no region is needed */
export function readTarget(reader: InputReader, fallbackRegion: string | undefined, push: boolean): TargetInput {
  const named = readName(reader);
  const host = readHost(reader, named.host);
  const ecr = host === undefined ? undefined : parseEcrHost(host);
  const region = readRegion(reader, fallbackRegion, ecr?.region, push);
  return { host, registryId: ecr?.accountId, region, repository: named.repository, roleToAssume: readRole(reader) };
}

function readRole(reader: InputReader): string | undefined {
  return reader.text('role-to-assume', { pattern: roleArnPattern, want: 'the ARN of a role', example: 'arn:aws:iam::111122223333:role/deploy' });
}

function readName(reader: InputReader): { host: string | undefined; repository: string } {
  const name = reader.text('repository');
  const service = reader.text('service', { example: 'payments' });
  const environment = reader.text('environment', { example: 'sandbox-apps' });
  if (name !== undefined) {
    if (service !== undefined || environment !== undefined) reader.fault('repository', 'either repository, or service and environment, not both');
    return splitName(reader, name);
  }
  if (service !== undefined && environment !== undefined) return { host: undefined, repository: conventional(reader, environment, service) };
  if (service !== undefined) reader.fault('environment', 'the environment of service', 'dev');
  else if (environment !== undefined) reader.fault('service', 'the service in environment', 'payments');
  else reader.fault('repository', 'a repository, or service and environment', 'dev/payments');
  return { host: undefined, repository: '' };
}

function conventional(reader: InputReader, environment: string, service: string): string {
  const named = imageRepositoryName({ environment, service });
  if (named.ok) return named.name;
  reader.fault(named.fault.startsWith('the environment') ? 'environment' : 'service', `names that ECR takes: ${named.fault}`, 'sandbox-apps and payments');
  return '';
}

function splitName(reader: InputReader, name: string): { host: string | undefined; repository: string } {
  const [first = '', ...rest] = name.split('/');
  const hasHost = rest.length > 0 && /[.:]|^localhost$/.test(first);
  const path = hasHost ? rest.join('/') : name;
  const bare = path.replace(/@.*$/, '').replace(/:[^/]*$/, '');
  if (bare !== path) reader.fault('repository', 'a name without tag and digest (tags go to the input tags)', hasHost ? `${first}/${bare}` : bare);
  else if (!repositoryPattern.test(path) || path.length > longestRepository) {
    reader.fault('repository', 'a repository name: lower-case letters, digits, and ._-/ between them, at most 256', 'dev/payments');
  }
  return { host: hasHost ? first : undefined, repository: bare };
}

function readHost(reader: InputReader, inName: string | undefined): string | undefined {
  const given = reader.text('registry');
  if (given !== undefined && inName !== undefined && given !== inName)
    reader.fault('registry', `the registry that repository names (${inName}), or a repository without one`);
  const host = given ?? inName;
  if (host === undefined || isRegistry(host)) return host;
  const want =
    host === publicRegistryHost
      ? 'a private registry: public.ecr.aws takes no scanned images'
      : 'a registry host of ECR, or 127.0.0.1, localhost or [::1] with a port';
  reader.fault(given === undefined ? 'repository' : 'registry', want, exampleHost);
  return undefined;
}

function isRegistry(host: string): boolean {
  return (isLoopbackHost(host) && /:\d+$/.test(host)) || Boolean(parseEcrHost(host)?.accountId);
}

function readRegion(reader: InputReader, fallback: string | undefined, ofHost: string | undefined, needed: boolean): string {
  const given = reader.text('aws-region');
  const region = given ?? fallback;
  if (region !== undefined && !isKnownRegion(region)) {
    reader.fault('aws-region', 'a region of AWS', nearest(region, knownRegions()) ?? 'eu-central-1', JSON.stringify(region));
  }
  if (needed && region === undefined && ofHost === undefined) reader.fault('aws-region', 'a region, since AWS_REGION is not set', 'eu-central-1');
  return ofHost ?? region ?? '';
}
