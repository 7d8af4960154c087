/** The sentences of the documents that more than one rule of identity stands on. */
import type { Source } from '../../rule.ts';

/** Service accounts and their roles. */
export const optaAccounts: Source = {
  document: 'opta-aws-architecture',
  sentence: 'K8s service accounts are mapped to IAM roles via the officially sanctioned OIDC manner, with no long-lived credentials.',
};

/** The bank's least privilege. */
export const bankLeast: Source = {
  document: 'banklitex-deployment-guideline',
  sentence:
    'The project follows the least privilege: … using IRSA for EKS roles with granular roles … not using instance nodes permissions … introducing minimum roles required for a given role',
};

/** No root, no users. */
export const bankRoot: Source = {
  document: 'banklitex-deployment-guideline',
  sentence: 'The project does not require using a root account and was fully tested using only IAM roles using SSO.',
};
