/** Draws resources of a type from its aspects: any action, with a state before that was right or wrong. */
import { type Aspect, around, put, type Variant } from './aspects.ts';
import type { Block, Change, Draft, Json, Place, Spot, Truth } from './draft.ts';

/** A resource type whose attributes are judged one by one. */
export interface Model {
  readonly type: string;
  /** Values that no rule complains of; `#` in a text becomes a number of its own. */
  readonly base: Json;
  /** What stands in the configuration of the base. */
  readonly expressions?: Json;
  readonly aspects: readonly Aspect[];
  /** Rules that say the same of every resource of the type. */
  readonly always?: readonly (readonly [rule: string, verdict: Truth])[];
  /** Its deletion or replacement needs an approval. */
  readonly stateful?: boolean;
  /** One instance in a module without keys: so that nothing else has its values. */
  readonly single?: boolean;
}

/** What happens to an instance. */
export type Fate = 'create' | 'no-op' | 'update' | 'replace' | 'delete' | 'forget' | 'import' | 'import-update' | 'moved' | 'moved-update';

const fates: readonly (readonly [number, Fate])[] = [
  [45, 'create'],
  [12, 'no-op'],
  [16, 'update'],
  [8, 'replace'],
  [4, 'delete'],
  [2, 'forget'],
  [3, 'import'],
  [3, 'import-update'],
  [3, 'moved'],
  [4, 'moved-update'],
];

const actionsOf: Readonly<Record<Fate, readonly string[]>> = {
  create: ['create'],
  'no-op': ['no-op'],
  update: ['update'],
  replace: ['delete', 'create'],
  delete: ['delete'],
  forget: ['forget'],
  import: ['no-op'],
  'import-update': ['update'],
  moved: ['no-op'],
  'moved-update': ['update'],
};

/** True where the object stays as it is. */
export const stays = (fate: Fate) => actionsOf[fate][0] === 'no-op';

interface Drawn {
  readonly aspect: Aspect;
  readonly variant: Variant;
}

/** The state of one instance: its values, and what each rule says of it. */
interface State {
  readonly values: Json;
  readonly unknown: Json;
  readonly verdicts: ReadonlyMap<string, Truth>;
}

/** How a block belongs to another. */
export interface Link {
  readonly attribute: string;
  readonly expression: Json;
  readonly keys: readonly (string | number)[] | undefined;
  readonly forEach?: unknown;
  /** What may happen to the instance beside its owner, and the owner's identity before and after; `undefined` after: known only then. */
  readonly at: (spot: Spot) => { readonly fates: readonly Fate[]; readonly before: unknown; readonly after: unknown } | undefined;
}

/** Adds a block of the model to a place and states its truth. */
export function addModel(draft: Draft, anywhere: Place, model: Model, link?: Link): Block {
  const { random } = draft;
  const place = model.single && anywhere.addresses.length > 1 ? draft.root : anywhere;
  const drawn = model.aspects.map((aspect) => ({ aspect, variant: aspect.draw(draft, place, wanted(draft)) }));
  const expressions = structuredClone(model.expressions ?? {});
  for (const { aspect, variant } of drawn) {
    around(expressions, aspect.path);
    if (variant.expression) put(expressions, aspect.path, variant.expression);
  }
  if (link) put(expressions, link.attribute, link.expression);
  const keys = model.single ? undefined : random.pick([undefined, undefined, undefined, ['a', 'b.c'], [0, 1]]);
  return draft.add({
    place,
    type: model.type,
    name: draft.name(),
    expressions,
    keys: link ? link.keys : keys,
    forEach: link?.forEach,
    change: (spot) => {
      const at = link?.at(spot);
      if (link && !at) return undefined;
      const change = changeOf(draft, model, drawn, spot, at?.fates);
      return link && at ? linked(change, link.attribute, at) : change;
    },
  });
}

/** Puts the owner's identity in. */
function linked(change: Change, attribute: string, { before, after }: { before: unknown; after: unknown }): Change {
  const same = change.actions[0] === 'no-op';
  const now = same ? before : after;
  return {
    ...change,
    before: change.before && { ...change.before, [attribute]: before },
    after: change.after && (now === undefined ? change.after : { ...change.after, [attribute]: now }),
    unknown: change.after && now === undefined ? { ...change.unknown, [attribute]: true } : change.unknown,
  };
}

/** Mostly right, so that a fault stands among what is fine. */
function wanted({ random, right }: Draft): Truth {
  return random.weighted([
    [right, 'pass'],
    [(1 - right) * 0.55, 'fail'],
    [(1 - right) * 0.45, 'unknown'],
  ]);
}

function changeOf(draft: Draft, model: Model, drawn: readonly Drawn[], spot: Spot, allowed?: readonly Fate[]): Change {
  const fate = draft.random.weighted(allowed ? fates.filter(([, one]) => allowed.includes(one)) : fates);
  const ends = fate === 'delete' || fate === 'forget';
  const base = numbered(model.base, draft.number());
  const after = ends ? undefined : stateOf(base, drawn, stays(fate));
  const before = fate === 'create' ? undefined : after && stays(fate) ? after : stateOf(base, oldOf(draft, drawn), true);
  if (after) stateRules(draft, model, spot, after, { fate, before });
  if (model.stateful) draft.state('stateful-destroy', spot.address, fate === 'replace' || fate === 'delete' ? 'fail' : 'pass', true);
  return {
    actions: fate === 'replace' && draft.random.chance(0.5) ? ['create', 'delete'] : actionsOf[fate],
    ...objectsOf(spot, fate, before, after),
    ...(fate.startsWith('moved') ? { more: { previous_address: `${spot.address}_old` } } : {}),
    ...(fate.startsWith('import') ? { importing: true } : {}),
  };
}

/** A new object's id and ARN are known after apply. */
function objectsOf(spot: Spot, fate: Fate, before: State | undefined, after: State | undefined): Pick<Change, 'before' | 'after' | 'unknown'> {
  const ids = { id: spot.address, arn: `arn:of:${spot.address}` };
  const fresh = fate === 'create' || fate === 'replace';
  return {
    before: before ? { ...before.values, ...ids } : null,
    after: after ? { ...after.values, ...(fresh ? {} : ids) } : null,
    unknown: after ? { ...after.unknown, ...(fresh ? { id: true, arn: true } : {}) } : {},
  };
}

function stateRules(draft: Draft, model: Model, spot: Spot, after: State, { fate, before }: { fate: Fate; before: State | undefined }): void {
  for (const [rule, verdict] of [...after.verdicts, ...(model.always ?? [])]) {
    const always = (model.always ?? []).some(([one]) => one === rule);
    const brokeBefore = before !== undefined && (always ? verdict === 'fail' : before.verdicts.get(rule) === 'fail');
    draft.state(rule, spot.address, verdict, fate === 'create' || !(stays(fate) || brokeBefore));
  }
}

function stateOf(base: Json, drawn: readonly Drawn[], known: boolean): State {
  const [values, unknown] = [structuredClone(base), {}];
  for (const { aspect, variant } of drawn) {
    around(values, aspect.path);
    if (variant.unknown && !known) put(unknown, aspect.path, true);
    else if (variant.value !== undefined) put(values, aspect.path, variant.value);
  }
  return { values, unknown, verdicts: verdictsOf(drawn, known) };
}

function verdictsOf(drawn: readonly Drawn[], known: boolean): Map<string, Truth> {
  const verdicts = new Map<string, Truth>();
  for (const { aspect, variant } of drawn) {
    const own = known ? variant.settled : variant.verdict;
    const other = drawn.find(({ aspect: { path } }) => path === aspect.given?.path);
    const verdict = aspect.given && other ? aspect.given.verdict(own, other.variant.value, other.variant.unknown === true && !known) : own;
    join(verdicts, aspect.rule, verdict);
    for (const [rule, says] of Object.entries(aspect.also ?? {})) join(verdicts, rule, says(verdict, variant.value));
  }
  return verdicts;
}

/** R72: fail beats unknown, unknown beats pass. */
function join(verdicts: Map<string, Truth>, rule: string, verdict: Truth): void {
  const both = [verdicts.get(rule) ?? 'pass', verdict];
  verdicts.set(rule, both.includes('fail') ? 'fail' : both.includes('unknown') ? 'unknown' : 'pass');
}

/** What it was: some values right, some wrong, all known. A value that was not chosen then either stays as it is. */
function oldOf(draft: Draft, drawn: readonly Drawn[]): Drawn[] {
  return drawn.map(({ aspect, variant }) => {
    const old = draft.random.chance(0.5) ? undefined : aspect.old(draft, draft.random.chance(0.5));
    return { aspect, variant: old ? { value: old.value, verdict: old.verdict, settled: old.verdict } : { ...variant, unknown: false } };
  });
}

/** `#` in texts becomes the number. */
export function numbered(value: Json, number: number): Json {
  return JSON.parse(JSON.stringify(value).replaceAll('#', String(number))) as Json;
}
