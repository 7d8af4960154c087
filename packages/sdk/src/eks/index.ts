/** Amazon EKS: where a cluster's API server is, and tokens for it. Knows nothing of Kubernetes itself. */
export { type DescribedCluster, describeCluster } from './cluster.ts';
export { type EksToken, presignEksToken, type TokenRequest } from './presign.ts';
export { eksToken } from './token.ts';
