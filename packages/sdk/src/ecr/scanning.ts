/** Whether ECR has images scanned at all: the registry's configuration and what of it applies to a repository. */
import { BatchGetRepositoryScanningConfigurationCommand, GetRegistryScanningConfigurationCommand } from '@aws-sdk/client-ecr';
import { type AwsContext, call } from '../config.ts';
import { ecrClient } from './client.ts';

/** BatchGetRepositoryScanningConfiguration takes at most 25 repositories (ECR API). */
export const scanningConfigurationLimit = 25;

/** How often a repository's images are scanned; under ENHANCED, `MANUAL` means never (ECR guide, "Enhanced scanning"). */
export type ScanFrequency = 'SCAN_ON_PUSH' | 'CONTINUOUS_SCAN' | 'MANUAL';

/** The registry's scanning. */
export interface RegistryScanning {
  /** `BASIC` or `ENHANCED`; other words are handed on as they are. */
  readonly scanType: string;
}

/** One repository's scanning. */
export interface RepositoryScanning {
  readonly repository: string;
  readonly scanFrequency: string;
  readonly scanOnPush: boolean;
}

/** GetRegistryScanningConfiguration. ECR answers BASIC where nobody has configured anything. */
export async function getRegistryScanningConfiguration(context: AwsContext): Promise<RegistryScanning> {
  const answer = await call(context, 'ecr', 'GetRegistryScanningConfiguration', (options) =>
    ecrClient(context).send(new GetRegistryScanningConfigurationCommand({}), options),
  );
  return { scanType: answer.scanningConfiguration?.scanType ?? 'BASIC' };
}

/** BatchGetRepositoryScanningConfiguration for one repository; `undefined` when it is not there. */
export async function getRepositoryScanning(context: AwsContext, repository: string): Promise<RepositoryScanning | undefined> {
  const command = () => new BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: [repository] });
  const answer = await call(context, 'ecr', 'BatchGetRepositoryScanningConfiguration', (options) => ecrClient(context).send(command(), options));
  const found = answer.scanningConfigurations?.[0];
  if (!found) return undefined;
  return { repository: found.repositoryName ?? repository, scanFrequency: found.scanFrequency ?? 'MANUAL', scanOnPush: found.scanOnPush ?? false };
}
