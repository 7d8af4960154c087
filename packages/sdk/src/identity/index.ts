/** The identity that a login starts from, where it is not the workflow's own token: the job's keys, or the runner's. */
export type { IdentityDeps } from './endpoint.ts';
export { type Environment, environmentKeys } from './environment-keys.ts';
export { IdentityError, type IdentityErrorCode, type IdentityErrorParts } from './errors.ts';
export { type RunnerIdentity, runnerIdentity } from './runner.ts';
export { tokenFromFile } from './token-file.ts';
