/** How Inspector covers images: ListCoverage. */
import { type CoveredResource, ListCoverageCommand } from '@aws-sdk/client-inspector2';
import { type AwsContext, call } from '../config.ts';
import { equalsAny, filterChunks, inspectorClient, service } from './client.ts';
import { readPages } from './paging.ts';

/** ListCoverage takes maxResults up to 200 (Inspector2 API). */
export const coveragePageLimit = 200;

/** One row: an image as Inspector sees it. */
export interface ImageCoverage {
  /** The manifest's digest, from the resource's ARN: `sha256:<64 hex>`. */
  readonly digest: string;
  readonly resourceId: string;
  /** `ACTIVE` or `INACTIVE`. */
  readonly statusCode: string;
  /** Inspector's reason, an open list. */
  readonly reason: string;
  /** Milliseconds since the epoch; absent before the first scan. */
  readonly lastScannedAt?: number;
  readonly scanFrequency?: string;
}

/** A registry's place: what an image's ARN is made of. */
export interface ImagePlace {
  readonly partition: string;
  readonly region: string;
  /** 12 digits. */
  readonly accountId: string;
  readonly repository: string;
}

/** The ARN by which Inspector knows an image: `arn:aws:ecr:<region>:<account>:repository/<name>/<digest>`. */
export function imageResourceId(place: ImagePlace, digest: string): string {
  return `arn:${place.partition}:ecr:${place.region}:${place.accountId}:repository/${place.repository}/${digest}`;
}

/**
 * ListCoverage for images of one repository: one call for each ten of them, and per page.
 * @returns rows in no order; an image that Inspector does not know has none, and one may have several
 */
export async function listImageCoverage(context: AwsContext, place: ImagePlace, digests: readonly string[]): Promise<ImageCoverage[]> {
  const rows: ImageCoverage[] = [];
  for (const chunk of filterChunks(digests)) {
    const resourceId = equalsAny(chunk.map((digest) => imageResourceId(place, digest)));
    const found = await readPages('ListCoverage', async (nextToken) => {
      const command = () => new ListCoverageCommand({ filterCriteria: { resourceId }, maxResults: coveragePageLimit, ...(nextToken ? { nextToken } : {}) });
      const answer = await call(context, service, 'ListCoverage', (options) => inspectorClient(context).send(command(), options));
      return { items: (answer.coveredResources ?? []).map(rowFrom), nextToken: answer.nextToken };
    });
    rows.push(...found);
  }
  return rows;
}

function rowFrom(resource: CoveredResource): ImageCoverage {
  const resourceId = resource.resourceId ?? '';
  return {
    digest: resourceId.slice(resourceId.lastIndexOf('/') + 1),
    resourceId,
    statusCode: resource.scanStatus?.statusCode ?? '',
    reason: resource.scanStatus?.reason ?? '',
    ...(resource.lastScannedAt ? { lastScannedAt: resource.lastScannedAt.getTime() } : {}),
    ...(resource.resourceMetadata?.ecrRepository?.scanFrequency ? { scanFrequency: resource.resourceMetadata.ecrRepository.scanFrequency } : {}),
  };
}
