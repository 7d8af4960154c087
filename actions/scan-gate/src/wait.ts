/** The wait: coverage of every child, then findings that have settled under a coverage that did not change. */
import { Failure, formatDuration } from '@slipway/action-kit';
import { advance, type Finding, isReadDue, type Settling, unsettled, worstStanding } from '@slipway/gate';
import { type ImageCoverage, listImageCoverage } from '@slipway/sdk/inspector';
import type { GateContext } from './gate-context.ts';
import { findingsReader } from './read-findings.ts';
import type { Child, Target } from './target.ts';
import { neverCovered, unscannable } from './unscannable.ts';

/** A child with Inspector's last words on it. */
export interface CoveredChild extends Child {
  /** Inspector's statusCode; empty without a row. */
  readonly status: string;
  /** Inspector's reason; empty without a row. */
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly lastScannedAt: number | undefined;
  readonly standing: ReturnType<typeof worstStanding>;
}

/** What is known so far; the wait keeps it up to date, so that a failure can tell how far it came. */
export interface Progress {
  children: readonly CoveredChild[];
  findings: readonly Finding[];
  /** Looks at Inspector. */
  looks: number;
}

/** Pauses between looks: from 1 s, a tenth of the time waited, at most 10 s. */
const shortestPauseMs = 1_000;
const longestPauseMs = 10_000;

/**
 * Returns when `progress.findings` may be judged.
 * @throws Failure when Inspector will not judge one of the images, or never noticed it
 */
export async function waitForFindings(target: Target, progress: Progress, gate: GateContext): Promise<void> {
  const { aws, inputs, log } = gate;
  const { quiet } = inputs;
  const readFindings = findingsReader(gate);
  const start = aws.clock.now();
  let state: Settling = unsettled;
  let readNow = target.children.every(({ pushedAt }) => start - pushedAt >= quiet.settledAfter);
  let said = '';
  for (;;) {
    const due = readNow || isReadDue(state, aws.clock.now(), quiet);
    const read = due ? await readFindings(judged(target, progress, inputs.onUnscannable)) : undefined;
    progress.children = await readCoverage(target, gate);
    progress.looks += 1;
    const now = aws.clock.now();
    const standing = assess(target, progress.children, now - start, gate);
    const look = { now, ...(standing.scans ? { scans: standing.scans } : {}), ...(read ? { reading: read.reading } : {}) };
    const step = advance(state, look, quiet);
    state = step.state;
    if (read) progress.findings = read.findings;
    if (step.next.kind === 'judge') return;
    readNow = step.next.kind === 'read';
    if (step.next.kind === 'read') continue;
    if (standing.text !== said) log.info(`${formatSeconds(now - start)}: ${standing.text}`);
    said = standing.text;
    const pause = pauseAfter(now - start, Math.random());
    await aws.clock.sleep(Math.max(1, Math.min(pause, step.next.findingsAt - now, standing.within)), aws.signal);
  }
}

/** The pause after so much waiting. @param jitter in [0, 1) */
export function pauseAfter(waitedMs: number, jitter: number): number {
  const wanted = Math.min(longestPauseMs, Math.max(shortestPauseMs, waitedMs / 10));
  return Math.min(longestPauseMs, wanted * (0.9 + 0.2 * jitter));
}

async function readCoverage({ place, children }: Target, { aws }: GateContext): Promise<CoveredChild[]> {
  const rows = await listImageCoverage(
    aws,
    place,
    children.map(({ digest }) => digest),
  );
  const byDigest = Map.groupBy(rows, ({ digest }) => digest);
  return children.map((child) => coveredChild(child, byDigest.get(child.digest) ?? []));
}

function coveredChild(child: Child, rows: readonly ImageCoverage[]): CoveredChild {
  const standing = worstStanding(rows, child.pushedAt);
  const telling = rows.find((row) => worstStanding([row], child.pushedAt).kind === standing.kind);
  const lastScannedAt = standing.kind === 'ready' ? standing.lastScannedAt : telling?.lastScannedAt;
  return { ...child, status: telling?.statusCode ?? '', reason: telling?.reason ?? '', lastScannedAt, standing };
}

/** The children that count: all, but for unsupported ones that `on-unscannable: warn` leaves out when others are there. */
function judged(target: Target, { children }: Progress, onUnscannable: 'fail' | 'warn'): readonly Child[] {
  return children.length === 0 ? target.children : withoutExcused(children, onUnscannable);
}

/** Drops excused children, unless nothing would be left. */
export function withoutExcused(children: readonly CoveredChild[], onUnscannable: 'fail' | 'warn'): readonly CoveredChild[] {
  const rest = children.filter(({ standing }) => !(standing.kind === 'unscannable' && standing.reason === 'unsupported'));
  return onUnscannable === 'warn' && rest.length > 0 ? rest : children;
}

/** How all children stand together; throws when waiting is pointless. */
interface Assessment {
  readonly scans: { readonly key: string; readonly latest: number } | undefined;
  readonly text: string;
  /** Milliseconds until something has to be looked at again at the latest. */
  readonly within: number;
}

function assess(target: Target, all: readonly CoveredChild[], waitedMs: number, { inputs }: GateContext): Assessment {
  const children = withoutExcused(all, inputs.onUnscannable);
  for (const child of children) {
    const { standing } = child;
    if (standing.kind === 'unscannable') throw unscannable(standing.reason, child, { statusCode: child.status, reason: child.reason }, target.place);
  }
  const absent = children.filter(({ standing }) => standing.kind === 'absent');
  const left = inputs.discoveryTimeout - waitedMs;
  if (absent.length > 0 && left <= 0) throw neverCovered(target, absent, formatDuration(inputs.discoveryTimeout));
  const within = absent.length > 0 ? left : Number.POSITIVE_INFINITY;
  const waiting = children.filter(({ standing }) => standing.kind !== 'ready');
  if (waiting.length > 0) return { scans: undefined, text: `waiting for ${waiting.map(describeChild).join('; ')}`, within };
  const scans = children.map(({ digest, lastScannedAt }) => `${digest}=${lastScannedAt}`).join(' ');
  const latest = Math.max(...children.map(({ lastScannedAt }) => lastScannedAt ?? 0));
  return { scans: { key: scans, latest }, text: `scanned ${new Date(latest).toISOString()}; waiting until the findings have settled`, within };
}

/** One child in a line: what it is and what Inspector says. */
export function describeChild({ digest, platform, standing, status, reason }: CoveredChild): string {
  const name = platform || digest.slice(0, 19);
  if (standing.kind === 'absent') return `${name}: Inspector has no row yet`;
  if (standing.kind === 'waiting') return `${name}: ${standing.why} (${status}/${reason})`;
  return `${name}: ${status}/${reason}`;
}

function formatSeconds(ms: number): string {
  return `${Math.round(ms / 1_000)}s`;
}

/** The failure when time ran out; tells what Inspector said last. */
export function ranOut(target: Target | undefined, progress: Progress, timeoutMs: number, cause: unknown): Failure {
  const waiting = progress.children.filter(({ standing }) => standing.kind !== 'ready');
  const ready = progress.children.length > 0 && waiting.length === 0;
  const why = ready ? ['the images are scanned; their findings had not settled yet'] : waiting.map(describeChild);
  return new Failure({
    what: `no verdict on ${target ? `${target.place.repository}@${target.digest}` : 'the image'} within ${formatDuration(timeoutMs)}`,
    reason: 'timeout',
    why: why.length > 0 ? why : ['AWS did not answer in time'],
    remedy: `Raise the timeout (timeout: ${formatDuration(timeoutMs * 2)}), or look at Amazon Inspector's health in this region. Nothing was promoted.`,
    cause,
  });
}
