import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionDefinition, ActionReport } from '../src/action.ts';
import { systemClock } from '../src/clock.ts';
import { environmentOf } from '../src/environment.ts';
import { Failure } from '../src/failure.ts';
import { runAction } from '../src/run-action.ts';
import { breakCommands, type Runner } from '../src/runner.ts';

let temp: string;
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'slipway-run-action-'));
});
afterEach(() => {
  rmSync(temp, { recursive: true, force: true });
  process.exitCode = 0;
});

interface Told {
  lines: string[];
  commands: { kind: string; text: string }[];
  outputs: Record<string, string>;
  exported: Record<string, string>;
  summary: string;
}

function recorder(): { runner: Runner; told: Told } {
  const told: Told = { lines: [], commands: [], outputs: {}, exported: {}, summary: '' };
  const runner: Runner = {
    print: (line) => void told.lines.push(line),
    debug: () => {},
    command: (kind, text) => void told.commands.push({ kind, text }),
    startGroup: () => {},
    endGroup: () => {},
    mask: () => {},
    output: (name, value) => {
      told.outputs[name] = value;
    },
    exportVariable: (name, value) => {
      told.exported[name] = value;
    },
    addPath: () => {},
    saveState: () => {},
    state: () => '',
    summary: (markdown) => {
      told.summary += markdown;
    },
  };
  return { runner, told };
}

const fine: ActionReport = {
  outcome: 'done',
  subject: { name: 'x' },
  result: { a: 1 },
  outputs: { list: ['a'], nothing: undefined },
  exports: { environment: { FOO: '1' } },
};
type Definition = ActionDefinition<{ timeout: number; pass: string | undefined }, ActionReport>;
const action = (more: Partial<Definition> = {}): Definition => ({
  name: 'probe',
  readInputs: (reader) => ({ timeout: reader.duration('timeout', '1m'), pass: reader.secret('pass') }),
  run: async () => fine,
  report: (result) => result,
  ...more,
});
const run = async (definition: Definition, variables: Record<string, string> = {}) => {
  const { runner, told } = recorder();
  await runAction(definition, { environment: environmentOf({ RUNNER_TEMP: temp, ...variables }), runner, clock: systemClock });
  return { ...told, exitCode: process.exitCode };
};

describe('runAction', () => {
  it('sets outputs, writes the report and exports at the end', async () => {
    const told = await run(action());
    expect(told.exitCode).toBe(0);
    expect(told.outputs).toMatchObject({ outcome: 'done', 'failure-reason': '', list: '["a"]', nothing: '' });
    expect(told.exported).toEqual({ FOO: '1' });
    const report = JSON.parse(readFileSync(told.outputs['report-path'] ?? '', 'utf8'));
    expect(Object.keys(report)).toEqual([
      'schema',
      'action',
      'version',
      'startedAt',
      'finishedAt',
      'outcome',
      'failureReason',
      'subject',
      'timings',
      'calls',
      'result',
    ]);
    expect(report).toMatchObject({ schema: 'slipway.probe/1', result: { a: 1 } });
  });

  it('exports nothing when the verdict is a failure, and says why in words, outputs and summary', async () => {
    const failure = new Failure({ what: 'it is blocked', reason: 'findings', why: ['one'], remedy: 'mend it' });
    const told = await run(action({ run: async () => ({ ...fine, outcome: 'blocked', failure }) }));
    expect(told.exitCode).toBe(1);
    expect(told.exported).toEqual({});
    expect(told.outputs).toMatchObject({ outcome: 'blocked', 'failure-reason': 'findings' });
    expect(told.lines.slice(0, 4)).toEqual(['it is blocked (findings)', '  one', 'Do this:', '  mend it']);
    expect(told.commands).toEqual([{ kind: 'error', text: 'it is blocked (findings)\none' }]);
    expect(told.summary).toContain('✗ it is blocked');
  });

  it('stops before the flow when inputs are wrong', async () => {
    let ran = false;
    const flow = async () => {
      ran = true;
      return fine;
    };
    const told = await run(action({ run: flow }), { INPUT_TIMEOUT: 'soon', INPUT_PAS: 'x' });
    expect(ran).toBe(false);
    expect(told.outputs['failure-reason']).toBe('invalid-input');
    expect(told.commands).toHaveLength(2);
  });

  it('tells mistakes in files beside wrong or unknown inputs, and leaves them to the flow where there are none', async () => {
    const readInputs: Definition['readInputs'] = (reader) => {
      const inputs = { timeout: reader.duration('timeout', '1m'), pass: undefined };
      reader.tellBeside([{ text: 'rows.yaml:1:1 syntax no' }]);
      return inputs;
    };
    const texts = async (variables: Record<string, string>) => (await run(action({ readInputs }), variables)).commands.map(({ text }) => text);
    expect(await texts({ INPUT_TIMEOT: '1s' })).toEqual([expect.stringContaining('timeot: got an unknown input'), 'rows.yaml:1:1 syntax no']);
    expect(await texts({ INPUT_TIMEOUT: 'soon' })).toEqual([expect.stringContaining('timeout: got "soon"'), 'rows.yaml:1:1 syntax no']);
    expect(await texts({})).toEqual([]);
  });

  it('shows ten annotations and prints the rest', async () => {
    const faults = Array.from({ length: 12 }, (_, index) => ({ text: `fault ${index}` }));
    const told = await run(
      action({
        run: async () => {
          throw new Failure({ what: 'x', reason: 'invalid-file', faults });
        },
      }),
    );
    expect(told.commands).toHaveLength(10);
    expect(told.lines).toEqual(expect.arrayContaining(['error: fault 10', 'error: fault 11']));
    expect(told.summary).toContain('fault 11');
  });

  it('hides a secret that an error brings along', async () => {
    const told = await run(
      action({
        run: async () => {
          throw new Error('refused hunter2hunter2');
        },
      }),
      { INPUT_PASS: 'hunter2hunter2' },
    );
    expect(told.outputs['failure-reason']).toBe('internal');
    expect(JSON.stringify(told)).not.toContain('hunter2');
  });

  it('ends with its timeout, whatever the flow throws when it is stopped', async () => {
    const flow: Definition['run'] = (_inputs, { signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('socket hang up')), { once: true }));
    const keep = setInterval(() => {}, 1000);
    const told = await run(action({ run: flow }), { INPUT_TIMEOUT: '50ms' });
    clearInterval(keep);
    expect(told.outputs['failure-reason']).toBe('timeout');
    expect(told.lines[0]).toBe('probe did not end in time (timeout)');
  });

  it('fails when its report cannot be written', async () => {
    const told = await run(action(), { RUNNER_TEMP: '/proc/nowhere' });
    expect(told.exitCode).toBe(1);
    expect(told.exported).toEqual({});
    expect(told.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'internal' });
  });
});

describe('breakCommands', () => {
  it.each(['::error::x', '  ::add-mask::x', '##[command]x', 'later ##[set-env name=a]b', 'ok\n::set-output name=a::b'])('%j', (text) =>
    expect(breakCommands(text)).not.toMatch(/^\s*::|##\[/m),
  );
});
