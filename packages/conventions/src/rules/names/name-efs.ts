/** The disk of the workflows. */
import { diskName, parseDiskName } from '../../names.ts';
import { isSensitive, read, readText, showValue } from '../../plan-facts/attributes.ts';
import { clusterNames, clusterReads } from '../../plan-facts/clusters.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';

/** The name is the tag Name, or the creation token where there is no such tag. */
export const nameEfs: Rule = {
  id: 'name-efs',
  what: 'file systems are named <cluster>-efs-disk',
  why: [{ document: 'mediationzone-on-aws', sentence: 'the EFS resource is given the name "[EKS-CLUSTER-ANME]-efs-disk".' }],
  severity: 'warn',
  profiles: ['mz', 'strict'],
  remedy: 'tags = { Name = "$' + '{aws_eks_cluster.this.name}-efs-disk" }',
  fails: 'tags = { Name = "disk" }',
  reads: { ...clusterReads, aws_efs_file_system: ['tags', 'tags_all', 'creation_token'] },
  judge: eachResource(['aws_efs_file_system'], (system, world) => [judgeSystem(system, world)]),
};

const places = [['tags', 'Name'], ['tags_all', 'Name'], ['creation_token']];

function judgeSystem(system: Resource, world: World): Fact {
  const { names, open } = clusterNames(world);
  const wanted = names.flatMap((cluster) => {
    const built = diskName(cluster);
    return built.ok ? [built.name] : [];
  });
  const named = places.filter((path) => readText(system, path).text !== undefined);
  const texts = named.map((path) => readText(system, path).text ?? '');
  const hasForm = (name: string) => parseDiskName(name) !== undefined;
  if (texts.some((name) => (wanted.length === 0 ? !open && hasForm(name) : wanted.includes(name)))) return fine;
  const form = wanted.join(' or ') || '<cluster>-efs-disk';
  const evidence = showValue(system, named[0] ?? ['tags', 'Name']);
  if (open && texts.some(hasForm)) return uncertain('the file system may be named after a cluster whose name is known after apply', evidence);
  const vague = places.some((path) => read(system, path).state === 'unknown');
  if (vague && !named.some(([first]) => first !== 'creation_token')) return uncertain(`the name is known after apply; want ${form}`, evidence);
  const shown = named[0] && isSensitive(system, named[0]) ? 'the name' : JSON.stringify(texts[0]);
  return failing(texts.length === 0 ? `the file system has no name; want ${form}` : `${shown} is not ${form}`, evidence);
}
