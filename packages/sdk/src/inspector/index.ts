/** Amazon Inspector on ECR images: account state, coverage, findings, KEV details, counts, and where an image runs. Only reads. */
export { type EcrScanningState, getEcrScanningState } from './account.ts';
export { aggregationPageLimit, countImageFindings, type SeverityTotals } from './aggregation.ts';
export { filterValueLimit } from './client.ts';
export { clustersPageLimit, getClustersForImage, type ImageCluster } from './clusters.ts';
export { coveragePageLimit, type ImageCoverage, type ImagePlace, imageResourceId, listImageCoverage } from './coverage.ts';
export { detailsLimit, type FindingDetails, getFindingDetails } from './details.ts';
export { type FindingPackage, type FindingsQuery, findingsPageLimit, type ImageFinding, listImageFindings } from './findings.ts';
export { PagingError } from './paging.ts';
