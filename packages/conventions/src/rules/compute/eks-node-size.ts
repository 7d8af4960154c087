/** Nodes are large enough. */
import { type Path, read, readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { expressionAt, isWritten } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { instanceSize } from '../../plan-facts/instance-sizes.ts';
import { templatesOf } from '../../plan-facts/node-roles.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, type Parameters, type Rule } from '../../rule.ts';
import { mediationNodes } from './sources.ts';

interface Wanted {
  readonly vcpus: number;
  readonly gib: number;
}

/** A group without types of its own takes that of its launch template. */
export const eksNodeSize: Rule = {
  id: 'eks-node-size',
  what: 'EKS nodes are as large as m5.large at least',
  why: [mediationNodes],
  severity: 'warn',
  profiles: ['mz', 'strict'],
  remedy: 'instance_types = ["m5.large"]',
  fails: 'instance_types = ["t3.medium"]',
  parameters: {
    vcpus: { kind: 'number', title: 'vCPUs at least; by the size word: large 2, xlarge 4, 2xlarge 8 and so on', byProfile: { mz: 2, strict: 2 }, fallback: 2 },
    'memory-gib': {
      kind: 'number',
      title: 'GiB of memory at least; by the family: c and a have 2 a vCPU, m and t 4, r, z and i 8, x 16',
      byProfile: { mz: 8, strict: 8 },
      fallback: 8,
    },
  },
  reads: { aws_eks_node_group: ['instance_types', 'launch_template'], aws_launch_template: ['id', 'name', 'instance_type'] },
  judge: (world, parameters) =>
    world
      .ofType('aws_eks_node_group')
      .map((group): Judgement => ({ resource: group, address: group.address, facts: judgeGroup(world, group, wantedOf(parameters)), byCompanions: true })),
};

function wantedOf(parameters: Parameters): Wanted {
  return { vcpus: Number(parameters['vcpus']), gib: Number(parameters['memory-gib']) };
}

function judgeGroup(world: World, group: Resource, wanted: Wanted): Fact[] {
  const path = ['instance_types'];
  const types = readBlocks(group, path);
  if (types === 'unknown' && isWritten(expressionAt(world.configured(group), path))) return [notTold(group, path)];
  if (types !== 'unknown' && types.length > 0) return types.map((one) => judgeType(group, one, wanted));
  const templates = templatesOf(world, group);
  if (templates.length === 0) return [uncertain('nothing in this plan tells the type of the nodes', showValue(group, path))];
  return templates.map((template) => judgeType(template, ['instance_type'], wanted));
}

function notTold(resource: Resource, path: Path): Fact {
  return uncertain('the type of the nodes is known after apply', `${resource.address}: ${showValue(resource, path)}`);
}

function judgeType(resource: Resource, path: Path, { vcpus, gib }: Wanted): Fact {
  const { text } = readText(resource, path);
  if (text === undefined) {
    const absent = read(resource, path).state === 'absent';
    return absent
      ? uncertain('nothing in this plan tells the type of the nodes', `${resource.address}: ${showValue(resource, path)}`)
      : notTold(resource, path);
  }
  const size = instanceSize(text);
  const evidence = `${resource.address}: ${showValue(resource, path)}`;
  if (!size) return uncertain(`nothing tells the size of ${text}`, evidence);
  if (size.vcpus >= vcpus && size.gib >= gib) return fine;
  const message = `${text} has ${size.vcpus} vCPUs and ${size.gib} GiB by its name; want ${vcpus} and ${gib} at least`;
  const less = (size.exactVcpus && size.vcpus < vcpus) || (size.exactGib && size.gib < gib);
  return less ? failing(message, evidence) : uncertain(message, evidence);
}
