/** Workloads among the manifests: their pods, how they are called, where they stand. */
import { isMap, type Values } from '@slipway/terraform/plan';
import type { Fact, Judgement } from '../rule.ts';
import { child, type Manifest, type World } from './world.ts';

/** An object that runs pods. */
export interface Workload {
  readonly manifest: Manifest;
  /** The pod's spec. */
  readonly spec: Values;
  /** The pod's own annotations. */
  readonly annotations: Values;
}

/** Where each kind keeps its pod template. */
const templates: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  PodTemplate: ['template'],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** All workloads, in the order of the manifests. */
export function workloadsOf(world: World): Workload[] {
  return world.facts.manifests.flatMap((manifest): Workload[] => {
    const path = Object.hasOwn(templates, manifest.kind) ? templates[manifest.kind] : undefined;
    const pod = path && at(manifest.value, path);
    const spec = child(pod, 'spec');
    return isMap(spec) ? [{ manifest, spec, annotations: mapAt(pod, ['metadata', 'annotations']) }] : [];
  });
}

/** `<Kind>/<namespace>/<name>`, without the namespace where none is written. */
export function addressOf({ kind, namespace, name }: Manifest): string {
  return [kind, ...(namespace === undefined ? [] : [namespace]), name].join('/');
}

/** `deploy/api.yaml, document 2` */
export function placeOf({ file, document }: Manifest): string {
  return `${file}, document ${document}`;
}

/** What is said of manifests: one judgement for each address. A manifest has no state before: what is wrong in it, it brings. */
export function judgeManifests(judged: readonly { readonly manifest: Manifest; readonly facts: readonly Fact[] }[]): Judgement[] {
  const byAddress = new Map<string, Fact[]>();
  for (const { manifest, facts } of judged) {
    const address = addressOf(manifest);
    byAddress.set(address, [...(byAddress.get(address) ?? []), ...facts]);
  }
  return [...byAddress].map(([address, facts]) => ({ address, facts, introduced: true }));
}

/** The value at a path. */
export function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((node, part) => child(node, part), value);
}

/** The map at a path; empty where there is none. */
export function mapAt(value: unknown, path: readonly (string | number)[]): Values {
  const found = at(value, path);
  return isMap(found) ? found : {};
}

/** The maps of the list at a path. */
export function mapsAt(value: unknown, path: readonly (string | number)[]): Values[] {
  const found = at(value, path);
  return Array.isArray(found) ? found.filter(isMap) : [];
}

/** The text at a path; `undefined` for what is none, or empty. */
export function textAt(value: unknown, path: readonly (string | number)[]): string | undefined {
  const found = at(value, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
