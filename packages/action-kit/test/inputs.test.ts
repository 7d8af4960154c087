import { describe, expect, it } from 'vitest';
import { parseMap, readMap, readTextMap } from '../src/inputs/maps.ts';
import { parseList, shapeOf } from '../src/inputs/parse.ts';
import { InputReader } from '../src/inputs/reader.ts';
import { inputValues, unknownInputs } from '../src/inputs/unknown.ts';

const reader = (values: Record<string, string>, masked: string[] = []) => new InputReader(new Map(Object.entries(values)), (secret) => masked.push(secret));
const faultsOf = (read: (from: InputReader) => unknown, values: Record<string, string>) => {
  const from = reader(values);
  read(from);
  return from.faults.map(({ text }) => text);
};

describe('InputReader', () => {
  it('takes an empty or blank value as not given', () => {
    const from = reader({ a: '', b: '  ', c: 'x' });
    expect([from.text('a'), from.text('b', { fallback: 'y' }), from.text('c')]).toEqual([undefined, 'y', 'x']);
    expect(from.faults).toEqual([]);
  });

  it('notes every fault and goes on', () => {
    const from = reader({ flag: 'yes', count: '1.5', time: '5', kind: 'blue' });
    from.boolean('flag', false);
    from.integer('count', { min: 1, max: 9 });
    from.duration('time', '15m', { min: '1s', max: '1h' });
    from.choice('kind', ['red', 'green']);
    from.text('name', { required: true, example: 'bob' });
    expect(from.faults.map(({ text }) => text)).toEqual([
      'flag: got "yes"; want true or false; e.g. false',
      'count: got "1.5"; want a whole number from 1 to 9; e.g. 1',
      'time: got "5"; want a duration (500ms, 30s, 15m, 12h, 7d) from 1s to 1h; e.g. 15m',
      'kind: got "blue"; want one of red, green; e.g. red',
      'name: got nothing; want a value; e.g. bob',
    ]);
  });

  it.each(['TRUE', 'True', '1', 'on', 'yes', '0'])('refuses %s as a boolean', (value) => {
    expect(faultsOf((from) => from.boolean('flag', true), { flag: value })).toHaveLength(1);
    expect(reader({ flag: value }).boolean('flag', true)).toBe(true);
  });

  it('masks a secret before it hands it out, and shows only its shape', () => {
    const masked: string[] = [];
    const from = reader({ pass: 'hunter2hunter2' }, masked);
    expect(from.secret('pass')).toBe('hunter2hunter2');
    expect(masked).toEqual(['hunter2hunter2']);
    from.fault('pass', 'a longer one');
    expect(from.faults[0]?.text).toBe('pass: got 14 letters and digits; want a longer one');
  });

  it('reads maps of YAML and JSON alike, and refuses doubled keys and lists', () => {
    expect(readMap(reader({ m: 'a: 1\nb: "2"' }), 'm')).toEqual({ a: 1, b: '2' });
    expect(readMap(reader({ m: '{"a": {"b": true}}' }), 'm')).toEqual({ a: { b: true } });
    expect(faultsOf((from) => readMap(from, 'm'), { m: 'a: 1\na: 2' })[0]).toContain('line 2, column 1');
    expect(faultsOf((from) => readMap(from, 'm'), { m: '- a' })[0]).toContain('it is not a map');
  });

  it('reads YAML 1.2: yes and on are text', () => {
    expect(readMap(reader({ m: 'a: yes\nb: on\nc: 007' }), 'm')).toEqual({ a: 'yes', b: 'on', c: 7 });
  });

  it('refuses structures in a map of text', () => {
    expect(faultsOf((from) => readTextMap(from, 'm'), { m: 'a: [1]' })).toEqual(['m: got a list or a map; want plain text at a; e.g. key: value']);
    expect(readTextMap(reader({ m: 'a: 007\nb: true\nc:\nd: 12345678901234567890' }), 'm')).toEqual({ a: '007', b: 'true', c: '', d: '12345678901234567890' });
  });

  it('refuses inputs that are not there yet, unless they say what is there', () => {
    expect(faultsOf((from) => from.notYet({ mode: 'gate', sarif: undefined }), { mode: 'rescan', sarif: 'x' })).toEqual([
      'mode: got "rescan"; want no value: this input is not available yet (only gate); e.g. mode: gate',
      'sarif: got "x"; want no value: this input is not available yet; e.g. leave sarif out',
    ]);
    expect(faultsOf((from) => from.notYet({ mode: 'gate', sarif: undefined }), { mode: 'gate', sarif: '' })).toEqual([]);
  });

  it('shortens long values', () => {
    const [fault] = faultsOf((from) => from.integer('n'), { n: 'x'.repeat(500) });
    expect(fault).toContain('(500 characters)');
    expect(fault?.length).toBeLessThan(250);
  });

  it('will not read an input twice', () => {
    const from = reader({});
    from.text('a');
    expect(() => from.text('a')).toThrow('input a is read twice');
  });
});

describe('unknownInputs', () => {
  it('names the nearest, the way here, or all', () => {
    const values = inputValues({ INPUT_TIMEOT: '1s', 'INPUT_AWS-PROFILE': 'x', INPUT_ZZZZZZZZZZ: '1', PATH: '/bin', INPUT_OK: '1' });
    const texts = unknownInputs(values, new Set(['timeout', 'ok']), { 'aws-profile': '`profile`' }).map(({ text }) => text);
    expect(texts).toEqual([
      'aws-profile: got an input that this action does not have; want `profile`; e.g. leave aws-profile out',
      'timeot: got an unknown input; want timeout; e.g. timeout: …',
      'zzzzzzzzzz: got an unknown input; want one of ok, timeout; e.g. leave zzzzzzzzzz out',
    ]);
  });

  it('passes an empty value: the runner cannot tell it from none', () =>
    expect(unknownInputs(inputValues({ 'INPUT_AWS-PROFILE': '', INPUT_TIMEOT: ' ' }), new Set(['timeout']), { 'aws-profile': '`profile`' })).toEqual([]));
});

describe('parsers', () => {
  it.each([
    ['a\nb', false, ['a', 'b']],
    ['a, b\nc', true, ['a', 'b', 'c']],
    ['a, b', false, ['a, b']],
    ['# comment\n\n a # why\n', false, ['a']],
    ['repo#1', false, ['repo#1']],
  ])('parseList(%j, %s)', (text, commas, list) => expect(parseList(text, commas)).toEqual(list));

  it('parseMap bounds aliases', () => {
    const bomb = `a: &a [${'x,'.repeat(20)}]\n${Array.from({ length: 8 }, (_, index) => `${'bcdefghi'[index]}: &${'bcdefghi'[index]} [${`*${'abcdefgh'[index]},`.repeat(20)}]`).join('\n')}`;
    expect(parseMap(bomb)).toMatchObject({ ok: false, why: expect.stringMatching(/alias/i) });
  });

  it.each([
    ['123456789012', '12 digits'],
    ['abc1', '4 letters and digits'],
    ['a b', '3 characters'],
    ['a\nb', '2 lines, 3 characters'],
  ])('shapeOf(%j)', (value, shape) => expect(shapeOf(value)).toBe(shape));
});
