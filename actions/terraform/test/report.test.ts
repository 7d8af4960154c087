import { Failure } from '@slipway/action-kit';
import { describe, expect, it } from 'vitest';
import type { Inputs } from '../src/inputs.ts';
import { report, reportFailure } from '../src/report.ts';
import type { Facts, Result } from '../src/result.ts';

const inputs = { command: 'plan', workingDirectoryName: 'infra', workspace: 'dev', comment: 'auto', token: 't' } as Inputs;
const counts = { create: 1, update: 0, delete: 1, replace: 0, import: 0, forget: 0, 'no-op': 3 };
const change = (address: string, ...actions: string[]) => ({ address, actions, before: null, after: null });
const facts: Facts = {
  terraformVersion: '1.11.4',
  fingerprint: 'f'.repeat(64),
  counts,
  changes: [change('a.a', 'create'), change('a.b', 'delete'), change('a.c', 'create', 'delete'), change('a.d', 'delete', 'create')],
  changesPath: '/tmp/c.json',
  planPath: 's3://b/k',
};
const said = (result: Partial<Result>) => report({ outcome: 'changes', facts, ...result }, inputs);

describe('the report', () => {
  it('has every output of the contract, empty ones too', () => {
    expect(Object.keys(said({}).outputs)).toEqual(['fingerprint', 'counts', 'plan-path', 'lock-info', 'outputs', 'changes-path']);
    expect(Object.keys(reportFailure(new Failure({ what: 'x', reason: 'internal' }), undefined).outputs ?? {})).toEqual(Object.keys(said({}).outputs));
  });

  it('puts destroys and replaces first, and says which kind of replace', () => {
    const rows = (said({}).summary ?? '').split('\n').filter((line) => /^\| .*a\.[a-d]/.test(line));
    expect(rows).toEqual(['| delete | `a.b` |', '| replace \\(create first\\) | `a.c` |', '| replace | `a.d` |', '| create | `a.a` |']);
  });

  it('starts with the verdict and holds numbers, fingerprint and place', () => {
    const { summary = '' } = said({});
    expect(summary.split('\n')[0]).toBe('### terraform plan: changes');
    for (const text of ['`infra`, workspace `dev`, terraform `1.11.4`', '| create | update | delete', '| 1 | 0 | 1 |', 'f'.repeat(64), 's3://b/k'])
      expect(summary).toContain(text);
  });

  it('says why it failed, without letting foreign text act', () => {
    const failure = new Failure({ what: 'x', reason: 'plan-failed', why: ['<b>one</b>\n# two'], faults: [{ text: '[link](http://x) @all' }] });
    const { summary = '' } = said({ outcome: 'failed', failure });
    expect(summary).toContain('### terraform plan: failed (plan-failed)');
    expect(summary).toContain('&lt;b&gt;one&lt;/b&gt; \\# two');
    expect(summary).not.toContain('](http');
    expect(summary).not.toContain('@all');
  });

  it('cuts a long list of changes and says so', () => {
    const many = Array.from({ length: 450 }, (_, index) => change(`a.r${index}`, 'update'));
    const { summary = '', comment } = said({ facts: { ...facts, changes: many } });
    expect(summary).toContain('250 more are in the file of changes');
    expect(comment?.body.length).toBeLessThan(65_536);
  });

  it('keeps one comment per folder and workspace', () => {
    expect(said({}).comment).toMatchObject({ mode: 'auto', key: 'infra:dev', token: 't' });
  });

  it('keeps before and after out of the report file', () => {
    expect(said({}).result['changes']).toEqual(facts.changes?.map(({ address, actions }) => ({ address, actions })));
  });
});
