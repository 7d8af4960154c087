/** One request to the fake API: who asks, what goes wrong, what is answered. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultPlan } from '../faults.ts';
import { discover } from './discovery.ts';
import type { Json } from './objects.ts';
import { type Route, routeOf } from './routes.ts';
import { forbidden, noSuchPath, StatusError, statusBody, unauthorized } from './status.ts';
import { createObject, deleteObject, getObject, listObjects, parseBody, patchObject, readObject, updateObject, type VerbContext } from './verbs.ts';
import { watchObjects } from './watch.ts';

/** A request as tests see it. */
export interface RequestRecord {
  readonly method: string;
  readonly path: string;
  /** `list pods`, `patch deployments`, `discover`. */
  readonly operation: string;
  readonly user: string | undefined;
}

/** What requests are answered from. */
export interface World extends VerbContext {
  readonly faults: FaultPlan;
  readonly readers: ReadonlySet<string>;
  readonly requests: RequestRecord[];
  readonly logLines: readonly string[];
  readonly userOf: (token: string) => { user: string } | undefined;
}

/** Answers a request; every error becomes a `Status`. */
export async function answerRequest(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'https://fake');
  const route = routeOf(url.pathname);
  const operation = operationOf(request.method ?? 'GET', route, url.searchParams);
  const user = world.userOf((request.headers.authorization ?? '').replace(/^Bearer /, ''))?.user;
  world.requests.push({ method: request.method ?? 'GET', path: request.url ?? '/', operation, user });
  try {
    const body = await readBody(request);
    if (await breaks(world.faults, operation, request, response)) return;
    if (user === undefined) throw unauthorized();
    const discovered = request.method === 'GET' ? discover(url.pathname) : undefined;
    if (!discovered && !route) throw noSuchPath();
    if (route) authorize(world, user, operation, route);
    if (discovered) send(response, 200, discovered);
    else if (route) answerRoute(world, { route, query: url.searchParams, body, request, response });
  } catch (error) {
    const status = error instanceof StatusError ? error : new StatusError(500, 'InternalError', String(error));
    if (!response.headersSent) send(response, status.code, statusBody(status));
  }
}

interface Call {
  readonly route: Route;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function answerRoute(world: World, call: Call): void {
  const { route, query, response } = call;
  const watching = ['true', '1'].includes(query.get('watch') ?? '');
  if (call.request.method === 'GET' && watching) watchObjects(world, route, query, response);
  else if (call.request.method === 'GET' && route.subresource === 'log') sendLog(world, call);
  else {
    const { status, body } = carryOut(world, call);
    send(response, status, body);
  }
}

function carryOut(world: World, { route, query, body, request }: Call): { status: number; body: object } {
  const dryRun = query.get('dryRun') === 'All';
  switch (request.method) {
    case 'GET':
      return { status: 200, body: route.name === undefined ? listObjects(world, route, query) : getObject(world, route) };
    case 'POST':
      return { status: 201, body: createObject(world, route, readObject(route, body), dryRun) };
    case 'PUT':
      return { status: 200, body: updateObject(world, route, readObject(route, body), dryRun) };
    case 'PATCH': {
      const existed = world.store.get(route.resource, route.namespace, route.name ?? '') !== undefined;
      const options = { type: request.headers['content-type'] ?? '', manager: query.get('fieldManager') ?? '', dryRun };
      return { status: existed ? 200 : 201, body: patchObject(world, route, body, options) };
    }
    case 'DELETE':
      return { status: 200, body: remove(world, { route, query, body }, dryRun) };
    default:
      throw new StatusError(405, 'MethodNotAllowed', `the server does not allow ${request.method} on the requested resource`);
  }
}

function remove(world: World, { route, query, body }: Pick<Call, 'route' | 'query' | 'body'>, dryRun: boolean): object {
  const options = (body.length > 0 ? parseBody(body) : {}) as { propagationPolicy?: string };
  const orphan = (options.propagationPolicy ?? query.get('propagationPolicy')) === 'Orphan';
  if (route.name !== undefined) {
    const removed = deleteObject(world, route, { orphan, dryRun });
    return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details: { name: route.name, uid: removed.metadata.uid } };
  }
  const list = listObjects(world, route, query);
  for (const { metadata } of list['items'] as { metadata: { name: string; namespace?: string } }[])
    deleteObject(world, { ...route, namespace: metadata.namespace ?? '', name: metadata.name }, { orphan, dryRun });
  return list;
}

function sendLog(world: World, { route, query, response }: Call): void {
  const pod = getObject(world, route);
  const statuses = (pod.status?.['containerStatuses'] ?? []) as { name: string; state?: { waiting?: { reason?: string } }; lastState?: object }[];
  const name = query.get('container') ?? statuses[0]?.name;
  const status = statuses.find((entry) => entry.name === name);
  const waiting = status?.state?.waiting?.reason;
  if (!status || (waiting && !status.lastState))
    throw new StatusError(400, 'BadRequest', `container "${name}" in pod "${pod.metadata.name}" is waiting to start: ${waiting ?? 'ContainerCreating'}`);
  const tail = Number(query.get('tailLines') ?? world.logLines.length);
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.end(
    world.logLines
      .slice(-tail)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

function send(response: ServerResponse, status: number, body: Json | object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function operationOf(method: string, route: Route | undefined, query: URLSearchParams): string {
  if (!route) return 'discover';
  const named = route.name !== undefined;
  const reads = query.get('watch') ? 'watch' : named ? 'get' : 'list';
  const verb = { GET: reads, POST: 'create', PUT: 'update', PATCH: 'patch', DELETE: named ? 'delete' : 'deletecollection' }[method] ?? method;
  return `${verb} ${route.resource.resource}${route.subresource ? `/${route.subresource}` : ''}`;
}

function authorize(world: World, user: string, operation: string, { resource, namespace, name }: Route): void {
  const [verb = ''] = operation.split(' ');
  if (!world.readers.has(user) || ['get', 'list', 'watch'].includes(verb)) return;
  const where = namespace ? `in the namespace "${namespace}"` : 'at the cluster scope';
  throw forbidden(resource, name ?? '', `User "${user}" cannot ${verb} resource "${resource.resource}" in API group "${resource.group}" ${where}`);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Plays a fault; `true` when the request has had its answer, or never gets one. */
async function breaks(faults: FaultPlan, operation: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const fault = faults.next('kubernetes', operation);
  if (!fault) return false;
  switch (fault.kind) {
    case 'hang':
      return true;
    case 'reset':
    case 'reset-after':
      request.socket.destroy();
      return true;
    case 'hang-after-headers':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.flushHeaders();
      return true;
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return false;
    case 'throttle':
      throw new StatusError(429, 'TooManyRequests', 'too many requests, please try again later');
    case 'error':
      throw new StatusError(fault.status, fault.code ?? 'InternalError', fault.message ?? 'an error on the server has prevented the request from succeeding');
  }
}
