import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Job } from './job.ts';

/**
 * The model: one pile of layers per variable. A login lays one on top, a foreign step lays one that stays, an ended login's is
 * drawn out wherever it lies; what is on top is seen.
 */
interface Layer {
  readonly owner: number | undefined;
  readonly value: string;
}

type Move =
  | { readonly kind: 'login'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'end'; readonly which: number | undefined }
  | { readonly kind: 'post'; readonly which: number }
  | { readonly kind: 'foreign'; readonly name: string };

const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'REGION'] as const;
/** Few, so that two logins often give the same value, and one of them what was there. */
const value = fc.constantFrom('', 'eu', 'us', 'line one\nline two', 'naïve ☂', 'base-REGION');
const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('login' as const), values: fc.dictionary(fc.constantFrom(...names), value, { minKeys: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const), which: fc.option(fc.nat(5), { nil: undefined }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('post' as const), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('foreign' as const), name: fc.constantFrom(...names) }) },
);

class Model {
  readonly piles = new Map<string, Layer[]>();
  readonly job: Job;
  /** Records of logins that are not over, and of steps that ended one, in order. */
  readonly logins: { id: number; file: string }[] = [];
  readonly files: string[] = [];
  #count = 0;

  constructor(base: Readonly<Record<string, string>>) {
    this.job = new Job({ ...base });
    for (const name of names) this.piles.set(name, [{ owner: undefined, value: base[name] ?? '' }]);
  }

  pile(name: string): Layer[] {
    return this.piles.get(name) ?? [];
  }

  make(move: Move): void {
    if (move.kind === 'login') this.#login(move.values);
    else if (move.kind === 'foreign') this.#foreign(move.name);
    else if (move.kind === 'end') this.#end(move.which);
    else this.#post(move.which);
  }

  #login(values: Readonly<Record<string, string>>): void {
    const id = this.#count++;
    const file = this.job.login(values, { profiles: [`p${id}`] });
    for (const [name, given] of Object.entries(values)) this.pile(name).push({ owner: id, value: given });
    this.logins.push({ id, file });
    this.files.push(file);
  }

  #foreign(name: string): void {
    const own = `foreign ${this.#count++}`;
    this.job.variables[name] = own;
    this.pile(name).push({ owner: undefined, value: own });
  }

  #end(which: number | undefined): void {
    if (this.logins.length === 0) return;
    const index = which === undefined ? this.logins.length - 1 : which % this.logins.length;
    const { file } = this.job.end(which === undefined ? undefined : `p${this.logins[index]?.id}`);
    this.files.push(file);
    this.#over(index);
  }

  #post(which: number): void {
    if (this.logins.length === 0) return;
    const index = which % this.logins.length;
    this.job.post(this.logins[index]?.file ?? '');
    this.#over(index);
  }

  #over(index: number): void {
    const [gone] = this.logins.splice(index, 1);
    for (const [name, pile] of this.piles)
      this.piles.set(
        name,
        pile.filter(({ owner }) => owner === undefined || owner !== gone?.id),
      );
  }

  check(): void {
    for (const name of names) expect(this.job.variables[name] ?? '', name).toBe(this.pile(name).at(-1)?.value);
  }
}

const base = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('base-REGION', 'job key'));

describe('any sequence of logins, ends, posts and foreign changes', () => {
  it('shows the newest that is not over, and after all posts what the job and foreigners set', () => {
    fc.assert(
      fc.property(base, fc.array(moves, { maxLength: 14 }), (before, sequence) => {
        const model = new Model(before);
        try {
          for (const move of sequence) {
            model.make(move);
            model.check();
          }
          for (const file of [...model.files].reverse()) model.job.post(file);
          for (const name of names) expect(model.job.variables[name] ?? '').toBe(model.pile(name).findLast(({ owner }) => owner === undefined)?.value);
          expect(model.job.records()).toEqual([]);
        } finally {
          model.job.remove();
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
