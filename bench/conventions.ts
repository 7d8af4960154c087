/**
 * check-conventions over all rules of strict, in turns with JSON.parse and a walk, and with other checkers where they are
 * installed: `npm run bench:conventions -- [--sizes 10000,100000] [--runs 5]`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writePlan } from './conventions-plan.ts';
import { median } from './median.ts';

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '10000,100000' }, runs: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const dist = resolve(process.env['SLIPWAY_DIST'] ?? join(import.meta.dirname, '..', 'dist'));

interface Figures {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMiB: number;
}

interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Runs of it; slow tools get one. */
  readonly runs?: number;
}

/** The yardstick: what anybody's script would do, without a rule. */
const walk = `const p = JSON.parse(require('node:fs').readFileSync(process.argv[1])); let n = 0;
const visit = (v) => { n += 1; if (v && typeof v === 'object') for (const k in v) visit(v[k]); }; visit(p); console.log(n);`;

const policies = `package main
deny contains msg if { some r in input.resource_changes; r.type == "aws_db_instance"; r.change.after.storage_encrypted == false; msg := r.address }
`;

function onPath(tool: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));
}

/** What is measured on one plan. */
function contenders(folder: string, plan: string): Contender[] {
  const ours: Contender = {
    name: 'check-conventions, strict',
    command: process.execPath,
    args: [join(dist, 'check-conventions.js')],
    environment: {
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STATE: join(folder, 'state'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      'INPUT_PLAN-FILE': plan,
      INPUT_PROFILE: 'strict',
      INPUT_COMMENT: 'never',
    },
  };
  const parse: Contender = { name: 'JSON.parse and a walk', command: process.execPath, args: ['-e', walk, join(folder, plan)] };
  const others: Contender[] = [];
  if (onPath('conftest')) {
    writeFileSync(join(folder, 'deny.rego'), policies);
    others.push({ name: 'conftest, one rule', command: 'conftest', args: ['test', '--policy', join(folder, 'deny.rego'), join(folder, plan)], runs: 1 });
  }
  if (onPath('checkov')) others.push({ name: 'checkov', command: 'checkov', args: ['-f', join(folder, plan), '--quiet', '--compact'], runs: 1 });
  return [ours, parse, ...others];
}

/** One process: its time by the wall, its processor time and its peak, as the kernel counts them. */
async function once({ command, args, environment }: Contender, folder: string): Promise<Figures> {
  const note = join(folder, 'usage.json');
  const started = performance.now();
  const child = spawn('python3', ['-c', usage, note, command, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, ...environment },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  await new Promise((done) => child.on('close', done));
  const wallMs = performance.now() - started;
  const told = JSON.parse(readFileSync(note, 'utf8')) as { wall: number; cpu: number; peak: number };
  return { wallMs: Math.min(wallMs, told.wall * 1000), cpuMs: told.cpu * 1000, peakMiB: told.peak / 1024 };
}

const usage = `import json, resource, subprocess, sys, time
t = time.time(); subprocess.call(sys.argv[2:]); u = resource.getrusage(resource.RUSAGE_CHILDREN)
json.dump({"wall": time.time() - t, "cpu": u.ru_utime + u.ru_stime, "peak": u.ru_maxrss}, open(sys.argv[1], "w"))`;

/** A run that refuses its inputs is quick too. */
function expectVerdict(folder: string): void {
  const outputs = readFileSync(join(folder, 'output'), 'utf8');
  if (!/^verdict<<(\S+)\r?\n(pass|blocked)/m.test(outputs)) throw new Error(`check-conventions judged nothing:\n${outputs.slice(0, 2000)}`);
}

async function measureSize(folder: string, size: number): Promise<string[]> {
  const resources = writePlan(join(folder, 'plan.json'), size);
  const all = contenders(folder, 'plan.json');
  for (const name of ['output', 'state', 'summary']) writeFileSync(join(folder, name), '');
  const taken = new Map<string, Figures[]>(all.map(({ name }) => [name, []]));
  const runs = Number(values.runs);
  for (let run = 0; run < runs; run += 1) {
    for (const one of all) if (run < (one.runs ?? runs)) taken.get(one.name)?.push(await once(one, folder));
  }
  expectVerdict(folder);
  const mb = statSync(join(folder, 'plan.json')).size / 1e6;
  return all.map(({ name }) => {
    const list = taken.get(name) ?? [];
    const of = (key: keyof Figures) => median(list.map((one) => one[key]));
    return `| ${resources} (${mb.toFixed(0)} MB) | ${name} | ${(of('wallMs') / 1000).toFixed(2)} s | ${(of('cpuMs') / 1000).toFixed(2)} s | ${of('peakMiB').toFixed(0)} MiB | ${list.length} |`;
  });
}

const folder = mkdtempSync(join(tmpdir(), 'slipway-conventions-'));
try {
  const lines = ['| resources | tool | wall | CPU | peak memory | runs |', '|---|---|---|---|---|---|'];
  for (const size of values.sizes.split(',').map(Number)) lines.push(...(await measureSize(folder, size)));
  process.stdout.write(`node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} at the end; medians\n\n${lines.join('\n')}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
