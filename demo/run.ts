/**
 * `npm run demo`: the whole pipeline over demo/service on this machine, with the shipped actions, real tools where they are
 * there, and the kit in the place of AWS and GitHub.
 */
import { relative } from 'node:path';
import { ensureDist } from './lib/dist.ts';
import { parseOptions, usage } from './lib/options.ts';
import { runPipeline } from './lib/pipeline.ts';
import { lastLine, renderTable } from './lib/table.ts';
import { findTools, type Tools } from './lib/tools.ts';
import { createView, type View } from './lib/view.ts';
import { createWorld, type World } from './lib/world.ts';

const stopping = new AbortController();

async function demo(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  const view = createView(process.stdout);
  if (options.help) {
    view.print(usage);
    return 0;
  }
  view.print(`Slipway demo: demo/service from commit to running pods${options.breakAt ? `, stopped at the ${options.breakAt}` : ''}\n`);
  await ensureDist(view, stopping.signal);
  const tools = await findTools(view, { noInstall: options.noInstall, signal: stopping.signal });
  if (stopping.signal.aborted) return 130;
  const line = view.line('fakes');
  const world = await createWorld(tools, options);
  line.done(`AWS, GitHub and a registry on ${world.kit.url}; ${world.clusterKind}`);
  const cancel = () => world.job.cancel('SIGINT');
  stopping.signal.addEventListener('abort', cancel, { once: true });
  try {
    return await play(world, view, tools);
  } finally {
    await world.kit.close();
  }
}

async function play(world: World, view: View, tools: Tools): Promise<number> {
  const rows = await runPipeline(world, view, stopping.signal);
  await world.job.runPosts();
  if (stopping.signal.aborted) {
    view.print('\nStopped. Every child has ended and the temporary files are gone.');
    return 130;
  }
  view.print(`\n${renderTable(rows)}`);
  view.print(`\nReports, logs and summaries: ${relative(process.cwd(), world.job.reports) || '.'}/`);
  if (!tools.builder) view.print('No docker or buildah answers here: the image came from an OCI layout made of the sample’s files.');
  view.print(lastLine(rows));
  return rows.some((row) => row.state === 'stopped') ? 1 : 0;
}

for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopping.abort());

try {
  process.exitCode = await demo();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
