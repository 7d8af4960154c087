/** The sentences of the documents that more than one rule of this area stands on. */
import type { Source } from '../../rule.ts';
import { mediationItem } from '../documents.ts';

/** Three nodes of a size. */
export const mediationNodes: Source = mediationItem('Node Group … Minimum three nodes m5.Large');

/** The version of the cluster. */
export const optaVersion: Source = {
  document: 'opta-aws-architecture',
  sentence:
    'The current EKS cluster version is 1.18, but this can be manually overridden if needed (and we get security patches as needed automatically via EKS).',
};

/** Every kind of machine asks for tokens. */
export const bankMetadata: Source = {
  document: 'banklitex-deployment-guideline',
  sentence:
    'Status of Instance Metadata Service … Jumphost … IMDSv2 required … EKS worker nodes … IMDSv2 required … EKS system nodes … IMDSv2 required … GitHub self-hosted runners … IMDSv2 required',
};
