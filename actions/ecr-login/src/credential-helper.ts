/** Docker's credential-helper protocol (docker/docker-credential-helpers, README), answered by ECR. */
import type { Clock, Environment } from '@slipway/action-kit';
import { type AwsContext, closeContext } from '@slipway/sdk/config';
import { getAuthorizationToken, parseEcrHost } from '@slipway/sdk/ecr';
import { isLoopbackHost } from '@slipway/sdk/registry';

/** What the helper writes and how it ends. */
export interface HelperAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** What the helper stands on. */
export interface HelperPlatform {
  readonly environment: Environment;
  readonly clock: Clock;
}

/** The words by which docker knows that there is no login, and goes on without one. */
const notFound = 'credentials not found in native keychain\n';
/** Milliseconds for one password; docker waits without a limit of its own. */
const helperTimeoutMs = 30_000;

/** Answers one call. @param input stdin */
export async function answerDocker(command: string, input: string, platform: HelperPlatform): Promise<HelperAnswer> {
  if (command === 'list') return { stdout: '{}\n', stderr: '', exitCode: 0 };
  // docker login and logout call these; there is nothing to keep and nothing to forget.
  if (command === 'store' || command === 'erase') return { stdout: '', stderr: '', exitCode: 0 };
  if (command !== 'get') return { stdout: '', stderr: 'usage: docker-credential-slipway get|list|store|erase\n', exitCode: 2 };
  const server = input.trim();
  const region = regionOf(server, platform.environment);
  if (!region) return { stdout: notFound, stderr: '', exitCode: 1 };
  return mint(server, region, platform);
}

function regionOf(server: string, environment: Environment): string | undefined {
  const host = server.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  if (isLoopbackHost(host)) return environment.get('AWS_REGION') ?? environment.get('AWS_DEFAULT_REGION');
  return parseEcrHost(host)?.region;
}

async function mint(server: string, region: string, { environment, clock }: HelperPlatform): Promise<HelperAnswer> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(`no answer within ${helperTimeoutMs / 1_000} s`)), helperTimeoutMs);
  const aws: AwsContext = {
    region,
    clock,
    signal: controller.signal,
    deadline: clock.now() + helperTimeoutMs,
    environment: environment.all(),
    userAgent: 'slipway/docker-credential',
  };
  try {
    const { username, password } = await getAuthorizationToken(aws);
    return { stdout: `${JSON.stringify({ ServerURL: server, Username: username, Secret: password })}\n`, stderr: '', exitCode: 0 };
  } catch (error) {
    const { message, hint = '' } = error as Error & { hint?: string };
    // Docker shows stdout of a failed helper, podman and buildah stderr.
    const words = `docker-credential-slipway: ${message}${hint ? `. ${hint}` : ''}\n`;
    return { stdout: words, stderr: words, exitCode: 1 };
  } finally {
    clearTimeout(timer);
    closeContext(aws);
  }
}
