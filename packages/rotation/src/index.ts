/**
 * Two-phase rotation of secrets: one engine over ports, small providers. Owns the order of labels, the ids of versions and
 * the meaning of the rotation file; does no I/O of its own.
 */
export type { Locate, ProviderConfig, RotationMistake, SecretConfig, TargetConfig } from './config/config.ts';
export { readRotation } from './config/read.ts';
export { rotationSchema } from './config/schema.ts';
export { rollbackSecret } from './engine/rollback.ts';
export { rotateSecret } from './engine/rotate.ts';
export { readStatus, revokeSecret, watchSecret } from './engine/status.ts';
export { type RotationCode, RotationError, type RotationErrorParts, rotationCodes } from './errors.ts';
export { versionToken } from './labels.ts';
export type { Clock, ReplicaState, RotationPlan, RotationPorts, SecretState, SecretStore, SecretVersion, Target } from './ports.ts';
export { type JsonFieldOptions, jsonFieldProvider, replaceFields } from './providers/json-field.ts';
export type { Credential, Provider, Settling, Upstream, Verdict } from './providers/provider.ts';
export { type RandomOptions, randomProvider } from './providers/random.ts';
export { type Alphabet, alphabets, randomText } from './providers/random-text.ts';
export { providerOf } from './providers/select.ts';
export type { RotationOutcome, RotationResult, TargetResult, TargetState } from './results.ts';
export { type Shape, secretParts, shapeFaults } from './shapes.ts';
