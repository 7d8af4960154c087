/** Reads the configuration: which expression gives each attribute its value, module by module. */
import type { JsonCursor } from './cursor.ts';
import { moduleDepthLimit } from './prior-state.ts';
import { isMap, nothing, projectValues } from './projection.ts';
import type { ConfiguredModule, ConfiguredProvider, ConfiguredResource, Expression, ModuleCall, PlanSelection, Values } from './types.ts';
import { eachElement, eachMember } from './walk.ts';

/** The configuration of a plan that has none. */
export const emptyModule: ConfiguredModule = { path: '', resources: new Map(), calls: new Map(), outputs: new Map(), variables: new Map() };

/** What `configuration` gives. */
export interface Configuration {
  readonly module: ConfiguredModule;
  readonly providers: ReadonlyMap<string, ConfiguredProvider>;
}

/** Reads `configuration` at the cursor. */
export function readConfiguration(cursor: JsonCursor, selection: PlanSelection): Configuration {
  let module = emptyModule;
  const providers = new Map<string, ConfiguredProvider>();
  eachMember(cursor, (key) => {
    if (key === 'root_module') module = readModule(cursor, selection, '', 0);
    else if (key === 'provider_config') eachMember(cursor, (name) => void providers.set(name, toProvider(name, cursor.value())));
    else cursor.skip();
  });
  return { module, providers };
}

function readModule(cursor: JsonCursor, selection: PlanSelection, path: string, depth: number): ConfiguredModule {
  if (depth > moduleDepthLimit) throw cursor.fail(`modules are nested more than ${moduleDepthLimit} deep`);
  const resources = new Map<string, ConfiguredResource>();
  const calls = new Map<string, ModuleCall>();
  const outputs = new Map<string, Expression>();
  const variables = new Map<string, unknown>();
  eachMember(cursor, (key) => {
    if (key === 'resources') eachElement(cursor, () => addResource(cursor, selection, resources));
    else if (key === 'module_calls') eachMember(cursor, (name) => void calls.set(name, readCall(cursor, selection, name, path, depth)));
    else if (key === 'outputs') eachMember(cursor, (name) => void outputs.set(name, outputExpression(cursor.value())));
    else if (key === 'variables') eachMember(cursor, (name) => void variables.set(name, cursor.value()));
    else cursor.skip();
  });
  return { path, resources, calls, outputs, variables };
}

function readCall(cursor: JsonCursor, selection: PlanSelection, name: string, parent: string, depth: number): ModuleCall {
  const other: Record<string, unknown> = {};
  let module = emptyModule;
  const path = parent === '' ? `module.${name}` : `${parent}.module.${name}`;
  eachMember(cursor, (key) => {
    if (key === 'module') module = readModule(cursor, selection, path, depth + 1);
    else other[key] = cursor.value();
  });
  return {
    name,
    source: typeof other['source'] === 'string' ? other['source'] : '',
    versionConstraint: typeof other['version_constraint'] === 'string' ? other['version_constraint'] : undefined,
    expressions: isMap(other['expressions']) ? other['expressions'] : nothing,
    forEach: other['for_each_expression'],
    count: other['count_expression'],
    module,
  };
}

function addResource(cursor: JsonCursor, selection: PlanSelection, resources: Map<string, ConfiguredResource>): void {
  const block = cursor.value();
  if (!isMap(block)) throw cursor.fail('a resource of the configuration that is no map');
  const { type, name } = block;
  if (typeof type !== 'string' || typeof name !== 'string') throw cursor.fail('a resource of the configuration without type and name');
  const wanted = selection.attributes(type);
  if (!wanted) return;
  const mode = block['mode'] === 'data' ? 'data' : 'managed';
  resources.set(mode === 'data' ? `data.${type}.${name}` : `${type}.${name}`, {
    mode,
    type,
    name,
    providerKey: typeof block['provider_config_key'] === 'string' ? block['provider_config_key'] : '',
    expressions: projectValues(block['expressions'], wanted) ?? nothing,
    forEach: block['for_each_expression'],
    count: block['count_expression'],
  });
}

function outputExpression(output: unknown): Expression {
  return isMap(output) ? output['expression'] : undefined;
}

function toProvider(key: string, value: unknown): ConfiguredProvider {
  const block: Values = isMap(value) ? value : nothing;
  return {
    key,
    name: typeof block['name'] === 'string' ? block['name'] : key,
    alias: typeof block['alias'] === 'string' ? block['alias'] : undefined,
    expressions: isMap(block['expressions']) ? block['expressions'] : nothing,
  };
}
