/** Waivers, indexed by vulnerability: which one holds for a package, and which of them did anything. */

import type { Finding, VulnerablePackage } from '../finding.ts';
import { absolutePath, compileGlob, type GlobTest } from '../glob.ts';
import type { Waiver } from '../policy/policy.ts';
import { isoDay } from '../policy/waivers.ts';
import { fixStateOf } from './fix.ts';

/** Days before its end at which a waiver is worth a warning. */
const expiringDays = 7;
const dayMs = 86_400_000;

/** How the waivers of a policy fared. Each list is in the order of the file. */
export interface WaiverUse {
  /** Waived something. */
  readonly used: readonly Waiver[];
  /** Held, and waived nothing. */
  readonly unused: readonly Waiver[];
  /** Past their last day; they waive nothing. */
  readonly expired: readonly Waiver[];
  /** `until-fixed`, and the fix is there for all that they took. */
  readonly fixed: readonly Waiver[];
  /** Used, and their last day is at most a week away. */
  readonly expiring: readonly Waiver[];
}

interface Entry {
  readonly waiver: Waiver;
  readonly package: GlobTest | undefined;
  readonly path: GlobTest | undefined;
  used: boolean;
  fixed: boolean;
}

/** The waivers of one judgement; it remembers which were used. */
export class WaiverIndex {
  readonly #today: string;
  readonly #soon: string;
  readonly #entries: readonly Entry[];
  readonly #byId = new Map<string, Entry[]>();

  /** @param now milliseconds since the epoch; the day is UTC's */
  constructor(waivers: readonly Waiver[], now: number) {
    this.#today = isoDay(now);
    this.#soon = isoDay(now + expiringDays * dayMs);
    this.#entries = waivers.map((waiver) => ({
      waiver,
      package: waiver.package === undefined ? undefined : compileGlob(waiver.package),
      path: waiver.path === undefined ? undefined : compileGlob(waiver.path),
      used: false,
      fixed: false,
    }));
    for (const entry of this.#entries) {
      if (this.#expired(entry)) continue;
      const list = this.#byId.get(entry.waiver.id);
      if (list) list.push(entry);
      else this.#byId.set(entry.waiver.id, [entry]);
    }
  }

  /** The first waiver of the file that holds for this package; it counts as used. */
  find(finding: Finding, at: VulnerablePackage): Waiver | undefined {
    for (const entry of this.#byId.get(finding.id) ?? []) {
      if (!inScope(entry, finding, at)) continue;
      if (entry.waiver.untilFixed && fixStateOf(finding, at) !== 'NO') {
        entry.fixed = true;
        continue;
      }
      entry.used = true;
      return entry.waiver;
    }
    return undefined;
  }

  use(): WaiverUse {
    const pick = (test: (entry: Entry) => boolean) => this.#entries.filter(test).map(({ waiver }) => waiver);
    return {
      used: pick((entry) => entry.used),
      unused: pick((entry) => !entry.used && !entry.fixed && !this.#expired(entry)),
      expired: pick((entry) => this.#expired(entry)),
      fixed: pick((entry) => entry.fixed && !entry.used),
      expiring: pick((entry) => entry.used && entry.waiver.until <= this.#soon),
    };
  }

  #expired({ waiver }: Entry): boolean {
    return waiver.until < this.#today;
  }
}

function inScope({ waiver, package: name, path }: Entry, finding: Finding, at: VulnerablePackage): boolean {
  if (waiver.platform !== undefined && waiver.platform !== finding.platform) return false;
  if (name && !name(at.name)) return false;
  return !path || (at.filePath !== undefined && at.filePath !== '' && path(absolutePath(at.filePath)));
}
