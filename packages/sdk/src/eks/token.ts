/** Tokens with the credentials of a context, wherever they come from. */
import { type AwsContext, type AwsCredentials, call } from '../config.ts';
import { eksClient } from './client.ts';
import { type EksToken, presignEksToken } from './presign.ts';

/** A token with the context's credentials. Nothing of STS or EKS is called. @throws AwsError `credentials-missing` */
export async function eksToken(context: AwsContext, clusterName: string): Promise<EksToken> {
  const credentials = await resolveCredentials(context);
  return presignEksToken({ clusterName, region: context.region, credentials, now: context.clock.now() });
}

/** Errors of the credential chain are sorted as those of a request; no request is counted. */
async function resolveCredentials(context: AwsContext): Promise<AwsCredentials> {
  const { onCall: _, ...silent } = context;
  return call(silent, 'eks', 'GetToken', () => eksClient(context).config.credentials(), { attempts: 1 });
}
