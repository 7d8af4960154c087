/** Which resources AWS Backup keeps: a selection names ARNs, patterns of them, or tags. */
import { readBlocks, readText } from './attributes.ts';
import { leavesOf } from './references.ts';
import { child, type Resource, type World } from './world.ts';

const selectionType = 'aws_backup_selection';

/** What is read of selections. */
export const selectionReads: Readonly<Record<string, readonly string[]>> = {
  [selectionType]: ['resources', 'selection_tag', 'not_resources', 'condition'],
};

/** Whether a selection of this plan takes the resource. @param kind service and part of its ARN: `rds:db` */
export function selectedForBackup(world: World, resource: Resource, kind: string): 'yes' | 'no' | 'unknown' {
  const answers = world.ofType(selectionType).map((selection) => selects(world, selection, resource, kind));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

function selects(world: World, selection: Resource, resource: Resource, kind: string): 'yes' | 'no' | 'unknown' {
  const byTag = readBlocks(selection, ['selection_tag']);
  const tagged =
    byTag !== 'unknown' && byTag.some((path) => hasTag(resource, readText(selection, [...path, 'key']).text, readText(selection, [...path, 'value']).text));
  if (tagged || leavesOf(world, selection, ['resources']).some(({ instances }) => instances.includes(resource))) return 'yes';
  const lists = readBlocks(selection, ['resources']);
  const readings = lists === 'unknown' ? [] : lists.map((path) => readText(selection, path));
  const arn = readText(resource, ['arn']).text;
  if (readings.some(({ text }) => text !== undefined && (text === arn || takesAll(text, kind)))) return 'yes';
  return lists === 'unknown' || byTag === 'unknown' || readings.some(({ state }) => state === 'unknown') ? 'unknown' : 'no';
}

/** `*`, or every ARN of the kind. */
function takesAll(pattern: string, kind: string): boolean {
  const [service, part] = kind.split(':');
  const [, , named, , , ...rest] = pattern.split(':');
  return pattern === '*' || (named === service && ['*', `${part}/*`, `${part}:*`].includes(rest.join(':')));
}

function hasTag(resource: Resource, key: string | undefined, value: string | undefined): boolean {
  return key !== undefined && ['tags', 'tags_all'].some((map) => child(resource.values[map], key) === value);
}
