/** Why a deploy fails, besides the reasons that all actions share, and what to do about each. Pure. */

/** The action's own failure reasons. */
export const reasons = [
  'tool-missing',
  'cluster-not-found',
  'cluster-unreachable',
  'unauthorized',
  'namespace-missing',
  'chart-invalid',
  'values-invalid',
  'image-missing',
  'image-mismatch',
  'image-not-scanned',
  'out-of-memory',
  'crash-loop',
  'probe-failing',
  'unschedulable',
  'quota',
  'admission-denied',
  'volume',
  'irsa-denied',
  'config-missing',
  'hook-failed',
  'release-pending',
  'rollback-failed',
] as const;

const remedies: Readonly<Record<string, string>> = {
  'image-missing':
    'Check that the tag was pushed before this step and that the nodes may pull it:\naws ecr describe-images --repository-name <name> --image-ids imageTag=<tag>',
  'out-of-memory': 'Raise resources.limits.memory of the container in the values, or find what uses it.',
  'crash-loop': "Read the container's last lines in the summary; run the image by hand with the same configuration.",
  'probe-failing': 'Open the probe yourself: kubectl -n <namespace> port-forward <pod> 8080 — or give it more time with a startupProbe.',
  unschedulable: 'Ask for less (resources.requests), correct nodeSelector and tolerations, or add nodes that fit.',
  quota: 'Ask for less in the values, or have the quota raised: kubectl -n <namespace> describe resourcequota',
  'admission-denied': 'The cluster has a policy against this object; change the chart as the message says.',
  volume: 'Look at the claim: kubectl -n <namespace> describe pvc',
  'irsa-denied': "Let the service account assume the role: its trust policy needs the cluster's OIDC provider and system:serviceaccount:<namespace>:<name>.",
  'config-missing': 'Create the ConfigMap, Secret or key that is named above, or mark it optional in the chart.',
  'hook-failed': "Read the hook's log in the summary; correct it and run the job again.",
  'rollback-failed': 'The release is left as it is. Look at it: helm history <release> && kubectl get pods',
  timeout: 'Give it longer (timeout) if what it waited for is merely slow; kubectl describe shows what the pods wait for.',
};

/** One remedy for a reason of a rollout; `undefined` where the error has its own. */
export function remedyFor(reason: string): string | undefined {
  return remedies[reason];
}
