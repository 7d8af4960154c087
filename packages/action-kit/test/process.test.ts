import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runProcess } from '../src/process.ts';

const environment = { PATH: process.env['PATH'] ?? '' };
const node = (script: string, more: object = {}) => runProcess({ command: process.execPath, arguments: ['-e', script], environment, ...more });
/** A process that has ended may stay as a zombie until its parent asks for it. */
const alive = (pid: number) => {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

describe('runProcess', () => {
  it('gives code and streams, and inherits no variable', async () => {
    process.env['SLIPWAY_SECRET_PROBE'] = 'x';
    const result = await node('console.log(process.env.SLIPWAY_SECRET_PROBE); console.error("e"); process.exitCode = 3');
    expect(result).toEqual({ code: 3, stdout: 'undefined\n', stderr: 'e\n' });
  });

  it('hands over lines whole, with signs split between chunks', async () => {
    const lines: string[] = [];
    await node('const b = Buffer.from("é\\nlast"); process.stdout.write(b.subarray(0, 1)); setTimeout(() => process.stdout.write(b.subarray(1)), 50)', {
      onLine: (line: string) => lines.push(line),
    });
    expect(lines).toEqual(['é', 'last']);
  });

  it('passes input', async () => expect((await node('process.stdin.pipe(process.stdout)', { input: 'hello' })).stdout).toBe('hello'));

  it('keeps only the end of a long stream', async () => {
    const { stdout } = await node('process.stdout.write("a".repeat(300000) + "END")', { keepBytes: 70_000 });
    expect(stdout.length).toBeLessThan(200_000);
    expect(stdout.endsWith('END')).toBe(true);
  });

  it('rejects when the command is not there', async () => {
    await expect(runProcess({ command: '/nowhere/tool', arguments: [], environment })).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('interrupts, then kills the whole group: no grandchild outlives it', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    let grandchild = 0;
    const script = `const c = require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGINT", () => {}); setInterval(() => {}, 1000)']); console.log(c.pid); process.on('SIGINT', () => {}); setInterval(() => {}, 1000)`;
    const onLine = (line: string) => {
      grandchild = Number(line);
      setTimeout(() => controller.abort(reason), 200);
    };
    const started = performance.now();
    await expect(node(script, { signal: controller.signal, graceMs: 300, onLine })).rejects.toBe(reason);
    expect(performance.now() - started).toBeLessThan(5_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(grandchild).toBeGreaterThan(1);
    expect(alive(grandchild)).toBe(false);
  });

  it('does not start at all when the signal is aborted', async () => {
    await expect(node('1', { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
  });

  it('reports a signal as a shell would', async () => expect((await node('process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)')).code).toBe(143));
});
