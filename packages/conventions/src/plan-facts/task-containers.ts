/** The containers of ECS task definitions, which are JSON in a text. */
import { isMap, type Values } from '@slipway/terraform/plan';
import { readText } from './attributes.ts';
import type { Resource } from './world.ts';

/** The containers of a task definition; `unknown` where the text is known after apply or cannot be read. */
export function taskContainers(definition: Resource): readonly Values[] | 'unknown' {
  const { text } = readText(definition, ['container_definitions']);
  if (text === undefined) return 'unknown';
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(isMap) ? value : 'unknown';
  } catch {
    return 'unknown';
  }
}
