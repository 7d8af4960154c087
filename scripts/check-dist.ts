/**
 * Is dist/ what the sources make? Builds into a temporary folder and compares names and bytes.
 * Prints what differs and exits 1; says nothing and exits 0 when all is equal.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './repository.ts';

/** Builds the bundle into `folder`. @throws Error with tsup's output when it fails */
export function buildDist(folder: string, environment: Readonly<Record<string, string>> = {}): void {
  const { SLIPWAY_ONLY: _, ...inherited } = process.env;
  const built = spawnSync(process.execPath, [join(root, 'node_modules', 'tsup', 'dist', 'cli-default.js')], {
    cwd: root,
    encoding: 'utf8',
    env: { ...inherited, ...environment, SLIPWAY_DIST: folder },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (built.status !== 0) throw new Error(`tsup failed (${built.error?.message ?? built.status}):\n${built.stdout}${built.stderr}`);
}

/** What differs between two folders, a line each, sorted by name; empty when they are equal. */
export function differences(committed: string, fresh: string): string[] {
  const before = filesOf(committed);
  const after = filesOf(fresh);
  const lines: string[] = [];
  for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [old, made] = [before.get(name), after.get(name)];
    if (!old) lines.push(`missing: ${name}`);
    else if (!made) lines.push(`not made any more: ${name}`);
    else if (!old.equals(made)) lines.push(`differs: ${name} (${old.length} bytes here, ${made.length} from the sources, line ${firstDifference(old, made)})`);
  }
  return lines;
}

function filesOf(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1), readFileSync(path));
  }
  return files;
}

/** The first line, from 1, in which two texts differ. */
function firstDifference(a: Buffer, b: Buffer): number {
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return a
    .subarray(0, at === -1 ? a.length : at)
    .toString('latin1')
    .split('\n').length;
}

async function main(): Promise<number> {
  const fresh = await mkdtemp(join(tmpdir(), 'slipway-dist-'));
  try {
    buildDist(fresh);
    const lines = differences(join(root, 'dist'), fresh);
    if (lines.length === 0) return 0;
    process.stdout.write(`dist/ is not what the sources make:\n${lines.map((line) => `  ${line}\n`).join('')}Run \`npm run build:dist\` and commit dist/.\n`);
    return 1;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main();
