/**
 * Time, memory and size of each action: `npm run bench -- [--runs 15] [--write] [action …]`. Prints a Markdown table;
 * `--write` puts it into bench/README.md too.
 * SLIPWAY_DIST measures another bundle than dist/.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startTestkit } from '@slipway/testkit';
import { replaceSection } from '../scripts/docs/markers.ts';
import { actionNames, root } from '../scripts/repository.ts';
import { reachOf } from './bundle-graph.ts';
import { figuresTable, type Line } from './figures-table.ts';
import { loginTable } from './login/login-rows.ts';
import { measure } from './measure.ts';
import { scenarios } from './scenarios.ts';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '15' }, write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const runs = Math.max(1, Number.parseInt(values.runs, 10) || 15);
const dist = resolve(root, process.env['SLIPWAY_DIST'] ?? 'dist');
const lines: Line[] = [];
for (const action of actionNames) {
  if (positionals.length > 0 && !positionals.includes(action)) continue;
  if (!existsSync(join(dist, `${action}.js`))) throw new Error(`${join(dist, `${action}.js`)} is not there: npm run build:dist`);
  lines.push(await measured(action));
}
const text = `${machine()}\n\n${figuresTable(lines)}`;
process.stdout.write(`${text}\n`);
// Some actions alone are no table for the page.
if (values.write && positionals.length === 0) write('figures', text);
if (positionals.length === 0 || positionals.includes('assume-role')) {
  const table = await loginTable(dist, runs);
  const logins = `${machine()}\n\n${table}`;
  process.stdout.write(`\n${logins}\n`);
  if (values.write) write('logins', logins);
}

function machine(): string {
  return `node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; medians of ${runs} runs`;
}

function write(section: string, text: string): void {
  const page = join(import.meta.dirname, 'README.md');
  writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), section, text, 'bench/README.md'));
}

async function measured(action: string): Promise<Line> {
  const reach = reachOf(dist, `${action}.js`);
  const scenario = scenarios[action];
  if (!scenario) return { action, what: '', reach, figures: 'no scenario' };
  const kit = await startTestkit();
  try {
    const prepared = await scenario.prepare(kit);
    const figures = typeof prepared === 'string' ? prepared : await measure(kit, async () => ({ action, ...(await prepared()) }), runs, dist);
    return { action, what: scenario.what, reach, figures };
  } finally {
    await kit.close();
  }
}
