/** A change of Terraform's own layout, parsed whole by the engine's own parser: several times as quick as looking for its parts. */
import { type Intern, isActions, isEnd, isNoOp, word } from './change-words.ts';
import { isMap, projectMarks, projectValues } from './projection.ts';
import type { PlannedAction, PlanSelection, ResourceChange, Values } from './types.ts';

/** How Terraform writes the end of one change and the beginning of the next. */
export const boundary = Buffer.from('},{"address":"');

/** What is kept of a change. */
export interface KeptChange {
  readonly remains: boolean;
  readonly change: ResourceChange | undefined;
}

/** A change that was parsed whole. What is wrong with it is left to the slow way, which knows the place. */
export function quickChange(element: unknown, selection: PlanSelection, intern: Intern): KeptChange | undefined {
  if (!isMap(element)) return undefined;
  const { address, type, mode, deposed, change } = element;
  if (typeof address !== 'string' || typeof type !== 'string' || !isMap(change) || !isActions(change['actions'])) return undefined;
  const actions = change['actions'];
  const managed = mode === undefined || typeof mode !== 'string' ? 'managed' : mode;
  const remains = managed === 'managed' && typeof deposed !== 'string' && !isEnd(actions) && isMap(change['after']);
  const wanted = selection.attributes(type);
  return { remains, change: wanted && wholeChange(element, change, wanted, intern) };
}

function wholeChange(element: Values, change: Values, wanted: ReadonlySet<string> | 'all', intern: Intern): ResourceChange {
  const { index, deposed, previous_address: previous, mode } = element;
  const actions = change['actions'] as PlannedAction[];
  const after = projectValues(change['after'], wanted);
  return {
    address: element['address'] as string,
    moduleAddress: word(element['module_address'], intern),
    mode: typeof mode === 'string' ? intern(mode) : 'managed',
    type: intern(element['type'] as string),
    name: word(element['name'], intern),
    index: typeof index === 'string' || typeof index === 'number' ? index : undefined,
    deposed: typeof deposed === 'string' ? deposed : undefined,
    previousAddress: typeof previous === 'string' ? previous : undefined,
    providerName: word(element['provider_name'], intern),
    actions: isNoOp(actions) ? noOp : actions,
    importing: isMap(change['importing']),
    before: isNoOp(actions) ? after : projectValues(change['before'], wanted),
    after,
    afterUnknown: projectMarks(change['after_unknown'], wanted),
    beforeSensitive: projectMarks(change['before_sensitive'], wanted),
    afterSensitive: projectMarks(change['after_sensitive'], wanted),
  };
}

/** Shared by the many changes that change nothing. */
const noOp: readonly PlannedAction[] = Object.freeze(['no-op'] as const);
