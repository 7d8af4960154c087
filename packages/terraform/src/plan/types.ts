/** What a plan holds, in the words of `terraform show -json` (format_version 1), reduced to what was asked for. */

/** Attribute values of one object. */
export type Values = Readonly<Record<string, unknown>>;

/** Where a value is unknown or sensitive: `true` for the whole, or the same shape with `true` at the leaves. */
export type Marks = true | Values;

/** What Terraform will do; a replacement is delete and create in either order. */
export type PlannedAction = 'no-op' | 'create' | 'read' | 'update' | 'delete' | 'forget';

/** One element of resource_changes or resource_drift. */
export interface ResourceChange {
  /** The whole address, with for_each and count keys. */
  readonly address: string;
  /** The module instance: `module.env["prod"].module.kms`; empty for the root module. */
  readonly moduleAddress: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  /** The key of for_each or the number of count. */
  readonly index: string | number | undefined;
  /** The key of an old object that a failed replacement left behind. */
  readonly deposed: string | undefined;
  readonly previousAddress: string | undefined;
  readonly providerName: string;
  readonly actions: readonly PlannedAction[];
  readonly importing: boolean;
  /** The state before; `null` when there is none. The same object as `after` for a no-op. */
  readonly before: Values | null;
  /** The state after, without what is unknown; `null` when nothing remains. */
  readonly after: Values | null;
  readonly afterUnknown: Marks;
  readonly beforeSensitive: Marks;
  readonly afterSensitive: Marks;
}

/** A data source that was read before the plan was made. */
export interface DataResource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly values: Values;
}

/** An expression of the configuration: a constant, references, nested blocks, or `{}` where Terraform tells nothing. */
export type Expression = unknown;

/** A resource or data block of the configuration. */
export interface ConfiguredResource {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  /** `aws`, `aws.west`, `module.x:aws`. */
  readonly providerKey: string;
  /** Attribute → expression; nested blocks by position. */
  readonly expressions: Values;
  readonly forEach: Expression;
  readonly count: Expression;
}

/** A module block. */
export interface ModuleCall {
  readonly name: string;
  readonly source: string;
  readonly versionConstraint: string | undefined;
  readonly expressions: Values;
  readonly forEach: Expression;
  readonly count: Expression;
  readonly module: ConfiguredModule;
}

/** A module's configuration; the root module has the path `''`, others `module.a.module.b` without keys. */
export interface ConfiguredModule {
  readonly path: string;
  /** `type.name` (managed) or `data.type.name` → block. */
  readonly resources: ReadonlyMap<string, ConfiguredResource>;
  readonly calls: ReadonlyMap<string, ModuleCall>;
  /** Name → expression. */
  readonly outputs: ReadonlyMap<string, Expression>;
  /** Name → whether there is a default, and which. */
  readonly variables: ReadonlyMap<string, unknown>;
}

/** A provider block. */
export interface ConfiguredProvider {
  readonly key: string;
  readonly name: string;
  readonly alias: string | undefined;
  readonly expressions: Values;
}

/** A plan. */
export interface Plan {
  readonly formatVersion: string;
  readonly terraformVersion: string;
  /** False when Terraform says that something was left out (targets, deferred changes). */
  readonly complete: boolean;
  readonly changes: readonly ResourceChange[];
  readonly drift: readonly ResourceChange[];
  /** What outside the plan's own changes the plan depends on: address → attribute paths; absent where Terraform does not say. */
  readonly relevantAttributes: readonly { readonly resource: string; readonly attribute: readonly (string | number)[] }[] | undefined;
  /** Managed resource instances that will exist after the plan, also those that were not asked for. */
  readonly resourceCount: number;
  readonly data: readonly DataResource[];
  readonly configuration: ConfiguredModule;
  readonly providers: ReadonlyMap<string, ConfiguredProvider>;
  /** Root variables by name. Values may be secrets. */
  readonly variables: ReadonlyMap<string, unknown>;
}

/** Which facts of a plan are kept. What is not asked for is checked and counted, and takes no memory. */
export interface PlanSelection {
  /** The attributes of a resource type that are kept; `all`; or `undefined` to leave the type out. */
  attributes(type: string): ReadonlySet<string> | 'all' | undefined;
  /** True keeps all of resource_drift; else it is kept as changes are. */
  readonly drift?: boolean;
}

/** Keeps everything. For small plans. */
export const everything: PlanSelection = { attributes: () => 'all' };
