/** Values that are written out in the configuration, also as the argument of a module. */
import { type Expression, isMap } from '@slipway/terraform/plan';
import type { Path } from './attributes.ts';
import { expressionAt, longestReferences } from './expressions.ts';
import { moduleAddress } from './module-address.ts';
import type { Resource, World } from './world.ts';

/** True where an attribute is a literal: in its own block, or in the call of the module that hands it down. A variable of the root is none. */
export function isLiteral(world: World, resource: Resource, path: Path): boolean {
  return isLiteralIn(world, resource.change.moduleAddress, expressionAt(world.configured(resource), path));
}

function isLiteralIn(world: World, address: string, expression: Expression): boolean {
  if (!isMap(expression)) return false;
  const value = expression['constant_value'];
  if (value !== undefined) return value !== null && value !== '';
  const references = longestReferences(expression);
  const names = references.map((reference) => /^var\.(\w+)$/.exec(reference)?.[1]);
  return references.length > 0 && names.every((name) => name !== undefined && isLiteralArgument(world, address, name));
}

function isLiteralArgument(world: World, address: string, name: string): boolean {
  const { steps } = world.module(address);
  const own = steps.at(-1);
  if (!own) return false;
  const parent = steps.slice(0, -1).reduce((path, step) => moduleAddress(path, step.name, step.key), '');
  return isLiteralIn(world, parent, world.module(parent).configured.calls.get(own.name)?.expressions[name]);
}
