/** Helm 3 and 4 as a process: its own folders, arguments as a list, values by files, errors as our words. */
import { KubernetesError } from '../errors.ts';
import type { ReleaseHook } from '../release/record.ts';
import { classifyHelm } from './errors.ts';

/** Runs a command to its end; rejects when it cannot be started or the signal aborted. */
export type RunHelm = (request: {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly graceMs?: number;
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
}) => Promise<{ code: number; stdout: string; stderr: string }>;

/** Where and as whom Helm runs. */
export interface HelmSettings {
  /** Absolute path, or a name to be found on PATH. */
  readonly path: string;
  readonly run: RunHelm;
  /** A private folder for Helm's cache, configuration and data. */
  readonly folder: string;
  /** Set by `against` once the cluster is known. */
  readonly kubeconfig?: string;
  readonly namespace: string;
  readonly workspace: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What to deploy. */
export interface HelmRelease {
  readonly name: string;
  /** Path of a chart. */
  readonly chart: string;
  /** Absolute paths, the last wins. */
  readonly valuesFiles: readonly string[];
  readonly createNamespace: boolean;
  readonly labels: Readonly<Record<string, string>>;
}

/** What a chart renders to. */
export interface Rendered {
  readonly manifest: string;
  readonly hooks: readonly ReleaseHook[];
}

/** Interrupted Helm notes the failure in its record and ends; after this it is killed. */
const graceMs = 2_500;

/** A Helm binary, its version known. */
export class Helm {
  /** 3 or 4. */
  readonly major: number;
  readonly version: string;
  readonly #settings: HelmSettings;

  private constructor(settings: HelmSettings, version: string) {
    this.#settings = settings;
    this.version = version;
    this.major = Number(/^v?(\d+)/.exec(version)?.[1] ?? 3);
  }

  /** Asks the binary for its version. @throws KubernetesError `tool-missing` */
  static async open(settings: HelmSettings, signal: AbortSignal): Promise<Helm> {
    const { code, stdout, stderr } = await invoke(settings, ['version', '--template', '{{.Version}}'], signal);
    const version = stdout.trim();
    if (code !== 0 || !/^v\d+\./.test(version))
      throw missing(settings.path, `it does not answer as Helm does: ${(stderr || stdout).trim().split('\n')[0] ?? ''}`);
    const helm = new Helm(settings, version);
    if (helm.major < 3) throw missing(settings.path, `it is Helm ${version}; 3 or 4 is needed`);
    return helm;
  }

  /** The same Helm, for the cluster of a kubeconfig. */
  against(kubeconfig: string): Helm {
    return new Helm({ ...this.#settings, kubeconfig }, this.version);
  }

  /** What `upgrade` would send, rendered with the server's capabilities; writes nothing. @throws KubernetesError `chart-invalid`, `values-invalid`, … */
  async render(release: HelmRelease, signal: AbortSignal): Promise<Rendered> {
    const answer = await this.#helm([...this.#upgradeArguments(release), '--dry-run=server', '--output', 'json'], signal);
    const text = answer.slice(Math.max(0, answer.indexOf('{')));
    const parsed = JSON.parse(text) as { manifest?: string; hooks?: ReleaseHook[] | null };
    return { manifest: parsed.manifest ?? '', hooks: parsed.hooks ?? [] };
  }

  /** Installs or upgrades, waiting for hooks only: the rollout is watched by us. @param timeoutMs for hooks */
  async upgrade(release: HelmRelease, timeoutMs: number, signal: AbortSignal): Promise<void> {
    await this.#helm([...this.#upgradeArguments(release), '--timeout', seconds(timeoutMs)], signal);
  }

  /** Goes back to a revision without waiting for its pods. */
  async rollback(release: string, revision: number, timeoutMs: number, signal: AbortSignal): Promise<void> {
    await this.#helm(['rollback', release, String(revision), '--timeout', seconds(timeoutMs)], signal);
  }

  /** Removes a release and its history. */
  async uninstall(release: string, timeoutMs: number, signal: AbortSignal): Promise<void> {
    await this.#helm(['uninstall', release, '--timeout', seconds(timeoutMs)], signal);
  }

  #upgradeArguments(release: HelmRelease): string[] {
    const labels = Object.entries(release.labels).map(([name, value]) => `${name}=${value}`);
    return [
      'upgrade',
      release.name,
      release.chart,
      '--install',
      // Without it, an upgrade that is given no values silently takes the last revision's.
      '--reset-values',
      ...(release.createNamespace ? ['--create-namespace'] : []),
      ...release.valuesFiles.flatMap((file) => ['--values', file]),
      ...(labels.length > 0 ? ['--labels', labels.join(',')] : []),
    ];
  }

  async #helm(args: readonly string[], signal: AbortSignal): Promise<string> {
    const { code, stdout, stderr } = await invoke(this.#settings, [...args, '--namespace', this.#settings.namespace], signal);
    if (code !== 0) throw classifyHelm(stderr, args[0] ?? '');
    return stdout;
  }
}

async function invoke(settings: HelmSettings, args: readonly string[], signal: AbortSignal) {
  const { folder, kubeconfig, path, workspace } = settings;
  const environment = {
    ...withoutHelm(settings.environment),
    HELM_CACHE_HOME: `${folder}/helm/cache`,
    HELM_CONFIG_HOME: `${folder}/helm/config`,
    HELM_DATA_HOME: `${folder}/helm/data`,
    KUBECACHEDIR: `${folder}/helm/kube`,
    KUBECONFIG: kubeconfig ?? '/dev/null',
  };
  try {
    return await settings.run({ command: path, arguments: args, cwd: workspace, environment, signal, graceMs });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'EACCES') throw missing(path, code === 'ENOENT' ? 'it is not there' : 'it cannot be executed', error);
    throw error;
  }
}

/** HELM_NAMESPACE, HELM_KUBETOKEN and the like of the job would change what we asked for; inputs of the step are nobody's business. */
function withoutHelm(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(HELM_|INPUT_|KUBE)/.test(name)));
}

function seconds(ms: number): string {
  return `${Math.max(1, Math.ceil(ms / 1_000))}s`;
}

function missing(path: string, why: string, cause?: unknown): KubernetesError {
  return new KubernetesError({
    code: 'tool-missing',
    message: `helm (${path}): ${why}`,
    hint: 'Put Helm 3 or 4 on PATH in a step before (azure/setup-helm with a fixed version), or name it: helm-path: /usr/local/bin/helm',
    cause,
  });
}
