/** Nodes run images that AWS manages and keeps current. */
import { readFlag, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { isLiteral } from '../../plan-facts/literals.ts';
import { templatesOf } from '../../plan-facts/node-roles.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementOf, type Rule } from '../../rule.ts';

/** What a node group runs is told at the group; what a template does with its versions, at the template. */
export const eksNodeAmi: Rule = {
  id: 'eks-node-ami',
  what: 'EKS node groups run managed images that are kept current',
  why: [
    {
      document: 'banklitex-deployment-guideline',
      sentence: 'Software patches and upgrades … EKS nodes AMI patches … HOWTO upgrade AMI latest version for EKS managed node group',
    },
  ],
  severity: 'info',
  profiles: ['bank', 'strict'],
  remedy: 'ami_type = "AL2023_x86_64_STANDARD"',
  fails: 'ami_type        = "AL2023_x86_64_STANDARD"\nrelease_version = "1.33.0-20250601"',
  reads: {
    aws_eks_node_group: ['ami_type', 'release_version', 'launch_template'],
    aws_launch_template: ['id', 'name', 'image_id', 'update_default_version'],
  },
  judge: (world) => {
    const groups = world.ofType('aws_eks_node_group');
    const templates = new Set(groups.flatMap((group) => templatesOf(world, group)));
    return [
      ...groups.map((group): Judgement => ({ resource: group, address: group.address, facts: judgeGroup(world, group), byCompanions: true })),
      ...[...templates].map((template) => judgementOf(template, judgeDefault(template))),
    ];
  },
};

function judgeGroup(world: World, group: Resource): Fact[] {
  const type = readText(group, ['ami_type']);
  const facts = [judgeType(group, type), judgeRelease(world, group)];
  for (const template of templatesOf(world, group)) {
    const evidence = `${template.address}: ${showValue(template, ['image_id'])}`;
    if (isLiteral(world, template, ['image_id'])) facts.push(failing(`${template.address} names one image, which nobody keeps current`, evidence));
  }
  return facts;
}

function judgeType(group: Resource, { state, text }: ReturnType<typeof readText>): Fact {
  const evidence = showValue(group, ['ami_type']);
  if (state === 'unknown') return uncertain('ami_type is known after apply', evidence);
  return text?.toUpperCase() === 'CUSTOM' ? failing('ami_type is CUSTOM: AWS does not manage the image', evidence) : fine;
}

/** A release that is worked out, or that the provider read back, moves on. */
function judgeRelease(world: World, group: Resource): Fact {
  if (!isLiteral(world, group, ['release_version'])) return fine;
  return failing('release_version is written out, so that the image is not kept current', showValue(group, ['release_version']));
}

function judgeDefault(template: Resource): Fact {
  const path = ['update_default_version'];
  const flag = readFlag(template, path);
  if (flag === 'unknown') return uncertain('update_default_version is known after apply', showValue(template, path));
  return flag === 'false' ? failing('new versions of the template do not become its default', showValue(template, path)) : fine;
}
