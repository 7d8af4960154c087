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
  /** Whether the aim is met, or how; absent where there is none. */
  readonly met?: boolean | string;
}

/** The Markdown table. */
export function rowsTable(rows: readonly Row[]): string {
  return [
    '| | assume-role | the replaced action | ratio | aim |',
    '|---|---|---|---|---|',
    ...rows.map(({ what, ours, theirs = '–', ratio, aim, met }) => {
      const verdict = aim === undefined ? '' : `${aim}: ${met === true ? 'met' : met || '**missed**'}`;
      return `| ${[what, ours, theirs, ratio === undefined ? '–' : ratio.toFixed(2), verdict].join(' | ')} |`;
    }),
  ].join('\n');
}

/** Milliseconds, and how often `node -e 0` fits into them. */
export function milliseconds(ms: number, emptyMs?: number): string {
  return emptyMs === undefined ? `${ms.toFixed(0)} ms` : `${ms.toFixed(0)} ms (${(ms / emptyMs).toFixed(1)} ×)`;
}

/** `node -e 0` on the machine for which the aims in milliseconds were set. */
const emptyThereMs = 24;

/** An aim in milliseconds of that machine: met here too, met as a multiple of `node -e 0`, or missed. */
export function within(ms: number, aimMs: number, emptyMs: number): Required<Pick<Row, 'aim' | 'met'>> {
  const multiple = aimMs / emptyThereMs;
  const met = ms < aimMs || (ms / emptyMs < multiple && 'met as a multiple');
  return { aim: `< ${aimMs} ms (${multiple.toFixed(1)} ×)`, met };
}
