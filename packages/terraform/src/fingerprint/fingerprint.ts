/**
 * The fingerprint of a plan: what a reviewer agreed to, as one SHA-256. Equal for one state and one code on another machine,
 * in another folder, at another time; different as soon as anything differs that apply would do.
 */
import { createHash, createHmac } from 'node:crypto';
import { isNoOp, type PlanJson, type ResourceChange } from '../changes/plan-json.ts';
import { ExactNumber, isObject, type Json } from '../json/exact.ts';
import { canonicalChange, canonicalValue, type Hide, hideWith } from './canonical.ts';
import { canonicalLockFile } from './lock-file.ts';

/** Where the state lies: what tells one backend from another, never credentials. */
export interface BackendIdentity {
  /** `local`, `s3`, … */
  readonly type: string;
  /** Bucket, key, prefix, region; path; address: whichever the backend has. */
  readonly facts: Readonly<Record<string, string>>;
}

/** What goes into a fingerprint besides the plan. */
export interface FingerprintContext {
  /** `owner/name` */
  readonly repository: string;
  readonly workspace: string;
  readonly backend: BackendIdentity;
  /** The content of `.terraform.lock.hcl`; empty where there is none. */
  readonly lockFile: string;
}

/** Version of the canonical form; a change of it makes other fingerprints. */
const form = 'slipway.terraform.fingerprint/1';

/** SHA-256 in hex over the canonical plan. */
export function fingerprintOf(plan: PlanJson, context: FingerprintContext): string {
  const hide = hideWith(hmacKey(context));
  const hash = createHash('sha256');
  for (const line of canonicalLines(plan, context, hide)) hash.update(`${line}\n`);
  return hash.digest('hex');
}

/**
 * The resource and output changes as lines, by address: what two plans can be compared by, without a value that is
 * sensitive. @returns address (or `output.name`) → canonical line
 */
export function canonicalChanges(plan: PlanJson, context: FingerprintContext): Map<string, string> {
  return changeLines(plan, hideWith(hmacKey(context)));
}

function canonicalLines(plan: PlanJson, context: FingerprintContext, hide: Hide): string[] {
  return [
    form,
    `terraform ${plan.terraform_version ?? ''}`,
    `workspace ${JSON.stringify(context.workspace)}`,
    `backend ${canonicalBackend(context.backend)}`,
    `lock ${JSON.stringify(canonicalLockFile(context.lockFile))}`,
    ...variableLines(plan, hide),
    ...changeLines(plan, hide).values(),
  ];
}

function variableLines(plan: PlanJson, hide: Hide): string[] {
  return Object.entries(plan.variables ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { value }]) => `variable ${name} ${hide(canonicalValue(asText(value ?? null), false, false, hide))}`);
}

/** TF_VAR_ gives `"5"` where a file gives `5`: the plan keeps variables as they were given, so scalars count as text. */
function asText(value: Json): Json {
  if (value instanceof ExactNumber) return value.digits;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(asText);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, asText(child)])) : value;
}

function changeLines(plan: PlanJson, hide: Hide): Map<string, string> {
  const lines = new Map<string, string>();
  const resources = (plan.resource_changes ?? []).filter(
    ({ change, previous_address: moved }) => !isNoOp(change) || change.importing !== undefined || moved !== undefined,
  );
  for (const resource of resources.sort(byAddress)) lines.set(keyOf(resource), resourceLine(resource, hide));
  const outputs = Object.entries(plan.output_changes ?? {}).filter(([, change]) => !isNoOp(change));
  for (const [name, change] of outputs.sort(([a], [b]) => (a < b ? -1 : 1))) lines.set(`output.${name}`, `output ${name} ${canonicalChange(change, hide)}`);
  return lines;
}

function resourceLine(resource: ResourceChange, hide: Hide): string {
  const { address, mode, deposed, previous_address: moved, provider_name: provider, change } = resource;
  const facts = [mode, address, `provider=${provider ?? ''}`, ...(deposed ? [`deposed=${deposed}`] : []), ...(moved ? [`moved=${moved}`] : [])];
  return `${facts.join(' ')} ${canonicalChange(change, hide)}`;
}

function keyOf({ address, deposed }: ResourceChange): string {
  return deposed ? `${address} (deposed ${deposed})` : address;
}

function byAddress(a: ResourceChange, b: ResourceChange): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

function canonicalBackend({ type, facts }: BackendIdentity): string {
  return JSON.stringify([type, Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** Derived, not secret: it keeps one stack's hashes from being looked up in another's. */
function hmacKey({ repository, backend, workspace }: FingerprintContext): Buffer {
  return createHmac('sha256', form)
    .update(JSON.stringify([repository, canonicalBackend(backend), workspace]))
    .digest();
}
