/** EKS, instances and images. */
import type { Rule } from '../../rule.ts';
import { eksLogs } from './eks-logs.ts';
import { eksMinNodes } from './eks-min-nodes.ts';
import { eksNodeAmi } from './eks-node-ami.ts';
import { eksNodeSize } from './eks-node-size.ts';
import { eksNodegroupSpan } from './eks-nodegroup-span.ts';
import { eksVersion } from './eks-version.ts';
import { imdsDefault } from './imds-default.ts';
import { imdsV2 } from './imds-v2.ts';

/** The rules of this area. */
export const computeRules: readonly Rule[] = [eksLogs, eksMinNodes, eksNodeSize, eksNodegroupSpan, eksVersion, eksNodeAmi, imdsV2, imdsDefault];
