/** The resources of a plan as they will be, or as they were. A rule sees one of the two worlds and cannot tell which. */
import {
  type ConfiguredModule,
  type ConfiguredResource,
  emptyModule,
  isMap,
  type Marks,
  type Plan,
  type ResourceChange,
  type Values,
} from '@slipway/terraform/plan';
import { type ModuleStep, parseModuleAddress } from './module-address.ts';

/** A managed resource instance in one of the worlds. */
export interface Resource {
  readonly address: string;
  readonly type: string;
  readonly change: ResourceChange;
  readonly values: Values;
  readonly unknown: Marks;
  readonly sensitive: Marks;
}

/** A module instance: where it is configured, and with which keys. */
export interface ModuleInstance {
  readonly address: string;
  readonly configured: ConfiguredModule;
  readonly steps: readonly ModuleStep[];
}

const noMarks: Values = Object.freeze({});

/** A document of rendered Kubernetes YAML; lists are opened before. */
export interface Manifest {
  /** As the step names the file. */
  readonly file: string;
  /** The document's place in its file, from 1. */
  readonly document: number;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly value: Values;
  /** Of a ConfigMap: the YAML that its data holds as text, by key. */
  readonly embedded?: Values;
}

/** The kind of a document that is no Kubernetes object but a configuration of the SFT agent; its name is the file's. */
export const agentKind = 'AgentConfig';

/** What a run knows besides the plan: the conventions file, the environment, the manifests. */
export interface RunFacts {
  /** The only names that `<env>` may be, where the file gives them. */
  readonly environments: readonly string[];
  /** The environment of this plan: the file's word; a plan's variable `environment` is the rule's to read. */
  readonly environment: string | undefined;
  readonly cluster: string | undefined;
  readonly organisation: string | undefined;
  /** Globs of addresses that may be destroyed. */
  readonly statefulDestroy: readonly string[];
  /** TF_WORKSPACE of the step. */
  readonly workspace: string | undefined;
  /** Terraform's backend block, where `.terraform/terraform.tfstate` was given: type and config. */
  readonly backend: { readonly type: string; readonly config: Values } | undefined;
  readonly manifests: readonly Manifest[];
}

/** A run without a file and without manifests. */
export const noFacts: RunFacts = {
  environments: [],
  environment: undefined,
  cluster: undefined,
  organisation: undefined,
  statefulDestroy: [],
  workspace: undefined,
  backend: undefined,
  manifests: [],
};

/** All that a rule may know. */
export class World {
  readonly plan: Plan;
  readonly facts: RunFacts;
  readonly phase: 'before' | 'after';
  readonly #byType = new Map<string, Resource[]>();
  readonly #byName = new Map<string, Map<string, Resource[]>>();
  readonly #modules = new Map<string, ModuleInstance>();
  readonly #blocks = new Map<Resource, ConfiguredResource | null>();

  /** @param phase `after`: what will be, never what is only deleted or forgotten; `before`: what was */
  constructor(plan: Plan, phase: 'before' | 'after', facts: RunFacts = noFacts) {
    this.plan = plan;
    this.phase = phase;
    this.facts = facts;
    for (const change of plan.changes) {
      if (change.mode !== 'managed' || change.deposed !== undefined) continue;
      const resource = phase === 'after' ? resourceAfter(change) : resourceBefore(change);
      if (!resource) continue;
      const list = this.#byType.get(change.type);
      if (list) list.push(resource);
      else this.#byType.set(change.type, [resource]);
    }
  }

  /** All instances of a type, in the plan's order. */
  ofType(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  /** The types that have instances. */
  types(): readonly string[] {
    return [...this.#byType.keys()];
  }

  /** All instances of one resource block in one module instance. */
  instances(moduleAddress: string, type: string, name: string): readonly Resource[] {
    return this.#names(type).get(`${moduleAddress}|${name}`) ?? [];
  }

  /** The block that a resource comes from; none when its configuration is gone. */
  configured(resource: Resource): ConfiguredResource | undefined {
    const known = this.#blocks.get(resource);
    if (known !== undefined) return known ?? undefined;
    const { moduleAddress, type, name } = resource.change;
    const block = this.module(moduleAddress).configured.resources.get(`${type}.${name}`);
    this.#blocks.set(resource, block ?? null);
    return block;
  }

  /** A module instance by its address. */
  module(address: string): ModuleInstance {
    const known = this.#modules.get(address);
    if (known) return known;
    const steps = parseModuleAddress(address);
    let configured = this.plan.configuration;
    for (const { name } of steps) configured = configured.calls.get(name)?.module ?? emptyModule;
    const instance = { address, configured, steps };
    this.#modules.set(address, instance);
    return instance;
  }

  #names(type: string): Map<string, Resource[]> {
    const known = this.#byName.get(type);
    if (known) return known;
    const names = new Map<string, Resource[]>();
    for (const resource of this.ofType(type)) {
      const key = `${resource.change.moduleAddress}|${resource.change.name}`;
      const list = names.get(key);
      if (list) list.push(resource);
      else names.set(key, [resource]);
    }
    this.#byName.set(type, names);
    return names;
  }
}

function resourceAfter(change: ResourceChange): Resource | undefined {
  if (change.after === null || change.actions.every((action) => action === 'delete' || action === 'forget')) return undefined;
  return { address: change.address, type: change.type, change, values: change.after, unknown: change.afterUnknown, sensitive: change.afterSensitive };
}

function resourceBefore(change: ResourceChange): Resource | undefined {
  if (change.before === null) return undefined;
  return { address: change.address, type: change.type, change, values: change.before, unknown: noMarks, sensitive: change.beforeSensitive };
}

/** True where marks cover a path wholly: the mark itself, or one of its parents. */
export function marked(marks: unknown, path: readonly (string | number)[]): boolean {
  let node: unknown = marks;
  for (const part of path) {
    if (node === true) return true;
    node = child(node, part);
  }
  return node === true;
}

/** An element or member; `undefined` where there is none. */
export function child(node: unknown, part: string | number): unknown {
  if (Array.isArray(node)) return typeof part === 'number' ? node[part] : undefined;
  return isMap(node) && Object.hasOwn(node, part) ? node[part] : undefined;
}
