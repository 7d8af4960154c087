/** A row of the logins' table. Pure. */

/** One figure beside the replaced action's, and what it aims at. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  /** Of the replaced action, in the same run or as it was measured before. */
  readonly theirs?: string;
  /** Ours ÷ theirs. */
  readonly ratio?: number;
  readonly aim?: string;
  /** Whether the aim is met; absent where there is none. */
  readonly met?: boolean;
}

/** The Markdown table. */
export function rowsTable(rows: readonly Row[]): string {
  return [
    '| | assume-role | the replaced action | ratio | aim |',
    '|---|---|---|---|---|',
    ...rows.map(({ what, ours, theirs = '–', ratio, aim, met }) => {
      const verdict = aim === undefined ? '' : `${aim}${met === undefined ? '' : met ? ': met' : ': **missed**'}`;
      return `| ${[what, ours, theirs, ratio === undefined ? '–' : ratio.toFixed(2), verdict].join(' | ')} |`;
    }),
  ].join('\n');
}

/** Milliseconds, and how often `node -e 0` fits into them. */
export function milliseconds(ms: number, emptyMs?: number): string {
  return emptyMs === undefined ? `${ms.toFixed(0)} ms` : `${ms.toFixed(0)} ms (${(ms / emptyMs).toFixed(1)} ×)`;
}
