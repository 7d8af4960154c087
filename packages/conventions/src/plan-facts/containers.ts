/** Containers of pods and of ECS tasks, and what they mount. */
import type { Values } from '@slipway/terraform/plan';
import { mapAt, mapsAt, textAt, type Workload } from './manifests.ts';
import { taskContainers } from './task-containers.ts';
import { child, type Resource } from './world.ts';

/** A container of a pod. */
export interface PodContainer {
  readonly list: 'containers' | 'initContainers' | 'ephemeralContainers';
  readonly name: string;
  readonly value: Values;
}

/** A container by what it mounts. */
export interface Mounter {
  readonly name: string;
  readonly image: string;
  readonly mounts: readonly { readonly volume: string; readonly path: string }[];
  /** ECS: the containers whose mounts it takes over. */
  readonly volumesFrom: readonly string[];
}

/** All containers of a pod. */
export function containersOf({ spec }: Workload): PodContainer[] {
  return (['containers', 'initContainers', 'ephemeralContainers'] as const).flatMap((list) =>
    mapsAt(spec, [list]).map((value) => ({ list, name: String(value['name'] ?? ''), value })),
  );
}

/** The containers of a pod that run together: the native sidecars among the init containers, too. */
export function runningContainers(workload: Workload): Mounter[] {
  return containersOf(workload)
    .filter(({ list, value }) => list === 'containers' || (list === 'initContainers' && value['restartPolicy'] === 'Always'))
    .map(({ name, value }) => ({ name, image: textAt(value, ['image']) ?? '', mounts: mountsOf(value), volumesFrom: [] }));
}

/** What a pod's container mounts, and where. */
export function mountsOf(container: Values): { volume: string; path: string }[] {
  return mapsAt(container, ['volumeMounts']).map((mount) => ({
    volume: [mount['name'], mount['subPath'] ?? mount['subPathExpr'] ?? ''].map(String).join('/').replace(/\/$/, ''),
    path: plainPath(String(mount['mountPath'] ?? '')),
  }));
}

/** The containers of an ECS task definition; `unknown` where apply tells. */
export function containersOfTask(task: Resource): Mounter[] | 'unknown' {
  const containers = taskContainers(task);
  if (containers === 'unknown') return 'unknown';
  return containers.map((value) => ({
    name: String(value['name'] ?? ''),
    image: textAt(value, ['image']) ?? '',
    mounts: mapsAt(value, ['mountPoints']).map((mount) => ({
      volume: String(mount['sourceVolume'] ?? ''),
      path: plainPath(String(mount['containerPath'] ?? '')),
    })),
    volumesFrom: mapsAt(value, ['volumesFrom']).map((from) => String(from['sourceContainer'] ?? '')),
  }));
}

/** `/data-egress/` and `/data-egress` are one. */
function plainPath(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}

/** The volumes of a pod by name: those of its spec, and the claims that a StatefulSet makes. */
export function volumesOf({ manifest, spec }: Workload): Map<string, Values> {
  const own = mapsAt(spec, ['volumes']).map((volume) => [String(volume['name'] ?? ''), volume] as const);
  const claims = manifest.kind === 'StatefulSet' ? mapsAt(manifest.value, ['spec', 'volumeClaimTemplates']) : [];
  const made = claims.map((claim) => [String(mapAt(claim, ['metadata'])['name'] ?? ''), { claimTemplate: child(claim, 'spec') }] as const);
  return new Map<string, Values>([...own, ...made]);
}
