/** Where a self-hosted runner's own identity comes from: instance metadata, the agents of EKS and ECS, and a cluster's issuer. */
export { ClusterIssuer, type ServiceAccount } from './cluster-issuer.ts';
export { type ContainerCredentials, containerAgent, podIdentity } from './container-credentials.ts';
export { InstanceMetadata } from './instance-metadata.ts';
