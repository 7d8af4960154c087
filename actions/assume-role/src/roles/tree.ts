/** The YAML and JSON forms of `roles`: a map by name, or a list of roles that say their names. Pure. */
import { parseWrittenTree, type WrittenEntry, type WrittenNode } from '@slipway/action-kit/written';
import type { Tag } from '../plan.ts';
import { chainExample, type EntryFault, lineExample, type ReadEntries, type RoleEntry } from './entry.ts';
import { type RoleWay, readLines, readWay, unknownOption } from './line.ts';

/** Words by which a role object names its way; one of them stands in it. */
const wayKeys = ['arn', 'role', 'chain'] as const;
const objectKeys = [...wayKeys, 'region', 'duration', 'external-id', 'tags'];

/** Reads a document; a text that is no document, or of another shape, is one fault. */
export function readTree(text: string): ReadEntries {
  const document = parseWrittenTree(text);
  if (!document.ok) return { entries: [], faults: [{ line: document.line, got: 'YAML that does not parse', want: `YAML, JSON or lines (${document.why})` }] };
  const { root } = document;
  const faults: EntryFault[] = [];
  if (root.kind === 'map') {
    // One role without a name around it: `arn: …` would else be a role called arn.
    if (root.entries.some(({ key, value }) => key === 'name' && value.kind === 'text' && !value.text.includes('arn:')))
      return { entries: [itemOf(root, faults)], faults };
    return { entries: root.entries.map((entry) => ({ name: entry.key, line: entry.line, ...wayOf(entry.value, entry.line, faults) })), faults };
  }
  if (root.kind === 'list') return { entries: root.items.flatMap((item) => listed(item, faults)), faults };
  return { entries: [], faults: [{ line: root.line, got: JSON.stringify(root.text), want: 'name = arn', example: lineExample }] };
}

/** An element of a list: an object with a name, `name: way`, or a line. */
function listed(item: WrittenNode, faults: EntryFault[]): RoleEntry[] {
  if (item.kind === 'text') {
    const { entries, faults: found } = readLines(item.text);
    faults.push(...found.map((fault) => ({ ...fault, line: item.line })));
    return entries.map((entry) => ({ ...entry, line: item.line }));
  }
  if (item.kind === 'map') {
    const [only, ...others] = item.entries;
    if (only && others.length === 0 && !['name', ...objectKeys].includes(only.key))
      return [{ name: only.key, line: only.line, ...wayOf(only.value, only.line, faults) }];
    return [itemOf(item, faults)];
  }
  faults.push({
    line: item.line,
    got: 'a list in a list',
    want: 'a role: name and arn',
    example: '{ name: deploy, arn: arn:aws:iam::111122223333:role/deploy }',
  });
  return [];
}

function itemOf(item: WrittenNode & { kind: 'map' }, faults: EntryFault[]): RoleEntry {
  const name = item.entries.find(({ key }) => key === 'name');
  const way = objectWay(
    item.entries.filter((entry) => entry !== name),
    item.line,
    faults,
  );
  if (!name) faults.push({ line: item.line, got: 'a role without a name', want: 'its name', example: 'name: deploy' });
  return { name: name ? textOf(name, faults) : '', line: item.line, ...way };
}

/** What stands after a name: a line's way, a list of ARNs, or an object. */
function wayOf(node: WrittenNode, line: number, faults: EntryFault[]): RoleWay {
  if (node.kind === 'text') return readWay(node.text.trim().replace(/\s+/g, ' '), line, faults);
  if (node.kind === 'list') return { hops: arnsOf(node.items, line, faults) };
  return objectWay(node.entries, line, faults);
}

function objectWay(entries: readonly WrittenEntry[], line: number, faults: EntryFault[]): RoleWay {
  for (const entry of entries)
    if (!objectKeys.includes(entry.key)) faults.push(unknownOption(entry.key, JSON.stringify(entry.key), entry.line, ['name', ...objectKeys]));
  const ways = entries.filter(({ key }) => (wayKeys as readonly string[]).includes(key));
  if (ways.length > 1) faults.push({ line, got: ways.map(({ key }) => key).join(' and '), want: 'one of arn, role, chain' });
  const [way] = ways;
  if (!way) faults.push({ line, got: 'no role', want: 'arn (or chain, a list of ARNs)', example: 'arn: arn:aws:iam::111122223333:role/deploy' });
  const inner = way ? wayOf(way.value, way.line, faults) : { hops: [] };
  const options = Object.fromEntries(
    (['region', 'duration', 'external-id'] as const).flatMap((key) => {
      const entry = entries.find((candidate) => candidate.key === key);
      return entry ? [[key === 'external-id' ? 'externalId' : key, textOf(entry, faults)]] : [];
    }),
  );
  const tags = entries.find(({ key }) => key === 'tags');
  return { ...inner, ...options, ...(tags ? { tags: tagsOf(tags, faults) } : {}) };
}

function arnsOf(items: readonly WrittenNode[], line: number, faults: EntryFault[]): string[] {
  if (items.length === 0) faults.push({ line, got: 'an empty list', want: 'ARNs, first hop first', example: chainExample });
  return items.flatMap((item) => {
    if (item.kind === 'text' && item.text.trim() !== '') return readWay(item.text.trim(), item.line, faults).hops;
    faults.push({ line: item.line, got: item.kind === 'text' ? 'nothing' : `a ${item.kind}`, want: 'the ARN of a role', example: lineExample });
    return [];
  });
}

function tagsOf({ value, line }: WrittenEntry, faults: EntryFault[]): Tag[] {
  if (value.kind === 'map') return value.entries.map((entry) => ({ key: entry.key, value: textOf(entry, faults) }));
  faults.push({ line, got: value.kind === 'text' ? JSON.stringify(value.text) : 'a list', want: 'a map of tags', example: 'tags: { team: payments }' });
  return [];
}

function textOf({ key, value, line }: WrittenEntry, faults: EntryFault[]): string {
  if (value.kind === 'text') return value.text;
  faults.push({ line, got: `a ${value.kind} at ${key}`, want: 'plain text' });
  return '';
}
