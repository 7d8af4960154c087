// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like this
import { judgeTrustPolicy, parseTrustPolicy } from '@slipway/sdk/trust-policy';
import { describe, expect, it } from 'vitest';
import { allow, holds, key, requestWith } from './policies.ts';

type Row = readonly [operator: string, wanted: string, got: string, expected: boolean | 'unknown'];

/** x:team = blue, x:star = `a*`, x:two has two values, x:none is absent, aws:username is not known. */
const request = (got: string) => requestWith({ 'x:key': [got], 'x:team': ['blue'], 'x:star': ['a*'], 'x:two': ['1', '2'], 'x:none': [] });

const rows: Row[] = [
  ['StringEquals', '${x:team}', 'blue', true],
  ['StringEquals', '${X:TEAM}', 'blue', true],
  ['StringEquals', '${ x:team }', 'blue', true],
  ['StringEquals', 'a-${x:team}-b', 'a-blue-b', true],
  ['StringEquals', '${x:team}', 'red', false],
  ['StringNotEquals', '${x:team}', 'red', true],
  ['StringEqualsIgnoreCase', '${x:team}', 'BLUE', true],
  ['StringLike', 'a/${x:team}/*', 'a/blue/c', true],
  ['StringLike', '${x:star}', 'abc', false],
  ['StringLike', '${x:star}', 'a*', true],
  ['StringLike', '${x:team}${x:team}', 'blueblue', true],
  ['ArnLike', 'arn:aws:iam::111122223333:user/${x:team}', 'arn:aws:iam::111122223333:user/blue', true],
  ['ArnLike', 'arn:aws:iam::111122223333:user/${x:team}', 'arn:aws:iam::111122223333:user/red', false],
  ['Bool', '${x:team}', 'true', 'unknown'],
  ['StringEquals', "${x:team, 'red'}", 'blue', true],
  ['StringEquals', "${x:none, 'red'}", 'red', true],
  ['StringEquals', "${x:none,'red'}", 'red', true],
  ['StringEquals', "${x:none, ''}", '', true],
  ['StringLike', "${x:none, 'r*'}", 'red', false],
  ['StringEquals', '${x:none}', 'red', false],
  ['StringEquals', '${x:none}', '', false],
  ['StringLike', '*${x:none}*', 'red', false],
  ['StringNotEquals', '${x:none}', 'red', true],
  ['StringNotLike', '${x:none}*', 'red', true],
  ['StringEquals', '${*}', '*', true],
  ['StringLike', '${*}', 'x', false],
  ['StringLike', 'a${?}', 'ab', false],
  ['StringLike', 'a${?}*', 'a?b', true],
  ['StringEquals', '${$}{x:team}', '${x:team}', true],
  ['StringEquals', '${aws:username}', 'blue', 'unknown'],
  ['StringEquals', "${aws:username, 'blue'}", 'blue', 'unknown'],
  ['StringEquals', 'team-${aws:username}', 'blue', false],
  ['StringNotEquals', 'team-${aws:username}', 'blue', true],
  ['StringNotEquals', 'b${aws:username}', 'blue', 'unknown'],
  ['StringLike', 'b*${aws:username}', 'blue', 'unknown'],
  ['ArnLike', 'arn:aws:iam::${aws:PrincipalAccount}:user/blue', 'arn:aws:iam::111122223333:user/blue', 'unknown'],
  ['ArnLike', 'arn:aws:iam::${aws:PrincipalAccount}:user/blue', 'arn:aws:iam::111122223333:user/red', false],
  ['StringEquals', '${x:two}', '1', 'unknown'],
  ['StringEquals', '${}', '', 'unknown'],
  ['StringEquals', '${x:team, red}', 'blue', 'unknown'],
  ['StringEquals', '${x:team', '${x:team', true],
  ['StringEquals', '$x:team', '$x:team', true],
  ['NumericEquals', '${x:team}', '5', 'unknown'],
  ['Null', '${x:team}', '5', 'unknown'],
];

describe('policy variables', () => {
  it.each(rows)('%s %s on %s: %s', (operator, wanted, got, expected) => {
    expect(holds({ [operator]: { 'x:key': wanted } }, request(got))).toBe(expected);
  });

  it('are plain text in a policy of the older version', () => {
    const condition = { StringEquals: { 'x:key': '${x:team}' } };
    expect(holds(condition, request('blue'), '2008-10-17')).toBe(false);
    expect(holds(condition, request('${x:team}'), '2008-10-17')).toBe(true);
    expect(holds({ StringLike: { 'x:key': '${*}' } }, request('${abc}'), '2008-10-17')).toBe(true);
  });

  it('are plain text in a policy without a version', () => {
    const { policy } = parseTrustPolicy(JSON.stringify({ Statement: allow({ StringEquals: { 'x:key': '${x:team}' } }) }));
    expect(judgeTrustPolicy(policy!, request('blue')).verdict).toBe('refused');
    expect(judgeTrustPolicy(policy!, request('${x:team}')).verdict).toBe('allowed');
  });

  it('take claims of the token', () => {
    expect(holds({ StringLike: { [key('sub')]: `repo:\${${key('repository')}}:*` } })).toBe(true);
    expect(holds({ StringLike: { [key('sub')]: `repo:octo/api:environment:\${${key('environment')}}` } })).toBe(false);
  });
});
