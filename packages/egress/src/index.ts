/**
 * Rows of the data-egress table: their form and types, the consumer's semantics, and the plan of changes, as pure functions.
 * Reads no file, makes no call, knows no clock: what it needs comes in as arguments.
 */
export { checkRows } from './checks/check-rows.ts';
export { eventKeys, listingKeys, objectOfEventKey, objectOfKey } from './consumer/event.ts';
export { explainObject, type Firing, type FiringRow, type ObservedObject } from './consumer/explain.ts';
export { encodeEventKey, fires, neverInEventKey, resolvedPrefix, targetFolder } from './consumer/match.ts';
export { type Moment, successFlag, targetOf } from './consumer/target.ts';
export { allTokens, splitTokens, type TokenPiece, tokensOf } from './consumer/tokens.ts';
export { type Diagnostic, type DiagnosticCode, type Locate, type Place, renderDiagnostic, severities, sortDiagnostics } from './diagnostic.ts';
export { type Backup, type BackupRow, makeBackup, readBackup, withoutAws } from './plan/backup.ts';
export { type ActionName, type AttributeChange, actionNames, type Change, type Conflict, type Drift, type Plan, writingActions } from './plan/change.ts';
export { planDigest } from './plan/digest.ts';
export { contentOf, marked, ownership, revisionOf, sha256 } from './plan/marks.ts';
export { deleteLimit } from './plan/mass-delete.ts';
export { keyOf, type PlanOptions, planChanges } from './plan/plan-changes.ts';
export { planRestore } from './plan/plan-restore.ts';
export { awsAttributePrefix, flagAttributes, keyAttributes, knownAttributes, markAttributes, textAttributes } from './profile.ts';
export { escapeVariables, interpolate } from './rows/interpolate.ts';
export { type LoadedRows, loadRows, type RowsFile, scalarAt } from './rows/load.ts';
export { compareKeys, type Row, type RowKey, renderKey, sourceOf } from './rows/row.ts';
export { egressRowsFrame, egressRowsSchema } from './schema.ts';
export type { AttributeValue, Item } from './values/attribute-value.ts';
export { canonicalItem, canonicalValue, sameValue } from './values/canonical.ts';
export { normalizeNumber } from './values/number.ts';
export { itemBytes } from './values/size.ts';
export { typedValue } from './values/typed.ts';
