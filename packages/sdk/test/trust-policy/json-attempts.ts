/** Trying to read JSON, and what became of it. */
import type { parseJson } from '../../src/trust-policy/json-text.ts';

/** What `attempt` gives for text that is refused. */
const refused = 'no JSON';

/** The value, or `refused`. */
export function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return refused;
  }
}

/** The words of the refusal; empty when there is none. */
export function messageOf(read: () => unknown): string {
  try {
    read();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

/** The place of the refusal. */
export function offsetOf(read: () => unknown): number {
  try {
    read();
    return Number.NaN;
  } catch (error) {
    return (error as { at: number }).at;
  }
}

/** What `JSON.parse` would have made of it: of equal keys the last, and `__proto__` is a key like others. */
export function plainOf(node: ReturnType<typeof parseJson>): unknown {
  if (node.kind === 'object') return Object.fromEntries(node.members.map(({ key, value: member }) => [key, plainOf(member)]));
  if (node.kind === 'array') return node.items.map(plainOf);
  return node.kind === 'string' ? node.value : JSON.parse(node.text);
}
