/** Everything that can be tagged is. */
import { isMap } from '@slipway/terraform/plan';
import { read, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { child, type Resource, type World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, type Rule } from '../../rule.ts';

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
      .map((resource): Judgement => ({ resource, address: resource.address, facts: [judgeTags(world, resource, keys)] }));
  },
};

function isTaggable(resource: Resource): boolean {
  return resource.values['tags_all'] !== undefined || child(resource.unknown, 'tags_all') !== undefined;
}

function judgeTags(world: World, resource: Resource, keys: readonly string[]): Fact {
  const tags = knownTags(world, resource);
  const evidence = () => showValue(resource, ['tags_all']);
  if (tags === undefined) return uncertain('the tags are known after apply', evidence());
  const open = isMap(child(resource.unknown, 'tags_all')) ? (child(resource.unknown, 'tags_all') as Tags) : {};
  if (keys.length === 0) {
    const some = Object.values(tags).some(isFilled) || Object.keys(open).length > 0;
    return some ? fine : failing('the resource has no tags', evidence());
  }
  const missing = keys.filter((key) => !isFilled(tags[key]));
  if (missing.length === 0) return fine;
  const vague = missing.filter((key) => open[key] === true);
  if (vague.length === missing.length) return uncertain(`the value of ${vague.join(', ')} is known after apply`, evidence());
  return failing(`the tags ${missing.join(', ')} are missing`, evidence());
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

/** The provider's default tags where they are literals; `{}` where it has none. */
function defaultTags(world: World, resource: Resource): Tags | undefined {
  const key = world.configured(resource)?.providerKey ?? 'aws';
  const block = child(world.plan.providers.get(key)?.expressions['default_tags'], 0);
  if (block === undefined) return {};
  const value = child(child(block, 'tags'), 'constant_value');
  return isMap(value) ? value : undefined;
}
