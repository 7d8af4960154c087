/**
 * Role trust policies, read and judged on this machine: would STS let this caller in, and if not, which condition stands in
 * the way? Pure: no network, no clock, no files. What cannot be known here is said to be unknown, never guessed.
 */
export { judgeTrustPolicy } from './judge.ts';
export type { TrustFailure, TrustHint, TrustJudgement, TrustLint, TrustRequest, TrustVerdict } from './judgement.ts';
export { type ParsedTrustPolicy, parseTrustPolicy } from './parse.ts';
export type { TrustCondition, TrustMistake, TrustPolicy, TrustPrincipal, TrustStatement } from './policy.ts';
export { assumeRoleRequest, issuerOf, type KeyLookup, type RoleCall, readClaims, tokenKeys, webIdentityRequest } from './token.ts';
