/** The tools of the pipeline: taken from PATH, helm built once with Go when it is missing, the rest reported missing. */
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder, clusterFolder } from '../../test/cluster/tools.ts';
import type { View } from './view.ts';

/** Helm's version, pinned; the checksum database of Go modules vouches for its source. */
export const helmVersion = 'v3.22.0';

/** What Helm's own build sets and `go install` does not: its version, and the Kubernetes that it renders for without a cluster. */
const helmFlags = [
  '-s -w',
  `-X helm.sh/helm/v3/internal/version.version=${helmVersion}`,
  ...['pkg/lint/rules', 'pkg/chartutil'].map((place) => `-X helm.sh/helm/v3/${place}.k8sVersionMajor=1 -X helm.sh/helm/v3/${place}.k8sVersionMinor=36`),
].join(' ');

/** What was found, as absolute paths. */
export interface Tools {
  readonly helm: string | undefined;
  readonly terraform: string | undefined;
  /** What builds images: a docker whose daemon answers, or buildah. */
  readonly builder: 'docker' | 'buildah' | undefined;
  /** Folder with the binaries of a real Kubernetes (test/cluster), when it is complete. */
  readonly cluster: string | undefined;
}

/** The first executable of this name on PATH. */
export function onPath(name: string, path: string = process.env['PATH'] ?? ''): string | undefined {
  return path
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Finds what the pipeline needs; builds helm where that is allowed and possible. */
export async function findTools(view: View, options: { noInstall: boolean; signal: AbortSignal }): Promise<Tools> {
  return {
    helm: onPath('helm') ?? (await cachedHelm(view, options)),
    terraform: onPath('terraform') ?? onPath('tofu'),
    builder: (await answers('docker', ['info'], options.signal)) ? 'docker' : onPath('buildah') ? 'buildah' : undefined,
    cluster: clusterFolder(),
  };
}

async function cachedHelm(view: View, { noInstall, signal }: { noInstall: boolean; signal: AbortSignal }): Promise<string | undefined> {
  const folder = join(cacheFolder(), `helm-${helmVersion}`);
  const file = join(folder, 'helm');
  if (isExecutable(file)) return file;
  const go = onPath('go');
  if (noInstall || !go) return undefined;
  const line = view.line('helm');
  line.update(`building ${helmVersion} with Go, once, into ${folder} (about 100 s)`);
  view.print(`  helm is not on PATH: building ${helmVersion} with Go, once, into ${folder} (about 100 s) …`);
  mkdirSync(folder, { recursive: true });
  const built = await succeeds(go, ['install', '-ldflags', helmFlags, `helm.sh/helm/v3/cmd/helm@${helmVersion}`], signal, { GOBIN: folder, CGO_ENABLED: '0', GOFLAGS: '-trimpath' });
  if (built && isExecutable(file)) line.done(`built ${file}`);
  else line.failed('could not be built; install helm 3 and run the demo again');
  return isExecutable(file) ? file : undefined;
}

async function answers(name: string, args: readonly string[], signal: AbortSignal): Promise<boolean> {
  const file = onPath(name);
  return file !== undefined && (await succeeds(file, args, AbortSignal.any([signal, AbortSignal.timeout(5_000)]), {}));
}

function succeeds(file: string, args: readonly string[], signal: AbortSignal, environment: Record<string, string>): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(file, [...args], { stdio: 'ignore', signal, killSignal: 'SIGKILL', env: { ...process.env, ...environment } });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
