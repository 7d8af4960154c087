/**
 * Keys of an EC2 instance's role, by IMDSv2 only: a session token first, and never a request without it, whatever the
 * answer (EC2 user guide, "Use the Instance Metadata Service to access instance metadata").
 */
import type { AwsCredentials } from '../config.ts';
import { type HttpAnswer, HttpError } from '../http.ts';
import { askEndpoint, type IdentityDeps, keysOf, refusalOf } from './endpoint.ts';
import type { Environment } from './environment-keys.ts';
import { IdentityError } from './errors.ts';

const endpoints = { ipv4: 'http://169.254.169.254', ipv6: 'http://[fd00:ec2::254]' };
const tokenPath = '/latest/api/token';
const rolePath = '/latest/meta-data/iam/security-credentials/';
/** Seconds; the session serves three requests. */
const sessionSeconds = '60';
/** Milliseconds for an answer: with the connection's limit, a machine without the service is left in two seconds. */
const answerMs = 900;

/**
 * The instance's keys.
 * @throws IdentityError `credentials-missing` where there is no such service, no role, or version 1 only
 */
export async function instanceKeys(environment: Environment, deps: IdentityDeps): Promise<AwsCredentials> {
  const base = endpointOf(environment);
  const ask = (method: string, path: string, headers: Record<string, string>) =>
    askEndpoint({ method, url: `${base}${path}`, headers: async () => headers, answerMs, retryConnection: false }, deps);
  try {
    const session = sessionOf(await ask('PUT', tokenPath, { 'x-aws-ec2-metadata-token-ttl-seconds': sessionSeconds }), base);
    const headers = { 'x-aws-ec2-metadata-token': session };
    const role = roleOf(await ask('GET', rolePath, headers), base);
    const answer = await ask('GET', `${rolePath}${encodeURIComponent(role)}`, headers);
    const keys = answer.status === 200 ? keysOf(answer.body) : undefined;
    if (keys) return keys;
    const said = refusalOf(answer.body);
    throw without(
      `no keys for the instance's role ${role}: ${answer.status}${said ? ` ${said}` : ''}`,
      'Check the instance profile and the trust policy of its role.',
    );
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const hops =
      error.code === 'ETIMEDOUT'
        ? ' In a container on an instance, raise the hop limit: aws ec2 modify-instance-metadata-options --http-put-response-hop-limit 2.'
        : '';
    throw without(`instance metadata (IMDSv2): ${error.message}`, `There is no instance, or its metadata service is off.${hops}`, error);
  }
}

function endpointOf(environment: Environment): string {
  if (environment['AWS_EC2_METADATA_DISABLED']?.toLowerCase() === 'true')
    throw without('instance metadata (IMDSv2): AWS_EC2_METADATA_DISABLED is true', 'Take the variable away where the instance is to be asked.');
  const mode = environment['AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE']?.toLowerCase() === 'ipv6' ? 'ipv6' : 'ipv4';
  const endpoint = environment['AWS_EC2_METADATA_SERVICE_ENDPOINT'] || endpoints[mode];
  if (!/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : ''))
    throw without('AWS_EC2_METADATA_SERVICE_ENDPOINT is no http address', `Take it away, or write it like ${endpoints.ipv4}`);
  return endpoint.replace(/\/+$/, '');
}

function sessionOf({ status, body }: HttpAnswer, base: string): string {
  const token = body.trim();
  if (status === 200 && /^[\x21-\x7e]+$/.test(token)) return token;
  if (status === 403)
    throw without(`instance metadata (IMDSv2): ${base} is switched off (403)`, 'aws ec2 modify-instance-metadata-options --http-endpoint enabled');
  throw without(
    `instance metadata (IMDSv2): ${base} gave no session token (${status})`,
    'Version 1 is never used: anyone who makes the runner fetch a URL could read its keys. aws ec2 modify-instance-metadata-options --http-tokens required --http-endpoint enabled',
  );
}

function roleOf({ status, body }: HttpAnswer, base: string): string {
  const role = body.trim().split('\n')[0]?.trim() ?? '';
  if (status === 200 && /^[\w+=,.@-]{1,64}$/.test(role)) return role;
  const why = status === 200 && role !== '' ? 'gave a name that is no role' : `names no role (${status})`;
  throw without(`instance metadata (IMDSv2): ${base} ${why}`, 'Give the instance a role: aws ec2 associate-iam-instance-profile.');
}

function without(message: string, todo: string, cause?: unknown): IdentityError {
  return new IdentityError({ code: 'credentials-missing', message, hint: `${message}\n${todo}`, cause });
}
