/** Keys of a container: EKS Pod Identity and ECS hand them out over HTTP (AWS SDKs reference, "Container credential provider"). */
import type { AwsCredentials } from '../config.ts';
import { HttpError } from '../http.ts';
import { askEndpoint, hostOf, type IdentityDeps, keysOf, refusalOf } from './endpoint.ts';
import type { Environment } from './environment-keys.ts';
import { IdentityError, type IdentityErrorCode } from './errors.ts';
import { readText } from './token-file.ts';

const relativeName = 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI';
const fullName = 'AWS_CONTAINER_CREDENTIALS_FULL_URI';
const tokenFileName = 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE';
const tokenName = 'AWS_CONTAINER_AUTHORIZATION_TOKEN';

const ecsHost = '169.254.170.2';
const podIdentityHosts = new Set(['169.254.170.23', '[fd00:ec2::23]']);

/** Milliseconds for an answer: the agent asks AWS before it gives one. */
const answerMs = 5_000;

/** Keys, and which of the two gave them. */
export interface ContainerKeys {
  readonly from: 'pod-identity' | 'container';
  readonly credentials: AwsCredentials;
}

/** Whether the environment names such an endpoint. */
export function hasContainer(environment: Environment): boolean {
  return Boolean(environment[relativeName] || environment[fullName]);
}

/** Asks the endpoint that the environment names; the relative one wins, as in the AWS SDKs. @throws IdentityError */
export async function containerKeys(environment: Environment, deps: IdentityDeps): Promise<ContainerKeys> {
  const url = endpointOf(environment);
  const headers = () => authorization(environment, deps);
  try {
    const answer = await askEndpoint({ url: url.href, headers, answerMs, retryConnection: true }, deps);
    const credentials = answer.status === 200 ? keysOf(answer.body) : undefined;
    if (!credentials) throw refusal(url, answer.status, refusalOf(answer.body));
    return { from: podIdentityHosts.has(url.hostname) ? 'pod-identity' : 'container', credentials };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const code = error.code === 'ETIMEDOUT' ? 'timeout' : 'unreachable';
    throw broken(code, `${url.origin} gives no keys: ${error.message}`, 'Check the agent on the node (EKS Pod Identity Agent, ECS agent).', error);
  }
}

function endpointOf(environment: Environment): URL {
  const relative = environment[relativeName];
  const name = relative ? relativeName : fullName;
  const text = relative ? `http://${ecsHost}${relative}` : (environment[fullName] ?? '');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && isAllowed(url)) return url;
  throw broken(
    'credentials-missing',
    `${name} is no address that keys are taken from`,
    `It has to be https, or http to the machine itself: 127.0.0.0/8, [::1], ${ecsHost}, ${[...podIdentityHosts].join(', ')}.`,
  );
}

function isAllowed({ protocol, hostname }: URL): boolean {
  if (protocol === 'https:') return true;
  const own = hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  return protocol === 'http:' && (own || hostname === ecsHost || podIdentityHosts.has(hostname));
}

/** The token file is replaced while the pod lives, so it is read for each request; it wins, as in the AWS SDKs. */
async function authorization(environment: Environment, { readFile = readText }: IdentityDeps): Promise<Record<string, string>> {
  const file = environment[tokenFileName];
  const unreadable = (error: unknown) => {
    throw broken(
      'credentials-missing',
      `${tokenFileName}: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`,
      'Check the mounts of the pod.',
      error,
    );
  };
  const token = (file ? await readFile(file).catch(unreadable) : (environment[tokenName] ?? '')).trim();
  if (/[^\x20-\x7e]/.test(token))
    throw broken('credentials-missing', `${file ? tokenFileName : tokenName} holds more than one line of text`, 'Check what writes it.');
  return { accept: 'application/json', ...(token ? { authorization: token } : {}) };
}

function refusal(url: URL, status: number, said: string): IdentityError {
  const answer = `${hostOf(url.href)} answered ${status}${said ? `: ${said}` : ''}`;
  if (status === 200) return broken('unreachable', `${answer} without keys`, 'Something else answered in its name. Check the address.');
  if (status === 429 || status >= 500) return broken('unreachable', answer, 'Run the job again; look at the agent on the node if it stays.');
  return broken(
    'access-denied',
    answer,
    'Give the service account a role: aws eks create-pod-identity-association --cluster-name <cluster> --namespace <namespace> --service-account <account> --role-arn <role>; on ECS: taskRoleArn.',
  );
}

function broken(code: IdentityErrorCode, message: string, todo: string, cause?: unknown): IdentityError {
  return new IdentityError({ code, message, hint: `${message}\n${todo}`, cause });
}
