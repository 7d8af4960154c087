/** From findings and waivers to the verdict. */

import type { Waiver } from '../config/read-waivers.ts';
import { globMatcher } from '../glob.ts';
import type { Finding } from './findings.ts';

/** A finding with the waiver that covers it, if one does. */
export interface WaivedFinding extends Finding {
  readonly waiver?: { readonly owner: string; readonly reason: string; readonly until: string };
}

/** How findings become a verdict. */
export interface Policy {
  readonly blockOn: 'new' | 'all';
  readonly unknown: 'warn' | 'fail' | 'ignore';
  /** The UTC date of the run, `YYYY-MM-DD`. */
  readonly today: string;
  /** Ids of the rules that were judged. */
  readonly judged: ReadonlySet<string>;
}

/** What is reported and what blocks. */
export interface Decision {
  readonly verdict: 'pass' | 'blocked';
  /** What the report lists; unknowns are left out under `unknown: ignore`. */
  readonly findings: readonly WaivedFinding[];
  readonly blocking: readonly WaivedFinding[];
  /** Waivers whose last day is over; they cover nothing. */
  readonly expired: readonly Waiver[];
  /** Waivers of judged rules that cover no finding. */
  readonly unused: readonly Waiver[];
  readonly counts: { readonly fail: number; readonly unknown: number; readonly waived: number; readonly existing: number };
}

/** Decides. Only findings of severity `error` block, and never waived ones. */
export function decide(found: readonly Finding[], waivers: readonly Waiver[], policy: Policy): Decision {
  const expired = waivers.filter(({ until }) => until < policy.today);
  const valid = waivers.filter(({ until }) => until >= policy.today).map((waiver) => ({ waiver, matches: globMatcher(waiver.address) }));
  const used = new Set<Waiver>();
  const all = found.map((finding): WaivedFinding => {
    const covering = valid.filter(({ waiver, matches }) => waiver.rule === finding.rule && matches(finding.address));
    for (const { waiver } of covering) used.add(waiver);
    const [first] = covering;
    if (!first) return finding;
    const { owner, reason, until } = first.waiver;
    return { ...finding, waiver: { owner, reason, until } };
  });
  const blocking = all.filter((finding) => blocks(finding, policy));
  return {
    verdict: blocking.length > 0 ? 'blocked' : 'pass',
    findings: policy.unknown === 'ignore' ? all.filter(({ verdict }) => verdict !== 'unknown') : all,
    blocking,
    expired,
    unused: valid.map(({ waiver }) => waiver).filter((waiver) => policy.judged.has(waiver.rule) && !used.has(waiver)),
    counts: count(all),
  };
}

function blocks(finding: WaivedFinding, policy: Policy): boolean {
  if (finding.severity !== 'error' || finding.waiver) return false;
  if (finding.verdict === 'unknown' && policy.unknown !== 'fail') return false;
  return policy.blockOn === 'all' || finding.introduced;
}

/** `fail`, `unknown`: not waived; `existing`: of these, what was there before; `waived`: all that a waiver covers. */
function count(all: readonly WaivedFinding[]): Decision['counts'] {
  const open = all.filter(({ waiver }) => !waiver);
  return {
    fail: open.filter(({ verdict }) => verdict === 'fail').length,
    unknown: open.filter(({ verdict }) => verdict === 'unknown').length,
    waived: all.length - open.length,
    existing: open.filter(({ introduced }) => !introduced).length,
  };
}
