/**
 * Follows an unknown value to where it comes from: through variables to the module call, through outputs into the module,
 * through each.value to the for_each. What is left are leaves: resources, or things that the plan does not show.
 */
import type { Expression, ModuleCall } from '@slipway/terraform/plan';
import type { Path } from './attributes.ts';
import { expressionAt, longestReferences, type ReferencePart, splitReference } from './expressions.ts';
import { moduleAddress } from './module-address.ts';
import type { Resource, World } from './world.ts';

/** Where a value comes from in the end. */
export interface Leaf {
  /** The resource's type; absent for locals, data sources and what cannot be followed. */
  readonly type?: string;
  /** The attribute that is used; absent where a dynamic key or a splat hides it. */
  readonly attribute?: string;
  /** The instances in this plan that it may mean; empty when there are none. */
  readonly instances: readonly Resource[];
  /** The data source that it is, where it is one. */
  readonly data?: DataPlace;
  /** The way there: `kms_key_id → module.kms.key_arn → module.kms.aws_kms_key.this.arn`. */
  readonly chain: string;
}

/** Which data source an expression means. */
export interface DataPlace {
  readonly moduleAddress: string;
  readonly type: string;
  readonly name: string;
  readonly key: string | number | undefined;
}

/** Where an expression stands. */
interface Scope {
  readonly moduleAddress: string;
  /** The key of the instance that the expression belongs to. */
  readonly key: string | number | undefined;
  readonly forEach: Expression;
}

interface Walk {
  readonly world: World;
  readonly leaves: Leaf[];
  readonly seen: Set<string>;
}

/** Longer ways are a cycle that Terraform would have refused. */
const hopLimit = 250;

/** The leaves of an attribute's expression. No expression, or only what is always known: no leaves. */
export function leavesOf(world: World, resource: Resource, path: Path): Leaf[] {
  const block = world.configured(resource);
  const expression = expressionAt(block, path);
  const walk: Walk = { world, leaves: [], seen: new Set() };
  const { moduleAddress: module, index } = resource.change;
  follow(walk, expression, { moduleAddress: module, key: index, forEach: block?.forEach }, []);
  return walk.leaves;
}

/** The leaves of any expression. @param place where it stands; a data source's block, say */
export function leavesOfExpression(world: World, expression: Expression, place: Scope): Leaf[] {
  const walk: Walk = { world, leaves: [], seen: new Set() };
  follow(walk, expression, place, []);
  return walk.leaves;
}

function follow(walk: Walk, expression: Expression, scope: Scope, chain: readonly string[]): void {
  if (chain.length > hopLimit) return;
  const references = longestReferences(expression);
  const ownKey = references.some((text) => /^(each\.(key|value)|count\.index)\b/.test(text));
  for (const text of references) {
    const visit = `${scope.moduleAddress}|${String(scope.key)}|${text}|${ownKey}`;
    if (walk.seen.has(visit)) continue;
    walk.seen.add(visit);
    followOne(walk, text, ownKey, scope, [...chain, text]);
  }
}

function followOne(walk: Walk, text: string, ownKey: boolean, scope: Scope, chain: readonly string[]): void {
  const parts = splitReference(text);
  const [head, second] = [nameOf(parts[0]), nameOf(parts[1])];
  if (head === 'path' || head === 'terraform' || head === 'count' || head === 'self') return;
  if (head === 'each') {
    if (second === 'value') follow(walk, withOwnKey(scope.forEach), { ...scope, forEach: undefined }, chain);
  } else if (head === 'var') followVariable(walk, second, scope, chain);
  else if (head === 'module') followOutput(walk, parts, scope, chain);
  else if (head === 'data') walk.leaves.push({ instances: [], data: dataPlace(parts, ownKey, scope), chain: chain.join(' → ') });
  else if (head === 'local' || head === '' || second === '') walk.leaves.push({ instances: [], chain: chain.join(' → ') });
  else walk.leaves.push(resourceLeaf(walk.world, parts, ownKey, scope, chain));
}

/** `each.value` over `for_each = aws_s3_bucket.this` means the instance with the same key. */
function withOwnKey(forEach: Expression): Expression {
  return { references: [...longestReferences(forEach), 'each.key'] };
}

/** A variable of a child module is what the call gives it; the root's variables and defaults are always known. */
function followVariable(walk: Walk, name: string, scope: Scope, chain: readonly string[]): void {
  const { steps } = walk.world.module(scope.moduleAddress);
  const own = steps.at(-1);
  if (!own) return;
  const parent = steps.slice(0, -1).reduce((address, { name: part, key }) => moduleAddress(address, part, key), '');
  const call = walk.world.module(parent).configured.calls.get(own.name);
  if (call) follow(walk, call.expressions[name], { moduleAddress: parent, key: own.key, forEach: call.forEach }, chain);
}

function followOutput(walk: Walk, parts: readonly ReferencePart[], scope: Scope, chain: readonly string[]): void {
  const name = nameOf(parts[1]);
  const keyed = parts[2] !== undefined && 'key' in parts[2] ? parts[2].key : undefined;
  const output = nameOf(parts[keyed === undefined ? 2 : 3]);
  const call: ModuleCall | undefined = walk.world.module(scope.moduleAddress).configured.calls.get(name);
  if (!call?.module.outputs.has(output)) {
    walk.leaves.push({ instances: [], chain: chain.join(' → ') });
    return;
  }
  const inside = moduleAddress(scope.moduleAddress, name, keyed);
  follow(walk, call.module.outputs.get(output), { moduleAddress: inside, key: undefined, forEach: undefined }, chain);
}

function resourceLeaf(world: World, parts: readonly ReferencePart[], ownKey: boolean, scope: Scope, chain: readonly string[]): Leaf {
  const [type, name] = [nameOf(parts[0]), nameOf(parts[1])];
  const third = parts[2];
  const key = third !== undefined && 'key' in third ? third.key : undefined;
  const attribute = nameOf(parts[key === undefined ? 2 : 3]);
  const all = world.instances(scope.moduleAddress, type, name);
  const own = ownKey && key === undefined ? all.filter(({ change }) => change.index === scope.key) : [];
  const instances = key !== undefined ? all.filter(({ change }) => change.index === key) : own.length > 0 ? own : all;
  const prefix = scope.moduleAddress === '' ? '' : `${scope.moduleAddress}.`;
  const last = `${prefix}${chain.at(-1) ?? ''}`;
  return { type, ...(attribute === '' ? {} : { attribute }), instances, chain: [...chain.slice(0, -1), last].join(' → ') };
}

function dataPlace(parts: readonly ReferencePart[], ownKey: boolean, { moduleAddress: module, key }: Scope): DataPlace {
  const fourth = parts[3];
  const written = fourth !== undefined && 'key' in fourth ? fourth.key : undefined;
  return { moduleAddress: module, type: nameOf(parts[1]), name: nameOf(parts[2]), key: written ?? (ownKey ? key : undefined) };
}

function nameOf(part: ReferencePart | undefined): string {
  return part !== undefined && 'name' in part ? part.name : '';
}
