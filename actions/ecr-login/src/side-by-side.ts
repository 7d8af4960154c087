/** Several requests at once that stop together: who fails first says why, and nobody waits for the rest. */

/** @param work gets the signal of the whole; it aborts with the run, and as soon as one of the others has failed */
export async function sideBySide<T, R>(items: readonly T[], signal: AbortSignal, work: (item: T, signal: AbortSignal) => Promise<R>): Promise<R[]> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  try {
    return await Promise.all(items.map((item) => work(item, either)));
  } finally {
    stop.abort(new Error('another one has failed'));
  }
}
