/** Which key a resource uses, so that two users of one key are found. */
import { type Fact, fine, type Judgement } from '../rule.ts';
import { type Path, pathText, readText } from './attributes.ts';
import { aliasTarget, findKey, isAliasLeaf, isCustomerKey, isManagedAlias } from './keys.ts';
import { leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

/** Judges all resources of a type: sharing a key with another one fails. */
export function judgeSharedKeys(world: World, type: string, path: Path): Judgement[] {
  const users = new Map<string, Resource[]>();
  const keys = new Map<Resource, string>();
  for (const resource of world.ofType(type)) {
    const key = identifyKey(world, resource, path);
    if (key === undefined) continue;
    keys.set(resource, key);
    const sharers = users.get(key);
    if (sharers) sharers.push(resource);
    else users.set(key, [resource]);
  }
  return world.ofType(type).map((resource) => {
    const key = keys.get(resource);
    const others = (key === undefined ? [] : (users.get(key) ?? [])).filter((other) => other !== resource);
    return { resource, address: resource.address, facts: [others.length === 0 ? fine : shared(key ?? '', path, others)] };
  });
}

function shared(key: string, path: Path, others: readonly Resource[]): Fact {
  const names = others
    .map(({ address }) => address)
    .sort()
    .slice(0, 5);
  const more = others.length > names.length ? ` and ${others.length - names.length} more` : '';
  return { verdict: 'fail', message: `the key is also used by ${names.join(', ')}${more}`, evidence: `${pathText(path)} → ${key}` };
}

/** The key's name: its resource in this plan, or its ARN, id or alias. None for the service's own key and where nothing proves it. */
function identifyKey(world: World, resource: Resource, path: Path): string | undefined {
  const reading = readText(resource, path);
  if (reading.state === 'absent') return undefined;
  if (reading.text !== undefined) return isManagedAlias(reading.text) ? undefined : knownKey(world, resource, reading.text);
  const leaves = leavesOf(world, resource, path);
  const [leaf] = leaves;
  if (leaves.length !== 1 || !leaf || !isCustomerKey(leaf) || leaf.instances.length !== 1) return undefined;
  const instance = leaf.instances[0];
  if (!instance) return undefined;
  return isAliasLeaf(leaf) ? (aliasTarget(world, instance)?.address ?? instance.address) : instance.address;
}

function knownKey(world: World, resource: Resource, key: string): string {
  const own = findKey(world, key);
  if (own) return own.address;
  const match = /^arn:[^:]+:kms:[^:]*:[^:]*:(?:key\/(.+)|(alias\/.+))$/.exec(key);
  if (match?.[1]) return match[1];
  // A bare alias means another key in each region and account, so it counts together with its provider.
  return key.startsWith('alias/') ? `${key} (${world.configured(resource)?.providerKey || resource.change.providerName})` : key;
}
