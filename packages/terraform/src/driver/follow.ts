/** Reads a file's lines while somebody else writes it. */
import { closeSync, openSync, readSync } from 'node:fs';

/** A file that is being followed. */
export interface Follower {
  /** Reads what is left, gives the last line even without its end, and stops. */
  finish(): Promise<void>;
}

/** Waiting as an argument. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

const pauseMs = 100;
const chunkBytes = 64 * 1024;

/** Follows a file that may not be there yet. */
export function followLines(file: string, onLine: (line: string) => void, sleep: Sleep): Follower {
  const stop = new AbortController();
  const reader = lineReader(file, onLine);
  const loop = (async () => {
    while (!stop.signal.aborted) {
      reader.drain();
      await sleep(pauseMs, stop.signal).catch(() => {});
    }
  })();
  return {
    async finish() {
      stop.abort();
      await loop;
      reader.drain();
      reader.end();
    },
  };
}

function lineReader(file: string, onLine: (line: string) => void) {
  const decoder = new TextDecoder();
  const chunk = Buffer.alloc(chunkBytes);
  let position = 0;
  let rest = '';
  return {
    drain() {
      const descriptor = openIfThere(file);
      if (descriptor === undefined) return;
      try {
        for (let read = readSync(descriptor, chunk, 0, chunkBytes, position); read > 0; read = readSync(descriptor, chunk, 0, chunkBytes, position)) {
          position += read;
          const lines = (rest + decoder.decode(chunk.subarray(0, read), { stream: true })).split(/\r?\n/);
          rest = lines.pop() ?? '';
          for (const line of lines) onLine(line);
        }
      } finally {
        closeSync(descriptor);
      }
    },
    end() {
      if (rest) onLine(rest);
    },
  };
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch {
    return undefined;
  }
}
