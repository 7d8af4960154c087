import { describe, expect, it } from 'vitest';
import { allow, claims, deny, judge, key, sub } from './policies.ts';

const good = { StringEquals: { [key('aud')]: 'sts.amazonaws.com', [key('sub')]: sub } };
const wrongSub = { StringEquals: { [key('aud')]: 'sts.amazonaws.com', [key('sub')]: 'repo:octo/web:ref:refs/heads/main' } };
const unknowable = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };

describe('actions', () => {
  it.each([
    ['sts:AssumeRoleWithWebIdentity', 'allowed'],
    [['sts:TagSession', 'sts:AssumeRoleWithWebIdentity'], 'allowed'],
    ['STS:assumerolewithwebidentity', 'allowed'],
    ['sts:*', 'allowed'],
    ['*', 'allowed'],
    ['sts:AssumeRole*', 'allowed'],
    ['sts:AssumeRoleWithWebIdentit?', 'allowed'],
    ['sts:AssumeRole', 'refused'],
    ['sts:TagSession', 'refused'],
    ['iam:*', 'refused'],
  ])('%j: %s, and the opposite as NotAction', (action, expected) => {
    expect(judge(allow(good, { Action: action })).verdict).toBe(expected);
    expect(judge(allow(good, { Action: undefined, NotAction: action })).verdict).toBe(expected === 'allowed' ? 'refused' : 'allowed');
  });

  it('are named before conditions', () => {
    expect(judge(allow(wrongSub, { Action: 'sts:AssumeRole' })).failures).toEqual([
      { statement: 0, kind: 'action', operator: null, key: null, wanted: ['sts:AssumeRole'], got: ['sts:AssumeRoleWithWebIdentity'], hints: [] },
    ]);
  });
});

describe('verdicts', () => {
  it('allow by one Allow that holds, beside others that do not', () => {
    expect(judge([allow(wrongSub), allow(unknowable), allow(good)])).toMatchObject({ verdict: 'allowed', failures: [] });
  });

  it('refuse without an Allow', () => {
    expect(judge([deny(wrongSub)])).toMatchObject({ verdict: 'refused', failures: [] });
  });

  it('name every condition that is certainly false and no other', () => {
    const { verdict, failures } = judge(
      allow({
        StringEquals: { [key('aud')]: 'sts.amazonaws.com', [key('sub')]: 'repo:octo/web:ref:refs/heads/main', [key('actor')]: ['hubot', 'monalisa'] },
        IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
        Null: { [key('environment')]: 'false' },
      }),
    );
    expect(verdict).toBe('refused');
    expect(failures).toEqual([
      {
        statement: 0,
        kind: 'condition',
        operator: 'StringEquals',
        key: key('sub'),
        wanted: ['repo:octo/web:ref:refs/heads/main'],
        got: [sub],
        hints: [],
      },
      { statement: 0, kind: 'condition', operator: 'StringEquals', key: key('actor'), wanted: ['hubot', 'monalisa'], got: ['mona'], hints: [] },
      { statement: 0, kind: 'condition', operator: 'Null', key: key('environment'), wanted: ['false'], got: [], hints: ['absent-key'] },
    ]);
  });

  it('name the first failing layer of each Allow, by statement', () => {
    const { failures } = judge([
      allow(wrongSub),
      allow(good, { Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com' } }),
      allow(good, { Action: 'sts:AssumeRole' }),
    ]);
    expect(failures.map(({ statement, kind }) => [statement, kind])).toEqual([
      [0, 'condition'],
      [1, 'principal'],
      [2, 'action'],
    ]);
  });

  it('cannot judge by an Allow that hangs on what is not known, and name that', () => {
    expect(judge(allow({ ...good, ...unknowable })).verdict).toBe('cannot-judge');
    expect(judge(allow({ ...good, ...unknowable })).failures).toEqual([
      { statement: 0, kind: 'unknown', operator: 'IpAddress', key: 'aws:SourceIp', wanted: ['203.0.113.0/24'], got: [], hints: [] },
    ]);
    expect(judge(allow({ ...wrongSub, ...unknowable })).verdict).toBe('refused');
  });

  it('cannot judge by an operator that is not known, and show the value', () => {
    expect(judge(allow({ StringSounds: { [key('actor')]: 'mona' } }))).toMatchObject({
      verdict: 'cannot-judge',
      failures: [{ kind: 'unknown', operator: 'StringSounds', key: key('actor'), wanted: ['mona'], got: ['mona'] }],
    });
  });

  it('tell failing Allows beside the one that is not known', () => {
    const { verdict, failures } = judge([allow(wrongSub), allow(unknowable)]);
    expect(verdict).toBe('cannot-judge');
    expect(failures.map(({ statement, kind }) => [statement, kind])).toEqual([
      [0, 'condition'],
      [1, 'unknown'],
    ]);
  });

  it('count claims that STS does not read as absent', () => {
    expect(judge(allow({ StringEquals: { [key('event_name')]: 'push' } }))).toMatchObject({
      verdict: 'refused',
      failures: [{ key: key('event_name'), wanted: ['push'], got: [], hints: ['absent-key'] }],
    });
    expect(judge(allow({ StringNotEquals: { [key('event_name')]: 'push' } })).verdict).toBe('allowed');
  });

  it('see other claims where the token has others', () => {
    expect(judge(allow(wrongSub), { sub: 'repo:octo/web:ref:refs/heads/main' }).verdict).toBe('allowed');
    expect(judge(allow({ StringEquals: { [key('environment')]: 'prod' } }), { environment: 'prod' }).verdict).toBe('allowed');
    expect(judge(allow(good), { aud: ['sts.amazonaws.com'] }).verdict).toBe('allowed');
    expect(judge(allow(good), { aud: ['sts.amazonaws.com', 'other'] }).verdict).toBe('cannot-judge');
  });
});

describe('an explicit Deny', () => {
  it.each([
    [undefined, 'refused'],
    [{ StringEquals: { [key('actor')]: 'mona' } }, 'refused'],
    [{ StringNotLike: { [key('ref')]: 'refs/heads/main' } }, 'allowed'],
    [{ StringNotEquals: { [key('environment')]: 'prod' } }, 'refused'],
    [unknowable, 'cannot-judge'],
    [{ StringEquals: { [key('actor')]: 'hubot' }, ...unknowable }, 'allowed'],
    [{ StringEquals: { [key('actor')]: 'mona' }, ...unknowable }, 'cannot-judge'],
  ])('with %j beside an Allow that holds: %s', (condition, expected) => {
    expect(judge([allow(good), deny(condition)]).verdict).toBe(expected);
  });

  it('is the one reason where an Allow holds', () => {
    expect(judge([allow(wrongSub), allow(good), deny()]).failures).toEqual([
      { statement: 2, kind: 'deny', operator: null, key: null, wanted: [], got: [], hints: [] },
    ]);
  });

  it('wins over an Allow that is not known, and stands beside one that fails', () => {
    expect(judge([deny(), allow(unknowable)])).toMatchObject({ verdict: 'refused', failures: [{ statement: 0, kind: 'deny' }] });
    expect(judge([deny(), allow(wrongSub)]).failures.map(({ kind }) => kind)).toEqual(['deny', 'condition']);
  });

  it('that cannot be known names what hangs', () => {
    expect(judge([allow(good), deny({ StringEquals: { [key('actor')]: 'mona' }, ...unknowable })]).failures).toEqual([
      { statement: 1, kind: 'unknown', operator: 'IpAddress', key: 'aws:SourceIp', wanted: ['203.0.113.0/24'], got: [], hints: [] },
    ]);
  });

  it('that cannot be known is the one reason where an Allow holds', () => {
    const { verdict, failures } = judge([allow(good), allow(unknowable), allow(wrongSub), deny(unknowable)]);
    expect(verdict).toBe('cannot-judge');
    expect(failures.map(({ statement, kind }) => [statement, kind])).toEqual([[3, 'unknown']]);
  });

  it('does not make a sure refusal unsure', () => {
    expect(judge([allow(wrongSub), deny(unknowable)]).verdict).toBe('refused');
  });

  it('for another caller or call does not count', () => {
    expect(judge([allow(good), deny(undefined, { Principal: { AWS: '111122223333' } })]).verdict).toBe('allowed');
    expect(judge([allow(good), deny(undefined, { Action: 'sts:AssumeRole' })]).verdict).toBe('allowed');
    expect(judge([allow(good), deny(undefined, { Principal: '*', Action: 'sts:*' })]).verdict).toBe('refused');
    expect(judge([allow(good), deny(undefined, { Principal: undefined, NotPrincipal: { AWS: '111122223333' } })]).verdict).toBe('refused');
  });
});

it('keeps wanted, operator and key as they are written', () => {
  const condition = { stringEQUALS: { [key('SUB')]: ['B', 'A'] } };
  expect(judge(allow(condition)).failures).toMatchObject([{ operator: 'stringEQUALS', key: key('SUB'), wanted: ['B', 'A'], got: [claims.sub] }]);
});
