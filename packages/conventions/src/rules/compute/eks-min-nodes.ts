/** Node groups have enough nodes, and never fewer. */
import { type Path, readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { mediationNodes } from './sources.ts';

const block = 'scaling_config';

/** Both the least and the wanted number count: a scaler may go down to the least. */
export const eksMinNodes: Rule = {
  id: 'eks-min-nodes',
  what: 'EKS node groups have enough nodes',
  why: [mediationNodes],
  severity: 'error',
  profiles: ['mz', 'strict'],
  remedy: 'scaling_config {\n  min_size     = 3\n  desired_size = 3\n  max_size     = 6\n}',
  fails: 'scaling_config {\n  min_size     = 1\n  desired_size = 3\n  max_size     = 6\n}',
  parameters: { nodes: { kind: 'number', title: 'nodes at least', byProfile: { mz: 3, strict: 3 }, fallback: 3 } },
  reads: { aws_eks_node_group: [block] },
  judge: eachResource(['aws_eks_node_group'], (resource, _world, { nodes }) => {
    const blocks = readBlocks(resource, [block]);
    const evidence = showValue(resource, [block]);
    if (blocks === 'unknown') return [uncertain(`${block} is known after apply`, evidence)];
    const [path] = blocks;
    if (!path) return [failing(`there is no ${block}`, evidence)];
    return ['min_size', 'desired_size'].map((name) => judgeNumber(resource, [...path, name], Number(nodes)));
  }),
};

function judgeNumber(resource: Resource, path: Path, least: number): Fact {
  const reading = readText(resource, path);
  const evidence = showValue(resource, path);
  const name = String(path.at(-1));
  if (reading.state === 'unknown') return uncertain(`${name} is known after apply`, evidence);
  if (reading.text !== undefined && Number(reading.text) >= least) return fine;
  return failing(`${name} is ${reading.text ?? 'not set'}; want ${least} at least`, evidence);
}
