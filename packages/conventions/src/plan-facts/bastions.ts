/** Bastions: the machines through which people come in. */

import { isMap } from '@slipway/terraform/plan';
import { readText } from './attributes.ts';
import { splitWords } from './words.ts';
import type { Resource } from './world.ts';

const word = /(?:^|[^a-z])(bastion|jump-?_?host)(?:s|[^a-z]|$)/;

/** True where the name, a tag or the resource's own name says bastion or jumphost. */
export function isCalledBastion(resource: Resource): boolean {
  const tags = [resource.values['tags'], resource.values['tags_all']].flatMap((map) => (isMap(map) ? Object.values(map) : []));
  const names = ['name', 'name_prefix'].map((name) => readText(resource, [name]).text);
  const { name, index } = resource.change;
  return [...tags, ...names, name, index].some((text) => typeof text === 'string' && word.test(splitWords(text)));
}

/** What telling a bastion reads of any resource. */
export const bastionReads: readonly string[] = ['name', 'name_prefix', 'tags', 'tags_all'];
