/** What a registry's host name says: account, region, partition; and the other way round. */
import { partitionOf } from '../partitions/index.ts';

/** An ECR registry by its host name. */
export interface RegistryHost {
  readonly host: string;
  /** 12 digits; empty for public.ecr.aws. */
  readonly accountId: string;
  /** Where its API is asked: `us-east-1` for public.ecr.aws, which has no other. */
  readonly region: string;
  readonly partition: string;
}

/** The registry of ECR Public. */
export const publicRegistryHost = 'public.ecr.aws';

/** `111122223333.dkr.ecr.eu-central-1.amazonaws.com`; the suffix is that of the region's partition. */
export function ecrHost(accountId: string, region: string): string {
  return `${accountId}.dkr.ecr.${region}.${partitionOf(region)?.dnsSuffix ?? 'amazonaws.com'}`;
}

/** Dual-stack hosts have a form of their own (ECR guide, "Making API requests over IPv6"). */
const dualStack = /^(\d{12})\.dkr-ecr\.([a-z0-9-]+)\.on\.(aws|amazonwebservices\.com\.cn)$/;
const classic = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.(.+)$/;

/** Reads a registry's host name; `undefined` when it is none of ECR's, or its suffix is not that of its region. */
export function parseEcrHost(host: string): RegistryHost | undefined {
  if (host === publicRegistryHost) return { host, accountId: '', region: 'us-east-1', partition: 'aws' };
  const [, accountId = '', region = '', suffix = ''] = classic.exec(host) ?? dualStack.exec(host) ?? [];
  if (!accountId) return undefined;
  const partition = partitionOf(region);
  const right = suffix === 'aws' || suffix === 'amazonwebservices.com.cn' || suffix === partition?.dnsSuffix;
  return right && partition ? { host, accountId, region, partition: partition.name } : undefined;
}
