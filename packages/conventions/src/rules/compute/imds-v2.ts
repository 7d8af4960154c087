/** The metadata of machines is given out for tokens only. */
import { type Path, read, readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { expressionAt, isWritten } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { templatesOf } from '../../plan-facts/node-roles.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementByCompanions, type Rule } from '../../rule.ts';
import { bankMetadata } from './sources.ts';

const block = 'metadata_options';
const defaultType = 'aws_ec2_instance_metadata_defaults';
const machineTypes = ['aws_launch_template', 'aws_instance', 'aws_launch_configuration'];
const template = 'launch_template';

/** A block that nobody wrote fails although the provider calls it unknown: without it no token is asked for. */
export const imdsV2: Rule = {
  id: 'imds-v2',
  what: 'instance metadata asks for tokens (IMDSv2), also on EKS nodes',
  why: [bankMetadata],
  severity: 'error',
  profiles: ['bank', 'strict'],
  remedy: 'metadata_options {\n  http_endpoint = "enabled"\n  http_tokens   = "required"\n}',
  fails: 'metadata_options {\n  http_tokens = "optional"\n}',
  reads: {
    aws_launch_template: ['id', 'name', block],
    aws_instance: [block, template],
    aws_launch_configuration: [block],
    aws_eks_node_group: [template],
    [defaultType]: ['http_tokens'],
  },
  judge: (world) => [
    ...machineTypes.flatMap((type) => world.ofType(type).map((machine) => judgementByCompanions(machine, judgeMachine(world, machine)))),
    ...world.ofType('aws_eks_node_group').map((group) => judgementByCompanions(group, judgeGroup(world, group))),
  ],
};

function judgeMachine(world: World, machine: Resource): Fact {
  const blocks = readBlocks(machine, [block]);
  const evidence = showValue(machine, [block]);
  if (blocks === 'unknown' && isWritten(expressionAt(world.configured(machine), [block]))) return uncertain(`${block} is known after apply`, evidence);
  const path = blocks === 'unknown' ? undefined : blocks[0];
  return path
    ? judgeBlock(world, machine, path)
    : (inherited(world, machine) ?? byDefault(world, failing(`there is no ${block}: tokens are not required`, evidence)));
}

/** An instance takes what it does not say from its launch template, which is judged itself. */
function inherited(world: World, machine: Resource): Fact | undefined {
  const blocks = readBlocks(machine, [template]);
  if (machine.type !== 'aws_instance' || (blocks !== 'unknown' && blocks.length === 0)) return undefined;
  if (blocks === 'unknown' && !isWritten(expressionAt(world.configured(machine), [template]))) return undefined;
  return templatesOf(world, machine).length > 0 ? fine : uncertain('the launch template is not in this plan', showValue(machine, [template]));
}

function judgeBlock(world: World, machine: Resource, path: Path): Fact {
  if (readText(machine, [...path, 'http_endpoint']).text === 'disabled') return fine;
  const tokens = [...path, 'http_tokens'];
  const reading = readText(machine, tokens);
  const evidence = showValue(machine, tokens);
  if (reading.text === 'required') return fine;
  const endpoint = [...path, 'http_endpoint'];
  const openEndpoint = read(machine, endpoint).state === 'unknown' && isWritten(expressionAt(world.configured(machine), endpoint));
  if (reading.state === 'unknown') {
    const fact = uncertain('http_tokens is known after apply', evidence);
    return isWritten(expressionAt(world.configured(machine), tokens)) ? fact : byDefault(world, fact);
  }
  if (openEndpoint) return uncertain('whether the metadata can be reached is known after apply', showValue(machine, endpoint));
  const fault = failing(`http_tokens is ${reading.text ?? 'not set'}; want required`, evidence);
  return reading.state === 'absent' ? byDefault(world, fault) : fault;
}

/** What the account asks for where nobody says anything. */
function byDefault(world: World, otherwise: Fact): Fact {
  const defaults = world.ofType(defaultType);
  const states = defaults.map((one) => readText(one, ['http_tokens']));
  if (states.some(({ text }) => text === 'required')) return fine;
  const open = defaults.find((_, index) => states[index]?.state === 'unknown');
  return open ? uncertain('what the account asks for is known after apply', `${open.address}: ${showValue(open, ['http_tokens'])}`) : otherwise;
}

function judgeGroup(world: World, group: Resource): Fact {
  const blocks = readBlocks(group, [template]);
  const evidence = showValue(group, [template]);
  if (blocks === 'unknown') return uncertain(`${template} is known after apply`, evidence);
  if (blocks.length === 0) return failing('the node group names no launch template that asks for tokens', evidence);
  return templatesOf(world, group).length > 0 ? fine : uncertain('the launch template is not in this plan', evidence);
}
