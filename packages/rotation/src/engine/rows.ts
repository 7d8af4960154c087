/** The rows of a run: what is known of each target at any moment, so that a run that dies can still say where things stand. */
import type { RotationPlan, Target } from '../ports.ts';
import type { TargetResult } from '../results.ts';

/** A row for every target of the plan, in its order. */
export class Rows {
  readonly #rows = new Map<Target, Omit<TargetResult, 'target'>>();
  readonly #targets: readonly Target[];

  constructor(plan: Pick<RotationPlan, 'targets'>) {
    this.#targets = plan.targets;
  }

  /** Notes what has become true of a target; what is not given stays. */
  note(target: Target, change: Partial<Omit<TargetResult, 'target'>>): void {
    this.#rows.set(target, { ...this.#row(target), ...change });
  }

  /** The rows; a target that was never reached is `failed`. */
  all(): TargetResult[] {
    return this.#targets.map((target) => ({ target: target.name, ...this.#row(target) }));
  }

  #row(target: Target): Omit<TargetResult, 'target'> {
    return this.#rows.get(target) ?? { oldVersion: null, newVersion: null, state: 'failed' };
  }
}
