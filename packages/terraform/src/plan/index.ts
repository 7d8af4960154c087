/**
 * The plan reader: the JSON of `terraform show -json` as typed facts, in a window of memory. Owns the plan's format and
 * the refusal of everything that is no plan; judges nothing and opens no file.
 */
export { type ByteSource, bytesSource } from './byte-source.ts';
export { emptyModule } from './configuration.ts';
export { PlanError, type PlanErrorCode } from './plan-error.ts';
export { isMap } from './projection.ts';
export { readPlan, readPlanSteps } from './read-plan.ts';
export { runSteps, type Steps } from './steps.ts';
export {
  type ConfiguredModule,
  type ConfiguredProvider,
  type ConfiguredResource,
  type DataResource,
  type Expression,
  everything,
  type Marks,
  type ModuleCall,
  type Plan,
  type PlannedAction,
  type PlanSelection,
  type ResourceChange,
  type Values,
} from './types.ts';
