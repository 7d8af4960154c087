/** Judging each item of the egress tables. */
import { type EgressItem, egressItems } from '../../plan-facts/egress.ts';
import { uncertain } from '../../plan-facts/flags.ts';
import type { World } from '../../plan-facts/world.ts';
import type { Fact, Judgement } from '../../rule.ts';

/** Items whose text apply tells are unknown; what is no item is for egress-item-shape to say. */
export function eachItem(world: World, judgeOne: (item: EgressItem) => Fact[], byCompanions = false): Judgement[] {
  return egressItems(world)
    .filter(({ without }) => without !== 'broken')
    .map((item) => {
      const { resource, without } = item;
      const facts = without === 'unknown' ? [unknownItem] : judgeOne(item);
      return { resource, address: resource.address, facts, byCompanions };
    });
}

/** Nothing of the item is known. */
export const unknownItem: Fact = uncertain('the item is known after apply', 'item = (known after apply)');
