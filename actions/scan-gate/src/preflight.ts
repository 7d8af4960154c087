/** What makes waiting pointless: asked before it, three reads side by side. */
import { Failure } from '@slipway/action-kit';
import type { AwsContext } from '@slipway/sdk/config';
import { getRegistryScanningConfiguration, getRepositoryScanning } from '@slipway/sdk/ecr';
import { getEcrScanningState } from '@slipway/sdk/inspector';
import type { Place } from './target.ts';

/** @throws Failure `inspector-disabled`, `basic-scanning`, `scan-off`; AwsError when a read is refused */
export async function checkScanning(place: Place, aws: AwsContext): Promise<void> {
  const [state, registry, repository] = await Promise.all([
    getEcrScanningState(aws, place.accountId),
    getRegistryScanningConfiguration(aws),
    getRepositoryScanning(aws, place.repository),
  ]);
  const where = `account ${place.accountId}, region ${place.region}`;
  if (state.status !== 'ENABLED' && state.status !== 'ENABLING') {
    throw new Failure({
      what: `Amazon Inspector does not scan ECR images in ${where}`,
      reason: 'inspector-disabled',
      why: [`inspector2:BatchGetAccountStatus says ${state.status}${state.errorCode ? `, ${state.errorCode}: ${state.errorMessage ?? ''}` : ''}`],
      remedy: `aws inspector2 enable --resource-types ECR --account-ids ${place.accountId} --region ${place.region}`,
    });
  }
  if (registry.scanType !== 'ENHANCED') {
    throw new Failure({
      what: `the registry of ${where} uses basic scanning, not Amazon Inspector`,
      reason: 'basic-scanning',
      why: [`ecr:GetRegistryScanningConfiguration says scanType ${registry.scanType}`],
      remedy: `aws ecr put-registry-scanning-configuration --scan-type ENHANCED --region ${place.region} --rules '[{"scanFrequency":"CONTINUOUS_SCAN","repositoryFilters":[{"filter":"*","filterType":"WILDCARD"}]}]'`,
    });
  }
  if (repository?.scanFrequency === 'MANUAL')
    throw scanOff(place, 'ecr:BatchGetRepositoryScanningConfiguration says scanFrequency MANUAL: no rule of the registry takes this repository');
}

/** The failure of a repository that no scanning rule takes. */
export function scanOff(place: Place, why: string): Failure {
  return new Failure({
    what: `repository ${place.repository} is not scanned`,
    reason: 'scan-off',
    why: [why],
    remedy: `Add a filter for it to the registry's scanning rules:\naws ecr put-registry-scanning-configuration --scan-type ENHANCED --region ${place.region} --rules '[{"scanFrequency":"CONTINUOUS_SCAN","repositoryFilters":[{"filter":"${place.repository}","filterType":"WILDCARD"}]}]'`,
  });
}
