/**
 * Terraform: the driver of its binary, the fingerprint and the seal of a plan, the destroy budget, redaction, locks. Plans in
 * JSON of any size are read by the subpath `plan`.
 */
export { type BlockedDestroy, blockedDestroys, type DestroyBudget } from './budget/destroy-budget.ts';
export { matchesGlob } from './budget/glob.ts';
export { statefulTypes } from './budget/stateful.ts';
export { type ChangeCounts, countChanges, hasChanges } from './changes/counts.ts';
export { type Change, isDestroy, isNoOp, type PlanJson, type ResourceChange } from './changes/plan-json.ts';
export { type BackendPlace, readBackendIdentity } from './driver/backend.ts';
export { type EnvironmentOptions, markVariable, terraformEnvironment } from './driver/environment.ts';
export { CommandFailure, commandFailure, type FailedCommand } from './driver/failures.ts';
export { configurationFiles, findTerraform, hasConfiguration, isExecutable, toolNames } from './driver/find.ts';
export { type Diagnostic, isProgress, type Message, parseMessage } from './driver/messages.ts';
export type { ProcessRequest, ProcessResult, RunProcess } from './driver/run-process.ts';
export { endMarked, markedProcesses, sendSignal, signalMarked } from './driver/stragglers.ts';
export { createTerraform, type PlanOptions, type Terraform, type TerraformOptions } from './driver/terraform.ts';
export { type ParsedVariables, parseVariables, variableFile } from './driver/variables.ts';
export { TerraformError, type TerraformErrorCode } from './errors.ts';
export { type BackendIdentity, canonicalChanges, type FingerprintContext, fingerprintOf } from './fingerprint/fingerprint.ts';
export { canonicalLockFile } from './fingerprint/lock-file.ts';
export { ExactNumber, isObject, type Json, type JsonObject, parseExact, stringifyExact } from './json/exact.ts';
export { type LockRecord, parseLockRecord } from './locks/lock-record.ts';
export { isOwnLock, type LockOwner, lockTime } from './locks/ownership.ts';
export { type ShownChange, shownChanges } from './redaction/changes.ts';
export { sensitiveStrings } from './redaction/collect.ts';
export { declaredSecrets, sensitiveNames, type VariableSources } from './redaction/declared.ts';
export { knownAfterApply, type Mirrors, Redactor } from './redaction/redactor.ts';
export { hidden, hideSecretForms } from './redaction/secret-forms.ts';
export { isSecretName, secretWords } from './redaction/secret-names.ts';
export { bindingContext, type SealBinding } from './seal/binding.ts';
export { type KeyWrapper, passphraseKeys, type SealKeys, type WrappedKey, wrappedKeys } from './seal/keys.ts';
export { type OpenOptions, openSeal, type SealedPlan, sealInvalid, sealPlan } from './seal/seal.ts';
