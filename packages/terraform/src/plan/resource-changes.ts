/** Reads resource_changes and resource_drift, one change at a time. */
import { eachElement, type JsonCursor } from './cursor.ts';
import { isMap, projectMarks, projectValues } from './projection.ts';
import type { PlannedAction, PlanSelection, ResourceChange, Values } from './types.ts';

const knownActions = new Set<string>(['no-op', 'create', 'read', 'update', 'delete', 'forget'] satisfies PlannedAction[]);

/** The same word is one string in memory: a plan repeats its types and modules thousands of times. */
export type Intern = (text: string) => string;

/** A fresh table of words. */
export function createIntern(): Intern {
  const words = new Map<string, string>();
  return (text) => {
    const known = words.get(text);
    if (known !== undefined) return known;
    words.set(text, text);
    return text;
  };
}

/** What a list of changes gives. */
export interface ChangeList {
  readonly changes: ResourceChange[];
  /** Managed instances that will exist. */
  readonly count: number;
}

/** Reads a list of changes at the cursor. */
export function readChanges(cursor: JsonCursor, selection: PlanSelection, intern: Intern): ChangeList {
  const changes: ResourceChange[] = [];
  let count = 0;
  const section = cursor.section;
  eachElement(cursor, (index) => {
    const [bytes, start] = cursor.raw();
    const brief = readBrief(bytes, selection);
    if (brief) {
      if (brief.remains) count += 1;
      return;
    }
    cursor.section = `${section}[${index}]`;
    const parts = readParts(cursor, bytes, start);
    if (parts.mode === 'managed' && parts.deposed === undefined && parts.remains) count += 1;
    const wanted = selection.attributes(parts.type);
    if (wanted) changes.push(toChange(parts, wanted, intern));
  });
  cursor.section = section;
  return { changes, count };
}

const changeKey = Buffer.from('"change":{"actions":[');
const listStart = '"change":{"actions":'.length;

/**
 * The little that is needed of a type that nobody asked for, taken from the front of Terraform's own layout without parsing
 * the values. `undefined` for wanted types, and for another layout, which is then parsed as a whole.
 * The key cannot stand inside a string: there its quotes are escaped.
 */
function readBrief(bytes: Buffer, selection: PlanSelection): { readonly remains: boolean } | undefined {
  const at = bytes.indexOf(changeKey);
  if (at < 0) return undefined;
  const head = parseMap(`${bytes.toString('utf8', 0, at)}"":0}`);
  if (!head || typeof head['type'] !== 'string' || typeof head['address'] !== 'string' || selection.attributes(head['type'])) return undefined;
  const end = bytes.indexOf(']', at + listStart);
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

interface ChangeParts {
  readonly address: string;
  readonly type: string;
  readonly mode: string;
  readonly deposed: string | undefined;
  readonly actions: readonly PlannedAction[];
  readonly remains: boolean;
  readonly other: Values;
  readonly change: Values;
}

function readParts(cursor: JsonCursor, bytes: Buffer, start: number): ChangeParts {
  const other = parseMap(bytes.toString('utf8'));
  if (!other) throw cursor.fail('a resource change that is no map', start);
  const { address, type, deposed, mode, change } = other;
  if (typeof address !== 'string' || typeof type !== 'string') throw cursor.fail('a resource change without address and type', start);
  const actions = isMap(change) ? change['actions'] : undefined;
  if (!isMap(change) || !isActions(actions)) throw cursor.fail(`${address} has no change with known actions`, start);
  return {
    address,
    type,
    mode: typeof mode === 'string' ? mode : 'managed',
    deposed: typeof deposed === 'string' ? deposed : undefined,
    actions,
    remains: !isEnd(actions) && isMap(change['after']),
    other,
    change,
  };
}

function isEnd(actions: readonly PlannedAction[]): boolean {
  return actions.every((action) => action === 'delete' || action === 'forget');
}

function toChange(parts: ChangeParts, wanted: ReadonlySet<string> | 'all', intern: Intern): ResourceChange {
  const { other, change } = parts;
  const after = projectValues(change['after'], wanted);
  return {
    address: parts.address,
    moduleAddress: word(other['module_address'], intern),
    mode: intern(parts.mode),
    type: intern(parts.type),
    name: word(other['name'], intern),
    index: typeof other['index'] === 'string' || typeof other['index'] === 'number' ? other['index'] : undefined,
    deposed: parts.deposed,
    previousAddress: typeof other['previous_address'] === 'string' ? other['previous_address'] : undefined,
    providerName: word(other['provider_name'], intern),
    actions: parts.actions,
    importing: isMap(change['importing']),
    before: isNoOp(parts.actions) ? after : projectValues(change['before'], wanted),
    after,
    afterUnknown: projectMarks(change['after_unknown'], wanted),
    beforeSensitive: projectMarks(change['before_sensitive'], wanted),
    afterSensitive: projectMarks(change['after_sensitive'], wanted),
  };
}

function word(value: unknown, intern: Intern): string {
  return typeof value === 'string' ? intern(value) : '';
}

function isActions(value: unknown): value is PlannedAction[] {
  return Array.isArray(value) && value.length > 0 && value.every((action) => knownActions.has(action));
}

function isNoOp(actions: unknown): boolean {
  return Array.isArray(actions) && actions.length === 1 && actions[0] === 'no-op';
}
