/** Builds plans in the shape of `terraform show -json`, for tables of cases. */
import { bytesSource, everything, type Plan, readPlan } from '@slipway/terraform/plan';

type Json = Record<string, unknown>;

/** One resource of a plan; the address may hold modules and keys. */
export interface ResourceSpec {
  readonly address: string;
  /** Configured and known values. */
  readonly after?: Json | null;
  readonly unknown?: Json | true;
  readonly before?: Json | null;
  readonly actions?: readonly string[];
  /** Attribute → expression. */
  readonly expressions?: Json;
  readonly forEach?: unknown;
  readonly sensitive?: Json;
  readonly providerKey?: string;
  /** More keys of the change's entry: deposed, previous_address, mode. */
  readonly more?: Json;
  /** More keys of `change`: importing. */
  readonly change?: Json;
}

/** A module's call and outputs, by its path without keys: `module.kms`. */
export interface ModuleSpec {
  readonly expressions?: Json;
  readonly outputs?: Json;
  readonly forEach?: unknown;
}

/** A plan's parts. */
export interface PlanSpec {
  readonly resources?: readonly ResourceSpec[];
  readonly modules?: Readonly<Record<string, ModuleSpec>>;
  readonly data?: readonly { address: string; values: Json }[];
  readonly top?: Json;
}

/** A reference as Terraform writes it: the longest first, then each shorter one. */
export function ref(...targets: string[]): { references: string[] } {
  return { references: targets.flatMap(prefixes) };
}

/** A literal of the configuration. */
export function constant(value: unknown): { constant_value: unknown } {
  return { constant_value: value };
}

function prefixes(target: string): string[] {
  const parts = target.match(/[^.[]+|\["[^"]*"\]|\[\d+\]/g) ?? [];
  const least = parts[0] === 'module' || /^(var|local|each|count|path|terraform)$/.test(parts[0] ?? '') ? 2 : parts[0] === 'data' ? 3 : 2;
  const result: string[] = [];
  for (let length = parts.length; length >= least; length -= 1) {
    result.push(parts.slice(0, length).reduce((text, part) => (text === '' || part.startsWith('[') ? text + part : `${text}.${part}`), ''));
  }
  return result;
}

interface Address {
  readonly modules: readonly string[];
  readonly moduleAddress: string;
  readonly type: string;
  readonly name: string;
  readonly index: string | number | undefined;
}

function parse(address: string): Address {
  const match = /^((?:module\.[^.[]+(?:\[[^\]]*\])?\.)*)(?:data\.)?([^.]+)\.([^.[]+)(?:\[(.*)\])?$/.exec(address);
  if (!match) throw new Error(`no address: ${address}`);
  const [, modules = '', type = '', name = '', key] = match;
  const names = [...modules.matchAll(/module\.([^.[]+)/g)].map(([, one = '']) => one);
  return { modules: names, moduleAddress: modules.replace(/\.$/, ''), type, name, index: key === undefined ? undefined : (JSON.parse(key) as string | number) };
}

function changeOf(spec: ResourceSpec): Json {
  const { moduleAddress, type, name, index } = parse(spec.address);
  const actions = spec.actions ?? ['create'];
  const after = spec.after === undefined ? (actions.every((one) => one === 'delete' || one === 'forget') ? null : {}) : spec.after;
  const before = spec.before === undefined ? (actions.includes('no-op') ? after : null) : spec.before;
  return {
    address: spec.address,
    ...(moduleAddress ? { module_address: moduleAddress } : {}),
    mode: 'managed',
    type,
    name,
    ...(index === undefined ? {} : { index }),
    provider_name: 'registry.terraform.io/hashicorp/aws',
    ...spec.more,
    change: {
      actions,
      before,
      after,
      after_unknown: spec.unknown ?? (actions.includes('create') ? { arn: true, id: true } : {}),
      before_sensitive: before === null ? false : {},
      after_sensitive: spec.sensitive ?? {},
      ...spec.change,
    },
  };
}

interface ModuleNode {
  outputs?: Json;
  resources: Json[];
  module_calls: Record<string, Json & { module: ModuleNode }>;
}

/** The block of a resource; of a data source only where it has expressions. */
function blockOf(resource: ResourceSpec): Json | undefined {
  const { type, name } = parse(resource.address);
  const data = resource.more?.['mode'] === 'data';
  if (data && !resource.expressions) return undefined;
  return {
    address: data ? `data.${type}.${name}` : `${type}.${name}`,
    mode: data ? 'data' : 'managed',
    type,
    name,
    provider_config_key: resource.providerKey ?? 'aws',
    expressions: resource.expressions ?? {},
    schema_version: 0,
    ...(resource.forEach === undefined ? {} : { for_each_expression: resource.forEach }),
  };
}

function configurationOf(spec: PlanSpec): Json {
  const root: ModuleNode = { resources: [], module_calls: {} };
  const moduleAt = (path: readonly string[]): ModuleNode => {
    let node = root;
    for (const name of path) {
      node.module_calls[name] ??= { source: `./modules/${name}`, module: { resources: [], module_calls: {} } };
      node = node.module_calls[name].module;
    }
    return node;
  };
  for (const resource of spec.resources ?? []) {
    const block = blockOf(resource);
    const node = moduleAt(parse(resource.address).modules);
    if (block && !node.resources.some(({ address }) => address === block['address'])) node.resources.push(block);
  }
  for (const [path, module] of Object.entries(spec.modules ?? {})) {
    const names = [...path.matchAll(/module\.([^.]+)/g)].map(([, one = '']) => one);
    moduleAt(names).outputs = Object.fromEntries(Object.entries(module.outputs ?? {}).map(([name, expression]) => [name, { expression }]));
    const call = moduleAt(names.slice(0, -1)).module_calls[names.at(-1) ?? ''];
    Object.assign(call ?? {}, { expressions: module.expressions ?? {} }, module.forEach === undefined ? {} : { for_each_expression: module.forEach });
  }
  return { provider_config: { aws: { name: 'aws', full_name: 'registry.terraform.io/hashicorp/aws' } }, root_module: root };
}

/** The plan as an object, keys in Terraform's order. */
export function planJson(spec: PlanSpec): Json {
  const changes = (spec.resources ?? []).map(changeOf);
  const data = (spec.data ?? []).map(({ address, values }) => ({ address, mode: 'data', type: parse(address).type, name: parse(address).name, values }));
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    variables: { environment: { value: 'sandbox-apps' } },
    planned_values: { root_module: { resources: changes.map((change) => ({ address: change['address'], values: (change['change'] as Json)['after'] })) } },
    resource_changes: changes,
    prior_state: { format_version: '1.0', terraform_version: '1.11.4', values: { root_module: { resources: data } } },
    configuration: configurationOf(spec),
    timestamp: '2026-11-21T12:00:00Z',
    applyable: true,
    complete: true,
    errored: false,
    ...spec.top,
  };
}

/** The plan as the reader gives it. */
export function planOf(spec: PlanSpec): Plan {
  return readPlan(bytesSource(Buffer.from(JSON.stringify(planJson(spec)))), everything);
}
