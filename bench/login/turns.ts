/** Runs of several processes in turns: what the machine does meanwhile hits all of them alike. */
import { median } from '../median.ts';

/** One process to be timed. */
export interface Contestant {
  readonly name: string;
  /** Runs it once; milliseconds. */
  readonly run: () => Promise<number>;
}

/** Medians by name, after one run of each to warm up. */
export async function inTurns<Name extends string>(
  runs: number,
  contestants: readonly (Contestant & { name: Name })[],
): Promise<Partial<Record<Name, number>>> {
  const times = new Map<Name, number[]>(contestants.map(({ name }) => [name, []]));
  for (const { run } of contestants) await run();
  for (let count = 0; count < runs; count += 1) {
    for (const { name, run } of contestants) times.get(name)?.push(await run());
  }
  return Object.fromEntries([...times].map(([name, values]) => [name, median(values)])) as Partial<Record<Name, number>>;
}
