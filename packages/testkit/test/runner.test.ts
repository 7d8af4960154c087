import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findLeaks, openFiles, parseCommands, parseFileCommand } from '../src/runner/index.ts';
import type { StepResult } from '../src/runner/step.ts';

describe('parseCommands', () => {
  it('reads annotations and masks as the runner does', () => {
    const { annotations, masks } = parseCommands(
      'hello\n::add-mask::a%0Ab%25\n::error title=x%3A y,file=a.yml,line=3,col=7::one%0Atwo\n::warning::careful\n ::error::not at the start\n',
    );
    expect(masks).toEqual(['a\nb%']);
    expect(annotations).toEqual([
      { kind: 'error', message: 'one\ntwo', title: 'x: y', file: 'a.yml', line: 3, column: 7 },
      { kind: 'warning', message: 'careful' },
    ]);
  });
});

describe('parseFileCommand', () => {
  it('reads lines and blocks, the last of a name winning', () => {
    expect(parseFileCommand('a=1\nb<<END\nx=1\ny\nEND\na=2\n')).toEqual({ a: '2', b: 'x=1\ny' });
  });
  it('refuses a block without an end', () => expect(() => parseFileCommand('b<<END\nx')).toThrow('the block of b has no end'));
});

describe('the leak test', () => {
  let temp: string;
  beforeEach(() => {
    temp = mkdtempSync(join(tmpdir(), 'slipway-leaks-'));
  });
  afterEach(() => rmSync(temp, { recursive: true, force: true }));

  const secret = JSON.stringify({ password: 'correct horse/battery' });
  const step = (parts: Partial<StepResult>): StepResult =>
    ({ stdout: '', stderr: '', outputs: {}, exported: {}, state: {}, summary: '', temp, ...parts }) as StepResult;

  it.each([
    ['stdout', { stdout: 'x correct horse/battery' }],
    ['stderr', { stderr: Buffer.from('correct horse/battery').toString('base64') }],
    ['summary', { summary: encodeURIComponent('correct horse/battery') }],
    ['state', { state: { a: 'correct horse/battery' } }],
    ['output value', { outputs: { value: secret } }],
    ['variable FOO', { exported: { FOO: 'correct horse/battery' } }],
  ])('finds it in %s', (where, parts) => expect(findLeaks(step(parts), [secret]).map((leak) => leak.where)).toContain(where));

  it('finds it in a file of RUNNER_TEMP, and tells files that others may read', () => {
    const file = join(temp, 'plan');
    writeFileSync(file, 'zip correct horse/battery zip', { mode: 0o644 });
    expect(findLeaks(step({}), [secret])).toContainEqual({ where: file, form: 'leaf' });
    expect(openFiles(step({}))).toEqual([file]);
  });

  it('says nothing of masks and of what is allowed', () => {
    const told = step({ stdout: '::add-mask::correct horse/battery\nfine', exported: { KEY: 'correct horse/battery' } });
    expect(findLeaks(told, [secret], { exported: ['KEY'] })).toEqual([]);
  });
});
