/** Nothing but application load balancers faces the internet. */
import { read, readText, showValue } from '../../plan-facts/attributes.ts';
import { expressionAt, isWritten } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { type Balancer, balancerReads, balancersOf } from '../../plan-facts/load-balancers.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementOf, type Rule } from '../../rule.ts';
import { bankPublic } from './sources.ts';

/** Addresses of NAT gateways and load balancers are none of an instance. */
export const publicOnlyAlb: Rule = {
  id: 'public-only-alb',
  what: 'only application load balancers face the internet: no network load balancer, open function URL or address of an instance',
  why: [bankPublic],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'resource "aws_lambda_function_url" "hook" {\n  function_name      = aws_lambda_function.hook.function_name\n  authorization_type = "AWS_IAM"\n}',
  fails: 'resource "aws_lambda_function_url" "hook" {\n  function_name      = aws_lambda_function.hook.function_name\n  authorization_type = "NONE"\n}',
  reads: {
    ...balancerReads,
    aws_lambda_function_url: ['authorization_type'],
    aws_eip: ['instance', 'network_interface'],
    aws_eip_association: ['instance_id', 'network_interface_id'],
    aws_instance: ['id'],
  },
  judge: (world) => [
    ...balancersOf(world)
      .filter(({ kind }) => kind === 'network')
      .map((balancer) => judgementOf(balancer.resource, judgeBalancer(balancer))),
    ...world.ofType('aws_lambda_function_url').map((url) => judgementOf(url, judgeUrl(url))),
    ...world.ofType('aws_eip').map((address) => judgementOf(address, judgeAddress(world, address, 'instance'))),
    ...world.ofType('aws_eip_association').map((address) => judgementOf(address, judgeAddress(world, address, 'instance_id'))),
  ],
};

function judgeBalancer({ resource, facing }: Balancer): Fact {
  const evidence = showValue(resource, ['internal']);
  if (facing === 'inside') return fine;
  return facing === 'internet' ? failing('a network load balancer faces the internet', evidence) : uncertain('internal is known after apply', evidence);
}

function judgeUrl(url: Resource): Fact {
  const path = ['authorization_type'];
  const reading = readText(url, path);
  if (reading.state === 'unknown') return uncertain('authorization_type is known after apply', showValue(url, path));
  return reading.text === 'NONE' ? failing('anybody may call the function', showValue(url, path)) : fine;
}

/** The attribute is computed: without an expression the address is not given to an instance here. */
function judgeAddress(world: World, address: Resource, name: string): Fact {
  const path = [name];
  const reading = read(address, path);
  if (reading.state === 'absent') return fine;
  if (reading.state === 'known') return failing('an instance has a public address', showValue(address, path));
  if (!isWritten(expressionAt(world.configured(address), path))) return fine;
  const leaves = leavesOf(world, address, path);
  const chain = leaves.map((leaf) => leaf.chain).join('; ');
  const sure = leaves.length > 0 && leaves.every(({ type, instances }) => type === 'aws_instance' && instances.length > 0);
  return sure ? failing('an instance has a public address', chain) : uncertain(`${name} is known after apply`, chain || showValue(address, path));
}
