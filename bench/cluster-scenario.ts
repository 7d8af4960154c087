/** deploy-helm against the testkit's Kubernetes: a release that is there already and has not changed. Real Helm renders it. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { checkEksToken, type StepOptions, startKubernetes, type Testkit } from '@slipway/testkit';
import { root } from '../scripts/repository.ts';
import { findHelm } from '../test/cluster/tools.ts';

/** Prepares the cluster; a string says why it cannot be. */
export async function prepareRelease(kit: Testkit, workspace: string): Promise<Omit<StepOptions, 'action'> | string> {
  const helm = findHelm();
  if (!helm) return 'no helm in the cache or on PATH';
  const keyOf = (id: string) => {
    const found = kit.identities.find(id);
    return found && !found.expired ? { ...found.keys, arn: found.caller.arn } : undefined;
  };
  const cluster = await startKubernetes({
    authenticate: (token: string) => {
      const verdict = checkEksToken(token, 'bench', keyOf, Date.now());
      return verdict.ok ? { user: verdict.arn } : undefined;
    },
  });
  kit.onClose(() => cluster.close());
  cluster.store.make({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bench' } });
  kit.eks.clusters.set('bench', { endpoint: cluster.url, ca: cluster.ca });
  cpSync(join(root, 'test', 'cluster', 'chart'), join(workspace, 'chart'), { recursive: true });
  return { workspace, inputs: { 'cluster-name': 'bench', namespace: 'bench', release: 'web', chart: 'chart', 'helm-path': helm } };
}
