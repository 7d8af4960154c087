/** Watches: changes as JSON lines for as long as the client listens. */
import type { ServerResponse } from 'node:http';
import { apiVersionOf } from './resources.ts';
import type { Route } from './routes.ts';
import type { Change } from './store.ts';
import { isSelected, type VerbContext } from './verbs.ts';

/** Streams changes after `resourceVersion`; without one, everything that is there comes first, as ADDED. */
export function watchObjects({ store }: VerbContext, route: Route, query: URLSearchParams, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
  const write = (type: string, object: unknown) => response.write(`${JSON.stringify({ type, object })}\n`);
  const tell = (change: Change) => {
    if (change.resource === route.resource && isSelected(change.object, route, query)) write(change.type, change.object);
  };
  const from = query.get('resourceVersion') ?? '';
  const initial = query.get('sendInitialEvents') === 'true';
  if (initial || from === '' || from === '0') {
    for (const object of store.list(route.resource, route.namespace)) if (isSelected(object, route, query)) write('ADDED', object);
    if (initial) write('BOOKMARK', initialEventsEnd(route, store.version));
  } else {
    for (const change of store.changesSince(Number(from), route.resource)) tell(change);
  }
  const unwatch = store.watch(tell);
  const seconds = Number(query.get('timeoutSeconds') ?? 0);
  const timer = seconds > 0 ? setTimeout(() => response.end(), seconds * 1_000) : undefined;
  response.on('close', () => {
    unwatch();
    clearTimeout(timer);
  });
}

/** The bookmark that ends a streaming list (KEP-3157). */
function initialEventsEnd({ resource }: Route, version: number): object {
  const metadata = { resourceVersion: String(version), annotations: { 'k8s.io/initial-events-end': 'true' } };
  return { kind: resource.kind, apiVersion: apiVersionOf(resource), metadata };
}
