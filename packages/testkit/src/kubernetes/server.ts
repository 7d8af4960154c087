/** The fake Kubernetes API over HTTPS, with a CA of its own, bearer tokens, watches and a small set of controllers. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { FaultPlan } from '../faults.ts';
import { type ControllerManager, startControllers } from './controllers/manager.ts';
import { answerRequest, type RequestRecord } from './handler.ts';
import { ObjectStore } from './store.ts';
import { makeServerCertificate } from './tls.ts';
import { type Admission, refusalBy } from './verbs.ts';

/** Who a token belongs to; `undefined` for tokens that are refused (401). */
export type Authenticate = (token: string) => { user: string } | undefined;

/** How to start a fake cluster. */
export interface KubernetesOptions {
  /** Checks bearer tokens besides `staticToken`. */
  readonly authenticate?: Authenticate;
  /** Faults for the service `kubernetes`; operations are `<verb> <resource>`: `list pods`, `watch events`. */
  readonly faults?: FaultPlan;
  /** Factor on the times of pods; 1 is a pod that is ready after 150 ms. */
  readonly speed?: number;
  /** Lines of every container's log. */
  readonly logLines?: readonly string[];
}

/** A running fake cluster. Its nodes are two of 4 CPUs and 16 GiB; its namespaces `default` and `kube-system`. */
export interface FakeKubernetes {
  /** `https://127.0.0.1:PORT` */
  readonly url: string;
  /** PEM. */
  readonly ca: string;
  /** A token that is always let in, as user `admin`. */
  readonly staticToken: string;
  readonly store: ObjectStore;
  readonly faults: FaultPlan;
  /** Refuse objects with a `StatusError` (see `forbidden`), as policies, quotas and missing rights do. */
  readonly admissions: Admission[];
  /** Users (as `authenticate` names them) that may only read. */
  readonly readers: Set<string>;
  /** Every request, oldest first. */
  readonly requests: RequestRecord[];
  /** A kubeconfig for the static token, as YAML. */
  kubeconfig(namespace?: string): string;
  close(): Promise<void>;
}

/** Starts a fake cluster on a free port of loopback. */
export async function startKubernetes(options: KubernetesOptions = {}): Promise<FakeKubernetes> {
  const store = new ObjectStore(() => Date.now());
  const admissions: Admission[] = [];
  store.refusalOf = (object) => refusalBy(admissions, object);
  const { ca, certificate, key } = await makeServerCertificate(Date.now());
  const faults = options.faults ?? new FaultPlan();
  const staticToken = `static-${randomUUID()}`;
  const world = {
    store,
    admissions,
    applied: new Map<string, unknown>(),
    faults,
    readers: new Set<string>(),
    requests: [] as RequestRecord[],
    logLines: options.logLines ?? ['hello from a fake pod', 'second line'],
    userOf: (token: string) => (token === staticToken ? { user: 'admin' } : options.authenticate?.(token)),
  };
  const server = createServer({ cert: certificate, key }, (request, response) => void answerRequest(world, request, response));
  const sockets = trackSockets(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const controllers = startControllers(store, options.speed ?? 1);
  furnish(store);
  return {
    url,
    ca,
    staticToken,
    store,
    faults,
    admissions,
    readers: world.readers,
    requests: world.requests,
    kubeconfig: (namespace = 'default') => kubeconfigText({ url, ca, token: staticToken, namespace }),
    close: () => close(server, sockets, controllers),
  };
}

function furnish(store: ObjectStore): void {
  for (const name of ['default', 'kube-system']) store.make({ apiVersion: 'v1', kind: 'Namespace', metadata: { name }, status: { phase: 'Active' } });
  for (const name of ['node-1', 'node-2']) {
    const room = { cpu: '4', memory: '16Gi', pods: '110' };
    const labels = { 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux', 'kubernetes.io/hostname': name };
    store.make({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels }, status: { allocatable: room, capacity: room } });
  }
}

/** A kubeconfig with a token, as YAML (JSON is YAML). */
export function kubeconfigText({ url, ca, token, namespace }: { url: string; ca: string; token: string; namespace: string }): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'fake',
    contexts: [{ name: 'fake', context: { cluster: 'fake', user: 'fake', namespace } }],
    clusters: [{ name: 'fake', cluster: { server: url, 'certificate-authority-data': Buffer.from(ca).toString('base64') } }],
    users: [{ name: 'fake', user: { token } }],
  });
}

function trackSockets(server: Server): Set<Duplex> {
  const sockets = new Set<Duplex>();
  server.on('connection', (socket: Duplex) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return sockets;
}

async function close(server: Server, sockets: Set<Duplex>, controllers: ControllerManager): Promise<void> {
  controllers.stop();
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
