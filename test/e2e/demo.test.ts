/** The demo as a person runs it: to the end, stopped in each way, interrupted, and with wrong options. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let temp: string;
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'slipway-demo-test-'));
});
afterEach(() => {
  const left = readdirSync(temp);
  rmSync(temp, { recursive: true, force: true });
  expect(left, 'left behind in the temporary folder').toEqual([]);
});

function demo(
  args: string[],
  onOutput?: (text: string, child: ReturnType<typeof spawn>) => void,
): Promise<{ code: number | null; output: string; ms: number }> {
  const child = spawn(process.execPath, ['--conditions=slipway-source', 'demo/run.ts', '--no-install', ...args], {
    cwd: root,
    env: { ...process.env, CI: 'true', TMPDIR: temp },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const started = performance.now();
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      onOutput?.(output, child);
    });
  }
  return new Promise((done) => child.on('close', (code) => done({ code, output, ms: performance.now() - started })));
}

it('carries the sample service through every step that has its tool', { timeout: 180_000 }, async () => {
  const { code, output } = await demo([]);
  expect(code, output).toBe(0);
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  expect(last).toMatch(/^\d+ of 10 steps done \(\d of 9 actions\)(, \d+ could not run for want of a tool)?$/);
  const [done = 0, missing = 0] = [...last.matchAll(/\d+(?= of 10| could)/g)].map(Number);
  expect(done + missing, output).toBe(10);
  expect(missing).toBe([...output.matchAll(/NOT RUN: /g)].length);
  for (const name of ['assume-role', 'build-image', 'scan-gate', 'seed-egress', 'rotate-secret']) {
    const report = JSON.parse(readFileSync(resolve(root, '.slipway/demo', `${name}.json`), 'utf8'));
    expect(report).toMatchObject({ schema: `slipway.${name}/1`, failureReason: '' });
  }
});

it.each([
  ['scan', 'scan-gate', 'findings'],
  ['plan', 'check-conventions', 'violations'],
  ['rollout', 'deploy-helm', 'crash-loop'],
  ['rotation', 'rotate-secret', 'pending-foreign'],
])('--break %s stops at %s and says why', { timeout: 180_000 }, async (where, step, reason) => {
  const { code, output } = await demo(['--break', where]);
  if (where === 'rollout' && output.includes('NOT RUN: helm')) return expect(code).toBe(0);
  expect(code, output).toBe(1);
  expect(output).toMatch(new RegExp(`✗ ${step} .*\\(${reason}\\)`));
  expect(output).toContain('Do this:');
  expect(output).toContain('1 stopped the pipeline');
});

it('ends every child within 6 s of an interrupt and leaves nothing behind', { timeout: 60_000 }, async () => {
  let sent = 0;
  const { code, output, ms } = await demo([], (text, child) => {
    if (sent === 0 && text.includes('✓ build-image')) {
      sent = performance.now();
      child.kill('SIGINT');
    }
  });
  expect(sent).toBeGreaterThan(0);
  expect(code, output).toBe(130);
  expect(ms).toBeGreaterThan(0);
  expect(performance.now() - sent).toBeLessThan(6_500);
  expect(output).toContain('Stopped.');
});

it('tells a port that is in use', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const { code, output } = await demo(['--port', String(port)]);
  server.close();
  expect(code).toBe(2);
  expect(output).toContain(`port ${port} is in use by another process`);
});

it.each([
  [['--brake'], '--brake: an unknown option'],
  [['--break', 'everything'], '--break: got everything; want one of scan, plan, rollout, rotation'],
  [['--port', '0'], '--port: got 0; want a port from 1 to 65535'],
])('refuses %j', async (args, text) => {
  const { code, output } = await demo(args);
  expect(code).toBe(2);
  expect(output).toContain(text);
});
