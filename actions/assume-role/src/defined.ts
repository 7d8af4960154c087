/** Objects without the keys that have no value: what `exactOptionalPropertyTypes` asks for. Pure. */

type Optional<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
type Required<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };

/** The same object without its undefined values. */
export function defined<T extends object>(object: T): Required<T> & Optional<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Required<T> & Optional<T>;
}
