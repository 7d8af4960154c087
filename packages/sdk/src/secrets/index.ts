/**
 * AWS Secrets Manager: versions and their staging labels, which are all that a rotation needs. Owns no policy: who moves
 * which label when is decided by the caller.
 */
export { checkSecretKey } from './key-check.ts';
export { type LabelMove, moveLabel, putVersion, type VersionRequest, valueBytes, versionIdLength } from './labels.ts';
export { describeSecret, listVersions, type Replica, readValue, type SecretDescription, type SecretValue, type VersionSummary } from './read.ts';
