// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like this
import { describe, expect, it } from 'vitest';
import { allow, judge, key } from './policies.ts';

const main = 'repo:octo/api:ref:refs/heads/main';
const mainById = 'repo:octo@11/api@22:ref:refs/heads/main';
const prod = 'repo:octo/api:environment:prod';
const prodById = 'repo:octo@11/api@22:environment:prod';
const pull = 'repo:octo/api:pull_request';

/** operator, what the policy wants, the token's sub, the hints. */
const rows: (readonly [string, string | string[], string, string[]])[] = [
  ['StringEquals', 'repo:Octo/api:ref:refs/heads/main', main, ['letter-case']],
  ['StringLike', 'repo:Octo/*', main, ['letter-case']],
  ['StringLike', 'REPO:octo/api:*', main, ['letter-case']],
  ['StringEquals', main, mainById, ['immutable-sub']],
  ['StringLike', 'repo:octo/api:*', mainById, ['immutable-sub']],
  ['StringLike', 'repo:octo/*', mainById, ['immutable-sub']],
  ['StringLike', 'repo:octo/*:ref:refs/heads/*', mainById, ['immutable-sub']],
  ['StringEquals', mainById, main, ['legacy-sub']],
  ['StringLike', 'repo:octo@11/api@22:*', main, ['legacy-sub']],
  ['StringLike', 'repo:octo@*/api@*:ref:*', main, ['legacy-sub']],
  ['StringEquals', main, prod, ['environment-form']],
  ['StringLike', 'repo:octo/api:ref:*', prod, ['environment-form']],
  ['StringEquals', pull, prod, ['environment-form']],
  ['StringEquals', prod, main, ['ref-form']],
  ['StringLike', 'repo:octo/*:environment:*', main, ['ref-form']],
  ['StringEquals', pull, main, ['ref-form']],
  ['StringEquals', main, pull, ['pull-request-form']],
  ['StringEquals', [main, prod], pull, ['pull-request-form']],
  ['StringEquals', prod, 'repo:octo/api:ref:refs/tags/v1', ['ref-form']],
  ['StringEquals', main, prodById, ['immutable-sub', 'environment-form']],
  ['StringEquals', mainById, prod, ['legacy-sub', 'environment-form']],
  ['StringEquals', 'repo:Octo/API:ref:refs/heads/main', prodById, ['letter-case', 'immutable-sub', 'environment-form']],
  ['StringEquals', 'repo:OCTO/api:environment:prod', main, ['letter-case', 'ref-form']],
  ['StringEquals', 'repo:octo/api:*', main, ['wildcard-in-equals']],
  ['StringEqualsIgnoreCase', 'repo:OCTO/api:*', main, ['wildcard-in-equals']],
  ['StringEquals', 'repo:octo/api:ref:refs/heads/*', prod, ['environment-form', 'wildcard-in-equals']],
  ['StringEquals', 'repo:Octo/api:*', main, ['letter-case', 'wildcard-in-equals']],
  ['ForAnyValue:StringEquals', prod, main, ['ref-form']],
  ['StringEqualsIfExists', 'repo:Octo/api:ref:refs/heads/main', main, ['letter-case']],
  ['StringEquals', ['repo:octo/web:ref:refs/heads/main', prod], main, ['ref-form']],
  ['StringEquals', [prod, 'repo:octo/api:ref:refs/heads/dev'], main, []],
  ['StringEquals', [prodById, 'repo:octo@11/api@22:ref:refs/heads/dev'], main, []],
  // What differs is neither letter case nor form: a hint would lead astray.
  ['StringEquals', 'repo:octo/web:ref:refs/heads/main', main, []],
  ['StringEquals', 'repo:octo/web:environment:prod', main, []],
  ['StringEquals', 'repo:octo/api:ref:refs/heads/dev', main, []],
  ['StringEquals', 'repo:octo/api:environment:dev', prod, []],
  ['StringEquals', 'repo:octo@11/api@23:ref:refs/heads/main', mainById, []],
  ['StringEquals', 'repo:octo/web:ref:refs/heads/main', mainById, []],
  ['StringLike', 'repo:other/*', main, []],
  ['StringEquals', 'system:serviceaccount:a:b', main, []],
  ['StringEquals', 'repo:octo/api:job_workflow_ref:x', main, []],
  ['StringNotEquals', main, main, []],
  ['StringNotLike', 'repo:octo/*', main, []],
  ['StringEquals', [], main, []],
];

describe('hints for a subject', () => {
  it.each(rows)('%s %j, token %s: %j', (operator, wanted, sub, hints) => {
    const { verdict, failures } = judge(allow({ [operator]: { [key('sub')]: wanted } }), { sub });
    expect(verdict).toBe('refused');
    expect(failures.map((failure) => failure.hints)).toEqual([hints]);
  });
});

describe('hints for other keys', () => {
  it.each([
    ['StringEquals', 'actor', 'Mona', ['letter-case']],
    ['StringEquals', 'aud', 'STS.amazonaws.com', ['letter-case']],
    ['StringEquals', 'actor', 'mon*', ['wildcard-in-equals']],
    ['StringEquals', 'actor', '${*}', []],
    ['StringEquals', 'actor', 'hubot', []],
    ['StringEquals', 'environment', 'prod', ['absent-key']],
    ['StringLike', 'event_name', '*', ['absent-key']],
    ['NumericEquals', 'enterprise_id', '1', ['absent-key']],
    ['ForAnyValue:StringNotEquals', 'environment', 'prod', ['absent-key']],
    ['Null', 'environment', 'false', ['absent-key']],
    ['Null', 'actor', 'true', []],
    ['NumericEquals', 'actor_id', '1', []],
    ['StringEquals', 'repository', 'repo:octo/api:x', []],
    ['StringNotEquals', 'actor', ['MONA', 'mona'], []],
    ['NumericEquals', 'actor_id', ['7', '8'], []],
  ])('%s %s %j: %j', (operator, name, wanted, hints) => {
    expect(judge(allow({ [operator]: { [key(name)]: wanted } })).failures.map((failure) => failure.hints)).toEqual([hints]);
  });

  it('know a subject only by the key sub', () => {
    expect(judge(allow({ StringEquals: { [key('workflow')]: prod } }), { workflow: main }).failures).toMatchObject([{ hints: [] }]);
  });
});
