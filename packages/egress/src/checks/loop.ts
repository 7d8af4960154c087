/** Rows that feed each other: what one writes is sent again by the next, round and round. */
import { targetFolder } from '../consumer/match.ts';
import { beginsWith, type PrefixSymbol, symbolsOf } from '../consumer/symbols.ts';
import { tokensOf } from '../consumer/tokens.ts';
import { type Report, type Row, renderKey, rowText, sourceOf } from '../rows/row.ts';

interface Flow {
  readonly row: Row;
  readonly source: readonly PrefixSymbol[];
  readonly target: readonly PrefixSymbol[];
  /** The target goes on with something unknown. */
  readonly open: boolean;
}

const slash = 47;

/** egress-loop, told at every row of a cycle; a row that feeds itself is one */
export function checkLoops(rows: readonly Row[], reportFor: (row: Row) => Report): void {
  const flows = rows.flatMap((row) => flowOf(row) ?? []);
  const bySource = Map.groupBy(flows, ({ row }) => rowText(row, 'source_bucket') ?? '');
  const next = new Map(
    flows.map((flow) => [flow, (bySource.get(rowText(flow.row, 'destination_bucket') ?? '') ?? []).filter((other) => feeds(flow, other))] as const),
  );
  for (const flow of flows) {
    const cycle = cycleFrom(flow, next);
    if (!cycle) continue;
    const way = [...cycle, flow].map(({ row }) => `${renderKey(row.key)} (${sourceOf(row)})`).join(' → ');
    reportFor(flow.row)('egress-loop', 'destination_prefix', `what this row writes comes back to it: ${way}`);
  }
}

function flowOf(row: Row): Flow | undefined {
  const prefix = rowText(row, 'source_prefix')?.replace(/\*$/, '');
  if (!prefix || prefix.includes('*') || rowText(row, 'transfer_type')?.toUpperCase() !== 'S3') return undefined;
  if (!rowText(row, 'source_bucket') || !rowText(row, 'destination_bucket')) return undefined;
  const folder = targetFolder(rowText(row, 'destination_prefix') ?? '', 'S3');
  const target = symbolsOf(folder === '' ? '' : `${folder}/`, tokensOf['destination_prefix'] ?? []);
  return { row, source: symbolsOf(prefix, tokensOf['source_prefix'] ?? []).symbols, target: target.symbols, open: target.open };
}

/** Whether a file in `from`'s folder can be one that `to` sends: only a file's name is added to the folder. */
function feeds(from: Flow, to: Flow): boolean {
  if (beginsWith(from.target, to.source)) return true;
  const rest = to.source.slice(from.target.length);
  return !from.open && !rest.includes(slash) && beginsWith(to.source, from.target);
}

/** The shortest way from a row back to itself, without the return; `undefined` where there is none. */
function cycleFrom(start: Flow, next: ReadonlyMap<Flow, readonly Flow[]>): Flow[] | undefined {
  const queue: Flow[][] = [[start]];
  const seen = new Set<Flow>();
  for (let way = queue.shift(); way; way = queue.shift()) {
    for (const step of next.get(way.at(-1) as Flow) ?? []) {
      if (step === start) return way;
      if (seen.has(step)) continue;
      seen.add(step);
      queue.push([...way, step]);
    }
  }
  return undefined;
}
