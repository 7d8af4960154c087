/** What a registry's host name says: account, region, partition; and the other way round. */
import { partitionOf } from '../partitions/index.ts';

/** An ECR registry by its host name. */
export interface RegistryHost {
  readonly host: string;
  /** 12 digits; empty for ECR Public, whose host names no account. */
  readonly accountId: string;
  /** Where its API is asked: `us-east-1` for ECR Public, which has no other. */
  readonly region: string;
  readonly partition: string;
}

/** The registry of ECR Public. */
export const publicRegistryHost = 'public.ecr.aws';
/** The same by IPv4 and IPv6 (ECR Public guide, "Making requests to Amazon ECR Public registries"). */
const publicDualStackHost = 'ecr-public.aws.com';
/** The one region that gives out logins of ECR Public (ECR Public guide, "Registry authentication"). */
export const publicRegistryRegion = 'us-east-1';
/** ECR Public knows the accounts of this partition only. */
export const publicRegistryPartition = 'aws';

/** Whether a host is that of ECR Public. */
export function isPublicRegistry(host: string): boolean {
  return host === publicRegistryHost || host === publicDualStackHost;
}

/** `111122223333.dkr.ecr.eu-central-1.amazonaws.com`; the suffix is that of the region's partition. */
export function ecrHost(accountId: string, region: string): string {
  return `${accountId}.dkr.ecr.${region}.${partitionOf(region)?.dnsSuffix ?? 'amazonaws.com'}`;
}

const classic = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.([a-z0-9.-]+)$/;
/** Dual-stack hosts have a form of their own (ECR guide, "Making requests to Amazon ECR registries"). */
const dualStack = /^(\d{12})\.dkr-ecr(?:-fips)?\.([a-z0-9-]+)\.on\.([a-z0-9.-]+)$/;

/** What follows `on.` in a dual-stack host, by partition; the others have none. */
const dualStackSuffixes: Readonly<Record<string, string>> = {
  aws: 'aws',
  'aws-us-gov': 'aws',
  'aws-cn': 'amazonwebservices.com.cn',
  'aws-eusc': 'amazonwebservices.eu',
};

/** Reads a registry's host name; `undefined` when it is none of ECR's, or its suffix is not that of its region. */
export function parseEcrHost(host: string): RegistryHost | undefined {
  if (isPublicRegistry(host)) return { host, accountId: '', region: publicRegistryRegion, partition: publicRegistryPartition };
  const match = classic.exec(host);
  const [, accountId = '', region = '', suffix = ''] = match ?? dualStack.exec(host) ?? [];
  const partition = accountId ? partitionOf(region) : undefined;
  if (!partition) return undefined;
  const right = match ? partition.dnsSuffix : dualStackSuffixes[partition.name];
  return suffix === right ? { host, accountId, region, partition: partition.name } : undefined;
}

/** How a host wants to be reached; its API has endpoints of the same kinds (ECR guide, "Making requests to Amazon ECR registries"). */
export interface HostKind {
  readonly fips: boolean;
  /** By IPv4 and IPv6. */
  readonly dualStack: boolean;
}

/** The kind of a host of ECR. */
export function hostKind(host: string): HostKind {
  return { fips: /^\d{12}\.dkr[.-]ecr-fips\./.test(host), dualStack: host === publicDualStackHost || /^\d{12}\.dkr-ecr(?:-fips)?\./.test(host) };
}
