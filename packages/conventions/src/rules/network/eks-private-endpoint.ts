/** The API server is reached from inside. */
import { type Path, readBlocks, readFlag, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, judgeOn, uncertain } from '../../plan-facts/flags.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { mediationItem } from '../documents.ts';
import { systemPrivate } from './sources.ts';

const block = 'vpc_config';
const world = new Set(['0.0.0.0/0', '::/0']);

/** `public` says how far the public endpoint may be open: `restricted` to ranges that are not the whole world. */
export const eksPrivateEndpoint: Rule = {
  id: 'eks-private-endpoint',
  what: 'the private endpoint of EKS is on, the public one is off, or open to named ranges where the profile lets it',
  why: [
    mediationItem('VPC Cluster Endpoint'),
    systemPrivate,
    { document: 'opta-aws-architecture', sentence: 'Currently, the EKS cluster is built with a public endpoint for the simple usage' },
  ],
  severity: 'error',
  profiles: ['mz', 'opta', 'sysdesign2', 'strict'],
  remedy: 'vpc_config {\n  endpoint_private_access = true\n  endpoint_public_access  = false\n  subnet_ids              = values(aws_subnet.private)[*].id\n}',
  fails:
    'vpc_config {\n  endpoint_private_access = true\n  endpoint_public_access  = true\n  public_access_cidrs     = ["0.0.0.0/0"]\n  subnet_ids              = values(aws_subnet.private)[*].id\n}',
  parameters: {
    public: {
      kind: 'choice',
      title: 'whether there may be a public endpoint',
      words: ['true', 'restricted', 'false'],
      byProfile: { mz: 'false', opta: 'restricted', sysdesign2: 'false', strict: 'false' },
    },
  },
  reads: { aws_eks_cluster: [block] },
  judge: eachResource(['aws_eks_cluster'], (cluster, _world, parameters) => judgeCluster(cluster, String(parameters['public']))),
};

function judgeCluster(cluster: Resource, allowed: string): Fact[] {
  const blocks = readBlocks(cluster, [block]);
  if (blocks === 'unknown') return [uncertain('vpc_config is known after apply', showValue(cluster, [block]))];
  const path = blocks[0] ?? [block, 0];
  return [judgeOn(cluster, [...path, 'endpoint_private_access']), judgePublic(cluster, path, allowed)];
}

function judgePublic(cluster: Resource, path: Path, allowed: string): Fact {
  if (allowed === 'true') return fine;
  const access = [...path, 'endpoint_public_access'];
  const flag = readFlag(cluster, access);
  if (flag === 'false') return fine;
  const evidence = showValue(cluster, access);
  const ranges = allowed === 'restricted' ? judgeRanges(cluster, path) : undefined;
  if (flag === 'unknown') return ranges?.verdict === 'pass' ? fine : uncertain('endpoint_public_access is known after apply', evidence);
  if (ranges) return ranges;
  return failing(flag === 'absent' ? 'endpoint_public_access is not set: EKS then opens it' : 'the public endpoint is on', evidence);
}

function judgeRanges(cluster: Resource, path: Path): Fact {
  const ranges = [...path, 'public_access_cidrs'];
  const blocks = readBlocks(cluster, ranges);
  const evidence = showValue(cluster, ranges);
  // EKS opens the endpoint to the world where no range is given.
  if (blocks === 'unknown' || blocks.length === 0) return uncertain('the public endpoint is on, and its ranges are known after apply', evidence);
  const readings = blocks.map((one) => readText(cluster, one));
  const open = readings.find(({ text }) => text !== undefined && world.has(text));
  if (open) return failing(`the public endpoint is open to ${open.text}`, evidence);
  return readings.some(({ state }) => state === 'unknown') ? uncertain('a range of the public endpoint is known after apply', evidence) : fine;
}
