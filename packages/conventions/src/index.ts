/**
 * The platform's conventions: its names as functions, its rules with the sentence each stands on, waivers and the verdict.
 * Pure: takes a plan and parsed files, gives findings. Opens nothing, asks nobody, knows no clock.
 */
export { conventionsSchema } from './config/conventions-schema.ts';
export type { ConventionMistake, Locate } from './config/locate.ts';
export { type Conventions, noConventions, type RuleSetting, readConventions } from './config/read-conventions.ts';
export { readWaivers, type Waiver } from './config/read-waivers.ts';
export { waiversSchema } from './config/waivers-schema.ts';
export { renderJunit } from './formats/junit.ts';
export { renderSarif, type SarifInput, type SarifLog, type SarifResult, type SarifRun } from './formats/sarif.ts';
export { globMatcher } from './glob.ts';
export { type Answer, type Asset, takeInventory } from './inventory/inventory.ts';
export { type Choice, type ChosenRule, chooseRules } from './judge/choose-rules.ts';
export { type Decision, decide, type Policy, type WaivedFinding } from './judge/decide.ts';
export { type Finding, sortFindings } from './judge/findings.ts';
export { judgePlan, judgeSteps, selectionFor } from './judge/judge-plan.ts';
export * from './names.ts';
export { looksLikeAgent } from './plan-facts/agent-config.ts';
export { addressOf as manifestAddress } from './plan-facts/manifests.ts';
export { agentKind, type Manifest, noFacts, type RunFacts } from './plan-facts/world.ts';
export { isProfile, rulesOf } from './profiles.ts';
export { type ParameterSpec, type ProfileName, profileNames, type Rule, type Severity, type Source } from './rule.ts';
export { findRule, rules } from './rules/catalogue.ts';
export { refuseRuleId } from './rules/known-ids.ts';
export { tableIds } from './rules/table.ts';
