/** Bastions: the machines through which people come in. */
import { readText } from './attributes.ts';
import { child, type Resource } from './world.ts';

const word = /(?:^|[^a-z])(bastion|jump-?_?host)(?:s|[^a-z]|$)/;

/** True where the name, a tag or the resource's own name says bastion or jumphost. */
export function isCalledBastion(resource: Resource): boolean {
  const tags = [resource.values['tags'], resource.values['tags_all']].flatMap((map) => ['Name', 'Role', 'Purpose'].map((name) => child(map, name)));
  const names = ['name', 'name_prefix', 'description'].map((name) => readText(resource, [name]).text);
  const { name, index } = resource.change;
  return [...tags, ...names, name, index].some((text) => typeof text === 'string' && word.test(text.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()));
}

/** What telling a bastion reads of any resource. */
export const bastionReads: readonly string[] = ['name', 'name_prefix', 'description', 'tags', 'tags_all'];
