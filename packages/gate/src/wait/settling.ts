/**
 * When findings are final. Inspector says "scanned" before all findings are there, so a verdict needs quiet: the same
 * findings in two reads, far enough apart, under a coverage that did not change. A pure state machine: it is told what was
 * seen and says what to do next; it neither waits nor calls.
 */

/** How long things have to stay as they are, in milliseconds. */
export interface Quiet {
  /** Before `blocked`. */
  readonly settle: number;
  /** Before `pass`. */
  readonly settleEmpty: number;
  /** Age of a scan from which one read is enough. */
  readonly settledAfter: number;
}

/** A read of the policy-relevant findings. */
export interface Reading {
  /** When the read began, milliseconds since the epoch. */
  readonly at: number;
  /** Stands for the set of (finding, updatedAt, status). */
  readonly signature: string;
  /** Whether something in it blocks. */
  readonly blocks: boolean;
}

/** What a look at the world gave. The coverage is read after the findings, so that a verdict stands on both. */
export interface Look {
  /** When the coverage was read, milliseconds since the epoch. */
  readonly now: number;
  /** The scans of all images when all are ready; absent when one is not. */
  readonly scans?: { readonly key: string; readonly latest: number };
  /** The findings, where they were read in this look. */
  readonly reading?: Reading;
}

/** What the machine remembers between looks. */
export interface Settling {
  /** The scans that are being judged, and when this run first saw them. */
  readonly ready?: { readonly key: string; readonly since: number; readonly settled: boolean };
  readonly reading?: Reading;
  /** From when the quiet counts. */
  readonly quietFrom: number;
  /** The images were ready once and then were not: from then on age alone settles nothing. */
  readonly lapsed: boolean;
}

/** What to do next: judge; read the findings now; or look again, with the findings once `findingsAt` has come. */
export type Next = { readonly kind: 'judge' } | { readonly kind: 'read' } | { readonly kind: 'wait'; readonly findingsAt: number };

/** Nothing seen yet. */
export const unsettled: Settling = { quietFrom: Number.NEGATIVE_INFINITY, lapsed: false };

/** Whether the next look has to read the findings before the coverage. */
export function isReadDue(state: Settling, now: number, quiet: Quiet): boolean {
  return state.ready !== undefined && (state.reading === undefined || now >= endOfQuiet(state, state.reading, quiet));
}

/** Takes in a look. */
export function advance(state: Settling, look: Look, quiet: Quiet): { readonly state: Settling; readonly next: Next } {
  if (!look.scans) {
    const lapsed = state.lapsed || state.ready !== undefined;
    return { state: { ...unsettled, lapsed }, next: { kind: 'wait', findingsAt: Number.POSITIVE_INFINITY } };
  }
  const seen = see(state, look.scans, look.now, quiet);
  const reading = look.reading ?? seen.reading;
  if (!reading) return { state: seen, next: { kind: 'read' } };
  if (seen.ready?.settled) {
    const fresh = look.reading !== undefined;
    return { state: { ...seen, reading }, next: { kind: fresh ? 'judge' : 'read' } };
  }
  const changed = seen.reading !== undefined && seen.reading.signature !== reading.signature;
  const next: Settling = { ...seen, reading, quietFrom: changed ? Math.max(seen.quietFrom, reading.at) : seen.quietFrom };
  const quietEnds = endOfQuiet(next, reading, quiet);
  const confirmed = seen.reading !== undefined && look.reading !== undefined && !changed;
  if (confirmed && reading.at >= quietEnds) return { state: next, next: { kind: 'judge' } };
  return { state: next, next: { kind: 'wait', findingsAt: quietEnds } };
}

/** A scan that was not seen before starts the quiet anew: from its own time or from now, whichever is later. */
function see(state: Settling, scans: { key: string; latest: number }, now: number, quiet: Quiet): Settling {
  if (state.ready?.key === scans.key) return state;
  const first = state.ready === undefined;
  const settled = first && !state.lapsed && now - scans.latest >= quiet.settledAfter;
  const kept = first || !state.reading ? {} : { reading: state.reading };
  return { ...kept, ready: { key: scans.key, since: now, settled }, quietFrom: Math.max(now, scans.latest), lapsed: state.lapsed };
}

function endOfQuiet(state: Settling, reading: Reading, quiet: Quiet): number {
  if (state.ready?.settled) return Number.NEGATIVE_INFINITY;
  return state.quietFrom + (reading.blocks ? quiet.settle : quiet.settleEmpty);
}
