import { Failure } from '@slipway/action-kit';
import { describe, expect, it } from 'vitest';
import { combineFailures, createSeen } from '../src/explain.ts';
import { cloudtrailQuery, report, reportFailure } from '../src/report.ts';
import { hub, inputsOf, planOf, roleOf, target } from './plan-case.ts';

const login = (name = 'deploy', more: object = {}) => ({
  plan: planOf({ name }),
  role: roleOf(),
  sessionName: 'kept',
  claims: { sub: 'x', jti: 'never' },
  dropped: [],
  ...more,
});
const result = (more: object = {}) => ({
  outcome: 'assumed' as const,
  logins: [login()],
  judgement: undefined,
  exports: {},
  configFile: '',
  profiles: [],
  ...more,
});
const keys = ['aws-access-key-id', 'aws-secret-access-key', 'aws-session-token'];

describe('report', () => {
  it.each([
    [{ delivery: 'env' }, ['', '', '']],
    [{ delivery: 'refresh' }, ['', '', '']],
    [{ delivery: 'env', outputCredentials: true }, ['ASIA1', 'secret', 'token']],
    [{ delivery: 'outputs' }, ['ASIA1', 'secret', 'token']],
  ] as const)('gives keys as outputs only where they are asked for: %j', (more, values) => {
    const { outputs } = report(result(), inputsOf(more));
    expect(keys.map((name) => outputs[name])).toEqual(values);
  });

  it('never has the id of a token, a key or a secret in its result and summary', () => {
    const told = report(result(), inputsOf({ delivery: 'outputs', explain: 'always' }));
    expect(JSON.stringify([told.result, told.summary, told.subject])).not.toMatch(/never|secret|"token"|ASIA1/);
  });

  it('sorts roles by name in the report and keeps their order in the output', () => {
    const told = report(result({ logins: [login('b'), login('a')], profiles: ['b', 'a'] }), inputsOf());
    expect((told.result['roles'] as { name: string }[]).map(({ name }) => name)).toEqual(['a', 'b']);
    expect(Object.keys(told.outputs['roles'] as object)).toEqual(['b', 'a']);
    expect(told.outputs['profile']).toBe('b');
  });

  it('has the judgement in the result', () => {
    const judgement = { lines: [], markdown: '**judged**', result: { verdict: 'allowed' } };
    const told = report(result({ judgement }), inputsOf());
    expect(told.result['trust']).toEqual({ verdict: 'allowed' });
    expect(told.summary).toContain('**judged**');
    expect(report(result({ judgement }), inputsOf({ explain: 'off' })).summary).not.toContain('judged');
  });

  it('tells the session name of a session that was kept', () => {
    const told = report(result({ outcome: 'reused' }), inputsOf());
    expect(told.outcome).toBe('reused');
    expect(told.outputs['session-name']).toBe('kept');
    expect(told.summary).toContain('### Still logged in to 111122223333');
  });

  it('of an end has no login in it', () => {
    const ended = { outcome: 'ended' as const, ended: true, exports: { B: '', A: 'x' }, profiles: ['p'], sessionArns: ['arn'], leftAlone: ['C'] };
    const told = report(ended, inputsOf({ end: true, plans: [] }));
    expect(told).toMatchObject({ outcome: 'ended', outputs: {}, exports: { environment: { A: 'x', B: '' } } });
    expect(told.result).toEqual({ ended: true, profiles: ['p'], sessionArns: ['arn'], restored: ['A', 'B'], leftAlone: ['C'] });
    expect(report({ ...ended, ended: false }, inputsOf({ end: true })).summary).toBe('### There was no login to end');
  });
});

describe('reportFailure', () => {
  it('says no more than the frame where the inputs were wrong', () =>
    expect(reportFailure(new Failure({ what: 'x', reason: 'invalid-input' }), undefined)).toEqual({ outcome: 'failed', subject: {}, outputs: {}, result: {} }));

  it('has the first line, why, the remedy and the explanation in the summary, each once', () => {
    const failure = new Failure({ what: 'cannot assume <b>', reason: 'access-denied', why: ['sts: no'], remedy: 'Add\n```\nthis' });
    const { seen } = createSeen();
    const explanation = { lines: ['sub: x'], markdown: ['', '**Claims**', '- `sub: x`'] };
    const told = reportFailure(combineFailures([{ plan: planOf({ hops: [hub, target] }), seen, failure }], 1, explanation), inputsOf());
    expect(told.summary?.split('\n')[0]).toBe('### ✗ cannot assume &lt;b&gt; \\(access-denied\\)');
    expect(told.summary?.match(/sub: x/g)).toHaveLength(1);
    expect(told.summary?.match(/^```/gm)).toHaveLength(4);
    expect(told.result).toMatchObject({ roles: [{ name: 'deploy', arn: target, reason: 'access-denied' }] });
  });
});

it('the query of CloudTrail cannot be left by a quote', () => expect(cloudtrailQuery("a'b")).toContain("'a''b'"));
