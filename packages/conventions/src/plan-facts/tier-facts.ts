/** Judging where a resource stands: every subnet that it names has to be private. */
import type { Fact } from '../rule.ts';
import { fine } from '../rule.ts';
import { type Path, pathText } from './attributes.ts';
import { failing, uncertain } from './flags.ts';
import { type NamedSubnets, subnetsAt } from './subnets.ts';
import type { Resource, World } from './world.ts';

/** Private subnets only. One public subnet fails, whatever the others are; one of no known tier leaves it open. */
export function judgePrivateSubnets(world: World, resource: Resource, path: Path): Fact {
  return factOfSubnets(subnetsAt(world, resource, path), pathText(path));
}

/** The same over subnets that are found already. @param name the attribute, for people */
export function factOfSubnets({ subnets, complete, evidence }: NamedSubnets, name: string): Fact {
  const open = subnets.filter(({ tier }) => tier === 'public');
  if (open.length > 0) return failing(`${name} names ${open.map((one) => one.name).join(', ')}, which ${open.length === 1 ? 'is' : 'are'} public`, evidence);
  if (!complete) return uncertain(`${name} is known after apply, and nothing proves that it names private subnets only`, evidence);
  const vague = subnets.filter(({ tier }) => tier === undefined);
  if (vague.length > 0) return uncertain(`nothing tells whether ${vague.map((one) => one.name).join(', ')} of ${name} is private`, evidence);
  return fine;
}
