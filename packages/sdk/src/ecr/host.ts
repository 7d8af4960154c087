/** What a registry's host name says: account, region, partition; and the other way round. */

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

/** Partition, DNS suffix of its ECR hosts, regions. Source: AWS SDKs, partitions.json; ECR endpoints and quotas. */
const partitions = [
  { name: 'aws-cn', suffix: 'amazonaws.com.cn', regions: /^cn-/ },
  { name: 'aws-us-gov', suffix: 'amazonaws.com', regions: /^us-gov-/ },
  { name: 'aws-iso', suffix: 'c2s.ic.gov', regions: /^us-iso-/ },
  { name: 'aws-iso-b', suffix: 'sc2s.sgov.gov', regions: /^us-isob-/ },
  { name: 'aws-iso-e', suffix: 'cloud.adc-e.uk', regions: /^eu-isoe-/ },
  { name: 'aws-iso-f', suffix: 'csp.hci.ic.gov', regions: /^us-isof-/ },
  { name: 'aws-eusc', suffix: 'amazonaws.eu', regions: /^eusc-/ },
  { name: 'aws', suffix: 'amazonaws.com', regions: /^[a-z]{2,}-/ },
] as const;

/** The partition of a region: `aws` unless its name says otherwise. */
export function partitionOf(region: string): { name: string; suffix: string } {
  const found = partitions.find(({ regions }) => regions.test(region));
  return { name: found?.name ?? 'aws', suffix: found?.suffix ?? 'amazonaws.com' };
}

/** `111122223333.dkr.ecr.eu-central-1.amazonaws.com` */
export function ecrHost(accountId: string, region: string): string {
  return `${accountId}.dkr.ecr.${region}.${partitionOf(region).suffix}`;
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
  const right = suffix === 'aws' || suffix === 'amazonwebservices.com.cn' || suffix === partition.suffix;
  return right && /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region) ? { host, accountId, region, partition: partition.name } : undefined;
}
