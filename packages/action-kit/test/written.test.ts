import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWrittenTree, type WrittenNode } from '../src/inputs/written.ts';

const plain = (node: WrittenNode): unknown =>
  node.kind === 'text' ? node.text : node.kind === 'list' ? node.items.map(plain) : node.entries.map(({ key, value }) => [key, plain(value)]);
const read = (text: string) => {
  const document = parseWrittenTree(text);
  return document.ok ? plain(document.root) : `${document.line}: ${document.why}`;
};

describe('parseWrittenTree', () => {
  it.each([
    [
      'a: 007\nb:\n  - yes\n  - null\n',
      [
        ['a', '007'],
        ['b', ['yes', 'null']],
      ],
    ],
    [
      '{"b": 3600, "a": {"c": []}}',
      [
        ['b', '3600'],
        ['a', [['c', []]]],
      ],
    ],
    [
      'a:\nb: ""',
      [
        ['a', ''],
        ['b', ''],
      ],
    ],
    [
      'a: &x one\nb: *x',
      [
        ['a', 'one'],
        ['b', 'one'],
      ],
    ],
    ['__proto__: x', [['__proto__', 'x']]],
    [
      '2: x\n1: y',
      [
        ['2', 'x'],
        ['1', 'y'],
      ],
    ],
    ['plain', 'plain'],
    ['', ''],
  ])('%j', (text, value) => expect(read(text)).toEqual(value));

  it('knows the line of each entry', () => {
    const document = parseWrittenTree('# first\na: x\n\nb:\n  - y\n  - c: z\n');
    if (!document.ok || document.root.kind !== 'map') throw new Error('no map');
    const [a, b] = document.root.entries;
    expect([a?.line, b?.line]).toEqual([2, 4]);
    expect(b?.value.kind === 'list' && b.value.items.map(({ line }) => line)).toEqual([5, 6]);
  });

  it.each([
    ['a: x\na: y', '2: Map keys must be unique'],
    ['a: [', '1: '],
    ['a: x\nb: [}', '2: '],
    ['a: !secret x', '1: '],
  ])('%j is refused with its line', (text, why) => expect(read(text)).toContain(why));

  it('does not follow a bomb of aliases', () => {
    const bomb = ['a0: &a0 [x]', ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]`)].join('\n');
    expect(read(bomb)).toContain('alias');
  });

  it('reads back any map of texts that JSON can write', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.string(), fc.string()), { selector: ([key]) => key }), (entries) => {
        const text = `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
        expect(read(text)).toEqual(entries);
      }),
    );
  });
});
