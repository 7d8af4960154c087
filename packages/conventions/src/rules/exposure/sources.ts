/** The sentences of the documents that more than one rule of exposure stands on. */
import type { Source } from '../../rule.ts';

/** Groups that open what is needed, to the VPC. */
export const optaGroups: Source = {
  document: 'opta-aws-architecture',
  sentence:
    'All networking access is managed via security groups either auto-provisioned by EKS, or manually crafted to just expose to the VPC and just the ports required for standard usage (i.e. 5432 for postgres).',
};

/** The bastion, restricted by address. */
export const systemBastion: Source = {
  document: 'system-design-2',
  sentence: 'They can only be accessed via connection to a bastion host deployed in the public subnet and IP restricted.',
};

/** What is public. */
export const bankPublic: Source = {
  document: 'banklitex-deployment-guideline',
  sentence: 'The following resources are aimed to be public: … ALB with WAF load balancers for public-hosted zone',
};

/** Protection at the edge. */
export const bankEdge: Source = {
  document: 'banklitex-deployment-guideline',
  sentence: 'This starts from using secure DNS services through edge protection which is using DDoS protection along with AWS Web Application Firewall.',
};
