/** Instances have no public address and stand in private subnets. */
import { type Path, readBlocks, readFlag, readText, showValue } from '../../plan-facts/attributes.ts';
import { bastionReads, isCalledBastion } from '../../plan-facts/bastions.ts';
import { expressionAt, isWritten } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { subnetReads } from '../../plan-facts/subnets.ts';
import { judgePrivateSubnets } from '../../plan-facts/tier-facts.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementByCompanions, type Rule } from '../../rule.ts';
import { optaPrivate, systemPrivate } from './sources.ts';

const flagName = 'associate_public_ip_address';

/** `bastion` says whether the bastion is judged as well. */
export const ec2Private: Rule = {
  id: 'ec2-private',
  what: 'instances have no public address and stand in private subnets',
  why: [optaPrivate, systemPrivate],
  severity: 'error',
  profiles: ['opta', 'sysdesign2', 'strict'],
  remedy: 'resource "aws_instance" "worker" {\n  associate_public_ip_address = false\n  subnet_id                   = aws_subnet.private["a"].id\n}',
  fails: 'resource "aws_instance" "worker" {\n  associate_public_ip_address = true\n  subnet_id                   = aws_subnet.public["a"].id\n}',
  parameters: {
    bastion: {
      kind: 'choice',
      title: 'whether a bastion is exempt',
      words: ['exempt', 'judged'],
      byProfile: { opta: 'judged', sysdesign2: 'exempt', strict: 'judged' },
    },
  },
  reads: {
    ...subnetReads,
    aws_instance: [...bastionReads, flagName, 'subnet_id', 'network_interface', 'primary_network_interface'],
    aws_launch_template: [...bastionReads, 'network_interfaces'],
  },
  judge: (world, { bastion }) => {
    const judged = (type: string) => world.ofType(type).filter((resource) => bastion !== 'exempt' || !isCalledBastion(resource));
    return [
      ...judged('aws_instance').map((instance) => judgementByCompanions(instance, ...judgeInstance(world, instance))),
      ...judged('aws_launch_template').map((template) => judgementByCompanions(template, ...judgeTemplate(world, template))),
    ];
  },
};

/** An instance on a network interface of its own has its subnet there, where public-subnet-lb-only finds it. */
function judgeInstance(world: World, instance: Resource): Fact[] {
  const apart = [...blocksOf(instance, 'network_interface'), ...blocksOf(instance, 'primary_network_interface')];
  const subnet = apart.length > 0 && readText(instance, ['subnet_id']).text === undefined ? fine : judgeSubnet(world, instance, ['subnet_id']);
  return [judgeAddress(world, instance, [flagName], subnet), subnet];
}

function blocksOf(instance: Resource, name: string): readonly Path[] {
  const configured = readBlocks(instance, [name]);
  return configured === 'unknown' ? [] : configured;
}

function judgeSubnet(world: World, resource: Resource, path: Path): Fact {
  if (readText(resource, path).state === 'absent') return failing('subnet_id is not set: the default VPC is used', showValue(resource, path));
  return judgePrivateSubnets(world, resource, path);
}

/** An address that is not asked for is the subnet's to decide, and a private one gives none. */
function judgeAddress(world: World, resource: Resource, path: Path, subnet: Fact): Fact {
  const flag = readFlag(resource, path);
  const evidence = showValue(resource, path);
  if (flag === 'true') return failing('it asks for a public address', evidence);
  if (flag !== 'unknown') return fine;
  if (!isWritten(expressionAt(world.configured(resource), path))) return subnet.verdict === 'pass' ? fine : subnet;
  return uncertain(`${flagName} is known after apply`, evidence);
}

function judgeTemplate(world: World, template: Resource): Fact[] {
  const blocks = readBlocks(template, ['network_interfaces']);
  if (blocks === 'unknown') return [uncertain('network_interfaces is known after apply', showValue(template, ['network_interfaces']))];
  return blocks.flatMap((path) => {
    const subnetPath = [...path, 'subnet_id'];
    // Without a subnet here, whoever uses the template chooses it.
    const subnet = readText(template, subnetPath).state === 'absent' ? fine : judgePrivateSubnets(world, template, subnetPath);
    return [judgeAddress(world, template, [...path, flagName], subnet), subnet];
  });
}
