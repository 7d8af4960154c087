/** How many rows a run may delete without being told that it may. */

/** The limits of the contract: 25 rows, or a fifth of our rows, whichever is smaller. */
const maxRows = 25;
const maxShare = 0.2;

/**
 * The number of rows that may be deleted.
 * @param marked rows that carried our mark before the run
 * @param given `max-deletes`, which replaces the rule
 */
export function deleteLimit(marked: number, given?: number): number {
  return given ?? Math.max(1, Math.min(maxRows, Math.ceil(marked * maxShare)));
}
