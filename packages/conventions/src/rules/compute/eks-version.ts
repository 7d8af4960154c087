/** Clusters and their nodes run a version that somebody chose, and never go back. */
import { readText, showValue } from '../../plan-facts/attributes.ts';
import { clusterOf, clusterOfReads } from '../../plan-facts/cluster-of.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import { compareVersions, parseVersion } from '../../plan-facts/versions.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, type Rule } from '../../rule.ts';
import { optaVersion } from './sources.ts';

/** The floor is the document's; people raise it in the conventions file. */
export const eksVersion: Rule = {
  id: 'eks-version',
  what: 'EKS versions are pinned, new enough, never lowered, and nodes are not ahead of their cluster',
  why: [optaVersion],
  severity: 'warn',
  profiles: ['opta', 'strict'],
  remedy: 'version = "1.33"',
  fails: 'version = "1.17"',
  parameters: { floor: { kind: 'version', title: 'the lowest version that passes', fallback: '1.18' } },
  reads: { aws_eks_cluster: ['version', ...clusterOfReads.aws_eks_cluster], aws_eks_node_group: ['version', ...clusterOfReads.aws_eks_node_group] },
  judge: (world, { floor }) =>
    ['aws_eks_cluster', 'aws_eks_node_group'].flatMap((type) =>
      world.ofType(type).map((resource): Judgement => {
        const version = versionOf(world, resource);
        const facts = version === undefined ? [withoutVersion(resource)] : judgeVersion(world, resource, version, String(floor));
        return { resource, address: resource.address, facts, byCompanions: type === 'aws_eks_node_group' };
      }),
    ),
};

/** As it is told, or that of the cluster that it refers to. */
function versionOf(world: World, resource: Resource): string | undefined {
  const reading = readText(resource, ['version']);
  if (reading.state !== 'unknown') return reading.text;
  const leaves = leavesOf(world, resource, ['version']);
  const [only, second] = leaves.flatMap(({ type, attribute, instances }) => (type === 'aws_eks_cluster' && attribute === 'version' ? instances : []));
  return only && !second && leaves.length === 1 ? readText(only, ['version']).text : undefined;
}

function withoutVersion(resource: Resource): Fact {
  const evidence = showValue(resource, ['version']);
  if (readText(resource, ['version']).state === 'unknown') return uncertain('version is known after apply', evidence);
  return failing('version is not set: AWS takes the newest of the day', evidence);
}

function judgeVersion(world: World, resource: Resource, text: string, floor: string): Fact[] {
  const evidence = `version = ${JSON.stringify(text)}`;
  const version = parseVersion(text);
  if (!version) return [failing('version is no version of Kubernetes', evidence)];
  const facts: Fact[] = [];
  if (compareVersions(version, parseVersion(floor) ?? []) < 0) facts.push(failing(`version is ${text}; want ${floor} at least`, evidence));
  const before = world.phase === 'after' ? resource.change.before?.['version'] : undefined;
  const old = parseVersion(String(before ?? ''));
  if (old && compareVersions(version, old) < 0) facts.push(failing(`version goes back from ${String(before)} to ${text}`, evidence));
  const ahead = resource.type === 'aws_eks_node_group' ? judgeAhead(world, resource, version) : undefined;
  return ahead ? [...facts, ahead] : [...facts, fine];
}

/** A cluster whose version is not told says so itself. */
function judgeAhead(world: World, group: Resource, version: readonly number[]): Fact | undefined {
  const cluster = clusterOf(world, group);
  const text = cluster ? versionOf(world, cluster) : undefined;
  const own = parseVersion(text ?? '');
  if (!cluster || !own || compareVersions(version, own) <= 0) return undefined;
  return failing(`the nodes are ahead of ${cluster.address}, which has ${text}`, showValue(group, ['version']));
}
