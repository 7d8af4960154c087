/** VPCs, subnets and what stands in them. */
import type { Rule } from '../../rule.ts';
import { dbPrivateSubnets } from './db-private-subnets.ts';
import { ec2Private } from './ec2-private.ts';
import { efsMounts } from './efs-mounts.ts';
import { eksPrivateEndpoint } from './eks-private-endpoint.ts';
import { eksPrivateSubnets } from './eks-private-subnets.ts';
import { noDefaultVpc } from './no-default-vpc.ts';
import { privateEgressNat } from './private-egress-nat.ts';
import { privateNoPublicIp } from './private-no-public-ip.ts';
import { publicSubnetLbOnly } from './public-subnet-lb-only.ts';
import { rdsPublic } from './rds-public.ts';
import { rdsSg } from './rds-sg.ts';
import { redshiftPrivate } from './redshift-private.ts';
import { subnetCidrPlan } from './subnet-cidr-plan.ts';
import { subnetTiers } from './subnet-tiers.ts';
import { vpcAzSpread } from './vpc-az-spread.ts';

/** The rules of this area. */
export const networkRules: readonly Rule[] = [
  noDefaultVpc,
  vpcAzSpread,
  subnetTiers,
  subnetCidrPlan,
  privateNoPublicIp,
  privateEgressNat,
  publicSubnetLbOnly,
  rdsPublic,
  dbPrivateSubnets,
  ec2Private,
  eksPrivateSubnets,
  eksPrivateEndpoint,
  redshiftPrivate,
  efsMounts,
  rdsSg,
];
