/** Which load balancers face the internet, and which groups they use. */
import { readFlag, readText } from './attributes.ts';
import type { Resource, World } from './world.ts';

const types = ['aws_lb', 'aws_alb'];

/** What every rule about load balancers reads besides its own resources. */
export const balancerReads = {
  aws_lb: ['arn', 'id', 'internal', 'load_balancer_type', 'security_groups', 'name'],
  aws_alb: ['arn', 'id', 'internal', 'load_balancer_type', 'security_groups', 'name'],
} as const;

/** A load balancer. */
export interface Balancer {
  readonly resource: Resource;
  /** AWS makes one that is not told to be internal face the internet. */
  readonly facing: 'internet' | 'inside' | 'unknown';
  /** `application`, `network`, `gateway`. */
  readonly kind: string;
}

/** The load balancers of the plan. */
export function balancersOf(world: World): Balancer[] {
  return types
    .flatMap((type) => world.ofType(type))
    .map((resource) => {
      const internal = readFlag(resource, ['internal']);
      const facing = internal === 'unknown' ? 'unknown' : internal === 'true' ? 'inside' : 'internet';
      return { resource, facing, kind: readText(resource, ['load_balancer_type']).text ?? 'application' };
    });
}

/** The types of load balancers. */
export const balancerTypes: readonly string[] = types;
