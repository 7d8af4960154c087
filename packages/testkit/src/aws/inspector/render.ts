/** Coverage and findings in the service's own form (restJson1: times in seconds since the epoch). */
import { createHash } from 'node:crypto';
import type { FilterSubject } from './filters.ts';
import type { ImageState, ScriptedFinding } from './timeline.ts';

/** An image as the fake knows it. */
export interface FakeImage {
  readonly digest: string;
  readonly repository: string;
  readonly region: string;
  readonly accountId: string;
  /** Milliseconds since the epoch. */
  readonly pushedAt: number;
  readonly tags: readonly string[];
}

/** The image's ARN, by which coverage knows it. */
export function resourceIdOf({ region, accountId, repository, digest }: FakeImage): string {
  return `arn:aws:ecr:${region}:${accountId}:repository/${repository}/${digest}`;
}

/** A stable ARN for a finding. */
export function findingArnOf(image: FakeImage, finding: ScriptedFinding): string {
  const key = JSON.stringify([image.digest, finding.id, finding.packages ?? []]);
  return `arn:aws:inspector2:${image.region}:${image.accountId}:finding/${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
}

/** One row of ListCoverage. */
export function renderCoverage(image: FakeImage, coverage: NonNullable<ImageState['coverage']>, scanFrequency: string): object {
  const scanned = coverage.lastScannedAt === undefined ? coverage.at : coverage.lastScannedAt;
  return {
    resourceType: 'AWS_ECR_CONTAINER_IMAGE',
    resourceId: resourceIdOf(image),
    accountId: image.accountId,
    scanType: 'PACKAGE',
    scanStatus: { statusCode: coverage.statusCode ?? 'ACTIVE', reason: coverage.reason },
    resourceMetadata: { ecrRepository: { name: image.repository, scanFrequency }, ecrImage: { tags: image.tags } },
    ...(scanned === null ? {} : { lastScannedAt: scanned / 1_000 }),
  };
}

/** One finding of ListFindings. */
export function renderFinding(image: FakeImage, finding: ImageState['findings'][number]): object {
  const packages = finding.packages ?? [{ name: 'openssl', version: '3.0.2' }];
  const awsEcrContainerImage = {
    repositoryName: image.repository,
    imageHash: image.digest,
    registry: image.accountId,
    imageTags: image.tags,
    pushedAt: image.pushedAt / 1_000,
    architecture: finding.architecture ?? 'amd64',
    platform: 'DEBIAN_12',
  };
  return {
    findingArn: findingArnOf(image, finding),
    awsAccountId: image.accountId,
    type: 'PACKAGE_VULNERABILITY',
    title: finding.title ?? `${finding.id} - ${packages[0]?.name ?? 'unknown'}`,
    description: `A vulnerability in ${packages[0]?.name ?? 'unknown'}.`,
    severity: finding.severity,
    status: finding.status ?? 'ACTIVE',
    firstObservedAt: (finding.firstObservedAt ?? finding.since) / 1_000,
    lastObservedAt: (finding.updatedAt ?? finding.since) / 1_000,
    updatedAt: (finding.updatedAt ?? finding.since) / 1_000,
    remediation: { recommendation: { text: 'None Provided' } },
    fixAvailable: finding.fixAvailable ?? (packages.some(({ fixedInVersion }) => fixedInVersion && fixedInVersion !== 'NotAvailable') ? 'YES' : 'NO'),
    exploitAvailable: finding.exploitAvailable ? 'YES' : 'NO',
    ...(finding.epss === undefined ? {} : { epss: { score: finding.epss } }),
    ...(finding.score === undefined ? {} : { inspectorScore: finding.score }),
    packageVulnerabilityDetails: { vulnerabilityId: finding.id, source: 'NVD', vulnerablePackages: packages },
    resources: [{ type: 'AWS_ECR_CONTAINER_IMAGE', id: resourceIdOf(image), partition: 'aws', region: image.region, details: { awsEcrContainerImage } }],
  };
}

/** A finding's fields as FilterCriteria sees them. */
export function findingSubject(image: FakeImage, finding: ImageState['findings'][number]): FilterSubject {
  return {
    findingArn: [findingArnOf(image, finding)],
    awsAccountId: [image.accountId],
    findingType: ['PACKAGE_VULNERABILITY'],
    findingStatus: [finding.status ?? 'ACTIVE'],
    severity: [finding.severity],
    resourceType: ['AWS_ECR_CONTAINER_IMAGE'],
    resourceId: [resourceIdOf(image)],
    ecrImageHash: [image.digest],
    ecrImageRepositoryName: [image.repository],
    ecrImageRegistry: [image.accountId],
    ecrImageTags: image.tags,
    ecrImageArchitecture: [finding.architecture ?? 'amd64'],
    ecrImagePushedAt: [image.pushedAt / 1_000],
    vulnerabilityId: [finding.id],
    fixAvailable: [finding.fixAvailable ?? 'NO'],
    exploitAvailable: [finding.exploitAvailable ? 'YES' : 'NO'],
    epssScore: finding.epss === undefined ? undefined : [finding.epss],
    inspectorScore: finding.score === undefined ? undefined : [finding.score],
    firstObservedAt: [(finding.firstObservedAt ?? finding.since) / 1_000],
    updatedAt: [(finding.updatedAt ?? finding.since) / 1_000],
  };
}
