/** Long work in steps. */

/** Between two steps, whoever asked may let other things happen. */
export type Steps<T> = Generator<undefined, T>;

/** Takes all steps in one go. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
