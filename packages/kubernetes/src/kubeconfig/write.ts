/** The text of a kubeconfig for one cluster. The token stands in a file of its own, so that it can be renewed while Helm runs. */

/** What a kubeconfig needs. */
export interface KubeconfigParts {
  readonly server: string;
  /** PEM. */
  readonly ca: string;
  /** Absolute path of a file that holds the bearer token; client-go reads it again every minute. */
  readonly tokenFile: string;
  readonly namespace: string;
}

/** A kubeconfig as JSON, which is YAML. The caller writes it 0600. */
export function renderKubeconfig({ server, ca, tokenFile, namespace }: KubeconfigParts): string {
  const name = 'slipway';
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    contexts: [{ name, context: { cluster: name, user: name, namespace } }],
    clusters: [{ name, cluster: { server, 'certificate-authority-data': Buffer.from(ca).toString('base64') } }],
    users: [{ name, user: { tokenFile } }],
  });
}
