/** Builds manifests as the step reads them, for tables of cases. */
import type { Manifest } from '../src/index.ts';
import { type Finding, noFacts } from '../src/index.ts';
import type { Parameters } from '../src/rule.ts';
import { judgeOne, verdicts } from './judge-one.ts';

type Json = Record<string, unknown>;

/** A Kubernetes object; `namespace/name` or `name`. */
export function object(kind: string, path: string, value: Json = {}, more: Partial<Manifest> = {}): Manifest {
  const [name = '', namespace] = path.split('/').reverse();
  const { metadata, ...rest } = value;
  const own = { name, ...(namespace === undefined ? {} : { namespace }), ...(metadata as Json | undefined) };
  return { file: 'rendered.yaml', document: 1, kind, namespace, name, value: { apiVersion: 'v1', kind, metadata: own, ...rest }, ...more };
}

/** A workload with a pod; annotations are the pod's. */
export function workload(kind: string, path: string, pod: Json, annotations?: Json): Manifest {
  const template = { ...(annotations ? { metadata: { annotations } } : {}), spec: pod };
  if (kind === 'Pod') return object(kind, path, template);
  return object(kind, path, { spec: kind === 'CronJob' ? { jobTemplate: { spec: { template } } } : { template } });
}

/** Kinds that run pods. */
export const workloadKinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod'];

/** The findings of one rule over manifests. */
export function judgeManifests(rule: string, manifests: readonly Manifest[], parameters: Parameters = {}): Finding[] {
  return judgeOne(rule, {}, parameters, { ...noFacts, manifests });
}

/** The same in short: `fail Deployment/bank/api`. */
export function verdictsOf(rule: string, manifests: readonly Manifest[]): string[] {
  return verdicts(judgeManifests(rule, manifests));
}
