/** Which program can build here. */
import { type ActionContext, Failure, type Fault } from '@slipway/action-kit';
import type { BuilderName, BuildInput } from '../inputs/build.ts';

/** A builder that answered. */
export interface FoundBuilder {
  readonly name: Exclude<BuilderName, 'auto'>;
  readonly version: string;
}

/** Milliseconds for a program to say its version: a daemon that needs longer does not answer. */
const probeMs = 10_000;

/** Programs in the order of `auto`. */
const candidates = ['buildx', 'docker', 'buildah'] as const;

/** The builder asked for, or the first that is there. @throws Failure `builder-missing` naming each and why it is none */
export async function findBuilder(input: BuildInput, context: ActionContext): Promise<FoundBuilder> {
  const { builder } = input;
  const missing: string[] = [];
  for (const name of candidates) {
    if (builder !== 'auto' && builder !== name) continue;
    const unable = name === 'docker' ? dockerCannot(input) : undefined;
    if (unable) {
      missing.push(`docker: ${unable}`);
      continue;
    }
    const probed = await probe(name, context);
    if ('version' in probed) {
      context.log.info(`Builder: ${name} ${probed.version}${builder === 'auto' ? ' (auto)' : ''}`);
      return { name, version: probed.version };
    }
    missing.push(`${name}: ${probed.why}`);
  }
  throw none(missing.map((text) => ({ text })));
}

/** What is asked for and plain docker has not got. */
function dockerCannot({ platforms, secrets, contexts }: BuildInput): string | undefined {
  if (platforms.length > 1) return 'it builds one platform only; buildx and buildah build several';
  if (secrets.length > 0 || contexts.length > 0) return 'it takes no secrets and no further contexts; buildx and buildah do';
  return undefined;
}

type Probe = { readonly version: string } | { readonly why: string };

async function probe(name: FoundBuilder['name'], context: ActionContext): Promise<Probe> {
  if (name === 'buildah') return ask('buildah', ['--version'], /(\d+\.\d+\.\d+\S*)/, context);
  const daemon = await ask('docker', ['version', '--format', '{{.Server.Version}}'], /(\d+\.\d+\S*)/, context);
  if ('why' in daemon || name === 'docker') return daemon;
  const plugin = await ask('docker', ['buildx', 'version'], /v?(\d+\.\d+\.\d+\S*)/, context);
  return 'why' in plugin || (await writesOci(context))
    ? plugin
    : { why: 'its builder (driver docker) writes no OCI images; docker/setup-buildx-action makes one that does' };
}

/** The driver `docker` exports OCI images only from containerd's image store. */
async function writesOci(context: ActionContext): Promise<boolean> {
  const driver = await ask('docker', ['buildx', 'inspect'], /^Driver:\s*(\S+)/m, context);
  if ('version' in driver && driver.version !== 'docker') return true;
  return 'version' in (await ask('docker', ['info', '--format', '{{json .DriverStatus}}'], /(io\.containerd\.snapshotter)/, context));
}

async function ask(command: string, words: readonly string[], version: RegExp, context: ActionContext): Promise<Probe> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(new Error(`it did not answer within ${probeMs / 1_000} s`)), probeMs);
  try {
    const signal = AbortSignal.any([context.signal, patience.signal]);
    const { code, stdout, stderr } = await context.runProcess({ command, arguments: words, environment: context.environment.all(), signal, graceMs: 500 });
    const [, found] = version.exec(stdout) ?? [];
    if (code === 0 && found) return { version: found };
    return { why: firstLine(stderr) || firstLine(stdout) || `\`${[command, ...words].join(' ')}\` ended with ${code}` };
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason;
    const { code, message } = error as NodeJS.ErrnoException;
    return { why: code === 'ENOENT' ? `there is no ${command} on PATH` : message };
  } finally {
    clearTimeout(timer);
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]?.trim() ?? '';
}

function none(faults: readonly Fault[]): Failure {
  return new Failure({
    what: 'no program here can build the image',
    reason: 'builder-missing',
    faults,
    remedy:
      'Install one of them before this step:\nsudo apt-get install -y buildah\nor use docker/setup-buildx-action, or hand over an image that is built already: source: oci:<path>. Nothing was called.',
  });
}
