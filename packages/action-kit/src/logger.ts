/** What a step prints: one line a phase, groups for bulk, no secrets. */
import type { Masks } from './masks.ts';
import type { Place, Runner } from './runner.ts';

/** Lines for the job's log. Annotations are for what a person must act on: at most ten of a kind are shown by GitHub. */
export interface Logger {
  info(line: string): void;
  debug(line: string): void;
  notice(text: string, place?: Place): void;
  warning(text: string, place?: Place): void;
  error(text: string, place?: Place): void;
  /** Prints lines under a collapsed heading. */
  group(title: string, lines: readonly string[]): void;
}

/** GitHub shows ten annotations of a kind per step and drops the rest without a word. */
const annotationCap = 10;

/** A logger that hides known secrets in every line and stops at ten annotations of a kind, printing the rest as lines. */
export function createLogger(runner: Runner, masks: Masks): Logger {
  const used = { error: 0, warning: 0, notice: 0 };
  const annotate = (kind: 'error' | 'warning' | 'notice') => (text: string, place?: Place) => {
    used[kind] += 1;
    if (used[kind] <= annotationCap) runner.command(kind, masks.scrub(text), place && scrubbed(place, masks));
    else runner.print(`${kind}: ${masks.scrub(text)}`);
  };
  return {
    info: (line) => runner.print(masks.scrub(line)),
    debug: (line) => runner.debug(masks.scrub(line)),
    notice: annotate('notice'),
    warning: annotate('warning'),
    error: annotate('error'),
    group: (title, lines) => {
      runner.startGroup(masks.scrub(title));
      for (const line of lines) runner.print(masks.scrub(line));
      runner.endGroup();
    },
  };
}

/** A place whose title names no secret either. */
function scrubbed(place: Place, masks: Masks): Place {
  return place.title === undefined ? place : { ...place, title: masks.scrub(place.title) };
}
