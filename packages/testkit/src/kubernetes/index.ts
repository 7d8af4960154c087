/** A Kubernetes API on loopback, for real Helm, real kubectl and our own client. */
export { checkEksToken, type SigningKey, type TokenVerdict } from './eks-token.ts';
export type { RequestRecord } from './handler.ts';
export type { KubeObject } from './objects.ts';
export { type Authenticate, type FakeKubernetes, type KubernetesOptions, kubeconfigText, startKubernetes } from './server.ts';
export { forbidden, StatusError } from './status.ts';
export type { Admission } from './verbs.ts';
