/** The sentences of the documents that more than one rule of the network stands on. */
import type { Source } from '../../rule.ts';

/** Three zones, public and private. */
export const optaNetwork: Source = {
  document: 'opta-aws-architecture',
  sentence:
    'our networking is set up across 3 availability zones by default, split between a private and public subnet (which we provision as we do not use the default vpc).',
};

/** What public subnets are for. */
export const optaPublicSubnets: Source = {
  document: 'opta-aws-architecture',
  sentence: 'The public subnet is solely used for the public load balancer, while the ec2s (VMs) and databases all exist within the private subnet.',
};

/** Databases and machines cannot be reached from outside. */
export const optaPrivate: Source = {
  document: 'opta-aws-architecture',
  sentence: 'All databases and ec2s are run within the private subnets (i.e. can access the internet via a nat gateway, but nothing external can reach them).',
};

/** Two sets of subnets. */
export const systemNetwork: Source = {
  document: 'system-design-2',
  sentence: 'A VPC will be created with 2 sets of private and public subnets in different availability zones.',
};

/** Services in private subnets, reached through a bastion. */
export const systemPrivate: Source = {
  document: 'system-design-2',
  sentence: 'As much as possible, services (Such as RedShift, EKS) are deployed to private subnets to prevent public access.',
};

/** The bank's four tiers and their ranges. */
export const bankNetwork: Source = {
  document: 'banklitex-deployment-guideline',
  sentence:
    'cidr_block      = "172.21.8.0/21" … public_subnets = ["172.21.8.0/26", … protected_subnets = ["172.21.8.192/26", … tgw_subnets    = ["172.21.9.128/28", … private_subnets = ["172.21.10.0/23",',
};
