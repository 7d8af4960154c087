/**
 * The GitHub runner for typed actions: inputs, outputs, masks, state, summaries, annotations, sticky comments and the
 * identity token. Knows nothing of AWS.
 */
export type { ActionContext, ActionDefinition, ActionReport, Annotation, OutputValue, StickyComment } from './action.ts';
export { type Clock, systemClock } from './clock.ts';
export { pullRequestNumber } from './comment.ts';
export { formatDuration, parseDuration } from './duration.ts';
export { type Environment, environmentOf, type GithubRun, githubRun, readEnvironment } from './environment.ts';
export { Failure, type FailureParts, type Fault, type SharedReason, sharedReasons, toFailure } from './failure.ts';
export { parseList, shapeOf } from './inputs/parse.ts';
export { InputReader } from './inputs/reader.ts';
export { inputValues, unknownInputs } from './inputs/unknown.ts';
export { type Calls, createCalls, type Timing, Timings } from './ledger.ts';
export type { Logger } from './logger.ts';
export { code, cutToBytes, escapeMarkdown, table } from './markdown.ts';
export { createMasks, type Masks, secretForms } from './masks.ts';
export { nearest } from './nearest.ts';
export { fetchIdToken, type HttpGet, type IdTokenCode, IdTokenError, type IdTokenRequest, requestIdToken } from './oidc-token.ts';
export { type ProcessRequest, type ProcessResult, type RunProcess, runProcess } from './process.ts';
export { version } from './report-file.ts';
export { type Platform, runAction } from './run-action.ts';
export { type PostContext, runPost } from './run-post.ts';
export { actionsRunner, breakCommands, type Place, type Runner } from './runner.ts';
export { cannotWrite, createTempFiles, type TempFiles } from './temp-files.ts';
