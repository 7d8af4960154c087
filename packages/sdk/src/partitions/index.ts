/** Which partition a region belongs to, and what follows from it: ARN prefix, DNS suffix, STS's default audience. */
import { type PartitionData, partitions } from './table.ts';

/** A region's partition. */
export interface Partition {
  /** `aws`, `aws-cn`, … as it stands in an ARN. */
  readonly name: string;
  /** `amazonaws.com` */
  readonly dnsSuffix: string;
  /** The audience that STS expects in a web identity token unless the provider says otherwise. */
  readonly audience: string;
}

/** Every region that the table knows, sorted. */
export function knownRegions(): string[] {
  return partitions.flatMap((partition) => partition.regions).sort();
}

/** The partition of a known region, or of one that matches a partition's pattern; `undefined` for any other name. */
export function partitionOf(region: string): Partition | undefined {
  const data = partitions.find((entry) => entry.regions.includes(region)) ?? partitions.find((entry) => entry.pattern.test(region));
  return data && described(data);
}

/** The partition with this name. */
export function partitionNamed(name: string): Partition | undefined {
  const data = partitions.find((entry) => entry.name === name);
  return data && described(data);
}

/** True when the table lists the region. */
export function isKnownRegion(region: string): boolean {
  return partitions.some((entry) => entry.regions.includes(region));
}

function described({ name, dnsSuffix }: PartitionData): Partition {
  const audience = name === 'aws' || name === 'aws-us-gov' ? 'sts.amazonaws.com' : `sts.${dnsSuffix}`;
  return { name, dnsSuffix, audience };
}
