/** One vitest process for several projects: `node vitest.ts <tally file> <projects, commas> [file filters]`. Started by run.ts. */
import { availableParallelism } from 'node:os';
import { startVitest } from 'vitest/node';
import { tallyReporter } from './tally.ts';

const [file = '', projects = '', ...filters] = process.argv.slice(2);
const vitest = await startVitest('test', filters, {
  watch: false,
  project: projects.split(','),
  reporters: ['default', tallyReporter(file)],
  maxWorkers: Math.max(2, availableParallelism()),
  allowOnly: false,
  passWithNoTests: false,
});
await vitest.close();
