/** What a process used, by a probe that is preloaded into runs of their own: looking costs a few milliseconds. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from './median.ts';

/** Medians of some runs, and the files that one more run loaded. */
export interface Probed {
  /** MiB at the highest. */
  readonly mib: number;
  /** Milliseconds of processor time, user and system. */
  readonly cpuMs: number;
  /** Paths. */
  readonly files: readonly string[];
}

interface Note {
  readonly maxRssKiB: number;
  readonly cpuMs: number;
  readonly loaded: readonly string[];
}

const probe = pathToFileURL(join(import.meta.dirname, 'probe.mjs')).href;

/** Runs `run` `runs` times and once more with an eye on its files. @param run gets variables for the process that it starts */
export async function probed(runs: number, run: (environment: Record<string, string>) => Promise<unknown>): Promise<Probed> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  try {
    const notesOf = async (name: string, more: Record<string, string>) => {
      const file = join(folder, name);
      await run({ NODE_OPTIONS: `--import=${probe}`, SLIPWAY_PROBE: file, ...more });
      if (!existsSync(file)) throw new Error('the probe wrote nothing');
      // A process that starts others has theirs in the file too; the last to end is the one that was started.
      return JSON.parse(readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '') as Note;
    };
    const notes: Note[] = [];
    for (let count = 0; count < runs; count += 1) notes.push(await notesOf(`${count}.jsonl`, {}));
    const { loaded } = await notesOf('files.jsonl', { SLIPWAY_PROBE_LOADS: '1' });
    return {
      mib: median(notes.map(({ maxRssKiB }) => maxRssKiB / 1024)),
      cpuMs: median(notes.map(({ cpuMs }) => cpuMs)),
      files: loaded.filter((url) => url.startsWith('file:')).map((url) => new URL(url).pathname),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
