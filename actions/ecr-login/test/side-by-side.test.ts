import { describe, expect, it } from 'vitest';
import { sideBySide } from '../src/side-by-side.ts';

const never = (signal: AbortSignal) => new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

describe('sideBySide', () => {
  it('gives the answers in the order of the items', async () => {
    const answers = await sideBySide([3, 1, 2], new AbortController().signal, async (ms) => {
      await new Promise((later) => setTimeout(later, ms));
      return ms * 10;
    });
    expect(answers).toEqual([30, 10, 20]);
  });

  it('stops the others with the first that fails', async () => {
    const stopped: number[] = [];
    const work = sideBySide([1, 2, 3], new AbortController().signal, async (item, signal) => {
      if (item === 2) throw new Error('second');
      signal.addEventListener('abort', () => stopped.push(item));
      return never(signal);
    });
    await expect(work).rejects.toThrow('second');
    expect(stopped).toEqual([1, 3]);
  });

  it('stops all with the run, for its reason', async () => {
    const run = new AbortController();
    const work = sideBySide([1, 2], run.signal, (_item, signal) => never(signal));
    run.abort(new Error('cancelled'));
    await expect(work).rejects.toThrow('cancelled');
  });

  it('of nothing is nothing', async () => {
    expect(await sideBySide([], new AbortController().signal, (_item, signal) => never(signal))).toEqual([]);
  });
});
