/** The shapes of Kubernetes objects as far as the fake API looks into them. */

/** A JSON map. */
export type Json = Record<string, unknown>;

/** `metadata.ownerReferences[]` */
export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean;
}

/** `metadata` */
export interface Metadata {
  name: string;
  namespace?: string;
  generateName?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  managedFields?: unknown[];
}

/** Any object of the API. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: Metadata;
  spec?: Json;
  status?: Json;
  [key: string]: unknown;
}

/** A container of a pod template. */
export interface Container {
  readonly name: string;
  readonly image: string;
  readonly env?: readonly { name: string; valueFrom?: Record<string, { name?: string; key?: string; optional?: boolean }> }[];
  readonly envFrom?: readonly Record<string, { name?: string; optional?: boolean }>[];
  readonly resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
}

/** `spec` of a pod. */
export interface PodSpec {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly nodeSelector?: Record<string, string>;
  readonly volumes?: readonly { name: string; configMap?: { name: string; optional?: boolean }; secret?: { secretName: string; optional?: boolean } }[];
}

/** `spec.template` of a workload. */
export interface PodTemplate {
  readonly metadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
  readonly spec: PodSpec;
}

/** Whether a value is a map. */
export function isMap(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** A time as Kubernetes writes it: whole seconds, UTC. */
export function kubeTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The pod template of a workload; an empty one where it has none. */
export function templateOf(object: KubeObject): PodTemplate {
  return (object.spec?.['template'] as PodTemplate | undefined) ?? { spec: { containers: [] } };
}

/** The uid of the controller that owns an object. */
export function controllerUid(object: KubeObject): string | undefined {
  return object.metadata.ownerReferences?.find((owner) => owner.controller)?.uid;
}

/** A reference that makes `owner` the controller of an object. */
export function ownedBy(owner: KubeObject): OwnerReference {
  return { apiVersion: owner.apiVersion, kind: owner.kind, name: owner.metadata.name, uid: owner.metadata.uid ?? '', controller: true };
}
