/** Docker's credential-helper protocol (docker/docker-credential-helpers, README), answered by ECR. */
import { type Clock, type Environment, version } from '@slipway/action-kit';
import { type AwsContext, closeContext } from '@slipway/sdk/config';
import { parseEcrHost } from '@slipway/sdk/ecr';
import { isLoopbackHost } from '@slipway/sdk/registry';
import { helperProgram } from './helper-script.ts';
import { contextPart, mintPassword } from './mint.ts';

/** What the helper writes and how it ends. */
export interface HelperAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** Something was still at work when the time was over. */
  readonly timedOut?: true;
}

/** What the helper stands on. */
export interface HelperPlatform {
  readonly environment: Environment;
  readonly clock: Clock;
  /** Milliseconds for one answer; 30 s unless given. Docker waits without a limit of its own. */
  readonly timeoutMs?: number;
}

/** The words by which docker and its kin know that there is no login, and go on without one. */
const notFound = 'credentials not found in native keychain\n';
const helperTimeoutMs = 30_000;
const usage = `usage: ${helperProgram} get|list|store|erase|version\n`;

/** What needs neither stdin nor AWS. `docker login` and `logout` store and erase: there is nothing to keep and nothing to forget. */
const plainAnswers: Readonly<Record<string, string>> = { list: '{}\n', store: '', erase: '', version: `${helperProgram} (slipway) ${version}\n` };

/** Answers one call. @param read reads stdin to its end */
export async function answerDocker(command: string, read: () => Promise<string>, platform: HelperPlatform): Promise<HelperAnswer> {
  const plain = Object.hasOwn(plainAnswers, command) ? plainAnswers[command] : undefined;
  if (plain !== undefined) return { stdout: plain, stderr: '', exitCode: 0 };
  if (command !== 'get') return { stdout: '', stderr: usage, exitCode: 2 };
  const { timeoutMs = helperTimeoutMs, clock } = platform;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(`no answer within ${timeoutMs / 1_000} s`)), timeoutMs);
  try {
    const server = (await untilAborted(read(), controller.signal)).split('\n')[0]?.trim() ?? '';
    return await get(server, { ...platform, signal: controller.signal, deadline: clock.now() + timeoutMs });
  } catch (error) {
    return { ...refusal(error as Error), ...(controller.signal.aborted ? { timedOut: true } : {}) };
  } finally {
    clearTimeout(timer);
  }
}

type HelperRun = HelperPlatform & { readonly signal: AbortSignal; readonly deadline: number };

async function get(server: string, { environment, clock, signal, deadline }: HelperRun): Promise<HelperAnswer> {
  const host = server.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  const region = isLoopbackHost(host) ? (environment.get('AWS_REGION') ?? environment.get('AWS_DEFAULT_REGION')) : parseEcrHost(host)?.region;
  if (!region) return { stdout: notFound, stderr: '', exitCode: 1 };
  const userAgent = 'slipway/docker-credential';
  const aws: AwsContext = { region, clock, signal, deadline, environment: environment.all(), userAgent, ...contextPart([host], environment.get) };
  try {
    const { username, password } = await mintPassword(aws, host);
    return { stdout: `${JSON.stringify({ ServerURL: server, Username: username, Secret: password })}\n`, stderr: '', exitCode: 0 };
  } finally {
    closeContext(aws);
  }
}

/** Docker and helm show stdout of a failed helper, podman, buildah and skopeo stderr: both get the words. */
function refusal({ message, hint = '' }: Error & { hint?: string }): HelperAnswer {
  const words = `${helperProgram}: ${message}${hint ? `. ${hint}` : ''}\n`;
  return { stdout: words, stderr: words, exitCode: 1 };
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
