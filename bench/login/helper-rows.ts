/** The two helpers that other tools start again and again. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Testkit } from '@slipway/testkit';
import { median } from '../median.ts';
import { milliseconds, type Row } from './row.ts';
import { loginStep, succeeding } from './steps.ts';

/** The rows; a helper that the bundle does not have has none. */
export async function helperRows(kit: Testkit, dist: string, runs: number): Promise<Row[]> {
  return [
    ...(existsSync(join(dist, 'credential-process.js')) ? [await keptKeysRow(kit, dist, runs)] : []),
    ...(existsSync(join(dist, 'docker-credential-slipway.js')) ? [await dockerRow(kit, dist, runs)] : []),
  ];
}

/** The config file escapes with backslashes, as `processCommand` of assume-role does. */
async function keptKeysRow(kit: Testkit, dist: string, runs: number): Promise<Row> {
  const role = kit.sts.addRole('bench-refresh', { subjects: ['repo:bank/payments:*'] });
  const login = await succeeding(kit, loginStep(kit, role, { dist, inputs: { delivery: 'refresh' } }));
  const config = readFileSync(login.exported['AWS_CONFIG_FILE'] ?? '', 'utf8');
  const [node = '', ...words] =
    (/^credential_process\s*=\s*(.*)$/m.exec(config)?.[1] ?? '').match(/(?:\\.|\S)+/g)?.map((word) => word.replace(/\\(.)/g, '$1')) ?? [];
  const variables = { ...kit.environment({ keys: false, idToken: true }), HOME: login.temp, RUNNER_TEMP: login.temp };
  const times = await timed(runs, () => answer(node, words, variables, '', /"AccessKeyId"/));
  return { what: '`credential_process` with kept keys', ours: milliseconds(times) };
}

async function dockerRow(kit: Testkit, dist: string, runs: number): Promise<Row> {
  const host = `${kit.accountId}.dkr.ecr.${kit.region}.amazonaws.com`;
  const words = [join(dist, 'docker-credential-slipway.js'), 'get'];
  const times = await timed(runs, () => answer(process.execPath, words, kit.environment(), host, /"Secret"/));
  return { what: '`docker-credential-slipway get`, one ECR call', ours: milliseconds(times) };
}

async function timed(runs: number, run: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count <= runs; count += 1) times.push(await run());
  return median(times.slice(1));
}

function answer(command: string, words: readonly string[], variables: Readonly<Record<string, string>>, stdin: string, wanted: RegExp): Promise<number> {
  const started = performance.now();
  const child = spawn(command, words, { env: { PATH: process.env['PATH'], ...variables }, stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  child.stdin.end(stdin);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', () => {
      // What it said may be a secret, so an error shows its length only.
      if (wanted.test(said)) done(performance.now() - started);
      else fail(new Error(`${words.join(' ')} gave no keys, but ${said.length} characters: ${said.includes('Secret') ? '' : said}`));
    });
  });
}
