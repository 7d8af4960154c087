/** Everything that can be said of the rows without AWS. */
import type { Fault } from '@slipway/action-kit';
import { checkRows, type Diagnostic, type DiagnosticCode, loadRows, type Row, sortDiagnostics } from '@slipway/egress';
import type { RowsFiles } from './rows-files.ts';

/** A mistake of form or of meaning, as it stands in reports. */
export type AnyDiagnostic = Omit<Diagnostic, 'code'> & { readonly code: string };

/** The rows, and all that is wrong or doubtful. */
export interface LintedRows {
  readonly rows: readonly Row[];
  /** Sorted by file, line, column, code. */
  readonly diagnostics: readonly AnyDiagnostic[];
  /** Why nothing may be done: empty when there are no errors. */
  readonly reason: '' | 'invalid-file' | 'invalid-rows';
  /** The errors as faults with their places. */
  readonly faults: readonly Fault[];
  readonly files: number;
}

/** Loads and checks. A file of the wrong form does not keep the others from being checked. */
export function lintRows({ files, mistakes, count }: RowsFiles, variables: ReadonlyMap<string, string>): LintedRows {
  const loaded = loadRows(files, variables);
  const form = mistakes.map((mistake) => ({ ...mistake, code: mistake.code as DiagnosticCode, severity: 'error' as const, row: null }));
  const diagnostics: AnyDiagnostic[] = sortDiagnostics([...form, ...loaded.diagnostics, ...checkRows(loaded.rows)]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const ofForm = mistakes.some(({ code }) => code !== 'duplicate-key');
  return {
    rows: loaded.rows,
    diagnostics,
    reason: errors.length === 0 ? '' : ofForm ? 'invalid-file' : 'invalid-rows',
    faults: errors.map(faultOf),
    files: count,
  };
}

/** `file:line:column code message`, with its place for an annotation. */
export function faultOf({ file, line, column, code, message }: AnyDiagnostic): Fault {
  return { text: `${file}:${line}:${column} ${code} ${message}`, file, line, column };
}
