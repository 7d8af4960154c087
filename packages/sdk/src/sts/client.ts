/** The STS client and its commands, in one place: whatever library makes them, nobody else here knows. */
import { STSClient } from '@aws-sdk/client-sts';
import { clientCache } from '../config.ts';

export { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';

/** The client of a context. */
export const stsClient = clientCache((config) => new STSClient(config));
