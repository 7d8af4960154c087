/** What the loader and the checks have to say of a row file: closed codes, each with its severity and its place. */

/** A place in a file, from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Finds the place of a path of keys and indexes; the nearest parent's where it does not exist. */
export type Locate = (path: readonly (string | number)[], at?: 'key' | 'value') => Place;

/** Every code and its severity. `prefix-never-matches` is an error in ASCII and a warning otherwise. */
export const severities = {
  'flag-not-boolean': 'error',
  'bad-type-tag': 'error',
  'transfer-type-unknown': 'error',
  'transfer-type-case': 'warning',
  'destination-bucket-missing': 'error',
  'destination-bucket-ignored': 'warning',
  'sft-route-missing': 'error',
  'sft-relative-path': 'warning',
  'wildcard-not-supported': 'error',
  'matches-everything': 'error',
  'key-empty': 'error',
  'token-not-resolved': 'error',
  'token-unknown': 'error',
  'prefix-never-matches': 'error',
  'prefix-open-ended': 'warning',
  'compress-incomplete': 'error',
  'compress-format-unknown': 'error',
  'compress-z-padded': 'warning',
  'unknown-attribute': 'warning',
  'rewrap-incomplete': 'error',
  'rewrap-and-decrypt': 'error',
  'rewrap-ignored': 'warning',
  'manifest-encryption-unknown': 'error',
  'arn-malformed': 'error',
  'bucket-name-invalid': 'error',
  'variable-undefined': 'error',
  'value-null': 'error',
  'suspicious-range-key': 'warning',
  'string-expected': 'error',
  'key-too-long': 'error',
  'item-too-big': 'error',
  'duplicate-key': 'error',
  'duplicate-primary-key': 'error',
  'reserved-attribute': 'error',
  'prefix-overlap': 'warning',
  'destination-collision': 'warning',
  'egress-loop': 'error',
  'iam-not-covered': 'error',
  'sft-stub-required': 'error',
  'trigger-missing': 'warning',
} as const satisfies Record<string, 'error' | 'warning'>;

/** One of the codes. */
export type DiagnosticCode = keyof typeof severities;

/** One mistake or doubt. */
export interface Diagnostic extends Place {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** The row's number in its file, from 1; null for what belongs to no row. */
  readonly row: number | null;
}

/** Sorted by file, line, column, code, and each told once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const once = new Map(diagnostics.map((entry) => [`${entry.file}:${entry.line}:${entry.column}:${entry.code}:${entry.message}`, entry]));
  return [...once.values()].sort((a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column || order(a.code, b.code));
}

/** `file:line:column code message` */
export function renderDiagnostic(diagnostic: Diagnostic): string {
  return `${diagnostic.file}:${diagnostic.line}:${diagnostic.column} ${diagnostic.code} ${diagnostic.message}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
