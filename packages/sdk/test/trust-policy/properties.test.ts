// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like this
import { judgeTrustPolicy, parseTrustPolicy, type TrustCondition, type TrustRequest } from '@slipway/sdk/trust-policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, placesIn } from '../../src/trust-policy/json-text.ts';
import { attempt, messageOf, offsetOf, plainOf } from './json-attempts.ts';
import { allow, deny, holds, policyOf, requestWith } from './policies.ts';

const bases = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'Bool',
  'ArnLike',
  'ArnNotEquals',
  'IpAddress',
  'NotIpAddress',
  'DateLessThan',
];
const value = fc.constantFrom(
  '',
  'a',
  'A',
  'ab',
  'b',
  '*',
  'a*',
  '?',
  '1',
  '2',
  'true',
  'false',
  '10.0.0.1',
  '10.0.0.0/8',
  'arn:aws:iam::1:role/a',
  '2026-01-01',
);
const variable = fc.constantFrom('${x:a}', '${x:d}', "${x:c, 'a'}", 'a${x:e}', '${*}');
const name = fc.constantFrom('x:a', 'x:b', 'x:c', 'x:d', 'x:e');
const operator = fc
  .tuple(fc.constantFrom('', 'ForAnyValue:', 'ForAllValues:'), fc.constantFrom(...bases), fc.constantFrom('', 'IfExists'))
  .map((parts) => parts.join(''));
const anyOperator = fc.oneof({ weight: 8, arbitrary: operator }, fc.constantFrom('Null', 'StringSounds', 'Null'));
const wanted = fc.array(fc.oneof({ weight: 4, arbitrary: value }, variable), { maxLength: 3 });
const block = fc.dictionary(anyOperator, fc.dictionary(name, wanted, { maxKeys: 3 }), { maxKeys: 3 });
const statements = fc
  .array(fc.tuple(fc.boolean(), block), { minLength: 1, maxLength: 4 })
  .map((all) => all.map(([good, condition]) => (good ? allow(condition) : deny(condition))));
/** Keys a, b, c have values or are absent; d and e are not known to some requests. */
const context = fc.record({
  'x:a': fc.array(value, { maxLength: 2 }),
  'x:b': fc.array(value, { maxLength: 2 }),
  'x:c': fc.array(value, { maxLength: 2 }),
});
const rest = fc.record({ 'x:d': fc.array(value, { maxLength: 2 }), 'x:e': fc.array(value, { maxLength: 2 }) });

const alone = ({ operator: by, key, values }: TrustCondition, request: TrustRequest) => holds({ [by]: { [key]: values } }, request);

describe('any policy and request', () => {
  it('never blame a condition that holds, nor take for unknown what is known', () => {
    fc.assert(
      fc.property(statements, context, (all, keys) => {
        const request = requestWith(keys);
        for (const { kind, operator: by, key, wanted: values } of judgeTrustPolicy(policyOf(all), request).failures)
          if (by !== null && key !== null) expect(alone({ operator: by, key, values }, request)).toBe(kind === 'condition' ? false : 'unknown');
      }),
      { numRuns: 400 },
    );
  });

  it('name each condition that is certainly false in an Allow, where none lets the caller in', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), context, (blocks, keys) => {
        const request = requestWith(keys);
        const policy = policyOf(blocks.map((condition) => allow(condition)));
        const { verdict, failures } = judgeTrustPolicy(policy, request);
        const wrong = policy.statements.map(({ conditions }) => conditions.filter((condition) => alone(condition, request) === false).length);
        const named = policy.statements.map((_, index) => failures.filter(({ statement, kind }) => statement === index && kind === 'condition').length);
        expect(named).toEqual(verdict === 'allowed' ? wrong.map(() => 0) : wrong);
      }),
      { numRuns: 400 },
    );
  });

  it('give a verdict that what is learnt later does not overturn', () => {
    fc.assert(
      fc.property(statements, context, rest, (all, keys, later) => {
        const before = judgeTrustPolicy(policyOf(all), requestWith(keys)).verdict;
        const after = judgeTrustPolicy(policyOf(all), requestWith({ ...keys, ...later })).verdict;
        if (before !== 'cannot-judge') expect(after).toBe(before);
      }),
      { numRuns: 1000 },
    );
  });

  it('are refused for a reason, unless no statement allows anything', () => {
    fc.assert(
      fc.property(statements, context, (all, keys) => {
        const { verdict, failures } = judgeTrustPolicy(policyOf(all), requestWith(keys));
        const allows = all.some((entry) => entry['Effect'] === 'Allow');
        expect(failures.length > 0).toBe(verdict === 'allowed' ? false : verdict === 'cannot-judge' || allows || failures.some(({ kind }) => kind === 'deny'));
        expect(failures.map(({ statement }) => statement)).toEqual(failures.map(({ statement }) => statement).toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('any condition', () => {
  const one = fc.tuple(fc.constantFrom(...bases), fc.constantFrom('', 'ForAnyValue:', 'ForAllValues:'), wanted);

  it('that holds still holds with IfExists, and differs only where the key is absent', () => {
    fc.assert(
      fc.property(one, fc.array(value, { maxLength: 2 }), ([base, set, values], got) => {
        const request = requestWith({ 'x:a': got });
        const plain = holds({ [`${set}${base}`]: { 'x:a': values } }, request);
        const ifExists = holds({ [`${set}${base}IfExists`]: { 'x:a': values } }, request);
        expect(ifExists).toBe(got.length === 0 ? true : plain);
      }),
    );
  });

  it('is the opposite of its negation for one value', () => {
    fc.assert(
      fc.property(fc.constantFrom('StringEquals', 'StringLike', 'NumericEquals', 'ArnLike'), wanted, value, (base, values, got) => {
        const request = requestWith({ 'x:a': [got] });
        const plain = holds({ [base]: { 'x:a': values } }, request);
        const negated = holds({ [base.replace(/(Equals|Like)/, 'Not$1')]: { 'x:a': values } }, request);
        expect(negated).toBe(plain === 'unknown' ? plain : !plain);
      }),
    );
  });

  it('on all values is the opposite of the negation on any, for a key that is there', () => {
    fc.assert(
      fc.property(wanted, fc.array(value, { minLength: 1, maxLength: 3 }), (values, got) => {
        const request = requestWith({ 'x:a': got });
        const all = holds({ 'ForAllValues:StringLike': { 'x:a': values } }, request);
        const any = holds({ 'ForAnyValue:StringNotLike': { 'x:a': values } }, request);
        expect(any).toBe(all === 'unknown' ? all : !all);
      }),
    );
  });

  it('of StringLike is what the regular expression says', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '.'), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (glob, got) => {
        const source = glob.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
        expect(holds({ StringLike: { 'x:a': glob } }, requestWith({ 'x:a': [got] }))).toBe(new RegExp(`^${source}$`, 's').test(got));
      }),
      { numRuns: 1000 },
    );
  });

  it('with thousands of wildcards takes no longer than it has to', () => {
    const started = performance.now();
    expect(holds({ StringLike: { 'x:a': `${'*a'.repeat(10_000)}b` } }, requestWith({ 'x:a': ['a'.repeat(2000)] }))).toBe(false);
    expect(holds({ StringLike: { 'x:a': `${'*'.repeat(50_000)}b` } }, requestWith({ 'x:a': ['a'.repeat(2000)] }))).toBe(false);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('any text', () => {
  const broken = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, piece]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + piece + text.slice(place + 1);
  });
  const text = fc.oneof(fc.string(), fc.json(), broken, fc.string({ unit: fc.constantFrom(...'{}[]",:\\\n 01-.eEu\u0001') }));

  it('is a policy, or has a mistake at a place that it has', () => {
    fc.assert(
      fc.property(text, (content) => {
        const { policy, mistakes } = parseTrustPolicy(content);
        expect(policy === undefined).toBe(mistakes.length > 0);
        const lines = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
        for (const { line, column } of mistakes) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
          expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is JSON exactly where JSON.parse takes it, with the same values', () => {
    fc.assert(
      fc.property(text, (content) => {
        expect(attempt(() => plainOf(parseJson(content)))).toEqual(attempt(() => JSON.parse(content)));
      }),
      { numRuns: 2000 },
    );
  });

  it('has its mistake where JSON.parse says, where that says it; numbers and words apart', () => {
    fc.assert(
      fc.property(text, (content) => {
        const said = /\(line (\d+) column (\d+)\)$/.exec(messageOf(() => JSON.parse(content)));
        if (!said || /[Nn]umber|fraction|Exponent/.test(said.input)) return;
        const at = offsetOf(() => parseJson(content));
        // Of a word that only begins like one of JSON's, we tell the beginning and JSON.parse the letter.
        if (/[tfn]/.test(content.charAt(at))) return;
        const before = content.slice(0, at).split('\n');
        expect(`${before.length}:${(before.at(-1) ?? '').length + 1}`).toBe(`${said[1]}:${said[2]}`);
      }),
      { numRuns: 2000 },
    );
  });

  it('has places that lead back to the offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '😀') }), fc.nat(), (content, nat) => {
        const offset = nat % (content.length + 1);
        if (content[offset] === '\n' && content[offset - 1] === '\r') return;
        const { line, column } = placesIn(content)(offset);
        const starts = [0, ...[...content.matchAll(/\r\n|\n/g)].map((match) => match.index + match[0].length)];
        expect((starts[line - 1] ?? Number.NaN) + column - 1).toBe(offset);
      }),
    );
  });
});
