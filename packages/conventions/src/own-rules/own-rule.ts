/** Rules that people write themselves: where … must …, with the same three answers as the platform's. */

import { readText } from '../plan-facts/attributes.ts';
import { joinCompanions } from '../plan-facts/companions.ts';
import { failing, uncertain } from '../plan-facts/flags.ts';
import { leavesOf } from '../plan-facts/references.ts';
import type { Resource, World } from '../plan-facts/world.ts';
import { type Fact, fine, type Judgement, type Rule, type Severity } from '../rule.ts';
import { type Answer, ask, type Condition, describe, pathsOf } from './conditions.ts';

/** A demand of an attribute. */
export interface AttributeDemand extends Condition {
  readonly attribute: string;
  readonly reference?: string | readonly string[];
}

/** A demand of a companion. */
export interface CompanionDemand {
  readonly companion: string | readonly string[];
  readonly by: string;
  readonly identity?: string | readonly string[];
  readonly attributes?: Readonly<Record<string, Condition>>;
}

/** A rule as it is written, once its form is right. */
export interface WrittenRule {
  readonly what: string;
  readonly why?: string;
  readonly severity?: Severity | 'off';
  readonly remedy?: string;
  readonly where: { readonly type: string | readonly string[]; readonly attributes?: Readonly<Record<string, Condition>> };
  readonly must: readonly (AttributeDemand | CompanionDemand)[];
}

/** Attributes by which one resource may name another. */
const usualIdentity = ['id', 'arn', 'name'];

/** Makes a rule of what is written. */
export function ownRule(id: string, written: WrittenRule): Rule {
  const types = listOf(written.where.type);
  return {
    id,
    what: written.what,
    why: [],
    severity: written.severity === undefined || written.severity === 'off' ? 'error' : written.severity,
    profiles: [],
    remedy: written.remedy ?? written.what,
    fails: '',
    reads: readsOf(written),
    judge: (world) => {
      const joins = written.must.map((demand) => ('companion' in demand ? companionsOf(world, demand, types) : undefined));
      return types
        .flatMap((type) => world.ofType(type))
        .flatMap((resource): Judgement[] => {
          const chosen = isChosen(resource, written);
          if (chosen === 'fail') return [];
          const facts = written.must.map((demand, index) => {
            const fact = 'companion' in demand ? judgeCompanion(resource, demand, joins[index]) : judgeAttribute(world, resource, demand);
            return chosen === 'unknown' && fact.verdict === 'fail'
              ? uncertain(`${fact.message}, and whether the rule is for it is known after apply`, fact.evidence)
              : fact;
          });
          return [{ resource, address: resource.address, facts, byCompanions: joins.some((join) => join !== undefined) }];
        });
    },
  };
}

function listOf(words: string | readonly string[]): readonly string[] {
  return typeof words === 'string' ? [words] : words;
}

function isChosen(resource: Resource, { where }: WrittenRule): Answer['verdict'] {
  const answers = Object.entries(where.attributes ?? {}).map(([path, condition]) => ask(resource, path, condition).verdict);
  if (answers.includes('fail')) return 'fail';
  return answers.includes('unknown') ? 'unknown' : 'pass';
}

function judgeAttribute(world: World, resource: Resource, { attribute, reference, ...condition }: AttributeDemand): Fact {
  if (reference !== undefined) return judgeReference(world, resource, attribute, listOf(reference));
  const { verdict, evidence } = ask(resource, attribute, condition);
  if (verdict === 'pass') return fine;
  const message = `${attribute} has to be ${describe(condition)}`;
  return verdict === 'unknown' ? uncertain(`${message}; it is known after apply`, evidence) : failing(message, evidence);
}

/** A value comes from a type when its expression leads there alone, or when it names an instance of this plan. */
function judgeReference(world: World, resource: Resource, attribute: string, types: readonly string[]): Fact {
  const paths = pathsOf(resource, attribute);
  const message = `${attribute} has to come from ${types.join(' or ')}`;
  if (paths === 'unknown') return uncertain(`${message}; it is known after apply`, attribute);
  const ids = new Set(types.flatMap((type) => world.ofType(type)).flatMap((one) => usualIdentity.flatMap((name) => readText(one, [name]).text ?? [])));
  for (const path of paths) {
    const leaves = leavesOf(world, resource, path);
    if (leaves.length > 0 && leaves.every(({ type, instances }) => types.includes(type ?? '') && instances.length > 0)) continue;
    const { text, state } = readText(resource, path);
    if (text !== undefined && ids.has(text)) continue;
    const evidence = leaves.map(({ chain }) => chain).join('; ') || text || `${attribute} has no reference`;
    const open = state === 'unknown' && (leaves.length === 0 || leaves.some(({ type }) => type === undefined));
    return open ? uncertain(`${message}; it is known after apply`, evidence) : failing(message, evidence);
  }
  return paths.length > 0 ? fine : failing(message, `${attribute} has no blocks`);
}

function companionsOf(world: World, { companion, by, identity }: CompanionDemand, owners: readonly string[]) {
  return listOf(companion).map((type) =>
    joinCompanions(world, { companion: type, attribute: by, owners, identity: identity === undefined ? usualIdentity : listOf(identity) }),
  );
}

function judgeCompanion(resource: Resource, demand: CompanionDemand, joins: ReturnType<typeof companionsOf> = []): Fact {
  const found = joins.flatMap((join) => join.of(resource));
  const name = listOf(demand.companion).join(' or ');
  if (found.length === 0) {
    const maybe = joins.map((join) => join.maybeOf(resource)).find((one) => one !== undefined);
    if (maybe) return uncertain(`whether there is its ${name} is known after apply`, `${maybe.address} may be its own`);
    return failing(`there is no ${name} for it`, `none of this plan names it by ${demand.by}`);
  }
  for (const companion of found) {
    for (const [path, condition] of Object.entries(demand.attributes ?? {})) {
      const { verdict, evidence } = ask(companion, path, condition);
      if (verdict === 'pass') continue;
      const message = `${path} of ${companion.address} has to be ${describe(condition)}`;
      return verdict === 'unknown' ? uncertain(`${message}; it is known after apply`, evidence) : failing(message, evidence);
    }
  }
  return fine;
}

/** What the rule reads: the first word of each path. */
function readsOf({ where, must }: WrittenRule): Record<string, string[]> {
  const reads: Record<string, string[]> = {};
  const add = (types: readonly string[], paths: readonly string[]) => {
    for (const type of types) reads[type] = [...(reads[type] ?? []), ...paths.map((path) => path.split(/[.[]/)[0] ?? path)];
  };
  const types = listOf(where.type);
  add(types, [...usualIdentity, ...Object.keys(where.attributes ?? {})]);
  for (const demand of must) {
    if ('companion' in demand) {
      add(listOf(demand.companion), [demand.by, ...Object.keys(demand.attributes ?? {})]);
      add(types, demand.identity === undefined ? [] : listOf(demand.identity));
    } else {
      add(types, [demand.attribute]);
      if (demand.reference !== undefined) add(listOf(demand.reference), usualIdentity);
    }
  }
  return reads;
}
