/** The fake Secrets Manager and what tests set in it. */
export type { StoredSecret, StoredVersion } from './model.ts';
export type { ReplicaScript, ReplicaStep } from './replicas.ts';
export { FakeSecretsManager, type KeyState, type SeedSecret } from './service.ts';
