/** The table at the end. */

/** How a step ended. */
export interface Row {
  readonly step: string;
  readonly action: string;
  readonly state: 'done' | 'stopped' | 'not run' | 'no tool';
  readonly outcome: string;
  /** Milliseconds. */
  readonly ms: number | undefined;
  /** What it made, in a few words. */
  readonly fact: string;
}

/** The rows as aligned text. */
export function renderTable(rows: readonly Row[]): string {
  const cells = [['step', 'state', 'outcome', 'time', 'what'], ...rows.map((row) => [row.step, row.state, row.outcome, row.ms === undefined ? '' : `${(row.ms / 1000).toFixed(1)} s`, row.fact])];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => (line[column] ?? '').length)));
  const line = (values: readonly string[]) => `  ${values.map((value, column) => (column < 4 ? value.padEnd(widths[column] ?? 0) : value)).join('  ')}`.trimEnd();
  const [head = [], ...body] = cells;
  return [line(head), `  ${widths.map((width) => '─'.repeat(width)).join('  ')}  ${'─'.repeat(30)}`, ...body.map(line)].join('\n');
}

/** The last line: what ran, what stopped, what could not run. */
export function lastLine(rows: readonly Row[]): string {
  const count = (state: Row['state']) => rows.filter((row) => row.state === state).length;
  const actions = (kept: readonly Row[]) => new Set(kept.map(({ action }) => action)).size;
  const whole = rows.filter(({ action }) => rows.every((row) => row.action !== action || row.state === 'done'));
  const parts = [`${count('done')} of ${rows.length} steps done (${actions(whole)} of ${actions(rows)} actions)`];
  if (count('stopped') > 0) parts.push(`${count('stopped')} stopped the pipeline`);
  if (count('not run') > 0) parts.push(`${count('not run')} not run after it`);
  if (count('no tool') > 0) parts.push(`${count('no tool')} could not run for want of a tool`);
  return parts.join(', ');
}
