/** Everything that can be tagged is. */
import { isMap } from '@slipway/terraform/plan';
import { read, showValue } from '../../plan-facts/attributes.ts';
import { longestReferences } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { child, type Resource, type World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementOf, type Rule } from '../../rule.ts';

type Tags = Readonly<Record<string, unknown>>;

/** The document names no keys: without `keys` there have to be some tags. */
export const tagsRequired: Rule = {
  id: 'tags-required',
  what: 'every taggable resource has the required tags',
  why: [{ document: 'banklitex-deployment-guideline', sentence: 'L4_tags = var.L4_tags' }],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'tags = var.L4_tags',
  fails: 'tags = {}',
  parameters: { keys: { kind: 'list', title: 'keys of tags that each resource has, with a value; without keys, any tag', fallback: [] } },
  reads: { '*': ['tags', 'tags_all'] },
  judge: (world, parameters) => {
    const keys = Array.isArray(parameters['keys']) ? parameters['keys'].map(String) : [];
    return world
      .types()
      .filter((type) => type.startsWith('aws_'))
      .flatMap((type) => world.ofType(type))
      .filter(isTaggable)
      .map((resource) => judgementOf(resource, judgeTags(world, resource, keys)));
  },
};

function isTaggable(resource: Resource): boolean {
  return resource.values['tags_all'] !== undefined || child(resource.unknown, 'tags_all') !== undefined;
}

function judgeTags(world: World, resource: Resource, keys: readonly string[]): Fact {
  const tags = knownTags(world, resource);
  const evidence = () => showValue(resource, ['tags_all']);
  if (tags === undefined) return uncertain('the tags are known after apply', evidence());
  const open = ['tags', 'tags_all'].map((name) => child(resource.unknown, name)).filter(isMap);
  if (keys.length === 0) {
    const some = Object.values(tags).some(isFilled) || open.some((marks) => Object.keys(marks).length > 0);
    return some ? fine : failing('the resource has no tags', evidence());
  }
  const missing = keys.filter((key) => !isFilled(tags[key]));
  if (missing.length === 0) return fine;
  const absent = missing.filter((key) => !open.some((marks) => marks[key] === true));
  if (absent.length === 0) return uncertain(`the value of ${missing.join(', ')} is known after apply`, evidence());
  return failing(`the tags ${absent.join(', ')} are missing`, evidence());
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** tags_all where it is told, else the resource's own over those of its provider. */
function knownTags(world: World, resource: Resource): Tags | undefined {
  const all = read(resource, ['tags_all']);
  if (all.state !== 'unknown') return all.state === 'known' && isMap(all.value) ? all.value : {};
  const own = read(resource, ['tags']);
  const defaults = defaultTags(world, resource);
  if (own.state === 'unknown' || defaults === undefined) return undefined;
  return { ...defaults, ...(own.state === 'known' && isMap(own.value) ? own.value : {}) };
}

/** The provider's default tags where they are literals or a root variable; `{}` where it has none. */
function defaultTags(world: World, resource: Resource): Tags | undefined {
  const key = world.configured(resource)?.providerKey ?? 'aws';
  const { providers, variables } = world.plan;
  const own = providers.get(key)?.expressions['default_tags'];
  const block = child(own ?? providers.get(key.replace(/^.*:/, ''))?.expressions['default_tags'], 0);
  if (block === undefined) return {};
  const expression = child(block, 'tags');
  const [reference, other] = longestReferences(expression);
  const variable = other === undefined ? /^var\.([\w-]+)$/.exec(reference ?? '')?.[1] : undefined;
  const value = variable === undefined ? child(expression, 'constant_value') : variables.get(variable);
  return isMap(value) ? value : undefined;
}
