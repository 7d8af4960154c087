import { Failure } from '@slipway/action-kit';
import { type Item, marked, planChanges } from '@slipway/egress';
import { AwsError, type AwsErrorCode } from '@slipway/sdk/errors';
import { describe, expect, it } from 'vitest';
import { explainFailure } from '../src/failures.ts';
import type { Inputs } from '../src/inputs.ts';
import { report, reportFailure } from '../src/report.ts';

const inputs = {
  command: 'apply',
  linted: { rows: [], diagnostics: [], reason: '', faults: [], files: 1 },
  table: 'data-egress',
  region: 'eu-central-1',
  owner: 'me',
  comment: 'auto',
  githubToken: 'token',
} as unknown as Inputs;
const key = (name: string): Item => ({ source_prefix: { S: name }, pipeline_name: { S: 'A' } });
const wanted = (name: string, more: Item = {}) => ({
  key: { source_prefix: name, pipeline_name: 'A' },
  item: { ...key(name), ...more },
  file: 'a.yaml',
  line: 3,
});
const options = { table: 'data-egress', owner: 'me', adopt: false, prune: true };

describe('report', () => {
  const plan = planChanges(
    [wanted('b', { x: { S: '`|<b>@all' } }), wanted('a')],
    [marked(key('a'), 'me', 'a.yaml:1'), marked(key('old'), 'me', 'a.yaml:9')],
    options,
  );

  it('has the outputs of the contract, and a comment only where there is a plan', () => {
    const said = report({ outcome: 'applied', plan, planPath: '/t/plan.json', writes: 2, notes: [] }, inputs);
    expect(said.outputs).toMatchObject({
      counts: { create: 1, delete: 1, unchanged: 1, update: 0, adopt: 0, conflict: 0, 'kept-foreign': 0, kept: 0, writes: 2 },
      conflicts: [],
      drift: [],
      'plan-path': '/t/plan.json',
      'plan-digest': plan.digest,
      changed: true,
    });
    expect(said.comment).toMatchObject({ mode: 'auto', key: 'data-egress', token: 'token' });
    expect(report({ outcome: 'valid', writes: 0, notes: [] }, { ...inputs, command: 'lint' }).comment).toBeUndefined();
  });

  it('says for a plan whether it would write', () => {
    const of = (counts: typeof plan) => report({ outcome: 'planned', plan: counts, writes: 0, notes: [] }, { ...inputs, command: 'plan' }).outputs['changed'];
    expect(of(plan)).toBe(true);
    expect(of(planChanges([wanted('a')], [marked(key('a'), 'me', 'x:1')], options))).toBe(false);
  });

  it('lets no text from a row act as markup', () => {
    const { summary } = report({ outcome: 'planned', plan, writes: 0, notes: [] }, inputs);
    const line = summary?.split('\n').find((entry) => entry.startsWith('| create'));
    expect(line).toContain('`` {"S":"`\\|<b>@all"} ``');
    expect(line?.match(/(?<!\\)\|/g)).toHaveLength(6);
  });

  it('counts writes and keeps the plan in a step that failed', () => {
    const failure = new Failure({ what: 'x', reason: 'throttled' });
    const said = report({ outcome: 'failed', plan, writes: 1, notes: [], failure }, inputs);
    expect(said).toMatchObject({ outcome: 'failed', failure, outputs: { changed: true, counts: { writes: 1 } } });
  });

  it('calls wrong inputs refused', () => {
    expect(reportFailure(new Failure({ what: 'x', reason: 'invalid-input' }), undefined)).toEqual({
      outcome: 'refused',
      subject: {},
      result: { rows: 0, actions: [], diagnostics: [] },
      outputs: { changed: false },
    });
    expect(reportFailure(new Failure({ what: 'x', reason: 'internal' }), inputs)).toMatchObject({ outcome: 'failed', subject: { owner: 'me' } });
  });
});

describe('explainFailure', () => {
  const error = (code: AwsErrorCode) => new AwsError({ code, service: 'dynamodb', operation: 'PutItem', awsCode: 'X', message: 'said AWS', hint: 'do so' });
  const signal = new AbortController().signal;
  const repository = 'bank/egress';

  it.each<[AwsErrorCode, number, string]>([
    ['access-denied', 0, 'access-denied'],
    ['access-denied', 5, 'access-denied'],
    ['throttled', 5, 'throttled'],
    ['unreachable', 5, 'unreachable'],
    ['credentials-missing', 5, 'credentials-missing'],
    ['timeout', 5, 'timeout'],
    ['not-found', 0, 'table-missing'],
    ['invalid-request', 0, 'internal'],
    ['invalid-request', 5, 'partial'],
    ['service-error', 1, 'partial'],
  ])('%s after %i writes is %s', (code, writes, reason) => {
    const failure = explainFailure(error(code), { inputs, signal, writes, repository });
    expect(failure.reason).toBe(reason);
    expect(failure.why.join()).toContain('said AWS');
    expect(failure.why.some((line) => line.includes('written before'))).toBe(writes > 0);
  });

  it('prefers why the step was stopped to what broke by it', () => {
    const controller = new AbortController();
    controller.abort(new Failure({ what: 'stopped', reason: 'cancelled' }));
    expect(explainFailure(new Error('socket'), { inputs, signal: controller.signal, writes: 0, repository }).reason).toBe('cancelled');
    expect(explainFailure(new Failure({ what: 'x', reason: 'conflict' }), { inputs, signal: controller.signal, writes: 0, repository }).reason).toBe(
      'conflict',
    );
  });

  it('calls what it does not know internal', () => {
    expect(explainFailure(new TypeError('oh'), { inputs, signal, writes: 0, repository }).reason).toBe('internal');
  });
});
