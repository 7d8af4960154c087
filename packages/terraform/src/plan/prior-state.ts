/** Reads the data sources of prior_state; managed resources there are passed over, resource_changes has them. */
import type { JsonCursor } from './cursor.ts';
import { isMap, nothing, projectValues } from './projection.ts';
import type { DataResource, PlanSelection } from './types.ts';
import { eachElement, eachMember } from './walk.ts';

/** Modules nested deeper than this are an attack on the reader, not a platform. */
export const moduleDepthLimit = 200;

const dataWord = Buffer.from('"data"');

/** Reads prior_state at the cursor. */
export function readPriorState(cursor: JsonCursor, selection: PlanSelection): DataResource[] {
  const found: DataResource[] = [];
  eachMember(cursor, (key) => {
    if (key !== 'values') return cursor.skip();
    eachMember(cursor, (part) => (part === 'root_module' ? readModule(cursor, selection, found, 0) : cursor.skip()));
  });
  return found;
}

function readModule(cursor: JsonCursor, selection: PlanSelection, found: DataResource[], depth: number): void {
  if (depth > moduleDepthLimit) throw cursor.fail(`modules are nested more than ${moduleDepthLimit} deep`);
  eachMember(cursor, (key) => {
    if (key === 'resources') eachElement(cursor, () => readResource(cursor, selection, found));
    else if (key === 'child_modules') eachElement(cursor, () => readModule(cursor, selection, found, depth + 1));
    else cursor.skip();
  });
}

function readResource(cursor: JsonCursor, selection: PlanSelection, found: DataResource[]): void {
  const [bytes] = cursor.raw();
  if (!bytes.includes(dataWord)) return;
  const resource: unknown = JSON.parse(bytes.toString('utf8'));
  if (!isMap(resource) || resource['mode'] !== 'data') return;
  const { type, address, name } = resource;
  if (typeof type !== 'string' || typeof address !== 'string') return;
  const wanted = selection.attributes(type);
  if (!wanted) return;
  found.push({ address, type, name: typeof name === 'string' ? name : '', values: projectValues(resource['values'], wanted) ?? nothing });
}
