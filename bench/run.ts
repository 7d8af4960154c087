/**
 * Time, memory and size of each action: `npm run bench -- [--runs 15] [action …]`. Writes a Markdown table to stdout.
 * SLIPWAY_DIST measures another bundle than dist/.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startTestkit } from '@slipway/testkit';
import { actionNames, root } from '../scripts/repository.ts';
import { reachOf } from './bundle-graph.ts';
import { figuresTable, type Line } from './figures-table.ts';
import { measure } from './measure.ts';
import { scenarios } from './scenarios.ts';

const { values, positionals } = parseArgs({ options: { runs: { type: 'string', default: '15' } }, allowPositionals: true });
const runs = Math.max(1, Number.parseInt(values.runs, 10) || 15);
const dist = resolve(root, process.env['SLIPWAY_DIST'] ?? 'dist');
const lines: Line[] = [];
for (const action of actionNames) {
  if (positionals.length > 0 && !positionals.includes(action)) continue;
  if (!existsSync(join(dist, `${action}.js`))) throw new Error(`${join(dist, `${action}.js`)} is not there: npm run build:dist`);
  lines.push(await measured(action));
}
process.stdout.write(`node ${process.version}, medians of ${runs} runs\n\n${figuresTable(lines)}\n`);

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
