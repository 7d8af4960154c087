import { describe, expect, it } from 'vitest';
import { loadSource, parseSource, renderMistake } from '../src/source-file/load.ts';

const schema = {
  type: 'object',
  required: ['version'],
  additionalProperties: false,
  properties: {
    version: { const: 1 },
    default: { enum: ['warn', 'ignore'] },
    rules: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: { action: { enum: ['block', 'warn'] }, 'score-min': { type: 'number', minimum: 0, maximum: 10 } },
      },
    },
  },
};
const mistakes = (text: string) => loadSource(text, 'policy.yaml', schema).mistakes.map(renderMistake);

describe('loadSource', () => {
  it('takes a right file', () =>
    expect(loadSource('version: 1\nrules: [{ action: block }]', 'f', schema)).toMatchObject({
      value: { version: 1, rules: [{ action: 'block' }] },
      mistakes: [],
    }));

  it('tells every mistake with its place, sorted', () => {
    expect(mistakes('version: 2\ndefault: wran\nrulez: []\nrules:\n  - { acton: block }\n  - { score-min: 11 }\n  - 3\n')).toEqual([
      'policy.yaml:1:10 unknown-value version has to be 1',
      'policy.yaml:2:10 unknown-value default has to be one of warn, ignore; did you mean warn?',
      'policy.yaml:3:1 unknown-key rulez is not a key here; did you mean rules?',
      'policy.yaml:5:7 unknown-key acton is not a key here; did you mean action?',
      'policy.yaml:6:18 wrong-value score-min must be <= 10',
      'policy.yaml:7:5 wrong-type 2 has to be object, not a number',
    ]);
  });

  it('names a missing key at its map', () => expect(mistakes('default: warn')).toEqual(['policy.yaml:1:1 missing-key version is missing']));

  it('names each missing key, says a name that may not be, and lists no more keys than a person reads', () => {
    const needs = { type: 'object', required: ['a', 'b'], propertyNames: { pattern: '^[a-z]+$' } };
    const keys = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`known-key-${at}`, {}]));
    const told = (text: string, one: object) => loadSource(text, 'f', one).mistakes.map(renderMistake);
    expect(told('B_1: 1', needs)).toEqual([
      'f:1:1 missing-key a is missing',
      'f:1:1 missing-key b is missing',
      'f:1:1 wrong-value B_1 is no name that a key may have here',
    ]);
    expect(told('zzz: 1', { type: 'object', additionalProperties: false, properties: keys })).toEqual([
      expect.stringMatching(/^f:1:1 unknown-key zzz is not a key here; known are known-key-0, .*known-key-19 and 5 more$/),
    ]);
  });

  it('refuses doubled keys and broken YAML', () => {
    expect(mistakes('version: 1\nversion: 1')[0]).toMatch(/^policy\.yaml:2:1 duplicate-key /);
    expect(mistakes('version: [1')[0]).toMatch(/^policy\.yaml:1:\d+ syntax /);
  });

  it('says what an empty file lacks', () => expect(mistakes('')).toEqual(['policy.yaml:1:1 wrong-type the file has to be object, not empty']));
});

describe('locate', () => {
  const { locate } = parseSource('a:\n  - b: 1\n    c: [x, y]\n', 'f');
  it.each([
    [['a', 0, 'b'], 'value', 2, 8],
    [['a', 0, 'b'], 'key', 2, 5],
    [['a', 0, 'c', 1], 'value', 3, 12],
    [['a', 0, 'nowhere'], 'value', 2, 5],
    [['a', 7], 'value', 1, 1],
  ] as const)('%j %s', (path, at, line, column) => expect(locate(path, at)).toEqual({ file: 'f', line, column }));
});
