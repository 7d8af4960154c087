/** YAML as Kubernetes reads it: documents, their places, and what is wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml, readYamlSteps } from '../src/yaml-documents.ts';

const short = (text: string) => readYaml(text).documents.map(({ number, line, value }) => [number, line, value]);

describe('documents', () => {
  it.each<[what: string, text: string, expected: unknown[]]>([
    ['nothing', '', []],
    ['blanks', '\n \n', []],
    ['a comment', '# Source: chart/a.yaml\n', []],
    ['one', 'a: 1\n', [[1, 1, { a: 1 }]]],
    ['one behind a mark', '---\n# Source: x\na: 1\n', [[1, 3, { a: 1 }]]],
    [
      'two',
      'a: 1\n---\nb: 2\n',
      [
        [1, 1, { a: 1 }],
        [2, 3, { b: 2 }],
      ],
    ],
    [
      'empty ones count',
      'a: 1\n---\n---\nb: 2\n',
      [
        [1, 1, { a: 1 }],
        [3, 4, { b: 2 }],
      ],
    ],
    ['null', '--- null\n--- ~\n', []],
    [
      'CRLF',
      'a: 1\r\n---\r\nb: 2\r\n',
      [
        [1, 1, { a: 1 }],
        [2, 3, { b: 2 }],
      ],
    ],
    ['the last of two keys', 'a: 1\na: 2\n', [[1, 1, { a: 2 }]]],
    ['words of YAML 1.1', 'a: yes\nb: off\nc: 012\n', [[1, 1, { a: true, b: false, c: 10 }]]],
    ['merged keys', 'x: &x { a: 1 }\nz:\n  <<: *x\n  b: 2\n', [[1, 1, { x: { a: 1 }, z: { a: 1, b: 2 } }]]],
    ['JSON', '{"a": [1, "b"]}', [[1, 1, { a: [1, 'b'] }]]],
    ['a map in braces that is no JSON', '{a: 1}', [[1, 1, { a: 1 }]]],
    ['text in a block', 'a: |\n  b: 1\n  c\n', [[1, 1, { a: 'b: 1\nc\n' }]]],
    ['a tag that nobody knows', 'a: !Ref b\n', [[1, 1, { a: 'b' }]]],
  ])('%s', (_, text, expected) => {
    expect(short(text)).toEqual(expected);
    expect(readYaml(text).mistakes).toEqual([]);
  });

  it('gives a document at each step', () => {
    const steps = readYamlSteps('a: 1\n---\nb: 2\n');
    expect([steps.next().done, steps.next().done, steps.next().done]).toEqual([false, false, true]);
  });
});

describe('mistakes', () => {
  it.each([
    ['a bracket', 'a: [\n', 2],
    ['the second document', 'a: 1\n---\nb: {\n', 4],
    ['an alias of nothing', 'a: *b\n', 1],
    ['a tab', 'a:\n\tb: 1\n', 2],
  ])('%s', (_, text, line) => {
    const { mistakes } = readYaml(text);
    expect(mistakes[0]).toMatchObject({ line, code: 'syntax' });
  });

  it('keeps what is right beside what is wrong', () => {
    const { documents, mistakes } = readYaml('a: 1\n---\nb: *x\n---\nc: 3\n');
    expect(documents.map(({ number }) => number)).toEqual([1, 3]);
    expect(mistakes).toHaveLength(1);
  });

  it('does not show the text, which may be a secret', () => {
    const { mistakes } = readYaml('password: "hunter2\nother: [\n');
    expect(mistakes.length).toBeGreaterThan(0);
    expect(JSON.stringify(mistakes)).not.toContain('hunter2');
  });
});

describe('properties', () => {
  it('reads any JSON map as it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        expect(readYaml(text).documents[0]?.value).toEqual(JSON.parse(text));
      }),
    );
  });

  it('never throws, and says what is wrong on lines that are there', () => {
    const piece = fc.constantFrom(
      'a: 1\n',
      '---\n',
      '- x\n',
      '*y ',
      '&y ',
      '[',
      '}',
      ': ',
      '"',
      '\t',
      '...\n',
      '%YAML 1.1\n',
      '!!set ',
      '? ',
      '|\n',
      '\r\n',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const lines = text.split('\n').length;
        const { documents, mistakes } = readYaml(text);
        for (const { line, column } of [...documents, ...mistakes]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});
