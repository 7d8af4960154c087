/** What can be asked of a value, with three answers. */
import { type Path, read, readBlocks, showValue } from '../plan-facts/attributes.ts';
import type { Resource } from '../plan-facts/world.ts';
import type { Verdict } from '../rule.ts';

/** One question; exactly one word is there. */
export interface Condition {
  readonly equal?: string | number | boolean;
  readonly match?: string;
  readonly in?: readonly (string | number | boolean)[];
  readonly 'at-least'?: number;
  readonly 'at-most'?: number;
  readonly set?: boolean;
}

/** An answer, and the value that gave it. */
export interface Answer {
  readonly verdict: Verdict;
  readonly evidence: string;
}

/** The paths that a written path means: of blocks, each one. `unknown` where not even their number is known. */
export function pathsOf(resource: Resource, written: string): Path[] | 'unknown' {
  const names = written.split('.').flatMap((part) => part.split(/[[\]]+/).filter((one) => one !== ''));
  let paths: Path[] = [[]];
  for (const [index, name] of names.entries()) {
    const next: Path[] = [];
    for (const path of paths) {
      const own = [...path, /^\d+$/.test(name) ? Number(name) : name];
      const blocks = index === names.length - 1 ? [own] : blocksAt(resource, own, names[index + 1] ?? '');
      if (blocks === 'unknown') return 'unknown';
      next.push(...blocks);
    }
    paths = next;
  }
  return paths;
}

/** A list of blocks stands for each of them, unless the path goes on with a number. */
function blocksAt(resource: Resource, path: Path, following: string): Path[] | 'unknown' {
  if (/^\d+$/.test(following)) return [path];
  const reading = read(resource, path);
  if (reading.state === 'unknown') return 'unknown';
  if (reading.state === 'absent') return [path];
  return Array.isArray(reading.value) ? (readBlocks(resource, path) as Path[]) : [path];
}

/** Asks one question of all values that a path means. */
export function ask(resource: Resource, written: string, condition: Condition): Answer {
  const paths = pathsOf(resource, written);
  if (paths === 'unknown') return { verdict: 'unknown', evidence: `${written} = (known after apply)` };
  // A list without blocks has no value to speak of.
  if (paths.length === 0) return { verdict: condition.set === false ? 'pass' : 'fail', evidence: `${written} has no blocks` };
  const answers = paths.map((path) => ({ verdict: askOne(resource, path, condition), evidence: showValue(resource, path) }));
  return answers.find(({ verdict }) => verdict === 'fail') ?? answers.find(({ verdict }) => verdict === 'unknown') ?? (answers[0] as Answer);
}

function askOne(resource: Resource, path: Path, condition: Condition): Verdict {
  const reading = read(resource, path);
  if (reading.state === 'unknown') return 'unknown';
  const there = reading.state === 'known';
  if (condition.set !== undefined) return there === condition.set ? 'pass' : 'fail';
  const values = !there ? [undefined] : Array.isArray(reading.value) ? (reading.value as unknown[]) : [reading.value];
  return values.every((value) => holds(value, condition)) ? 'pass' : 'fail';
}

/** `"true"` and `true` are one, as `"30"` and `30` are. */
function holds(value: unknown, condition: Condition): boolean {
  if (value === undefined || value === null || typeof value === 'object') return false;
  const same = (wanted: unknown) => String(wanted) === String(value);
  if (condition.equal !== undefined) return same(condition.equal);
  if (condition.in) return condition.in.some(same);
  if (condition.match !== undefined) return new RegExp(condition.match).test(String(value));
  const number = Number(value);
  if (Number.isNaN(number)) return false;
  if (condition['at-least'] !== undefined) return number >= condition['at-least'];
  return condition['at-most'] !== undefined && number <= condition['at-most'];
}

/** The question in words: `at most 7`. */
export function describe(condition: Condition): string {
  const [word, value] = Object.entries(condition)[0] ?? [];
  if (word === 'set') return value ? 'a value' : 'no value';
  if (word === 'in') return `one of ${(value as readonly unknown[]).join(', ')}`;
  if (word === 'match') return `a match of ${String(value)}`;
  return word === 'equal' ? String(value) : `${word?.replace('-', ' ')} ${String(value)}`;
}
