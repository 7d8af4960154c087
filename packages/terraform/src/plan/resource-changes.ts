/** Reads resource_changes and resource_drift, one change at a time. */
import { eachElement, eachMember, type JsonCursor } from './cursor.ts';
import { isMap, nothing, projectMarks, projectValues } from './projection.ts';
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
    cursor.section = `${section}[${index}]`;
    const parts = readParts(cursor, selection);
    if (parts.mode === 'managed' && parts.deposed === undefined && parts.remains) count += 1;
    const wanted = selection.attributes(parts.type);
    if (wanted) changes.push(toChange(parts, wanted, intern));
  });
  cursor.section = section;
  return { changes, count };
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

function readParts(cursor: JsonCursor, selection: PlanSelection): ChangeParts {
  const other: Record<string, unknown> = {};
  let change: Values | undefined;
  eachMember(cursor, (key) => {
    if (key === 'change') change = readChange(cursor, unwanted(other['type'], selection));
    else other[key] = cursor.value();
  });
  const { address, type, deposed } = other;
  if (typeof address !== 'string' || typeof type !== 'string') throw cursor.fail('a resource change without address and type');
  const actions = change?.['actions'];
  if (!change || !isActions(actions)) throw cursor.fail(`${address} has no change with known actions`);
  const ends = actions.every((action) => action === 'delete' || action === 'forget');
  return {
    address,
    type,
    mode: typeof other['mode'] === 'string' ? other['mode'] : 'managed',
    deposed: typeof deposed === 'string' ? deposed : undefined,
    actions,
    remains: !ends && change['after'] !== null && change['after'] !== undefined,
    other,
    change,
  };
}

function unwanted(type: unknown, selection: PlanSelection): boolean {
  return typeof type === 'string' && selection.attributes(type) === undefined;
}

/** Values of a type that nobody asked for are skipped; only whether there are any is kept. */
function readChange(cursor: JsonCursor, brief: boolean): Values {
  const change: Record<string, unknown> = {};
  eachMember(cursor, (key) => {
    const skipped = brief ? key !== 'actions' && key !== 'after' : key === 'before' && isNoOp(change['actions']);
    if (skipped) cursor.skip();
    else if (!brief || key === 'actions') change[key] = cursor.value();
    else if (cursor.takeNull()) change[key] = null;
    else {
      cursor.skip();
      change[key] = nothing;
    }
  });
  return change;
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
    before: isNoOp(parts.actions) && !('before' in change) ? after : projectValues(change['before'], wanted),
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
