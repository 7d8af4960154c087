/** Reads resource_changes and resource_drift, one change at a time. */

import { type Intern, isActions, isEnd, isNoOp, word } from './change-words.ts';
import type { JsonCursor } from './cursor.ts';
import { isMap, nothing, projectMarks } from './projection.ts';
import { boundary, type KeptChange, quickChange } from './quick-change.ts';
import type { Steps } from './steps.ts';
import type { Marks, PlannedAction, PlanSelection, ResourceChange, Values } from './types.ts';
import { eachValidMember, pickMembers, type WantedNames, wantNames } from './valid-json.ts';
import { elements } from './walk.ts';

/** What a list of changes gives. */
export interface ChangeList {
  readonly changes: ResourceChange[];
  /** Managed instances that will exist. */
  readonly count: number;
  /** Elements of the list. */
  readonly length: number;
}

/** Changes between two steps: about a millisecond's work each hundred. */
const changesAStep = 500;

/** Reads a list of changes at the cursor. */
export function* changeSteps(cursor: JsonCursor, selection: PlanSelection, intern: Intern): Steps<ChangeList> {
  const changes: ResourceChange[] = [];
  let count = 0;
  let length = 0;
  const section = cursor.section;
  for (const index of elements(cursor)) {
    const quick = quickChange(cursor.quickMap(boundary), selection, intern);
    if (!quick) cursor.section = `${section}[${index}]`;
    const { remains, change } = quick ?? readByParts(cursor, selection, intern);
    if (remains) count += 1;
    if (change) changes.push(change);
    length = index + 1;
    if (length % changesAStep === 0) yield;
  }
  cursor.section = section;
  return { changes, count, length };
}

/** The change at the cursor, in any layout: only what was asked for is parsed. */
function readByParts(cursor: JsonCursor, selection: PlanSelection, intern: Intern): KeptChange {
  const [bytes, start] = cursor.raw();
  const brief = readBrief(bytes, selection);
  if (brief) return { ...brief, change: undefined };
  const parts = readParts(cursor, bytes, start, selection);
  const remains = parts.mode === 'managed' && parts.deposed === undefined && parts.remains;
  return { remains, change: parts.wanted && toChange(parts, parts.wanted, intern) };
}

const changeKey = Buffer.from('"change":{"actions":[');
const listStart = '"change":{"actions":'.length;

/**
 * The little that is needed of a type that nobody asked for, taken from the front of Terraform's own layout without looking
 * at the values. `undefined` for wanted types, and for another layout, which is then walked as a whole.
 * The key cannot stand inside a string: there its quotes are escaped.
 */
function readBrief(bytes: Buffer, selection: PlanSelection): { readonly remains: boolean } | undefined {
  const at = bytes.indexOf(changeKey);
  if (at < 0) return undefined;
  const head = parseMap(`${bytes.toString('utf8', 0, at)}"":0}`);
  if (!head || typeof head['type'] !== 'string' || typeof head['address'] !== 'string' || selection.attributes(head['type'])) return undefined;
  const end = bytes.indexOf(0x5d, at + listStart);
  const actions = parseMap(`{"a":${bytes.toString('utf8', at + listStart, end + 1)}}`)?.['a'];
  if (!isActions(actions)) return undefined;
  return { remains: head['mode'] === 'managed' && head['deposed'] === undefined && !isEnd(actions) };
}

function parseMap(text: string): Values | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A change's own members, and where its values stand. */
interface ChangeParts {
  readonly address: string;
  readonly type: string;
  readonly mode: string;
  readonly deposed: string | undefined;
  readonly actions: readonly PlannedAction[];
  readonly remains: boolean;
  readonly wanted: ReadonlySet<string> | 'all' | undefined;
  readonly bytes: Buffer;
  /** Members of the element, besides `change`. */
  readonly head: ReadonlyMap<string, unknown>;
  /** Members of `change` → where their values begin and end. */
  readonly values: ReadonlyMap<string, readonly [number, number]>;
}

function readParts(cursor: JsonCursor, bytes: Buffer, start: number, selection: PlanSelection): ChangeParts {
  const head = new Map<string, unknown>();
  const values = new Map<string, readonly [number, number]>();
  eachValidMember(bytes, 0, (keyStart, keyEnd, valueStart, valueEnd) => {
    const key = bytes.toString('utf8', keyStart, keyEnd);
    if (key !== 'change') head.set(key, parseAt(bytes, valueStart, valueEnd));
    else eachValidMember(bytes, valueStart, (from, to, begin, end) => void values.set(bytes.toString('utf8', from, to), [begin, end]));
  });
  const address = head.get('address');
  const type = head.get('type');
  if (typeof address !== 'string' || typeof type !== 'string') throw cursor.fail('a resource change without address and type', start);
  const actions = parseRange(bytes, values.get('actions'));
  if (!isActions(actions)) throw cursor.fail(`${address} has no change with known actions`, start);
  const mode = head.get('mode');
  const deposed = head.get('deposed');
  return {
    address,
    type,
    mode: typeof mode === 'string' ? mode : 'managed',
    deposed: typeof deposed === 'string' ? deposed : undefined,
    actions,
    remains: !isEnd(actions) && bytes[values.get('after')?.[0] ?? -1] === openMap,
    wanted: selection.attributes(type),
    bytes,
    head,
    values,
  };
}

const openMap = 0x7b;

function toChange(parts: ChangeParts, wanted: ReadonlySet<string> | 'all', intern: Intern): ResourceChange {
  const { head, bytes, values } = parts;
  const index = head.get('index');
  const previous = head.get('previous_address');
  const importing = values.get('importing');
  const after = valuesAt(bytes, values.get('after'), wanted);
  const marks = (name: string) => marksAt(bytes, values.get(name), wanted);
  return {
    address: parts.address,
    moduleAddress: word(head.get('module_address'), intern),
    mode: intern(parts.mode),
    type: intern(parts.type),
    name: word(head.get('name'), intern),
    index: typeof index === 'string' || typeof index === 'number' ? index : undefined,
    deposed: parts.deposed,
    previousAddress: typeof previous === 'string' ? previous : undefined,
    providerName: word(head.get('provider_name'), intern),
    actions: parts.actions,
    importing: importing !== undefined && bytes[importing[0]] === openMap,
    before: isNoOp(parts.actions) ? after : valuesAt(bytes, values.get('before'), wanted),
    after,
    afterUnknown: marks('after_unknown'),
    beforeSensitive: marks('before_sensitive'),
    afterSensitive: marks('after_sensitive'),
  };
}

type Range = readonly [number, number] | undefined;

function valuesAt(bytes: Buffer, range: Range, wanted: ReadonlySet<string> | 'all'): Values | null {
  if (range === undefined || bytes[range[0]] !== openMap) return null;
  if (wanted === 'all') return parseRange(bytes, range) as Values;
  return pickMembers(bytes, range[0], prepared(wanted)) ?? nothing;
}

/** `true` stays `true`; everything else that is no map marks nothing. */
function marksAt(bytes: Buffer, range: Range, wanted: ReadonlySet<string> | 'all'): Marks {
  if (range === undefined) return nothing;
  return projectMarks(bytes[range[0]] === openMap ? valuesAt(bytes, range, wanted) : parseRange(bytes, range), wanted);
}

const preparations = new WeakMap<ReadonlySet<string>, WantedNames>();

function prepared(wanted: ReadonlySet<string>): WantedNames {
  const known = preparations.get(wanted);
  if (known) return known;
  const names = wantNames(wanted);
  preparations.set(wanted, names);
  return names;
}

function parseRange(bytes: Buffer, range: Range): unknown {
  return range === undefined ? undefined : parseAt(bytes, range[0], range[1]);
}

function parseAt(bytes: Buffer, start: number, end: number): unknown {
  return JSON.parse(bytes.toString('utf8', start, end));
}
