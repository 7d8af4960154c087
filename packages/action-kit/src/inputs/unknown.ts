/** Finds inputs that an action does not know. The runner only warns about them, and a mistyped gate is an open gate. */
import type { Fault } from '../failure.ts';
import { nearest } from '../nearest.ts';

/** The inputs of this step, by kebab-case name, from the `INPUT_…` variables that the runner sets. */
export function inputValues(variables: Readonly<Record<string, string>>): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(variables)) {
    if (name.startsWith('INPUT_')) values.set(name.slice('INPUT_'.length).toLowerCase(), value);
  }
  return values;
}

/**
 * One fault for each input that was given and never asked for. An empty value is not given: the runner cannot tell the two apart.
 * @param refused inputs of the action that ours replaces → the way here
 */
export function unknownInputs(values: ReadonlyMap<string, string>, asked: ReadonlySet<string>, refused: Readonly<Record<string, string>>): Fault[] {
  const faults: Fault[] = [];
  for (const [name, value] of [...values].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (asked.has(name) || value.trim() === '') continue;
    const way = refused[name];
    const near = nearest(name, asked);
    if (way !== undefined) faults.push({ text: `${name}: got an input that this action does not have; want ${way}; e.g. leave ${name} out` });
    else if (near) faults.push({ text: `${name}: got an unknown input; want ${near}; e.g. ${near}: …` });
    else faults.push({ text: `${name}: got an unknown input; want one of ${[...asked].sort().join(', ')}; e.g. leave ${name} out` });
  }
  return faults;
}
