/** AWS Security Token Service: roles by web identity or by role, chains of them, and who we are. */
export {
  type AssumedRole,
  type AssumeRoleRequest,
  assumeRole,
  assumeRoleWithWebIdentity,
  passesByItself,
  type SessionTag,
  type WebIdentityParts,
  type WebIdentityRequest,
} from './assume.ts';
export { type CallerIdentity, type CallerOptions, getCallerIdentity } from './caller.ts';
export { assumeChain, type ChainIdentity, type ChainRequest } from './chain.ts';
export { claimsOf } from './claims.ts';
export { assumeRoleByToken, type TokenLogin } from './login.ts';
export { parseRoleArn, type RoleArn, roleArnPattern, roleOfSession, type SessionRole } from './role-arn.ts';
export { contextWithRole, jobRandom, type RoleContextOptions, type RoleRun } from './role-context.ts';
export { cleanSessionName, defaultSessionName, isSessionName } from './session-name.ts';
export { type DatedToken, datedToken, type SharedToken, sharedToken, type TokenSource } from './token.ts';
