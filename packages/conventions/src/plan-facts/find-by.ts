/** Finding resources by the known value of an attribute, through an index that each world builds once. */
import type { Plan, Values } from '@slipway/terraform/plan';
import type { Resource, World } from './world.ts';

type ReadData = Plan['data'][number];

const indexes = new WeakMap<World, Map<string, Map<string, Resource>>>();
const dataIndexes = new WeakMap<Plan, Map<string, Map<string, ReadData>>>();

/** The first resource of a type whose attribute has the value; not one whose attribute is known only after apply. */
export function findBy(world: World, type: string, name: string, value: string): Resource | undefined {
  return indexOf(indexes, world, `${type}.${name}`, () => firstBy(world.ofType(type), name)).get(value);
}

/** The first data source of a type, among those that were read, whose attribute has the value. */
export function findData(world: World, type: string, name: string, value: string): ReadData | undefined {
  const read = () =>
    firstBy(
      world.plan.data.filter((one) => one.type === type),
      name,
    );
  return indexOf(dataIndexes, world.plan, `${type}.${name}`, read).get(value);
}

function indexOf<O extends object, T>(all: WeakMap<O, Map<string, Map<string, T>>>, owner: O, key: string, build: () => Map<string, T>): Map<string, T> {
  const own = all.get(owner) ?? new Map<string, Map<string, T>>();
  all.set(owner, own);
  const index = own.get(key) ?? build();
  own.set(key, index);
  return index;
}

function firstBy<T extends { readonly values: Values }>(list: readonly T[], name: string): Map<string, T> {
  const index = new Map<string, T>();
  for (const one of list) {
    const value = one.values[name];
    if (typeof value === 'string' && !index.has(value)) index.set(value, one);
  }
  return index;
}
