/** Whether a finding is this change's doing, or was there before. */
import type { World } from '../plan-facts/world.ts';
import { type Judgement, type Verdict, worst } from '../rule.ts';
import type { ChosenRule } from './choose-rules.ts';

/** The verdicts of one rule on the world as it was, worked out only when somebody asks. */
export class Past {
  readonly #worldBefore: () => World;
  readonly #chosen: ChosenRule;
  #verdicts: Map<unknown, Verdict> | undefined;

  constructor(chosen: ChosenRule, worldBefore: () => World) {
    this.#chosen = chosen;
    this.#worldBefore = worldBefore;
  }

  /**
   * A new object: introduced. One that failed before: not. One that the plan leaves as it is: only when a companion that
   * was added or taken away made the verdict worse. A change or a replacement of one that did not fail: introduced.
   */
  introduced(judgement: Judgement, verdict: Verdict): boolean {
    const change = judgement.resource?.change;
    if (change && change.before === null) return true;
    const stays = change?.actions.every((action) => action === 'no-op') ?? false;
    if (stays && !judgement.byCompanions) return false;
    const before = this.#before().get(change ?? judgement.address);
    if (before === 'fail') return false;
    return stays ? verdict !== (before ?? 'pass') : true;
  }

  #before(): Map<unknown, Verdict> {
    if (this.#verdicts) return this.#verdicts;
    this.#verdicts = new Map();
    for (const judgement of this.#chosen.rule.judge(this.#worldBefore(), this.#chosen.parameters)) {
      const verdict = worst(judgement.facts);
      const key = judgement.resource?.change ?? judgement.address;
      if (this.#verdicts.get(key) !== 'fail') this.#verdicts.set(key, verdict);
    }
    return this.#verdicts;
  }
}

/** A world that is built at the first call and kept. */
export function lazyWorld(build: () => World): () => World {
  let world: World | undefined;
  return () => {
    world ??= build();
    return world;
  };
}
