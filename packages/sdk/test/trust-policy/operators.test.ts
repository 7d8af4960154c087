import { describe, expect, it } from 'vitest';
import { holds, requestWith } from './policies.ts';

/** operator, the policy's value(s), the request's value(s) (`[]` = absent), and what the IAM User Guide says of it. */
type Row = readonly [operator: string, wanted: unknown, got: readonly string[], expected: boolean | 'unknown'];

const strings: Row[] = [
  ['StringEquals', 'main', ['main'], true],
  ['StringEquals', 'main', ['Main'], false],
  ['StringEquals', 'main', ['main '], false],
  ['StringEquals', ['dev', 'main'], ['main'], true],
  ['StringEquals', ['dev', 'test'], ['main'], false],
  ['StringEquals', [], ['main'], false],
  ['StringEquals', 'ma*', ['main'], false],
  ['StringEquals', 'ma*', ['ma*'], true],
  ['StringEquals', 'ma?n', ['main'], false],
  ['StringEquals', '', [''], true],
  ['StringEquals', 5, ['5'], true],
  ['StringEquals', true, ['true'], true],
  ['StringNotEquals', 'main', ['main'], false],
  ['StringNotEquals', 'main', ['Main'], true],
  ['StringNotEquals', ['dev', 'main'], ['main'], false],
  ['StringNotEquals', ['dev', 'test'], ['main'], true],
  ['StringEqualsIgnoreCase', 'MAIN', ['main'], true],
  ['StringEqualsIgnoreCase', 'MA*N', ['main'], false],
  ['StringEqualsIgnoreCase', 'dev', ['main'], false],
  ['StringNotEqualsIgnoreCase', 'MAIN', ['main'], false],
  ['StringNotEqualsIgnoreCase', 'dev', ['main'], true],
  ['StringLike', 'ma*', ['main'], true],
  ['StringLike', 'ma*', ['ma'], true],
  ['StringLike', 'm?in', ['main'], true],
  ['StringLike', 'm?in', ['min'], false],
  ['StringLike', '*', [''], true],
  ['StringLike', '?', [''], false],
  ['StringLike', 'MA*', ['main'], false],
  ['StringLike', 'a*b*c', ['a-b-b-c'], true],
  ['StringLike', 'a*b*c', ['a-c-b'], false],
  ['StringLike', 'm.in', ['main'], false],
  ['StringLike', ['dev*', 'ma*'], ['main'], true],
  ['StringLike', '*\n*', ['a\nb'], true],
  ['StringLike', 'a*', ['a\nb'], true],
  ['StringLike', '?', ['😀'], true],
  ['StringNotLike', 'ma*', ['main'], false],
  ['StringNotLike', 'dev*', ['main'], true],
  ['StringNotLike', ['dev*', 'ma*'], ['main'], false],
];

const numbers: Row[] = [
  ['NumericEquals', '5', ['5'], true],
  ['NumericEquals', 5, ['5.0'], true],
  ['NumericEquals', '6', ['5'], false],
  ['NumericEquals', '9007199254740992', ['9007199254740993'], false],
  ['NumericNotEquals', '5', ['5'], false],
  ['NumericNotEquals', '6', ['5'], true],
  ['NumericLessThan', '5', ['5'], false],
  ['NumericLessThan', '10', ['9'], true],
  ['NumericLessThanEquals', '5', ['5'], true],
  ['NumericGreaterThan', '-2', ['-1.5'], true],
  ['NumericGreaterThan', '5', ['5'], false],
  ['NumericGreaterThanEquals', '5', ['5'], true],
  ['NumericGreaterThanEquals', ['7', '4'], ['5'], true],
  ['NumericEquals', '5', ['five'], 'unknown'],
  ['NumericEquals', '5*', ['5'], 'unknown'],
  ['NumericNotEquals', 'x', ['5'], 'unknown'],
];

const dates: Row[] = [
  ['DateEquals', '2026-07-15T00:00:00Z', ['2026-07-15T02:00:00+02:00'], true],
  ['DateEquals', '2026-07-15', ['2026-07-15T00:00:00Z'], true],
  ['DateEquals', '1784073600', ['2026-07-15T00:00:00Z'], true],
  ['DateNotEquals', '2026-07-15', ['2026-07-15T00:00:00Z'], false],
  ['DateLessThan', '2026-07-15T00:00:01Z', ['2026-07-15T00:00:00Z'], true],
  ['DateLessThan', '2026-07-15T00:00:00Z', ['2026-07-15T00:00:00Z'], false],
  ['DateLessThanEquals', '2026-07-15T00:00:00Z', ['2026-07-15T00:00:00Z'], true],
  ['DateGreaterThan', '2025', ['2026-01-01T00:00Z'], true],
  ['DateGreaterThanEquals', '2026-02', ['2026-01-01T00:00Z'], false],
  ['DateGreaterThan', '2026-01-01T00:00', ['2026-06-01T00:00:00Z'], 'unknown'],
  ['DateLessThan', 'tomorrow', ['2026-06-01T00:00:00Z'], 'unknown'],
  ['DateLessThan', '2026-13-01', ['2026-06-01T00:00:00Z'], 'unknown'],
];

const others: Row[] = [
  ['Bool', 'true', ['true'], true],
  ['Bool', true, ['true'], true],
  ['Bool', 'False', ['false'], true],
  ['Bool', 'true', ['false'], false],
  ['Bool', 'true', ['yes'], 'unknown'],
  ['Bool', '1', ['true'], 'unknown'],
  ['BinaryEquals', 'bWFpbg==', ['main'], true],
  ['BinaryEquals', 'bWFpbg==', ['Main'], false],
  ['BinaryEquals', 'not base64!', ['main'], 'unknown'],
  ['IpAddress', '203.0.113.0/24', ['203.0.113.77'], true],
  ['IpAddress', '203.0.113.0/24', ['203.0.114.1'], false],
  ['IpAddress', '203.0.113.77', ['203.0.113.77'], true],
  ['IpAddress', '203.0.113.77', ['203.0.113.78'], false],
  ['IpAddress', '0.0.0.0/0', ['203.0.113.78'], true],
  ['IpAddress', ['10.0.0.0/8', '203.0.113.0/24'], ['203.0.113.77'], true],
  ['IpAddress', '2001:DB8:1234:5678::/64', ['2001:db8:1234:5678::1'], true],
  ['IpAddress', '2001:DB8:1234:5678::/64', ['2001:db8:1234:5679::1'], false],
  ['IpAddress', '2001:DB8::/32', ['203.0.113.77'], false],
  ['NotIpAddress', '203.0.113.0/24', ['203.0.113.77'], false],
  ['NotIpAddress', '203.0.113.0/24', ['198.51.100.1'], true],
  ['IpAddress', '203.0.113.0/33', ['203.0.113.77'], 'unknown'],
  ['IpAddress', '203.0.113', ['203.0.113.77'], 'unknown'],
  ['ArnEquals', 'arn:aws:sns:*:111122223333:t?pic', ['arn:aws:sns:us-east-1:111122223333:topic'], true],
  ['ArnLike', 'arn:aws:s3:::bucket/*', ['arn:aws:s3:::bucket/a:b/c'], true],
  ['ArnLike', 'arn:aws:s3:::bucket/a:*', ['arn:aws:s3:::bucket/a:b/c'], true],
  ['ArnLike', 'arn:aws:s3:::bucket/b:*', ['arn:aws:s3:::bucket/a:b/c'], false],
  ['ArnLike', 'arn:aws:someservice:*:111122223333:finance/*', ['arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/x'], false],
  ['StringLike', 'arn:aws:someservice:*:111122223333:finance/*', ['arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/x'], true],
  ['ArnLike', 'arn:aws:sns:*:111122223333:topic', ['arn:aws:sns:us-east-1:111122223333:Topic'], false],
  ['ArnNotEquals', 'arn:aws:sns:*:111122223333:topic', ['arn:aws:sns:us-east-1:111122223333:topic'], false],
  ['ArnNotLike', 'arn:aws:sns:*:444455556666:*', ['arn:aws:sns:us-east-1:111122223333:topic'], true],
  ['ArnLike', 'arn:aws:sns:*:111122223333:*', ['no arn'], false],
  ['ArnLike', '*', ['arn:aws:sns:us-east-1:111122223333:topic'], 'unknown'],
  ['Null', 'true', [], true],
  ['Null', 'false', [], false],
  ['Null', 'true', ['x'], false],
  ['Null', 'false', ['x'], true],
  ['Null', false, ['x'], true],
  ['Null', ['true', 'false'], ['x'], true],
  ['Null', 'maybe', ['x'], 'unknown'],
  ['Null', 'true', [''], 'unknown'],
];

/** "If the key … is not present in the request context, the values do not match and the condition is false" … and the exceptions. */
const absent: Row[] = [
  ['StringEquals', 'x', [], false],
  ['StringEqualsIgnoreCase', 'x', [], false],
  ['StringLike', '*', [], false],
  ['StringNotEquals', 'x', [], true],
  ['StringNotEqualsIgnoreCase', 'x', [], true],
  ['StringNotLike', '*', [], true],
  ['NumericEquals', '1', [], false],
  ['NumericNotEquals', '1', [], true],
  ['NumericLessThan', '1', [], false],
  ['DateLessThan', '2026-01-01', [], false],
  ['DateNotEquals', '2026-01-01', [], true],
  ['Bool', 'false', [], false],
  ['BinaryEquals', 'bWFpbg==', [], false],
  ['IpAddress', '0.0.0.0/0', [], false],
  ['NotIpAddress', '0.0.0.0/0', [], true],
  ['ArnLike', 'arn:*:*:*:*:*', [], false],
  ['ArnNotEquals', 'arn:*:*:*:*:*', [], true],
  ['StringEqualsIfExists', 'x', [], true],
  ['StringNotEqualsIfExists', 'x', [], true],
  ['NumericLessThanIfExists', '1', [], true],
  ['BoolIfExists', 'true', [], true],
  ['IpAddressIfExists', '10.0.0.0/8', [], true],
  ['ArnLikeIfExists', 'arn:*:*:*:*:*', [], true],
  ['StringEqualsIfExists', 'x', ['x'], true],
  ['StringEqualsIfExists', 'x', ['y'], false],
  ['StringNotLikeIfExists', 'x*', ['xy'], false],
  ['BoolIfExists', 'true', ['false'], false],
];

const sets: Row[] = [
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
  ['ForAllValues:StringEquals', ['a'], [], true],
  ['ForAllValues:StringEquals', ['a'], [''], true],
  ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'], true],
  ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'a'], false],
  ['ForAllValues:StringNotEquals', ['a'], [], true],
  ['ForAllValues:StringLike', 'repo:octo/*', ['repo:octo/api', 'repo:octo/web'], true],
  ['ForAllValues:StringEqualsIfExists', 'a', ['b'], false],
  ['ForAllValues:StringEqualsIfExists', 'a', [], true],
  ['ForAllValues:NumericLessThan', '5', ['1', '4'], true],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], true],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], false],
  ['ForAnyValue:StringEquals', 'a', [], false],
  ['ForAnyValue:StringLike', '*', [''], false],
  ['ForAnyValue:StringNotEquals', 'a', ['a', 'b'], true],
  ['ForAnyValue:StringNotEquals', 'a', ['a'], false],
  ['ForAnyValue:StringNotEquals', 'a', [], false],
  ['ForAnyValue:StringEqualsIfExists', 'a', [], true],
  ['ForAnyValue:StringEqualsIfExists', 'a', ['b'], false],
  ['ForAnyValue:NumericEquals', '5', ['x', '5'], true],
  ['ForAnyValue:NumericEquals', '5', ['x', '6'], 'unknown'],
  ['ForAllValues:NumericEquals', '5', ['x', '6'], false],
  ['StringEquals', 'a', ['a', 'a'], true],
  ['StringEquals', 'a', ['b', 'c'], false],
  ['StringEquals', 'a', ['a', 'b'], 'unknown'],
];

/** Names: any letter case is one operator, anything else is not known. */
const names: Row[] = [
  ['stringequals', 'main', ['main'], true],
  ['STRINGNOTLIKE', 'ma*', ['main'], false],
  ['foranyvalue:stringlike', 'ma*', ['main'], true],
  ['IPAddress', '10.0.0.0/8', ['10.1.2.3'], true],
  ['StringMatches', 'main', ['main'], 'unknown'],
  ['StringEqual', 'main', ['main'], 'unknown'],
  ['NotString', 'main', ['main'], 'unknown'],
  ['StringEqualsNot', 'main', ['main'], 'unknown'],
  ['NotBool', 'true', ['false'], 'unknown'],
  ['NumericNotLessThan', '5', ['1'], 'unknown'],
  ['ForSomeValues:StringEquals', 'main', ['main'], 'unknown'],
  ['ForAllValues:', 'main', ['main'], 'unknown'],
  ['NullIfExists', 'true', [], 'unknown'],
  ['ForAllValues:Null', 'true', [], 'unknown'],
  ['IfExists', 'main', [], 'unknown'],
  ['', 'main', ['main'], 'unknown'],
];

describe.each([
  ['strings', strings],
  ['numbers', numbers],
  ['dates', dates],
  ['other kinds', others],
  ['absent keys', absent],
  ['set operators', sets],
  ['names of operators', names],
] as const)('%s', (_kind, rows) => {
  it.each(rows)('%s %j on %j: %s', (operator, wanted, got, expected) => {
    expect(holds({ [operator]: { 'x:key': wanted } }, requestWith({ 'x:key': got }))).toBe(expected);
  });
});

it('has enough rows to be worth its name', () => {
  expect([strings, numbers, dates, others, absent, sets, names].flat().length).toBeGreaterThanOrEqual(120);
});

it('takes names of keys in any letter case', () => {
  expect(holds({ StringEquals: { 'X:KEY': 'main' } }, requestWith({ 'x:Key': ['main'] }))).toBe(true);
});

it('does not know a key that the request does not tell of, whatever the operator', () => {
  for (const operator of ['StringEquals', 'StringNotEquals', 'StringEqualsIfExists', 'ForAllValues:StringLike', 'ForAnyValue:StringLike', 'Null'])
    expect(holds({ [operator]: { 'y:key': 'true' } }, requestWith({ 'x:key': ['main'] }))).toBe('unknown');
});

it('needs every key of every operator', () => {
  const request = requestWith({ 'x:a': ['1'], 'x:b': ['2'] });
  expect(holds({ StringEquals: { 'x:a': '1', 'x:b': '2' } }, request)).toBe(true);
  expect(holds({ StringEquals: { 'x:a': '1', 'x:b': '3' } }, request)).toBe(false);
  expect(holds({ StringEquals: { 'x:a': '1' }, NumericLessThan: { 'x:b': '2' } }, request)).toBe(false);
  expect(holds({ StringEquals: { 'x:a': '1', 'x:c': '3' } }, request)).toBe('unknown');
  expect(holds({ StringEquals: { 'x:a': '2', 'x:c': '3' } }, request)).toBe(false);
});

it('holds without conditions', () => {
  expect(holds({})).toBe(true);
  expect(holds({ StringEquals: {} })).toBe(true);
});
