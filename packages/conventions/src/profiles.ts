/** Which rules a profile asks for, and what parameters a set of profiles comes to: the tightest of each. */
import { type ParameterSpec, type Parameters, type ParameterValue, type ProfileName, profileNames, type Rule } from './rule.ts';
import { rules } from './rules/catalogue.ts';

/** True for the name of a profile. */
export function isProfile(name: string): name is ProfileName {
  return (profileNames as readonly string[]).includes(name);
}

/** The rules of several profiles, in the order of the table. */
export function rulesOf(profiles: readonly ProfileName[]): Rule[] {
  return rules.filter((rule) => rule.profiles.some((profile) => profiles.includes(profile)));
}

/** A rule's parameters for a set of profiles; a rule outside all of them is judged as strictly as there is. The file wins. */
export function parametersFor(rule: Rule, profiles: readonly ProfileName[], file: Parameters): Parameters {
  const outside = !rule.profiles.some((profile) => profiles.includes(profile));
  // A profile without the rule may still have a word on its parameters.
  const entries = Object.entries(rule.parameters ?? {}).map(([name, spec]) => [name, file[name] ?? tightest(spec, outside ? ['strict'] : profiles)]);
  return Object.fromEntries(entries);
}

function tightest(spec: ParameterSpec, profiles: readonly ProfileName[]): ParameterValue {
  if (spec.kind === 'number' || spec.kind === 'most') {
    const asked = profiles.map((profile) => spec.byProfile[profile]).filter((value): value is number => value !== undefined);
    if (asked.length === 0) return spec.fallback;
    return spec.kind === 'most' ? Math.min(...asked) : Math.max(...asked);
  }
  if (spec.kind === 'list')
    return intersection(
      spec.fallback,
      profiles.map((profile) => spec.byProfile?.[profile]),
    );
  if (spec.kind !== 'choice') return spec.fallback;
  const words = profiles.map((profile) => spec.byProfile[profile]).filter((word): word is string => word !== undefined);
  return spec.words.findLast((word) => words.includes(word)) ?? spec.words.at(-1) ?? '';
}

/** What all profiles with a list of their own allow; the fallback when none has one. */
function intersection(fallback: readonly string[], lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  const own = lists.filter((list): list is readonly string[] => list !== undefined);
  const [first] = own;
  return first ? first.filter((word) => own.every((list) => list.includes(word))) : fallback;
}
