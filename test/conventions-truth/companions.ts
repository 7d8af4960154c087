/** Resources that complete another: there or missing, right or wrong, found by reference, by a known name, or by nothing. */
import { type Block, type Change, type Draft, type Json, references, type Spot } from './draft.ts';
import { addModel, type Fate, type Model, numbered } from './instances.ts';
import { created } from './keys.ts';

/** How a companion names its owner, and which rule misses it. */
export interface Companion {
  readonly model: Model;
  readonly attribute: string;
  /** The owner's attribute: `id`, `arn`. */
  readonly by: 'id' | 'arn';
  /** The rule that fails the owner where it is missing. */
  readonly misses: string;
}

/** Whether a missing companion is a fault, or may be the one whose owner nobody can tell (G6). */
function missing(draft: Draft, { model, misses }: Companion): 'fail' | 'unknown' {
  return draft.flag(`loose ${model.type} ${misses}`, 0.15) ? 'unknown' : 'fail';
}

/** The companion whose owner nobody can tell. */
export function addLoose(draft: Draft, companion: Companion, right: Json): void {
  if (missing(draft, companion) === 'fail') return;
  const { model, attribute } = companion;
  draft.add({
    place: draft.root,
    type: model.type,
    name: draft.name(),
    expressions: { [attribute]: references(draft.random.pick(['local.owner', 'data.aws_thing.x.id'])) },
    change: () => created(numbered({ ...model.base, ...right }, draft.number()), { [attribute]: true }),
  });
}

/** Gives each instance of the owner its companion, or not, and states who lacks one. */
export function addCompanions(draft: Draft, owner: Block, companion: Companion): void {
  const { random } = draft;
  const changes = new Map(owner.spots.map(({ spot, change }) => [`${spot.moduleAddress}|${spot.key}`, change]));
  const share = random.pick([0, 0.6, 1, 1, 1]);
  const had = new Map<string, Change>();
  if (share > 0) {
    const block = addModel(draft, owner.place, companion.model, {
      attribute: companion.attribute,
      ...reach(draft, owner, companion.by),
      keys: owner.keys,
      at: (spot) => {
        const change = changes.get(`${spot.moduleAddress}|${spot.key}`);
        return change && random.chance(share) ? beside(change, companion.by) : undefined;
      },
    });
    for (const { spot, change } of block.spots) had.set(`${spot.moduleAddress}|${spot.key}`, change);
  }
  for (const { spot, change } of owner.spots) stateMissing(draft, companion, spot, change, had.get(`${spot.moduleAddress}|${spot.key}`));
}

function stateMissing(draft: Draft, companion: Companion, spot: Spot, owner: Change, own: Change | undefined): void {
  if (owner.after === null) return;
  const wasThere = own !== undefined && own.before !== null;
  if (own && own.after !== null) draft.state(companion.misses, spot.address, 'pass', true);
  else draft.state(companion.misses, spot.address, missing(draft, companion), owner.before === null || wasThere);
}

/** The expression that leads to the owner's instance with the same key. */
function reach(draft: Draft, { type, name, keys }: Block, by: string): { expression: Json; forEach?: unknown } {
  const target = `${type}.${name}`;
  if (!keys) return { expression: references(`${target}.${by}`) };
  if (typeof keys[0] === 'number') return { expression: { references: [target, 'count.index'] } };
  return draft.random.chance(0.5)
    ? { expression: { references: [target, 'each.key'] }, forEach: references('var.all') }
    : { expression: references(`each.value.${by}`), forEach: references(target) };
}

/** What may happen to a companion, by what happens to its owner. */
function beside(owner: Change, by: 'id' | 'arn'): { fates: Fate[]; before: unknown; after: unknown } | undefined {
  if (owner.after === null) return undefined;
  const ids = { before: owner.before?.[by], after: owner.after[by] };
  if (owner.before === null) return { fates: ['create'], ...ids };
  if (ids.after === undefined) return { fates: ['create', 'replace', 'delete'], ...ids };
  return { fates: ['create', 'no-op', 'update', 'delete', 'forget', 'import'], ...ids };
}
