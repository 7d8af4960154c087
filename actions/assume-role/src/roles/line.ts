/** The line form of `roles`: `name = arn [-> arn …] [region=… duration=… external-id=… tags=key:value,key:value]`. Pure. */
import { nearest } from '@slipway/action-kit';
import type { Tag } from '../plan.ts';
import { chainExample, type EntryFault, lineExample, optionNames, type ReadEntries, type RoleEntry } from './entry.ts';

/** The part of an entry that stands after its name. */
export type RoleWay = Omit<RoleEntry, 'name' | 'line'>;

/** Every line that is not blank or a comment. */
export function readLines(text: string): ReadEntries {
  const entries: RoleEntry[] = [];
  const faults: EntryFault[] = [];
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const clean = written.replace(/(^|\s)#.*$/, '').trim();
    if (clean === '') continue;
    const match = /^([^=:]*?)\s*=\s*(.*)$/.exec(clean);
    if (!match) {
      faults.push({ line, got: JSON.stringify(clean), want: 'name = arn', example: `${nameFor(clean)} = ${firstArn(clean)}` });
      continue;
    }
    const way = readWay(match[2] ?? '', line, faults);
    entries.push({ name: match[1] ?? '', line, ...way });
  }
  return { entries, faults };
}

/** `arn [-> arn …] [option=value …]`; mistakes go to `faults`. */
export function readWay(text: string, line: number, faults: EntryFault[]): RoleWay {
  const tokens = text.replaceAll('->', ' -> ').split(/\s+/).filter(Boolean);
  const hops: string[] = [];
  const options = new Map<string, string>();
  let arrow = true;
  for (const token of tokens) {
    const option = /^([A-Za-z][\w-]*)=(.*)$/.exec(token);
    if (option) takeOption(options, option[1] ?? '', option[2] ?? '', line, faults);
    else if (token === '->') {
      if (arrow) faults.push({ line, got: JSON.stringify(text), want: 'a role before each ->', example: chainExample });
      arrow = true;
    } else {
      if (!arrow) faults.push({ line, got: JSON.stringify(text), want: 'one role, or -> between roles', example: chainExample });
      hops.push(token);
      arrow = false;
    }
  }
  if (hops.length === 0) faults.push({ line, got: text === '' ? 'no role' : JSON.stringify(text), want: 'the ARN of a role', example: lineExample });
  else if (arrow) faults.push({ line, got: JSON.stringify(text), want: 'a role after each ->', example: chainExample });
  return wayOf(hops, options, line, faults);
}

function takeOption(options: Map<string, string>, name: string, value: string, line: number, faults: EntryFault[]): void {
  const got = JSON.stringify(`${name}=${value}`);
  if (!isOption(name)) faults.push(unknownOption(name, got, line));
  else if (options.has(name)) faults.push({ line, got: `${name} twice`, want: `${name} once` });
  else if (value === '') faults.push({ line, got, want: `a value for ${name}, with no blank before it` });
  else options.set(name, value);
}

/** The fault of an option that is none, with the one that was meant. */
export function unknownOption(name: string, got: string, line: number, known: readonly string[] = optionNames): EntryFault {
  const near = nearest(name, known);
  return { line, got, want: near ? `a known option; did you mean ${near}?` : `one of the options ${known.join(', ')}` };
}

function isOption(name: string): boolean {
  return (optionNames as readonly string[]).includes(name);
}

function wayOf(hops: readonly string[], options: ReadonlyMap<string, string>, line: number, faults: EntryFault[]): RoleWay {
  const region = options.get('region');
  const duration = options.get('duration');
  const externalId = options.get('external-id');
  const tags = options.get('tags');
  return {
    hops,
    ...(region === undefined ? {} : { region }),
    ...(duration === undefined ? {} : { duration }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(tags === undefined ? {} : { tags: readInlineTags(tags, line, faults) }),
  };
}

/** `team:payments,stage:prod`; the first colon ends the key. */
function readInlineTags(text: string, line: number, faults: EntryFault[]): Tag[] {
  return text.split(',').flatMap((part): Tag[] => {
    const match = /^([^:]+):(.*)$/.exec(part);
    if (!match)
      faults.push({ line, got: JSON.stringify(`tags=${text}`), want: 'key:value pairs, commas between them', example: 'tags=team:payments,stage:prod' });
    return match ? [{ key: match[1] ?? '', value: match[2] ?? '' }] : [];
  });
}

function firstArn(line: string): string {
  return /arn:\S+/.exec(line)?.[0] ?? 'arn:aws:iam::111122223333:role/deploy';
}

function nameFor(line: string): string {
  return /role\/(?:\S+\/)?([\w@+.-]{1,64})(?=\s|$)/.exec(line)?.[1] ?? 'deploy';
}
