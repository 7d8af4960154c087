/** GitHub, AWS, an OCI registry and Kubernetes on loopback, strict as the real ones, with faults by rule and a ledger. */
export type { WireItem, WireValue } from './aws/dynamodb/index.ts';
export type { KeyState, ReplicaScript, ReplicaStep, SeedSecret, StoredSecret, StoredVersion } from './aws/secrets/index.ts';
export type { FakeRole, NewRole, OidcProvider, RoleSession, SessionTag, StsCall, TokenIssuer, TrustAction } from './aws/sts/index.ts';
export { frozenClock, movableClock, virtualEpoch } from './clock.ts';
export { testkitSchema } from './config-file/schema.ts';
export { type Fault, FaultPlan, type FaultRule } from './faults.ts';
export { GithubApi, type IssueComment } from './github/api.ts';
export type { Claims } from './github/jwt.ts';
export { OidcIssuer } from './github/oidc.ts';
export { Identities, type IssuedKeys } from './identities.ts';
export { ClusterIssuer, type ContainerCredentials, type InstanceMetadata, type ServiceAccount } from './identity/index.ts';
export { type KitOptions, startTestkit, type Testkit } from './kit.ts';
export {
  type Admission,
  type Authenticate,
  checkEksToken,
  type FakeKubernetes,
  forbidden,
  type KubeObject,
  type KubernetesOptions,
  kubeconfigText,
  type RequestRecord,
  type SigningKey,
  StatusError,
  startKubernetes,
  type TokenVerdict,
} from './kubernetes/index.ts';
export { Ledger, type LedgerEntry } from './ledger.ts';
export { type ProxyOptions, type ProxyRequest, startProxy, type TestProxy } from './proxy.ts';
export { type LayoutOptions, packLayout, type WrittenLayout, writeLayout } from './registry/layout.ts';
export {
  type Annotation,
  findLeaks,
  type Leak,
  openFiles,
  parseCommands,
  parseFileCommand,
  type Report,
  type RunningStep,
  runStep,
  type StepOptions,
  type StepResult,
  startStep,
} from './runner/index.ts';
export { type Caller, type FakeAnswer, FakeError, type FakeRequest, type FakeService, type KitClock, type ServiceHost } from './service.ts';
