/** The parts of `terraform show -json` that are read here (Terraform, "JSON Output Format", format version 1.x). */
import type { Json, JsonObject } from '../json/exact.ts';

/** What happens to one object. */
export interface Change {
  readonly actions: readonly string[];
  readonly before?: Json;
  readonly after?: Json;
  readonly after_unknown?: Json;
  readonly before_sensitive?: Json;
  readonly after_sensitive?: Json;
  readonly importing?: { readonly id?: string; readonly identity?: Json; readonly unknown?: boolean };
  readonly generated_config?: string;
}

/** A change of a resource or of a data source (`mode: "data"`). */
export interface ResourceChange {
  readonly address: string;
  /** Where it stood before a move. */
  readonly previous_address?: string;
  readonly mode: string;
  readonly type: string;
  readonly provider_name?: string;
  /** Key of an object that a create-before-destroy left behind. */
  readonly deposed?: string;
  readonly change: Change;
}

/** A plan; members that are not read here are left alone. */
export interface PlanJson {
  readonly format_version?: string;
  readonly terraform_version?: string;
  readonly errored?: boolean;
  readonly variables?: { readonly [name: string]: { readonly value?: Json } };
  readonly resource_changes?: readonly ResourceChange[];
  readonly resource_drift?: readonly ResourceChange[];
  readonly output_changes?: { readonly [name: string]: Change };
  readonly planned_values?: JsonObject;
  readonly prior_state?: JsonObject;
  readonly configuration?: { readonly root_module?: { readonly variables?: { readonly [name: string]: { readonly sensitive?: boolean } } } };
}

/** Whether nothing is done to the object itself; it may still be moved or imported. */
export function isNoOp(change: Change): boolean {
  return change.actions.length === 0 || change.actions.every((action) => action === 'no-op');
}

/** Whether the object is destroyed, to be made anew or for good. A forget is no destroy. */
export function isDestroy(change: Change): boolean {
  return change.actions.includes('delete');
}
