/** The EKS client of a context; its credential chain also signs tokens. */
import { EKSClient } from '@aws-sdk/client-eks';
import { clientCache } from '../config.ts';

/** One client per context. */
export const eksClient = clientCache((config) => new EKSClient(config));
