/** Judging KMS keys: is it one that somebody chose, or the service's own? */
import type { Fact } from '../rule.ts';
import { fine } from '../rule.ts';
import { isSensitive, type Path, pathText, readText, showValue } from './attributes.ts';
import { expressionAt, isWritten } from './expressions.ts';
import { type Leaf, leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

/** Key resources, with the attributes that carry the key. */
const keyTypes = new Set(['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key']);
const keyAttributes = new Set(['arn', 'id', 'key_id']);
const aliasAttributes = new Set(['arn', 'id', 'name', 'target_key_arn', 'target_key_id']);

/** What every rule about keys reads besides its own resources. */
export const keyReads = {
  // key_manager and origin belong to the data source of the same type.
  aws_kms_key: ['arn', 'id', 'key_id', 'key_manager', 'origin'],
  aws_kms_external_key: ['arn', 'id', 'key_id'],
  aws_kms_replica_key: ['arn', 'id', 'key_id'],
  aws_kms_replica_external_key: ['arn', 'id', 'key_id'],
  aws_kms_alias: ['arn', 'id', 'name', 'target_key_arn', 'target_key_id'],
} as const;

/** A customer's key asked for at `path`. Absent fails: the service then takes its own key. */
export function judgeCustomerKey(world: World, resource: Resource, path: Path): Fact {
  const reading = readText(resource, path);
  const name = pathText(path);
  if (reading.state === 'absent') return { verdict: 'fail', message: `${name} is not set: the service's own key is used`, evidence: showValue(resource, path) };
  if (reading.text === undefined) return judgeUnknownKey(world, resource, path);
  if (isManagedAlias(reading.text) || isManagedByData(world, reading.text)) {
    const shown = isSensitive(resource, path) ? 'a key' : reading.text;
    return { verdict: 'fail', message: `${name} is ${shown}, which AWS manages`, evidence: showValue(resource, path) };
  }
  if (isWritten(expressionAt(world.configured(resource), path)) || findKey(world, reading.text)) return fine;
  return {
    verdict: 'unknown',
    message: `${name} is a key that the configuration does not choose: it may be the service's own`,
    evidence: `${showValue(resource, path)}, without an expression`,
  };
}

function judgeUnknownKey(world: World, resource: Resource, path: Path): Fact {
  const leaves = leavesOf(world, resource, path);
  if (leaves.length > 0 && leaves.every(isCustomerKey)) return fine;
  return unproven(world, resource, path, leaves);
}

/** The fact for a value that only apply tells. */
export function unproven(world: World, resource: Resource, path: Path, leaves: readonly Leaf[]): Fact {
  const name = pathText(path);
  const written = isWritten(expressionAt(world.configured(resource), path));
  const chains = leaves.map(({ chain }) => `${name} → ${chain}`).join('; ');
  if (chains !== '') return { verdict: 'unknown', message: `${name} is known after apply, and nothing proves what it will be`, evidence: chains };
  return {
    verdict: 'unknown',
    message: `${name} is known after apply`,
    evidence: written ? `${name} = (known after apply)` : `${name} = (known after apply), without an expression`,
  };
}

/** A leaf that is a key, or the alias of a key, of this plan. */
export function isCustomerKey(leaf: Leaf): boolean {
  return isKeyLeaf(leaf, keyTypes) || isAliasLeaf(leaf);
}

/** A leaf that is a resource of one of `types`, used by an attribute that carries the key. */
export function isKeyLeaf(leaf: Leaf, types: ReadonlySet<string>): boolean {
  return types.has(leaf.type ?? '') && leaf.instances.length > 0 && (leaf.attribute === undefined || keyAttributes.has(leaf.attribute));
}

/** A leaf that is an alias of this plan. */
export function isAliasLeaf(leaf: Leaf): boolean {
  return leaf.type === 'aws_kms_alias' && leaf.instances.length > 0 && (leaf.attribute === undefined || aliasAttributes.has(leaf.attribute));
}

/** `alias/aws/…`, bare or in an ARN. */
export function isManagedAlias(key: string): boolean {
  return /(^|:)alias\/aws\//.test(key);
}

/** A data source of the plan says that AWS manages this key. */
function isManagedByData(world: World, key: string): boolean {
  return world.plan.data.some(({ type, values }) => {
    if (type === 'aws_kms_key') return values['key_manager'] === 'AWS' && sameKey(values, key, ['arn', 'id', 'key_id']);
    return type === 'aws_kms_alias' && isManagedAlias(String(values['name'] ?? '')) && sameKey(values, key, ['target_key_arn', 'target_key_id']);
  });
}

/** True when one of the attributes is this key. */
export function sameKey(values: Readonly<Record<string, unknown>>, key: string, names: readonly string[]): boolean {
  return names.some((name) => values[name] === key);
}

/** The key resource of this plan with this ARN or id, through an alias too. */
export function findKey(world: World, key: string): Resource | undefined {
  return keyIndex(world).get(key);
}

const indexes = new WeakMap<World, Map<string, Resource>>();

function keyIndex(world: World): Map<string, Resource> {
  const known = indexes.get(world);
  if (known) return known;
  const index = new Map<string, Resource>();
  for (const type of keyTypes) for (const resource of world.ofType(type)) addNames(index, resource, ['arn', 'id', 'key_id'], resource);
  for (const alias of world.ofType('aws_kms_alias')) addNames(index, alias, ['arn', 'id', 'name'], aliasTarget(world, alias, index) ?? alias);
  indexes.set(world, index);
  return index;
}

function addNames(index: Map<string, Resource>, resource: Resource, names: readonly string[], target: Resource): void {
  for (const name of names) {
    const { text } = readText(resource, [name]);
    if (text !== undefined) index.set(text, target);
  }
}

/** The key that an alias of this plan stands for; none when nothing proves it. */
export function aliasTarget(world: World, alias: Resource, index: ReadonlyMap<string, Resource> = keyIndex(world)): Resource | undefined {
  const { text } = readText(alias, ['target_key_id']);
  if (text !== undefined) return index.get(text);
  const leaves = leavesOf(world, alias, ['target_key_id']);
  const [leaf] = leaves;
  return leaves.length === 1 && leaf && isKeyLeaf(leaf, keyTypes) && leaf.instances.length === 1 ? leaf.instances[0] : undefined;
}
