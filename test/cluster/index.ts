/** A real Kubernetes on one machine: etcd, API server, controller manager and scheduler, with kwok in the place of nodes. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { writeCertificates } from './certificates.ts';
import { commands, type Ports } from './commands.ts';
import { clusterObjects } from './objects.ts';
import { freePorts, Processes } from './processes.ts';
import { podStages } from './stages.ts';
import { clusterFolder } from './tools.ts';
import { type FindUser, startWebhook } from './webhook.ts';

export { clusterFolder } from './tools.ts';
export type { FindUser } from './webhook.ts';

/** How to start a cluster. */
export interface ClusterOptions {
  /** A folder of its own; everything is written there. */
  readonly folder: string;
  /** The name that EKS tokens have to be made for; `demo` unless given. */
  readonly name?: string;
  /** AWS identities that are let in. */
  readonly users?: FindUser;
  /** Namespaces to make. The group `deployers` is admin of each. */
  readonly namespaces?: readonly string[];
}

/** A running cluster. */
export interface Cluster {
  readonly url: string;
  /** PEM. */
  readonly ca: string;
  /** Path of a kubeconfig with all rights. */
  readonly adminKubeconfig: string;
  /** Runs kubectl as admin and gives its output. */
  kubectl(...args: string[]): Promise<string>;
  /** Ends what was started, and only that. */
  stop(): Promise<void>;
}

const run = promisify(execFile);
const startMs = 120_000;

/** Starts a cluster, about 5 s. @throws Error when a binary is absent (test/cluster/build.sh makes them) or a process falls */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const binaries = clusterFolder();
  if (!binaries) throw new Error('the binaries of the cluster are not in the cache: run test/cluster/build.sh');
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true });
  const ca = await writeCertificates(folder);
  const webhook = await startWebhook(folder, options.name ?? 'demo', options.users ?? (() => undefined));
  const [api = 0, etcd = 0, peer = 0, kcm = 0, scheduler = 0, kwok = 0] = await freePorts(6);
  const ports: Ports = { api, etcd, peer, kcm, scheduler, kwok, webhook: webhook.port };
  writeFiles(folder, ports);
  const processes = new Processes(folder);
  const adminKubeconfig = join(folder, 'admin.kubeconfig');
  const kubectl = async (...args: string[]) => {
    const env = { ...process.env, KUBECACHEDIR: join(folder, 'kubecache'), KUBECONFIG: adminKubeconfig };
    return (await run(join(binaries, 'kubectl'), args, { env, maxBuffer: 64 * 1024 * 1024 })).stdout;
  };
  const stop = async () => {
    await processes.stop();
    await webhook.close();
  };
  try {
    const wait = (what: string, check: () => Promise<unknown>) => until(what, check, processes);
    const all = commands(folder, binaries, ports);
    processes.start('etcd', ...all.etcd);
    await wait('etcd', async () => (await fetch(`http://127.0.0.1:${etcd}/health`)).ok || Promise.reject());
    processes.start('kube-apiserver', ...all.apiserver);
    await wait('the API server', () => kubectl('get', '--raw', '/readyz'));
    processes.start('kube-controller-manager', ...all.kcm);
    processes.start('kube-scheduler', ...all.scheduler);
    processes.start('kwok', ...all.kwok);
    writeFileSync(join(folder, 'objects.json'), JSON.stringify(clusterObjects(options.namespaces ?? [])));
    await kubectl('apply', '-f', join(folder, 'objects.json'));
    await wait('nodes', () => kubectl('wait', '--for=condition=Ready', 'node', '--all', '--timeout=5s'));
    for (const namespace of ['default', ...(options.namespaces ?? [])]) await wait('service accounts', () => kubectl('-n', namespace, 'get', 'sa', 'default'));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `https://127.0.0.1:${api}`, ca, adminKubeconfig, kubectl, stop };
}

async function until(what: string, check: () => Promise<unknown>, processes: Processes): Promise<void> {
  const end = Date.now() + startMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      const fallen = processes.fallen();
      if (fallen) throw new Error(`${what}: ${fallen}`);
      if (Date.now() > end) throw new Error(`${what} did not come up: ${String(error)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function writeFiles(folder: string, ports: Ports): void {
  const pki = (name: string) => join(folder, 'pki', name);
  for (const user of ['admin', 'kcm', 'scheduler', 'kwok']) {
    const own = { 'client-certificate': pki(`${user}.crt`), 'client-key': pki(`${user}.key`) };
    writeFileSync(join(folder, `${user}.kubeconfig`), kubeconfig(`https://127.0.0.1:${ports.api}`, pki('ca.crt'), own), { mode: 0o600 });
  }
  writeFileSync(join(folder, 'webhook.kubeconfig'), kubeconfig(`https://127.0.0.1:${ports.webhook}/authenticate`, pki('ca.crt'), {}));
  const log = join(folder, 'pod.log');
  writeFileSync(log, '2026-01-01T00:00:00.000000000Z stdout F hello from a fake pod\n2026-01-01T00:00:01.000000000Z stderr F second line\n');
  const fixed = ['node-initialize', 'node-heartbeat-with-lease', 'lb'].map((name) => readFileSync(join(import.meta.dirname, 'stages', `${name}.yaml`), 'utf8'));
  const pods = podStages(log).map((stage) => JSON.stringify(stage));
  writeFileSync(join(folder, 'stages.yaml'), [...fixed, ...pods].join('\n---\n'));
}

function kubeconfig(server: string, authority: string, user: object): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'cluster',
    contexts: [{ name: 'cluster', context: { cluster: 'cluster', user: 'user' } }],
    clusters: [{ name: 'cluster', cluster: { server, 'certificate-authority': authority } }],
    users: [{ name: 'user', user }],
  });
}
