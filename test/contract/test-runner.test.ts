/** What `npm test` is made of: processes that end with all they started, counts that leave nothing out, a last line that machines read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { TestModule } from 'vitest/node';
import type { PhaseResult } from '../../scripts/test/phases.ts';
import { runGroup } from '../../scripts/test/process-group.ts';
import { countLine, phaseLine, skippedLines } from '../../scripts/test/summary.ts';
import { tallyOf, withPrintedReasons } from '../../scripts/test/tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-runner-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const node = (code: string, limit = 20_000, signal?: AbortSignal) =>
  runGroup({ file: process.execPath, args: ['-e', code], limit, ...(signal ? { signal } : {}) });

describe('a process group', () => {
  it('keeps the output of both streams and the exit code', async () => {
    expect(await node('console.log("out"); console.error("err"); process.exitCode = 3')).toMatchObject({
      code: 3,
      output: expect.stringMatching(/out[\s\S]*err|err[\s\S]*out/),
    });
  });

  it('says when a command is not there', async () => {
    expect(await runGroup({ file: join(folder, 'nothing'), args: [], limit: 1000 })).toMatchObject({
      code: 127,
      output: expect.stringContaining('could not be started'),
    });
  });

  it('ends a command that takes too long, with what that started', async () => {
    const file = join(folder, 'pid');
    const grandchild = `require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 1000)`;
    const code = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'ignore' }); setInterval(() => {}, 1000)`;
    const ended = await node(code, 1_500);
    expect(ended).toMatchObject({ code: 124, output: expect.stringContaining('its limit') });
    const { readFileSync } = await import('node:fs');
    const pid = Number(readFileSync(file, 'utf8'));
    await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false);
  });

  it('ends when it is told to', async () => {
    const abort = new AbortController();
    const running = node('setInterval(() => {}, 1000)', 20_000, abort.signal);
    setTimeout(() => abort.abort(), 200);
    expect((await running).code).toBe(143);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A module as vitest reports it. */
function fakeModule(project: string, states: readonly { state: string; note?: string }[], errors = 0): TestModule {
  const tests = states.map((result, index) => ({ fullName: `test ${index}`, result: () => result }));
  return {
    project: { name: project },
    relativeModuleId: `${project}.test.ts`,
    errors: () => Array.from({ length: errors }),
    diagnostic: () => ({ duration: 10 }),
    children: { allTests: () => tests.values() },
  } as unknown as TestModule;
}

describe('the tally', () => {
  it('counts by project and keeps the reason of what was skipped', () => {
    const tally = tallyOf(
      [fakeModule('unit', [{ state: 'passed' }, { state: 'failed' }]), fakeModule('e2e', [{ state: 'skipped', note: 'no helm' }, { state: 'pending' }])],
      [],
    );
    expect(tally.projects).toEqual({ unit: { passed: 1, failed: 1, skipped: 0, ms: 10 }, e2e: { passed: 0, failed: 0, skipped: 2, ms: 10 } });
    expect(tally.skipped.map((test) => test.why)).toEqual(['no helm', '']);
  });

  it('takes a reason from the name of a suite, and from what its file printed', () => {
    const skipped = (file: string, why = '') => ({ project: 'e2e', file, name: 'x', why });
    const output = 'stderr | test/e2e/a.test.ts\nSKIPPED: no terraform\n\nstderr | test/e2e/b.test.ts > one\nSKIPPED: no helm\n';
    const all = [skipped('test/e2e/a.test.ts'), skipped('test/e2e/b.test.ts'), skipped('test/e2e/b.test.ts', 'its own'), skipped('test/e2e/c.test.ts')];
    expect(withPrintedReasons(all, output).map(({ why }) => why)).toEqual(['no terraform', 'no helm', 'its own', 'no reason given']);
    const named = {
      ...fakeModule('e2e', []),
      children: { allTests: () => [{ fullName: 'buildah (skipped where it is not there) > x', result: () => ({ state: 'skipped' }) }].values() },
    };
    expect(tallyOf([named as unknown as TestModule], []).skipped[0]?.why).toBe('skipped where it is not there');
  });

  it('counts a file that could not be loaded, and an error outside of any test, as failures', () => {
    expect(tallyOf([fakeModule('unit', [], 1)], [{ message: 'loose' } as never]).projects['unit']).toMatchObject({ passed: 0, failed: 2 });
  });

  it('loses no test', () => {
    const states = fc.array(fc.constantFrom('passed', 'failed', 'skipped', 'pending').map((state) => ({ state })));
    fc.assert(
      fc.property(fc.array(states), (files) => {
        const { projects } = tallyOf(
          files.map((file) => fakeModule('unit', file)),
          [],
        );
        const counted = projects['unit'] ?? { passed: 0, failed: 0, skipped: 0 };
        expect(counted.passed + counted.failed + counted.skipped).toBe(files.flat().length);
      }),
    );
  });
});

describe('the words', () => {
  const result = (over: Partial<PhaseResult>): PhaseResult => ({ name: 'lint', passed: 1, failed: 0, skipped: [], ms: 1234, output: '', ...over });
  const skipped = (why: string, name = 'a test') => ({ project: 'e2e', file: 'test/e2e/x.test.ts', name, why });

  it('say per phase what came of it', () => {
    expect(phaseLine(result({}))).toMatch(/^ok +lint +1 passed +1\.2 s$/);
    expect(phaseLine(result({ passed: 0, failed: 1, skipped: [skipped('x')] }))).toMatch(/^FAIL +lint +0 passed, 1 failed, 1 skipped +1\.2 s$/);
  });

  it('say what was skipped, by reason, and nothing when nothing was', () => {
    expect(skippedLines([result({})])).toEqual([]);
    expect(skippedLines([result({ skipped: [skipped('no docker'), skipped('no helm', 'one'), skipped('no helm', 'two')] })])).toEqual([
      'Skipped:',
      '  no helm',
      '    test/e2e/x.test.ts: one',
      '    test/e2e/x.test.ts: two',
      '  no docker',
      '    test/e2e/x.test.ts: a test',
    ]);
  });

  it('end with the line that machines read', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ passed: fc.nat(9999), failed: fc.nat(99) })), (results) => {
        expect(countLine(results.map((counts) => result(counts)))).toMatch(/^\d+ passed, \d+ failed, \d+ skipped$/);
      }),
    );
    expect(countLine([result({}), result({ passed: 10, failed: 2, skipped: [skipped('x')] })])).toBe('11 passed, 2 failed, 1 skipped');
  });
});

it('a vitest run that is broken from the start is no success', async () => {
  writeFileSync(join(folder, 'broken.ts'), 'throw new Error("no");');
  expect((await runGroup({ file: process.execPath, args: [join(folder, 'broken.ts')], limit: 10_000 })).code).toBe(1);
});
