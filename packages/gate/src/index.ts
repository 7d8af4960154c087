/** Scan policy, waivers and verdict over Amazon Inspector findings, as pure functions: no I/O, no clock, no environment. */
export { type Finding, type FixState, type Severity, severities, type VulnerablePackage } from './finding.ts';
export { absolutePath, compileGlob, type GlobTest } from './glob.ts';
export type { Locate, Path, PolicyMistake } from './policy/mistake.ts';
export { type Action, builtInPolicy, defaultMaxWaiverDays, type FixWish, type Policy, type Rule, type Waiver } from './policy/policy.ts';
export { describeWaiver, type PolicyReading, readPolicy } from './policy/read.ts';
export { scanPolicySchema } from './policy/schema.ts';
export { isoDay } from './policy/waivers.ts';
export { fixStateOf } from './verdict/fix.ts';
export { type FindingCounts, type JudgedPackage, type Judgement, type JudgeOptions, judge, noFindings, type PackageVerdict } from './verdict/judge.ts';
export { asksForKev, relevantSeverities } from './verdict/relevance.ts';
export type { WaiverUse } from './verdict/waivers.ts';
export { type CoverageRow, type Standing, standingOf, type UnscannableReason, worstStanding } from './wait/coverage.ts';
export { advance, isReadDue, type Look, type Next, type Quiet, type Reading, type Settling, unsettled } from './wait/settling.ts';
