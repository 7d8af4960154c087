/** Finds the strings that must not be shown: what Terraform marks, and what stands under a secret-looking name. */
import type { Change, PlanJson } from '../changes/plan-json.ts';
import { isObject, type Json } from '../json/exact.ts';
import { isSecretName } from './secret-names.ts';

/** Shorter strings are hidden at their own place only: hiding `on` everywhere would hide everything. */
export const shortestSecret = 4;

/** All strings of a plan that are sensitive somewhere. */
export function sensitiveStrings(plan: PlanJson): Set<string> {
  const found = new Set<string>();
  for (const { change } of [...(plan.resource_changes ?? []), ...(plan.resource_drift ?? [])]) collectChange(change, found);
  for (const [name, change] of Object.entries(plan.output_changes ?? {})) {
    collectChange(change, found);
    if (isSecretName(name)) for (const side of [change.before, change.after]) collectLeaves(side, found);
  }
  const declared = plan.configuration?.root_module?.variables ?? {};
  for (const [name, { value }] of Object.entries(plan.variables ?? {})) {
    if (declared[name]?.sensitive === true || isSecretName(name)) collectLeaves(value, found);
    else collectNamed(value, found);
  }
  collectValues(plan.planned_values, found);
  collectValues(isObject(plan.prior_state?.['values']) ? plan.prior_state['values'] : undefined, found);
  return found;
}

/** All strings of a value. */
export function collectLeaves(value: Json | undefined, found: Set<string>): void {
  if (typeof value === 'string') addString(value, found);
  else if (Array.isArray(value)) for (const item of value) collectLeaves(item, found);
  else if (isObject(value)) for (const item of Object.values(value)) collectLeaves(item, found);
}

/** The strings under secret-looking names, in `{name, value}` pairs too. */
export function collectNamed(value: Json | undefined, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collectNamed(item, found);
  if (!isObject(value)) return;
  const pair = pairOf(value);
  if (pair && isSecretName(pair.name)) collectLeaves(value[pair.key], found);
  for (const [key, item] of Object.entries(value)) {
    if (isSecretName(key)) collectLeaves(item, found);
    else collectNamed(item, found);
  }
}

/** `{ name: "DB_PASSWORD", value: … }`, as containers and parameters have it. @returns the name, and the key of the value */
export function pairOf(value: { [key: string]: Json }): { name: string; key: string } | undefined {
  const name = ['name', 'key', 'Name', 'Key', 'parameter_name'].map((key) => value[key]).find((entry) => typeof entry === 'string');
  const key = ['value', 'Value', 'parameter_value'].find((entry) => value[entry] !== undefined);
  return typeof name === 'string' && key !== undefined ? { name, key } : undefined;
}

function collectChange(change: Change, found: Set<string>): void {
  collectMarked(change.before, change.before_sensitive, found);
  collectMarked(change.after, change.after_sensitive, found);
  collectNamed(change.before, found);
  collectNamed(change.after, found);
}

function collectMarked(value: Json | undefined, mark: Json | undefined, found: Set<string>): void {
  if (mark === true) collectLeaves(value, found);
  if (Array.isArray(value) && Array.isArray(mark)) for (const [index, item] of value.entries()) collectMarked(item, mark[index], found);
  if (isObject(value) && isObject(mark)) for (const [key, item] of Object.entries(value)) collectMarked(item, mark[key], found);
}

/** `planned_values` and `prior_state.values`: outputs with `sensitive`, resources with `sensitive_values`, modules of modules. */
function collectValues(values: Json | undefined, found: Set<string>): void {
  if (!isObject(values)) return;
  const outputs = isObject(values['outputs']) ? values['outputs'] : {};
  for (const [name, output] of Object.entries(outputs)) {
    if (isObject(output) && (output['sensitive'] === true || isSecretName(name))) collectLeaves(output['value'], found);
  }
  collectModule(values['root_module'], found);
}

function collectModule(module: Json | undefined, found: Set<string>): void {
  if (!isObject(module)) return;
  for (const resource of Array.isArray(module['resources']) ? module['resources'] : []) {
    if (!isObject(resource)) continue;
    collectMarked(resource['values'], resource['sensitive_values'], found);
    collectNamed(resource['values'], found);
  }
  for (const child of Array.isArray(module['child_modules']) ? module['child_modules'] : []) collectModule(child, found);
}

function addString(text: string, found: Set<string>): void {
  if (text.trim().length >= shortestSecret && !/^(true|false|null)$/.test(text)) found.add(text);
}
