/** The cluster of the demo: a real API server where its binaries are in the cache, else the kit's Kubernetes API. */
import { join } from 'node:path';
import { checkEksToken, startKubernetes, type Testkit } from '@slipway/testkit';
import { startCluster } from '../../test/cluster/index.ts';

/** Starts it, registers it with the kit's EKS, and ends it with the kit. @returns what it is, in words */
export async function startDemoCluster(kit: Testkit, name: string, binaries: string | undefined): Promise<string> {
  const real = binaries ? await startReal(kit, name).catch(String) : undefined;
  const isReal = typeof real === 'object';
  const { url, ca } = isReal ? real : await startFake(kit, name);
  kit.eks.clusters.set(name, { endpoint: url, ca });
  if (isReal) return 'a real API server';
  return `the kit's Kubernetes API${real ? ` (the real one did not start: ${real})` : ''}`;
}

/** Every identity of the kit may do everything; the token's signature is checked as on EKS. */
async function startReal(kit: Testkit, name: string): Promise<{ url: string; ca: string }> {
  const users = (accessKeyId: string) => {
    const keys = keysOf(kit, accessKeyId);
    return keys && { ...keys, groups: ['system:masters'] };
  };
  const cluster = await startCluster({ folder: join(kit.folder, 'cluster'), name, users });
  kit.onClose(() => cluster.stop());
  return cluster;
}

async function startFake(kit: Testkit, name: string): Promise<{ url: string; ca: string }> {
  const authenticate = (token: string) => {
    const verdict = checkEksToken(token, name, (accessKeyId) => keysOf(kit, accessKeyId), kit.clock.now());
    return verdict.ok ? { user: verdict.arn } : undefined;
  };
  const kubernetes = await startKubernetes({ authenticate });
  kit.onClose(() => kubernetes.close());
  return kubernetes;
}

function keysOf(kit: Testkit, accessKeyId: string) {
  const found = kit.identities.find(accessKeyId);
  return found && !found.expired ? { ...found.keys, arn: found.caller.arn } : undefined;
}
