/** The runner harness: starts shipped actions as a GitHub runner does and reads back all that they wrote. */
export { type Annotation, parseCommands, parseFileCommand } from './commands.ts';
export { type Allowed, findLeaks, type Leak, openFiles } from './leaks.ts';
export { type Report, type RunningStep, runStep, type StepOptions, type StepResult, startStep } from './step.ts';
