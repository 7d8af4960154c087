/** The platform's names, as functions: built and read in one place, so that no two steps differ. Each parser is the inverse of its builder. */
export { type EnvironmentSplit, isEnvironmentName, splitEnvironment, stageOf } from './names/environments.ts';
export { canBecomeKeyAlias, defaultVolumeKeyName, type KeyAlias, keyAliasName, parseKeyAliasName } from './names/keys.ts';
export { imageRepositoryName, parseImageRepositoryName } from './names/repositories.ts';
export type { NameResult } from './names/result.ts';
export {
  type AirflowRole,
  airflowRoleName,
  canBecomeControlPlaneRoleName,
  canBecomeIrsaRoleName,
  canBecomePolicyName,
  canBecomeRoleName,
  canBecomeWorkerRoleName,
  chatbotRoleName,
  controlPlaneRoleName,
  type IrsaRole,
  irsaRoleName,
  type PlainRole,
  parseAirflowRoleName,
  parseChatbotRoleName,
  parseControlPlaneRoleName,
  parseIrsaRoleName,
  parsePlainRoleName,
  parsePolicyName,
  parseWorkerRoleName,
  plainRoleName,
  policyName,
  workerRoleName,
} from './names/roles.ts';
export { canBecomeSecretName, parseSecretName, type SecretName, secretName } from './names/secrets.ts';
export { databaseName, diskName, parseDatabaseName, parseDiskName, parseStubBucketName, stubBucketName } from './names/stores.ts';
export { type PlannedTier, parseSubnetRange, plannedTiers, subnetRanges } from './names/subnets.ts';
