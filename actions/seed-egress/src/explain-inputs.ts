/** What explain is asked about: keys, an event, a listing, and the day. */
import type { InputReader } from '@slipway/action-kit';
import { eventKeys, listingKeys, type Moment, type ObservedObject, objectOfEventKey, objectOfKey } from '@slipway/egress';
import { readWorkspaceFile } from './workspace-file.ts';

/** An object and the key to show for it. */
export interface AskedObject {
  readonly shown: string;
  readonly object: ObservedObject;
}

/** The inputs of explain. */
export interface ExplainInputs {
  readonly objects: readonly AskedObject[];
  /** The event file has no `Records`. */
  readonly noRecords: boolean;
  readonly requireMatch: boolean;
  /** `clock`; now, in UTC, unless given. */
  readonly moment: Moment | undefined;
}

const sources = ['object-key', 'event-file', 'listing-file'] as const;

/** Reads the inputs; given with another command they are faults, as they would do nothing. */
export function readExplainInputs(reader: InputReader, command: string, workspace: string): ExplainInputs {
  const explaining = command === 'explain';
  const keys = reader.list('object-key', { example: 'dataegress/ers/2026-01-31/part-0001.csv.gz' });
  const event = readFile(reader, 'event-file', workspace);
  const listing = readFile(reader, 'listing-file', workspace);
  const requireMatch = reader.boolean('require-match', false);
  for (const name of sources) if (!explaining && reader.given(name)) reader.fault(name, `no value with command ${command}; it belongs to explain`);
  if (!explaining && requireMatch) reader.fault('require-match', `false with command ${command}; it belongs to explain`);
  if (explaining && !sources.some((name) => reader.given(name)))
    reader.fault('object-key', 'a key, or event-file or listing-file', 'dataegress/ers/2026-01-31/x.csv');
  const fromEvent = event === undefined ? [] : readEvent(reader, event);
  const objects = [
    ...[...keys, ...(listing === undefined ? [] : readListing(reader, listing))].map((key) => ({ shown: key, object: objectOfKey(key) })),
    ...(fromEvent ?? []).map((key) => ({ shown: key, object: objectOfEventKey(key) })),
  ];
  return { objects: objects.sort((a, b) => (a.shown < b.shown ? -1 : 1)), noRecords: fromEvent === undefined, requireMatch, moment: readClock(reader) };
}

function readFile(reader: InputReader, name: 'event-file' | 'listing-file', workspace: string): string | undefined {
  const path = reader.text(name, { example: `egress/${name}.json` });
  if (path === undefined) return undefined;
  const read = readWorkspaceFile(path, workspace);
  if ('text' in read) return read.text;
  reader.fault(name, read.fault, `egress/${name}.json`);
  return undefined;
}

function readListing(reader: InputReader, text: string): string[] {
  const keys = listingKeys(text);
  if (keys === undefined) reader.fault('listing-file', 'a key a line, or the JSON of list-objects-v2, whose Contents is a list');
  return keys ?? [];
}

function readEvent(reader: InputReader, text: string): string[] | undefined {
  try {
    return eventKeys(JSON.parse(text));
  } catch {
    reader.fault('event-file', "the JSON of an S3 event, as in the queue's message");
    return [];
  }
}

function readClock(reader: InputReader): Moment | undefined {
  const text = reader.text('clock');
  if (text === undefined) return undefined;
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?Z?)?$/.exec(text);
  const [, date = '', hours = '00', minutes = '00', seconds = '00'] = match ?? [];
  const real = match && !Number.isNaN(Date.parse(`${date}T${hours}:${minutes}:${seconds}Z`)) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
  if (!real) reader.fault('clock', 'a day, with or without a time in UTC', '2026-01-31 or 2026-01-31T06:00:00Z');
  return { date, time: `${hours}${minutes}${seconds}` };
}
