/** Writes a draft as `terraform show -json` writes a plan. */
import { type Block, Draft, type Json, type Spot } from './draft.ts';

/** What a plan holds besides its blocks. */
export interface Around {
  readonly variables?: Json;
  readonly providerConfig?: Json;
  /** Data sources of prior_state. */
  readonly data?: readonly Json[];
  readonly top?: Json;
}

const provider = 'registry.terraform.io/hashicorp/aws';

/** The plan as an object, keys in Terraform's order. */
export function assemble(draft: Draft, around: Around = {}): Json {
  const entries = draft.blocks.flatMap((block) => block.spots.map(({ spot, change }) => ({ block, spot, change })));
  const planned = entries.filter(({ change }) => change.after !== null);
  const old = entries.filter(({ change }) => change.before !== null);
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    variables: { environment: { value: 'sandbox-apps' }, ...around.variables },
    planned_values: { outputs: {}, root_module: stateOf(planned.map(({ block, spot, change }) => ({ block, spot, values: change.after }))) },
    resource_changes: draft.random.shuffled(entries).map(({ block, spot, change }) => ({
      ...head(block, spot),
      ...change.more,
      provider_name: provider,
      change: {
        actions: change.actions,
        before: change.before,
        after: change.after,
        after_unknown: change.unknown,
        before_sensitive: change.before === null ? false : {},
        after_sensitive: {},
        ...(change.importing ? { importing: { id: spot.address } } : {}),
      },
    })),
    prior_state: {
      format_version: '1.0',
      terraform_version: '1.11.4',
      values: { root_module: withData(stateOf(old.map(({ block, spot, change }) => ({ block, spot, values: change.before }))), around.data ?? []) },
    },
    configuration: { provider_config: { aws: { name: 'aws', full_name: provider }, ...around.providerConfig }, root_module: configurationOf(draft) },
    relevant_attributes: [],
    timestamp: '2026-11-21T12:00:00Z',
    applyable: true,
    complete: true,
    errored: false,
    ...around.top,
  };
}

function head({ type, name }: Block, { address, moduleAddress, key }: Spot): Json {
  return {
    address,
    ...(moduleAddress === '' ? {} : { module_address: moduleAddress }),
    mode: 'managed',
    type,
    name,
    ...(key === undefined ? {} : { index: key }),
  };
}

interface StateModule {
  address?: string;
  resources: Json[];
  child_modules: StateModule[];
}

/** A tree of modules with the values of their resources. */
function stateOf(entries: readonly { block: Block; spot: Spot; values: Json | null }[]): StateModule {
  const root: StateModule = { resources: [], child_modules: [] };
  const known = new Map<string, StateModule>([['', root]]);
  const moduleAt = (address: string): StateModule => {
    const found = known.get(address);
    if (found) return found;
    const parent = address.replace(/\.?module\.[^.[]+(\[[^\]]*\])?$/, '');
    const module: StateModule = { address, resources: [], child_modules: [] };
    moduleAt(parent).child_modules.push(module);
    known.set(address, module);
    return module;
  };
  for (const { block, spot, values } of entries)
    moduleAt(spot.moduleAddress).resources.push({ ...head(block, spot), provider_name: provider, schema_version: 0, values, sensitive_values: {} });
  return root;
}

function withData(root: StateModule, data: readonly Json[]): StateModule {
  return { ...root, resources: [...root.resources, ...data] };
}

interface ConfiguredModule {
  outputs: Json;
  resources: Json[];
  module_calls: Record<string, Json & { module: ConfiguredModule }>;
  variables: Json;
}

const empty = (): ConfiguredModule => ({ outputs: {}, resources: [], module_calls: {}, variables: {} });

function configurationOf(draft: Draft): ConfiguredModule {
  const root = empty();
  const moduleAt = (names: readonly string[]): ConfiguredModule => {
    let module = root;
    names.forEach((name, depth) => {
      const path = Draft.path(names.slice(0, depth + 1));
      module.module_calls[name] ??= {
        source: `./modules/${name}`,
        expressions: draft.arguments.get(path) ?? {},
        ...(name === 'team' ? { for_each_expression: { references: ['var.teams'] } } : {}),
        ...(path === 'module.team.module.deep' ? { count_expression: { constant_value: 1 } } : {}),
        module: empty(),
      };
      module = module.module_calls[name].module;
      for (const variable of Object.keys(draft.arguments.get(path) ?? {})) module.variables[variable] = {};
    });
    return module;
  };
  for (const block of draft.blocks) moduleAt(block.place.names).resources.push(blockOf(block));
  for (const [path, outputs] of draft.outputs) {
    const names = [...path.matchAll(/module\.([^.]+)/g)].map(([, name = '']) => name);
    moduleAt(names).outputs = Object.fromEntries(Object.entries(outputs).map(([name, expression]) => [name, { expression }]));
  }
  return root;
}

function blockOf({ type, name, expressions, forEach, keys, place }: Block): Json {
  const key = place.names.length === 0 ? 'aws' : `${place.names.join('.')}:aws`;
  const repeated =
    keys === undefined ? {} : typeof keys[0] === 'number' ? { count_expression: { constant_value: keys.length } } : { for_each_expression: forEach ?? {} };
  return { address: `${type}.${name}`, mode: 'managed', type, name, provider_config_key: key, expressions, schema_version: 1, ...repeated };
}
