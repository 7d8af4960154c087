import { parseTrustPolicy } from '@slipway/sdk/trust-policy';
import { describe, expect, it } from 'vitest';
import { allow, provider } from './policies.ts';

/** `line:column code` of each mistake. */
const places = (text: string) => parseTrustPolicy(text).mistakes.map(({ line, column, code }) => `${line}:${column} ${code}`);
const messages = (text: string) => parseTrustPolicy(text).mistakes.map(({ message }) => message);
/** A policy with this as its one statement; the statement begins at 2:1. */
const around = (statement: string) => `{"Version": "2012-10-17", "Statement":\n${statement}\n}`;

describe('text that is no JSON', () => {
  it.each([
    ['', '1:1'],
    ['   \n  ', '2:3'],
    ['{', '1:2'],
    ['{\n  "Version": "2012-10-17",\n}', '3:1'],
    ['{\n  "Version" "2012-10-17"\n}', '2:13'],
    ['{\n  "Version": 2012-10-17\n}', '2:18'],
    ["{\n  'Version': 1\n}", '2:3'],
    ['{\n  Version: 1\n}', '2:3'],
    ['{\n  "Version": "2012-10-17"\n  "Statement": []\n}', '3:3'],
    ['{\n  // why\n  "Statement": []\n}', '2:3'],
    ['{"Statement": [1, 2,]}', '1:21'],
    ['{"Statement": [1 2]}', '1:18'],
    ['{"Statement": [1}', '1:17'],
    ['{"Statement": tru}', '1:15'],
    ['{"Statement": undefined}', '1:15'],
    ['{"Statement": nulll}', '1:15'],
    ['{"Statement": NaN}', '1:15'],
    ['{"Statement": 01}', '1:16'],
    ['{"Statement": +1}', '1:15'],
    ['{"Statement": .5}', '1:15'],
    ['{"Statement": "a\nb"}', '1:17'],
    ['{"Statement": "a\tb"}', '1:17'],
    ['{"Statement": "abc', '1:19'],
    ['{"Statement": "\\x"}', '1:17'],
    ['{"Statement": "\\u12g4"}', '1:20'],
    ['{} {}', '1:4'],
    ['{}\r\n\r\nx', '3:1'],
    ['{}\rx', '2:1'],
    ['{"é": "😀", }', '1:13'],
    ['\uFEFF{,}', '1:2'],
    ['<html>', '1:1'],
    ['Version: 2012-10-17', '1:1'],
  ])('%j: %s', (text, place) => {
    expect(places(text)).toEqual([`${place} syntax`]);
  });

  it.each([
    ['{"a": 1,}', 'expected no "}" after a comma'],
    ['{"a" 1}', 'expected ":" after the key "a", found "1"'],
    ['{"a": 1', 'expected "," or "}", found the end of the file'],
    ['{"a": 1 // b\n}', 'expected "," or "}", found "/"'],
    ['{"a": tru}', 'expected a value, found "tru"'],
    ['{a: 1}', 'expected a key in double quotes, found "a"'],
    ['{"a": "b', 'a string is not closed'],
    ['{"a": "b\n"}', 'a string is not closed'],
    ['{"a": "b\tc"}', 'a control character in a string is escaped: \\t, \\u0001'],
    ['{}\nx', 'expected nothing more after the JSON value, found "x"'],
  ])('%j: %s', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  it('is refused before it is too deep to read', () => {
    expect(places('['.repeat(100_000))).toEqual(['1:102 syntax']);
    expect(messages('{"a":'.repeat(200))).toEqual(['nested deeper than 100 levels']);
  });
});

describe('JSON that is no trust policy', () => {
  it.each([
    ['[]', ['1:1 wrong-type']],
    ['"x"', ['1:1 wrong-type']],
    ['{}', ['1:1 missing-key']],
    ['{"Statement": []}', ['1:15 wrong-value']],
    ['{"Statement": [1, "x"]}', ['1:16 wrong-type', '1:19 wrong-type']],
    ['{"Statement": null}', ['1:15 wrong-type']],
    ['{"statement": {}}', ['1:1 missing-key', '1:2 unknown-key']],
    ['{"Version": 1, "Statement": []}', ['1:13 wrong-type', '1:29 wrong-value']],
    ['{"Version": "2012-10-18", "Statement": []}', ['1:13 wrong-value', '1:40 wrong-value']],
    ['{"Id": 5, "Statement": []}', ['1:8 wrong-type', '1:24 wrong-value']],
    ['{"Role": {"AssumeRolePolicyDocument": {}}}', ['1:1 missing-key', '1:2 unknown-key']],
    [around('{}'), ['2:1 missing-key', '2:1 missing-key', '2:1 missing-key']],
    [around('{"Effect": "allow", "Principal": "*", "Action": "sts:*"}'), ['2:12 wrong-value']],
    [around('{"Effect": ["Allow"], "Principal": "*", "Action": "sts:*"}'), ['2:12 wrong-type']],
    [around('{"Principal": "*", "Action": "sts:*"}'), ['2:1 missing-key']],
    [around('{"Effect": "Allow", "Action": "sts:*"}'), ['2:1 missing-key']],
    [around('{"Effect": "Allow", "Principal": "*"}'), ['2:1 missing-key']],
    [around('{"Effect": "Allow", "Principal": "arn:aws:iam::1:root", "Action": "sts:*"}'), ['2:34 wrong-type']],
    [around('{"Effect": "Allow", "Principal": ["*"], "Action": "sts:*"}'), ['2:34 wrong-type']],
    [around('{"Effect": "Allow", "Principal": {}, "Action": "sts:*"}'), ['2:34 wrong-value']],
    [around('{"Effect": "Allow", "Principal": {"Federated": []}, "Action": "sts:*"}'), ['2:48 wrong-value']],
    [around('{"Effect": "Allow", "Principal": {"Federated": ["a", 1]}, "Action": "sts:*"}'), ['2:54 wrong-type']],
    [around('{"Effect": "Allow", "Principal": {"federated": "a"}, "Action": "sts:*"}'), ['2:35 unknown-key']],
    [around('{"Effect": "Allow", "Principal": "*", "NotPrincipal": "*", "Action": "sts:*"}'), ['2:39 wrong-value']],
    [around('{"Effect": "Allow", "Principal": "*", "Action": "sts:*", "NotAction": "sts:*"}'), ['2:58 wrong-value']],
    [around('{"Effect": "Allow", "Principal": "*", "Action": []}'), ['2:49 wrong-value']],
    [around('{"Effect": "Allow", "Principal": "*", "Action": {"a": "b"}}'), ['2:49 wrong-type']],
    [around('{"Effect": "Allow", "Principal": "*", "Action": "AssumeRole"}'), ['2:49 wrong-value']],
    [around('{"Effect": "Allow", "Principal": "*", "Action": ["sts:*", "sts AssumeRole"]}'), ['2:49 wrong-value']],
    [around('{"Effect": "Allow", "Principal": "*", "Action": "sts:*", "Sid": 1}'), ['2:65 wrong-type']],
    [around('{"Effect": "Allow", "Principal": "*", "Action": "sts:*", "Resource": "*"}'), ['2:58 unknown-key']],
    [around('{"Effect": "Allow", "Principal": "*", "Action": "sts:*", "Conditions": {}}'), ['2:58 unknown-key']],
    [around('{"Effect": "Allow", "Principal": "*", "Action": "sts:*", "Condition": []}'), ['2:71 wrong-type']],
    [around('{"Effect": "Allow", "Principal": "*", "Action": "sts:*", "Condition": {"Bool": "x"}}'), ['2:80 wrong-type']],
    [around('{"Effect": "Allow", "Principal": "*", "Action": "sts:*", "Condition": {"Bool": {"a": null}}}'), ['2:86 wrong-type']],
    [around('{"Effect": "Allow", "Principal": "*", "Action": "sts:*", "Condition": {"Bool": {"a": ["b", {}]}}}'), ['2:92 wrong-type']],
    [around('{"Effect": "Allow", "Principal": "*", "Action": "sts:*", "Condition": {"Bool": {"a": [["b"]]}}}'), ['2:87 wrong-type']],
    [around('{"Effect": "Allow", "Effect": "Deny", "Principal": "*", "Action": "sts:*"}'), ['2:21 duplicate-key']],
    [
      around('{"Effect": "Allow", "Principal": "*", "Action": "sts:*", "Condition": {"Bool": {"a": "b",\n"a": "c"}, "Bool": {}}}'),
      ['3:1 duplicate-key', '3:12 duplicate-key'],
    ],
    [`{"Statement":\n [],\n "Statement": {}}`, ['2:2 wrong-value', '3:2 duplicate-key']],
  ])('%s: %j', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it.each([
    ['{"Role": {}}', /answer of aws iam get-role.*--query Role\.AssumeRolePolicyDocument/],
    ['{"version": "2012-10-17"}', /did you mean "Version"\?/],
    ['{"Sattement": []}', /known are Version, Id, Statement/],
    [around('{"Resource": "*"}'), /a trust policy has none/],
    [around('{"Effect": "allow"}'), /got "allow"; want "Allow" or "Deny"/],
    [around('{"Action": "AssumeRole"}'), /got "AssumeRole"; want an action such as/],
  ])('%s says %s', (text, message) => {
    expect(messages(text).some((line) => message.test(line))).toBe(true);
  });
});

it('tells tens of thousands of mistakes without delay', () => {
  const started = performance.now();
  const { mistakes } = parseTrustPolicy(`{"Statement": [\n${'1,\n'.repeat(40_000)}1]}`);
  expect(mistakes).toHaveLength(40_001);
  expect(mistakes.at(-1)).toMatchObject({ line: 40_002, column: 1 });
  expect(performance.now() - started).toBeLessThan(5000);
});

describe('a trust policy', () => {
  it('may have one statement, one value, or arrays of them, and values that are no texts', () => {
    const { policy } = parseTrustPolicy(
      JSON.stringify({
        Id: 'x',
        Statement: allow({ Bool: { 'aws:SecureTransport': true }, NumericLessThan: { 'a:b': [1, '2', 1.5] }, StringEquals: { 'a:c': [] } }, { Sid: 'One' }),
      }),
    );
    expect(policy).toEqual({
      version: '2008-10-17',
      statements: [
        {
          effect: 'Allow',
          principal: { negated: false, entries: [{ type: 'Federated', value: provider }] },
          action: { negated: false, patterns: ['sts:AssumeRoleWithWebIdentity'] },
          conditions: [
            { operator: 'Bool', key: 'aws:SecureTransport', values: ['true'] },
            { operator: 'NumericLessThan', key: 'a:b', values: ['1', '2', '1.5'] },
            { operator: 'StringEquals', key: 'a:c', values: [] },
          ],
        },
      ],
    });
  });

  it('keeps negations, everyone, and the order of statements', () => {
    const { policy } = parseTrustPolicy(
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Deny', NotPrincipal: { AWS: ['1', '2'], Service: 's' }, NotAction: ['sts:A*', 'sts:B'] },
          { Effect: 'Allow', Principal: '*', Action: '*' },
        ],
      }),
    );
    expect(policy?.version).toBe('2012-10-17');
    expect(policy?.statements).toEqual([
      {
        effect: 'Deny',
        principal: {
          negated: true,
          entries: [
            { type: 'AWS', value: '1' },
            { type: 'AWS', value: '2' },
            { type: 'Service', value: 's' },
          ],
        },
        action: { negated: true, patterns: ['sts:A*', 'sts:B'] },
        conditions: [],
      },
      { effect: 'Allow', principal: { negated: false, entries: [{ type: '*', value: '*' }] }, action: { negated: false, patterns: ['*'] }, conditions: [] },
    ]);
  });

  it('may begin with a byte order mark, and have any line ends', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [allow()] }, null, 2);
    expect(parseTrustPolicy(`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`).mistakes).toEqual([]);
    expect(places(`\uFEFF${text.replaceAll('\n', '\r\n').replace('"Allow"', '"Permit"')}`)).toEqual(['5:17 wrong-value']);
  });

  it('is not taken for something else by names that every object has', () => {
    expect(places('{"__proto__": {"Statement": []}, "Statement": []}')).toEqual(['1:2 unknown-key', '1:47 wrong-value']);
  });
});
