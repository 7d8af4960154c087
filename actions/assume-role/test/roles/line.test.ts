import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines, readWay } from '../../src/roles/line.ts';

const role = 'arn:aws:iam::111122223333:role/a';
const names = fc.stringMatching(/^[A-Za-z0-9_@+.-]{1,12}$/);
const arns = fc.stringMatching(/^[A-Za-z0-9_=,.@]{1,12}$/).map((name) => `arn:aws:iam::111122223333:role/${name}`);
const blank = fc.constantFrom('', ' ', '\t ');

describe('readLines', () => {
  it('reads back what was written, whatever the blanks, the comments and the ends of lines', () => {
    const entry = fc.record({
      name: names,
      hops: fc.array(arns, { minLength: 1, maxLength: 4 }),
      region: fc.option(fc.constantFrom('eu-west-1', 'us-east-1'), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), blank, fc.constantFrom('\n', '\r\n', '\n\n# a comment\n'), (entries, gap, end) => {
        const text = entries
          .map(({ name, hops, region }) => `${gap}${name}${gap}=${gap}${hops.join(` ${gap}-> `)}${region ? ` region=${region}` : ''} # x`)
          .join(end);
        const read = readLines(text);
        expect(read.faults).toEqual([]);
        expect(read.entries.map(({ name, hops, region }) => ({ name, hops, region }))).toEqual(entries);
      }),
    );
  });

  it('never throws, and gives an entry or a fault for each line that says something', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { entries, faults } = readLines(text);
        const says = text.split(/\r?\n/).filter((line) => line.replace(/(^|\s)#.*$/, '').trim() !== '');
        expect(new Set([...entries, ...faults].map(({ line }) => line)).size).toBe(says.length);
      }),
    );
  });

  it('counts lines from one, comments and blank ones too', () => {
    const { entries } = readLines(`# first\n\na = ${role}\n  \nb=${role}`);
    expect(entries.map(({ line }) => line)).toEqual([3, 5]);
  });

  it('leaves a # inside a word alone', () => expect(readLines(`a = ${role}#b`).entries[0]?.hops).toEqual([`${role}#b`]));
});

describe('readWay', () => {
  const way = (text: string) => {
    const faults: { want: string }[] = [];
    return { ...readWay(text, 1, faults as never[]), wants: faults.map(({ want }) => want) };
  };
  it('takes options before, between and after roles', () =>
    expect(way(`region=eu-west-1 ${role} duration=900 -> ${role} external-id=a:b/c tags=k:v:w,l:`)).toEqual({
      hops: [role, role],
      region: 'eu-west-1',
      duration: '900',
      externalId: 'a:b/c',
      tags: [
        { key: 'k', value: 'v:w' },
        { key: 'l', value: '' },
      ],
      wants: [],
    }));
  it('takes a role name with = and , for no option', () => expect(way('arn:aws:iam::111122223333:role/a=b,c').wants).toEqual([]));
  it.each([
    ['', ['the ARN of a role']],
    ['->', ['a role before each ->', 'the ARN of a role']],
    [`-> ${role}`, ['a role before each ->']],
    [`${role} -> `, ['a role after each ->']],
    [`${role} ${role}`, ['one role, or -> between roles']],
    [`${role} regoin=x`, ['a known option; did you mean region?']],
    [`${role} zzzzzzzzzz=x`, ['one of the options region, duration, external-id, tags']],
    [`${role} tags=:v`, ['key:value pairs, commas between them']],
  ])('%j', (text, wants) => expect(way(text).wants).toEqual(wants));
});
