/** Lists of security groups that must not be empty. */
import { type Fact, fine } from '../rule.ts';
import { type Path, pathText, readBlocks, showValue } from './attributes.ts';
import { expressionAt, isWritten, longestReferences } from './expressions.ts';
import { failing, uncertain } from './flags.ts';
import type { Resource, World } from './world.ts';

/** A list with an element, or one that the configuration makes of references, passes; null and `[]` fail. */
export function judgeGroups(world: World, resource: Resource, path: Path): Fact {
  const blocks = readBlocks(resource, path);
  const evidence = showValue(resource, path);
  if (blocks !== 'unknown') return blocks.length > 0 ? fine : failing(`${pathText(path)} is empty: the VPC's default group is used`, evidence);
  const expression = expressionAt(world.configured(resource), path);
  if (isWritten(expression) && longestReferences(expression).some((text) => !/^(local|data)\./.test(text))) return fine;
  return uncertain(`${pathText(path)} is known after apply`, evidence);
}
