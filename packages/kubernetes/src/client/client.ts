/** The dozen calls that a deploy makes, typed by what they return. */
import { KubernetesError, type KubernetesErrorCode } from '../errors.ts';
import type { KubeObject } from '../objects.ts';
import type { Connection } from './connection.ts';
import { createTransport, type HttpRequest, type Transport } from './transport.ts';
import { type WatchEvent, watchStream } from './watch.ts';

/** A kind of object by its path: `resource('apps/v1', 'deployments')`. */
export interface Resource {
  readonly apiVersion: string;
  /** Plural, lower case. */
  readonly plural: string;
}

/** A list and the version that a watch may go on from. */
export interface ObjectList<T> {
  readonly resourceVersion: string;
  readonly items: readonly T[];
}

/** How to choose among objects. */
export interface Selection {
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
}

/** Tries for what may pass: 429, 5xx and broken connections of reads. */
const readAttempts = 3;
const pauseMs = 300;

/** A typed client. Every method throws `KubernetesError`, or the signal's reason when it aborts. */
export class KubernetesClient {
  readonly server: string;
  readonly #transport: Transport;
  readonly #sleep: (ms: number, signal?: AbortSignal) => Promise<void>;

  constructor(connection: Connection, clock: { sleep(ms: number, signal?: AbortSignal): Promise<void> }) {
    this.server = connection.server;
    this.#transport = createTransport(connection);
    this.#sleep = (ms, signal) => clock.sleep(ms, signal);
  }

  /** `v1.33.1`: also the way to learn that the server answers and lets us in. */
  async version(signal: AbortSignal): Promise<string> {
    const answer = (await this.#json({ method: 'GET', path: '/version', signal })) as { gitVersion?: string };
    return answer.gitVersion ?? '';
  }

  /** One object. An empty namespace is for cluster-wide kinds. */
  async get<T extends KubeObject>(resource: Resource, namespace: string, name: string, signal: AbortSignal): Promise<T> {
    return (await this.#json({ method: 'GET', path: `${pathOf(resource, namespace)}/${encodeURIComponent(name)}`, signal })) as T;
  }

  /** Objects of a namespace, or of all when it is empty. */
  async list<T extends KubeObject>(resource: Resource, namespace: string, selection: Selection, signal: AbortSignal): Promise<ObjectList<T>> {
    const path = `${pathOf(resource, namespace)}${queryOf({ ...selection })}`;
    const answer = (await this.#json({ method: 'GET', path, signal })) as { metadata?: { resourceVersion?: string }; items?: T[] };
    return { resourceVersion: answer.metadata?.resourceVersion ?? '', items: answer.items ?? [] };
  }

  /** Replaces an object; its resourceVersion guards against somebody else's write. */
  async replace<T extends KubeObject>(resource: Resource, object: T, signal: AbortSignal): Promise<T> {
    const path = `${pathOf(resource, object.metadata.namespace ?? '')}/${encodeURIComponent(object.metadata.name)}`;
    return (await this.#json({ method: 'PUT', path, body: object, signal })) as T;
  }

  /** Deletes an object; one that is gone is no error. */
  async delete(resource: Resource, namespace: string, name: string, signal: AbortSignal): Promise<void> {
    try {
      await this.#json({ method: 'DELETE', path: `${pathOf(resource, namespace)}/${encodeURIComponent(name)}`, signal });
    } catch (error) {
      if (!(error instanceof KubernetesError && error.code === 'not-found')) throw error;
    }
  }

  /** The last lines of a container's log. @param previous of the container's life before this one */
  async logs(namespace: string, pod: string, options: { container: string; lines: number; previous: boolean }, signal: AbortSignal): Promise<string[]> {
    const query = queryOf({ container: options.container, tailLines: String(options.lines), ...(options.previous ? { previous: 'true' } : {}) });
    const path = `${pathOf({ apiVersion: 'v1', plural: 'pods' }, namespace)}/${encodeURIComponent(pod)}/log${query}`;
    const { status, text } = await this.#transport.send({ method: 'GET', path, accept: '*/*', signal });
    if (status >= 400) throw refusal(status, text);
    return text.split('\n').filter((line) => line !== '');
  }

  /** Changes after a version, until the signal aborts or the server ends the stream. */
  watch<T extends KubeObject>(resource: Resource, namespace: string, resourceVersion: string, signal: AbortSignal): AsyncGenerator<WatchEvent<T>> {
    const path = `${pathOf(resource, namespace)}${queryOf({ watch: '1', allowWatchBookmarks: 'true', resourceVersion })}`;
    return watchStream<T>(this.#transport, path, signal);
  }

  /** Closes the connections. */
  close(): void {
    this.#transport.close();
  }

  async #json(request: HttpRequest): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { status, text } = await this.#transport.send(request);
        if (status >= 400) throw refusal(status, text);
        return parseAnswer(text, this.server);
      } catch (error) {
        if (!mayPass(error, request.method) || attempt >= readAttempts) throw error;
        await this.#sleep(pauseMs * attempt, request.signal);
      }
    }
  }
}

/** A server that does not answer in time will not do so at once; what it refuses for a moment may pass. */
function mayPass(error: unknown, method: string): boolean {
  if (!(error instanceof KubernetesError)) return false;
  if (error.code === 'throttled') return true;
  if (method !== 'GET') return false;
  const code = (error.cause as NodeJS.ErrnoException | undefined)?.code;
  return (error.status ?? 0) >= 500 || code === 'ECONNRESET' || code === 'EPIPE';
}

function parseAnswer(text: string, server: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new KubernetesError({
      code: 'cluster-unreachable',
      message: `${server}: what answered is no Kubernetes API: ${text.slice(0, 80)}`,
      hint: 'Check the address and the proxy: something else answered in the name of the API server.',
      cause: error,
    });
  }
}

const codes: Readonly<Record<number, KubernetesErrorCode>> = {
  401: 'unauthorized',
  403: 'access-denied',
  404: 'not-found',
  409: 'conflict',
  410: 'gone',
  422: 'invalid-request',
  429: 'throttled',
};

/** The error for a refusing answer; a `Status` object keeps its words. */
export function refusal(status: number, text: string): KubernetesError {
  let message = text.slice(0, 500);
  try {
    message = (JSON.parse(text) as { message?: string }).message ?? message;
  } catch {
    // Not a Status: a proxy's page, perhaps.
  }
  const code = codes[status] ?? (status >= 500 ? 'cluster-unreachable' : 'service-error');
  return new KubernetesError({ code, message: `${status}: ${message}`, status });
}

/** `/apis/apps/v1/namespaces/app/deployments` */
export function pathOf({ apiVersion, plural }: Resource, namespace: string): string {
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return namespace === '' ? `${root}/${plural}` : `${root}/namespaces/${encodeURIComponent(namespace)}/${plural}`;
}

function queryOf(parameters: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
