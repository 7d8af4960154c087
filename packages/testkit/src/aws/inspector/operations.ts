/** The operations that a gate calls, over the images and scripts of the fake. */
import { checkCriteria, type FilterSubject, invalid, passes } from './filters.ts';
import { type PageRules, pageOf } from './pages.ts';
import { type FakeImage, findingArnOf, findingSubject, renderCoverage, renderFinding, resourceIdOf } from './render.ts';
import type { ImageState } from './timeline.ts';

/** What the operations look at. */
export interface InspectorWorld {
  readonly images: readonly FakeImage[];
  readonly stateOf: (image: FakeImage) => ImageState;
  readonly page: (operation: string, limit: number) => PageRules;
  readonly scanFrequency: string;
  readonly account: { readonly id: string; readonly ecr: string; readonly errorCode?: string; readonly errorMessage?: string; readonly failed: boolean };
  readonly clusters: ReadonlyMap<string, readonly object[]>;
}

/** Members in, members out. @throws FakeError */
export type InspectorOperation = (input: Readonly<Record<string, unknown>>, world: InspectorWorld) => object;

const textFields = ['findingArn', 'awsAccountId', 'findingType', 'severity', 'findingStatus', 'title', 'resourceType', 'resourceId', 'ecrImageArchitecture'];
const moreTextFields = ['ecrImageRegistry', 'ecrImageRepositoryName', 'ecrImageTags', 'ecrImageHash', 'vulnerabilityId', 'vulnerabilitySource'];
const lastTextFields = ['vendorSeverity', 'relatedVulnerabilities', 'fixAvailable', 'exploitAvailable', 'codeVulnerabilityDetectorName'];
const findingFields = {
  ...Object.fromEntries([...textFields, ...moreTextFields, ...lastTextFields].map((name) => [name, 'text' as const])),
  ...Object.fromEntries(['inspectorScore', 'epssScore', 'ecrImageInUseCount'].map((name) => [name, 'number' as const])),
  ...Object.fromEntries(['firstObservedAt', 'lastObservedAt', 'updatedAt', 'ecrImagePushedAt'].map((name) => [name, 'date' as const])),
};
const coverageFields = {
  ...Object.fromEntries(
    ['resourceId', 'resourceType', 'accountId', 'scanStatusCode', 'scanStatusReason', 'scanType', 'ecrRepositoryName', 'ecrImageTags'].map((name) => [
      name,
      'text' as const,
    ]),
  ),
  lastScannedAt: 'date' as const,
};

/** The operations by API name. */
export const inspectorOperations: Readonly<Record<string, InspectorOperation>> = {
  BatchGetAccountStatus: (input, { account }) => {
    const ids = (input['accountIds'] as string[] | undefined) ?? [account.id];
    if (ids.length > 100) throw invalid('accountIds: at most 100');
    const error = { errorCode: account.errorCode ?? 'ALREADY_ENABLED', errorMessage: account.errorMessage ?? '' };
    const state = { status: account.ecr, ...error };
    const known = ids.filter((id) => id === account.id && !account.failed);
    const failed = ids.filter((id) => !known.includes(id));
    return {
      accounts: known.map((accountId) => ({ accountId, state, resourceState: { ec2: state, ecr: state, lambda: state } })),
      failedAccounts: failed.map((accountId) => ({
        accountId,
        errorCode: account.errorCode ?? 'ACCESS_DENIED',
        errorMessage: 'The account is not known to Inspector',
      })),
    };
  },

  ListCoverage: (input, world) => {
    checkCriteria(input['filterCriteria'], coverageFields);
    const rows = world.images.flatMap((image) => {
      const { coverage } = world.stateOf(image);
      if (!coverage) return [];
      const subject: FilterSubject = {
        resourceId: [resourceIdOf(image)],
        resourceType: ['AWS_ECR_CONTAINER_IMAGE'],
        accountId: [image.accountId],
        scanStatusCode: [coverage.statusCode ?? 'ACTIVE'],
        scanStatusReason: [coverage.reason],
        scanType: ['PACKAGE'],
        ecrRepositoryName: [image.repository],
        ecrImageTags: image.tags,
      };
      return passes(input['filterCriteria'], subject, coverageFields) ? [renderCoverage(image, coverage, world.scanFrequency)] : [];
    });
    const { items, ...next } = pageOf(rows, input, world.page('ListCoverage', 200));
    return { coveredResources: items, ...next };
  },

  ListFindings: (input, world) => {
    checkCriteria(input['filterCriteria'], findingFields);
    const found = world.images.flatMap((image) =>
      world
        .stateOf(image)
        .findings.filter((finding) => passes(input['filterCriteria'], findingSubject(image, finding), findingFields))
        .map((finding) => ({ image, finding })),
    );
    const { items, ...next } = pageOf(found, input, world.page('ListFindings', 100));
    return { findings: items.map(({ image, finding }) => renderFinding(image, finding)), ...next };
  },

  BatchGetFindingDetails: (input, world) => {
    const arns = (input['findingArns'] as string[] | undefined) ?? [];
    if (arns.length === 0 || arns.length > 10) throw invalid("Value at 'findingArns' failed to satisfy constraint: Member must have length between 1 and 10");
    const all = new Map(world.images.flatMap((image) => world.stateOf(image).findings.map((finding) => [findingArnOf(image, finding), finding] as const)));
    const findingDetails: object[] = [];
    const errors: object[] = [];
    for (const findingArn of arns) {
      const finding = all.get(findingArn);
      if (!finding || finding.kev === 'error') errors.push({ findingArn, errorCode: 'FINDING_DETAILS_NOT_FOUND', errorMessage: 'Finding details not found' });
      else
        findingDetails.push({ findingArn, riskScore: 50, ...(finding.kev ? { cisaData: { dateAdded: finding.since / 1_000, action: 'Apply updates' } } : {}) });
    }
    return { findingDetails, errors };
  },

  ListFindingAggregations: (input, world) => {
    if (input['aggregationType'] !== 'AWS_ECR_CONTAINER')
      throw invalid(`testkit aggregates by AWS_ECR_CONTAINER only, not ${String(input['aggregationType'])}`);
    const request = (input['aggregationRequest'] as { awsEcrContainerAggregation?: { imageShas?: unknown[] } } | undefined)?.awsEcrContainerAggregation ?? {};
    checkCriteria(request.imageShas ? { ecrImageHash: request.imageShas } : undefined, findingFields);
    const criteria = request.imageShas ? { ecrImageHash: request.imageShas } : undefined;
    const rows = world.images
      .filter((image) => passes(criteria, { ecrImageHash: [image.digest] }, findingFields))
      .map((image) => {
        const active = world.stateOf(image).findings.filter(({ status }) => (status ?? 'ACTIVE') === 'ACTIVE');
        const count = (severity: string) => active.filter((finding) => finding.severity === severity).length;
        const severityCounts = { all: active.length, critical: count('CRITICAL'), high: count('HIGH'), medium: count('MEDIUM') };
        return { awsEcrContainerAggregation: { resourceId: resourceIdOf(image), imageSha: image.digest, repository: image.repository, severityCounts } };
      });
    const { items, ...next } = pageOf(rows, input, world.page('ListFindingAggregations', 100));
    return { aggregationType: 'AWS_ECR_CONTAINER', responses: items, ...next };
  },

  GetClustersForImage: (input, world) => {
    const resourceId = (input['filter'] as { resourceId?: string } | undefined)?.resourceId ?? '';
    if (!resourceId) throw invalid("Value at 'filter.resourceId' failed to satisfy constraint: Member must not be null");
    const { items, ...next } = pageOf(
      world.clusters.get(resourceId.slice(resourceId.lastIndexOf('/') + 1)) ?? [],
      input,
      world.page('GetClustersForImage', 100),
    );
    return { cluster: items, ...next };
  },
};
