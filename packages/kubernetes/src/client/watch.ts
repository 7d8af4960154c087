/** A watch: one long answer, an event a line. */
import { KubernetesError } from '../errors.ts';
import type { KubeObject } from '../objects.ts';
import { refusal } from './client.ts';
import { type Transport, unreachable } from './transport.ts';

/** A change. Bookmarks carry nothing but a newer resourceVersion. */
export interface WatchEvent<T extends KubeObject> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  readonly object: T;
}

/**
 * Reads events until the server ends the answer, which it does every few minutes.
 * @throws KubernetesError `gone` when the version is too old and a new list is needed; the signal's reason
 */
export async function* watchStream<T extends KubeObject>(transport: Transport, path: string, signal: AbortSignal): AsyncGenerator<WatchEvent<T>> {
  const answer = await transport.open({ method: 'GET', path, signal });
  const status = answer.statusCode ?? 0;
  answer.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of answer) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      if (status >= 400) continue;
      for (const line of lines) if (line.trim() !== '') yield eventOf<T>(line);
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error instanceof KubernetesError ? error : unreachable(path, error);
  } finally {
    answer.destroy();
  }
  if (status >= 400) throw refusal(status, rest);
}

function eventOf<T extends KubeObject>(line: string): WatchEvent<T> {
  const event = JSON.parse(line) as { type: string; object: unknown };
  if (event.type === 'ERROR') {
    const { code = 0, message = '' } = event.object as { code?: number; message?: string };
    throw refusal(code, JSON.stringify({ message }));
  }
  return event as WatchEvent<T>;
}
