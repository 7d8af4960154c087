/** The ledger for a reader: who was called, what was refused and why. No body, no token, no key. */
import type { LedgerEntry } from '../ledger.ts';

/** One call. */
export interface LoggedCall {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** `sts:AssumeRole` */
  readonly call: string;
  /** Absent where no answer came. */
  readonly status?: number;
  /** ARN of who signed, or the subject of the token. */
  readonly caller?: string;
  /** The fault that was played. */
  readonly fault?: string;
  /** The code of a refusal. */
  readonly code?: string;
  readonly why?: string;
}

/** Takes what may be shown. */
export function loggedCalls(entries: readonly LedgerEntry[]): LoggedCall[] {
  return entries.map(({ service, operation, at, status, caller, fault, refused }) => ({
    at,
    call: `${service}:${operation}`,
    ...(status === undefined ? {} : { status }),
    ...(caller === undefined ? {} : { caller }),
    ...(fault === undefined ? {} : { fault }),
    ...(refused === undefined ? {} : { code: refused.code, why: refused.reason }),
  }));
}

/** The table, as lines. */
export function logTable(calls: readonly LoggedCall[]): string[] {
  if (calls.length === 0) return ['Nothing was called.'];
  const rows = [['time', 'call', 'answer', 'who', 'why'], ...calls.map(cellsOf)];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function cellsOf({ at, call, status, caller = '', fault, code, why }: LoggedCall): string[] {
  const answer = `${status ?? 'none'}${code ? ` ${code}` : ''}`;
  return [new Date(at).toISOString().slice(11, 19), call, answer, oneLine(caller), oneLine(fault ? `fault: ${fault}` : (why ?? ''))];
}

/** Callers' texts come from outside: no line breaks and no control characters in a terminal or a job's log. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
