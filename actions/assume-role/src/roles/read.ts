/** The input `roles`: lines, or the same as YAML or JSON. */
import type { ReadEntries } from './entry.ts';
import { readLines } from './line.ts';

/** Reads any form; the YAML parser is loaded only where the text is no lines. */
export async function readEntries(text: string): Promise<ReadEntries> {
  const read = isTree(text) ? (await import('./tree.ts')).readTree(text) : readLines(text);
  if (read.entries.length > 0 || read.faults.length > 0) return read;
  return { entries: [], faults: [{ line: 1, got: 'no role', want: 'a role on each line' }] };
}

/** Whether the first line that says something begins a YAML or JSON document. */
function isTree(text: string): boolean {
  const first = text.split(/\r?\n/).find((line) => !/^\s*(#.*)?$/.test(line)) ?? '';
  return /^\s*([{[]|-(\s|$)|---|%YAML|("[^"]*"|'[^']*'|[^\s=:]+)\s*:(\s|$))/.test(first);
}
