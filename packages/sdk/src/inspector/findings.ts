/** Findings on images: ListFindings. */
import { type FilterCriteria, type Finding, ListFindingsCommand, type VulnerablePackage as SdkPackage } from '@aws-sdk/client-inspector2';
import { type AwsContext, call } from '../config.ts';
import { equalsAny, filterChunks, inspectorClient, service } from './client.ts';
import { readPages } from './paging.ts';

/** ListFindings takes maxResults up to 100; a page may hold fewer although there are more (Inspector2 API). */
export const findingsPageLimit = 100;

/** A package of a finding. */
export interface FindingPackage {
  readonly name: string;
  /** Epoch and release included where Inspector has them: `1:3.0.2-0ubuntu1`. */
  readonly version: string;
  readonly fixedInVersion?: string;
  readonly filePath?: string;
  readonly packageManager?: string;
  readonly sourceLayerHash?: string;
}

/** A finding on one image. */
export interface ImageFinding {
  readonly arn: string;
  readonly id: string;
  readonly title: string;
  readonly severity: string;
  readonly status: string;
  readonly digest: string;
  /** `amd64`; empty when Inspector does not say. */
  readonly architecture: string;
  /** `LINUX_…` or a distribution's name. */
  readonly osPlatform: string;
  readonly fixAvailable?: string;
  readonly exploitAvailable: boolean;
  readonly epss?: number;
  readonly score?: number;
  /** Milliseconds since the epoch. */
  readonly firstObservedAt: number;
  readonly updatedAt: number;
  readonly packages: readonly FindingPackage[];
}

/** Which findings. */
export interface FindingsQuery {
  readonly digests: readonly string[];
  /** Never CLOSED: those are never deleted, and a list of them has no end. */
  readonly statuses: readonly ('ACTIVE' | 'SUPPRESSED')[];
  /** All when absent. */
  readonly severities?: readonly string[];
}

/** ListFindings, all pages: one query for each ten images. The order is Inspector's. @throws PagingError */
export async function listImageFindings(context: AwsContext, query: FindingsQuery): Promise<ImageFinding[]> {
  const findings: ImageFinding[] = [];
  for (const chunk of filterChunks(query.digests)) {
    const filterCriteria = criteriaOf({ ...query, digests: chunk });
    const found = await readPages('ListFindings', async (nextToken) => {
      const command = () => new ListFindingsCommand({ filterCriteria, maxResults: findingsPageLimit, ...(nextToken ? { nextToken } : {}) });
      const answer = await call(context, service, 'ListFindings', (options) => inspectorClient(context).send(command(), options));
      return { items: (answer.findings ?? []).map(findingFrom), nextToken: answer.nextToken };
    });
    for (const finding of found) findings.push(finding);
  }
  return findings;
}

function criteriaOf(query: FindingsQuery): FilterCriteria {
  return {
    ecrImageHash: equalsAny(query.digests),
    findingStatus: equalsAny(query.statuses),
    ...(query.severities ? { severity: equalsAny(query.severities) } : {}),
  };
}

function findingFrom(finding: Finding): ImageFinding {
  const details = finding.packageVulnerabilityDetails;
  const image = finding.resources?.find((resource) => resource.details?.awsEcrContainerImage)?.details?.awsEcrContainerImage;
  return {
    arn: finding.findingArn ?? '',
    id: details?.vulnerabilityId ?? finding.title ?? finding.findingArn ?? '',
    title: finding.title ?? '',
    severity: finding.severity ?? 'UNTRIAGED',
    status: finding.status ?? '',
    digest: image?.imageHash ?? '',
    architecture: image?.architecture ?? '',
    osPlatform: image?.platform ?? '',
    exploitAvailable: finding.exploitAvailable === 'YES',
    firstObservedAt: finding.firstObservedAt?.getTime() ?? 0,
    updatedAt: (finding.updatedAt ?? finding.lastObservedAt)?.getTime() ?? 0,
    packages: (details?.vulnerablePackages ?? []).map(packageFrom),
    ...(finding.fixAvailable ? { fixAvailable: finding.fixAvailable } : {}),
    ...(finding.epss?.score === undefined ? {} : { epss: finding.epss.score }),
    ...(finding.inspectorScore === undefined ? {} : { score: finding.inspectorScore }),
  };
}

function packageFrom(at: SdkPackage): FindingPackage {
  const release = at.release ? `-${at.release}` : '';
  const epoch = at.epoch ? `${at.epoch}:` : '';
  return {
    name: at.name ?? '',
    version: at.version ? `${epoch}${at.version}${release}` : '',
    ...(at.fixedInVersion ? { fixedInVersion: at.fixedInVersion } : {}),
    ...(at.filePath ? { filePath: at.filePath } : {}),
    ...(at.packageManager ? { packageManager: at.packageManager } : {}),
    ...(at.sourceLayerHash ? { sourceLayerHash: at.sourceLayerHash } : {}),
  };
}
