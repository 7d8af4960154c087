/** A whole plan of blocks drawn at random, with what the rules have to say of it. */
import { assemble } from './assemble.ts';
import { Draft, type Json } from './draft.ts';
import { addModel } from './instances.ts';
import { addLooseAlias, addOldKey } from './keys.ts';
import { dataModels } from './models-data.ts';
import { platformModels } from './models-platform.ts';
import { addStructures } from './structures.ts';

/** A plan and its truth. */
export interface Generated {
  readonly plan: Json;
  /** `rule address verdict introduced`, sorted. */
  readonly truth: readonly string[];
  /** The rules that the blocks speak of. */
  readonly rules: readonly string[];
  readonly resources: number;
}

/** Makes a plan of at least so many resources; @param right the share of attributes that are right */
export function generate(seed: number, size: number, right = 0.6): Generated {
  const draft = new Draft(seed, right);
  const models = [...dataModels, ...platformModels];
  addLooseAlias(draft);
  addStructures(draft);
  const count = () => draft.blocks.reduce((sum, { spots }) => sum + spots.length, 0);
  while (count() < size) {
    const place = draft.random.pick(draft.places);
    if (draft.random.chance(0.1)) addOldKey(draft, place);
    else addModel(draft, place, draft.random.pick(models));
  }
  const truth = [...draft.truth].map(([key, { verdict, introduced }]) => `${key} ${verdict} ${introduced ? 'new' : 'old'}`).sort();
  return { plan: assemble(draft), truth, rules: [...draft.rules].sort(), resources: count() };
}
