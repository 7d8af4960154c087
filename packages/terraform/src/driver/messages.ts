/** The lines that terraform prints under `-json` (Terraform, "Machine-Readable UI"). */

/** An error or a warning, with its place. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  /** Relative to the working directory. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A line that was understood. */
export interface Message {
  readonly type: string;
  readonly text: string;
  readonly diagnostic?: Diagnostic;
}

interface RawMessage {
  readonly '@message'?: unknown;
  readonly type?: unknown;
  readonly diagnostic?: {
    readonly severity?: unknown;
    readonly summary?: unknown;
    readonly detail?: unknown;
    readonly address?: unknown;
    readonly range?: { readonly filename?: unknown; readonly start?: { readonly line?: unknown; readonly column?: unknown } };
  };
}

/** A line of terraform's; `undefined` when it is not one of the machine-readable kind. */
export function parseMessage(line: string): Message | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const raw = JSON.parse(line) as RawMessage;
    const diagnostic = raw.diagnostic ? diagnosticOf(raw.diagnostic) : undefined;
    return { type: String(raw.type ?? ''), text: String(raw['@message'] ?? ''), ...(diagnostic ? { diagnostic } : {}) };
  } catch {
    return undefined;
  }
}

function diagnosticOf({ severity, summary, detail, address, range }: NonNullable<RawMessage['diagnostic']>): Diagnostic {
  return {
    severity: severity === 'warning' ? 'warning' : 'error',
    summary: String(summary ?? ''),
    detail: String(detail ?? ''),
    ...(typeof address === 'string' ? { address } : {}),
    ...(typeof range?.filename === 'string' ? { file: range.filename } : {}),
    ...(typeof range?.start?.line === 'number' ? { line: range.start.line } : {}),
    ...(typeof range?.start?.column === 'number' ? { column: range.start.column } : {}),
  };
}

/** Message types that tell a person how it goes; the rest repeats them or is for programs. */
const progressTypes = new Set([
  'planned_change',
  'resource_drift',
  'change_summary',
  'apply_start',
  'apply_progress',
  'apply_complete',
  'apply_errored',
  'provision_start',
  'provision_progress',
  'provision_complete',
  'provision_errored',
  'refresh_start',
  'log',
]);

/** Whether a message belongs into the log of the job. */
export function isProgress({ type, diagnostic }: Message): boolean {
  return diagnostic === undefined && progressTypes.has(type);
}
