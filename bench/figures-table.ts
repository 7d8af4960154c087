/** The figures as a Markdown table. Pure. */
import type { Reach } from './bundle-graph.ts';
import type { Figures } from './measure.ts';

/** One action: its figures, or why there are none. */
export interface Line {
  readonly action: string;
  readonly what: string;
  readonly reach: Reach;
  readonly figures: Figures | string;
}

/** The whole table, one row an action. */
export function figuresTable(lines: readonly Line[]): string {
  return [
    '| action | shortest successful run | `node -e 0` | whole process | peak memory | loaded at start | loaded in this run | at most |',
    '|---|---|---|---|---|---|---|---|',
    ...lines.map(row),
  ].join('\n');
}

function row({ action, what, reach, figures }: Line): string {
  const sizes = [size(reach.start), typeof figures === 'string' ? '–' : size(figures.loaded), size(reach.most)];
  const measured =
    typeof figures === 'string'
      ? ['–', `not run: ${figures}`, '–']
      : [`${figures.baselineMs.toFixed(0)} ms`, `${figures.ms.toFixed(0)} ms`, `${figures.peakMiB.toFixed(0)} MiB (${figures.baselineMiB.toFixed(0)} empty)`];
  return `| ${[action, what, ...measured, ...sizes].join(' | ')} |`;
}

function size(loaded: { readonly files: readonly string[]; readonly bytes: number }): string {
  return `${Math.round(loaded.bytes / 1000)} kB, ${loaded.files.length} files`;
}
