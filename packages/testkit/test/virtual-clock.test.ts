import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { virtualClock, virtualNowHeader } from '../src/virtual-clock/index.ts';

const epoch = Date.parse('2026-11-21T12:00:00Z');

describe('virtual clock', { timeout: 60_000 }, () => {
  let server: Server;
  let url: string;
  let folder: string;
  const seen: (string | undefined)[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'slipway-clock-'));
    server = createServer((request, response) => {
      seen.push(request.headers[virtualNowHeader] as string | undefined);
      if (request.url === '/hang') return;
      if (request.url === '/slow') return void setTimeout(() => response.end('slow'), 30);
      response.end('ok');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** Runs a script in virtual time; `say(value)` prints a line of JSON, `get(path)` asks the server. */
  async function run(script: string): Promise<{ said: unknown[]; exitCode: number; ms: number; stderr: string }> {
    const file = join(folder, `script-${Math.random().toString(36).slice(2)}.mjs`);
    const head = `import http from 'node:http'; import fs from 'node:fs';
const start = Date.now();
const say = (value) => fs.writeSync(1, JSON.stringify(value) + '\\n');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const get = (path, onRequest) => new Promise((resolve, reject) => { const request = http.get('${url}' + path, (response) => { response.resume(); response.on('end', resolve); }); request.on('error', reject); onRequest?.(request); });
`;
    writeFileSync(file, head + script);
    const launch = virtualClock({ epoch, quietMs: 50 });
    const started = performance.now();
    const child = spawn(process.execPath, [...launch.args, file], { env: { PATH: process.env['PATH'], ...launch.environment } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text) => {
      stdout += text;
    });
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    const exitCode = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
    const said = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown);
    return { said, exitCode, ms: performance.now() - started, stderr };
  }

  it('starts at the epoch and jumps fifteen minutes in no time', async () => {
    const { said, ms, exitCode } = await run('say(start); await sleep(900_000); say([Date.now() - start, new Date().toISOString(), performance.now()]);');
    expect(said).toEqual([epoch, [900_000, '2026-11-21T12:15:00.000Z', 900_000]]);
    expect(exitCode).toBe(0);
    expect(ms).toBeLessThan(20_000);
  });

  it('keeps Date whole', async () => {
    const { said } = await run(
      "say([new Date(0).getTime(), new Date(2026, 0).getFullYear(), Date.parse('1970-01-01'), Date.UTC(1970, 0), new Date() instanceof Date, typeof Date(), new Date(new Date()).getTime() === start, Object.prototype.toString.call(new Date())]);",
    );
    expect(said).toEqual([[0, 2026, 0, 0, true, 'string', true, '[object Date]']]);
  });

  it('fires timers in the order of their time, microtasks between them', async () => {
    const { said } = await run(
      "const order = []; setTimeout((x) => { order.push(x); Promise.resolve().then(() => order.push('micro')); }, 10, 'b'); setTimeout(() => order.push('c'), 10); setTimeout(() => order.push('a'), 5); await sleep(20); say(order);",
    );
    expect(said).toEqual([['a', 'b', 'micro', 'c']]);
  });

  it('has timers that are objects: ref, unref, hasRef, refresh, numbers, clear', async () => {
    const { said, exitCode } = await run(`
const timer = setTimeout(() => say('never'), 1_000_000);
const facts = [timer.hasRef(), timer.unref() === timer, timer.hasRef(), timer.ref().hasRef(), typeof +timer];
clearTimeout(+timer); clearTimeout(undefined); clearTimeout({});
let fired = 0; const again = setTimeout(() => { fired += 1; if (fired < 3) again.refresh(); }, 100);
await sleep(1_000); say([facts, fired]);
setTimeout(() => say('never'), 5_000).unref();`);
    expect(said).toEqual([[[true, true, false, true, 'number'], 3]]);
    expect(exitCode).toBe(0);
  });

  it('repeats intervals until they are cleared', async () => {
    const { said } = await run(
      'let n = 0; const timer = setInterval(() => { n += 1; if (n === 5) { clearInterval(timer); say([n, Date.now() - start]); } }, 60_000);',
    );
    expect(said).toEqual([[5, 300_000]]);
  });

  it('replaces the timers of node:timers and util.promisify too', async () => {
    const { said } = await run(
      "import { setTimeout as other } from 'node:timers'; import { promisify } from 'node:util'; await new Promise((resolve) => other(resolve, 60_000)); say(await promisify(setTimeout)(60_000, 'value')); say(Date.now() - start);",
    );
    expect(said).toEqual(['value', 120_000]);
  });

  it('does not jump while a request is answered, and tells the time on each', async () => {
    seen.length = 0;
    const { said } = await run(
      "const limit = setTimeout(() => say('too early'), 10_000); await get('/slow'); say(Date.now() - start); clearTimeout(limit); await sleep(5_000); await get('/');",
    );
    expect(said).toEqual([0]);
    expect(seen).toEqual([String(epoch), String(epoch + 5_000)]);
  });

  it('watches fetch likewise', async () => {
    seen.length = 0;
    const { said } =
      await run(`const limit = setTimeout(() => say('too early'), 10_000); const answer = await fetch('${url}/slow'); say([await answer.text(), Date.now() - start]); clearTimeout(limit);
await sleep(5_000); const stop = new AbortController(); setTimeout(() => stop.abort(), 10_000); try { await fetch('${url}/hang', { signal: stop.signal }); } catch (error) { say([error.name, Date.now() - start]); }`);
    expect(said).toEqual([
      ['slow', 0],
      ['AbortError', 15_000],
    ]);
    expect(seen).toEqual([String(epoch), String(epoch + 5_000)]);
  });

  it('jumps over a request that hangs, after a moment of quiet', async () => {
    const { said, ms } = await run(
      "try { await get('/hang', (request) => setTimeout(() => request.destroy(new Error('too slow')), 10_000)); } catch (error) { say([error.message, Date.now() - start]); }",
    );
    expect(said).toEqual([['too slow', 10_000]]);
    expect(ms).toBeLessThan(20_000);
  });

  it('fires timers that are unref’d when time passes them, and ends the process when only those are left', async () => {
    const { said, exitCode } = await run("setTimeout(() => say('passed'), 1_000).unref(); await sleep(2_000); setTimeout(() => say('never'), 1_000).unref();");
    expect(said).toEqual(['passed']);
    expect(exitCode).toBe(0);
  });

  it('does not run ahead of a child process', async () => {
    const { said } = await run(
      "import { execFile } from 'node:child_process'; const limit = setTimeout(() => say('too early'), 20_000); await new Promise((resolve) => execFile(process.execPath, ['-e', '0'], { env: {} }, resolve)); clearTimeout(limit); say(Date.now() - start < 20_000);",
    );
    expect(said).toEqual([true]);
  });

  it('lets an error in a timer end the process as ever', async () => {
    const { exitCode, stderr } = await run("setTimeout(() => { throw new Error('boom'); }, 1_000);");
    expect(exitCode).toBe(1);
    expect(stderr).toContain('boom');
  });
});
