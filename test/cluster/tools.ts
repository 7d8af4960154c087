/** Where the cluster's binaries and Helm are: the cache folder that test/cluster/build.sh fills, then PATH. Nothing is downloaded. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The binaries that a cluster is made of. */
export const clusterBinaries = ['kubelab', 'kwok', 'kubectl'] as const;

/** `${SLIPWAY_CACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}}/slipway` */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return join(environment['SLIPWAY_CACHE_DIR'] || environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'slipway');
}

/** The folder with all of the cluster's binaries; `undefined` when one is absent. */
export function clusterFolder(): string | undefined {
  const folder = join(cacheFolder(), 'cluster');
  return clusterBinaries.every((name) => existsSync(join(folder, name))) ? folder : undefined;
}

/** A Helm binary. @param major 3 or 4; any unless given */
export function findHelm(major?: 3 | 4): string | undefined {
  const cluster = join(cacheFolder(), 'cluster');
  const own = [...(major === 4 ? [] : [join(cluster, 'helm3'), join(cacheFolder(), 'helm-v3.22.0', 'helm')]), ...(major === 3 ? [] : [join(cluster, 'helm4')])];
  const onPath = major === undefined ? (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'helm')) : [];
  return [...own, ...onPath].find((file) => existsSync(file));
}
