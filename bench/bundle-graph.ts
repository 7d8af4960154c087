/** What an entry of dist/ can load: the files behind its static imports, and behind its dynamic ones too. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files of the bundle and their bytes. */
export interface Loaded {
  readonly files: readonly string[];
  readonly bytes: number;
}

/** What an entry reaches. */
export interface Reach {
  /** Loaded at every start. */
  readonly start: Loaded;
  /** Loaded at most. */
  readonly most: Loaded;
}

/** The reach of `dist/<entry>`. */
export function reachOf(dist: string, entry: string): Reach {
  return { start: loaded(dist, walk(dist, entry, false)), most: loaded(dist, walk(dist, entry, true)) };
}

/** The bytes of some files of the bundle. */
export function loaded(dist: string, files: readonly string[]): Loaded {
  return { files, bytes: files.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0) };
}

function walk(dist: string, entry: string, dynamic: boolean): string[] {
  const seen = new Set<string>();
  const open = [entry];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    // What stands in a string or a comment of a library is no file of ours.
    open.push(...importsOf(readFileSync(join(dist, name), 'utf8'), dynamic).filter((next) => existsSync(join(dist, next))));
  }
  return [...seen].sort();
}

/** esbuild writes static imports at a line's start, after its banner, and dynamic ones as `import("./chunk.js")`. */
function importsOf(text: string, dynamic: boolean): string[] {
  const found = [...text.matchAll(/^(?:import|export)\b[^;]*?["']\.\/([^"']+)["'];?$/gm)];
  if (dynamic) found.push(...text.matchAll(/\bimport\(["']\.\/([^"']+)["']\)/g));
  return found.map((match) => match[1] ?? '');
}
