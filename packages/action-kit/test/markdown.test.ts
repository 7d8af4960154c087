import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, cutToBytes, escapeMarkdown, table } from '../src/markdown.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert\\(1\\)&gt;'],
    ['**bold** | cell', '\\*\\*bold\\*\\* \\| cell'],
    ['a\nb', 'a b'],
    ['@everyone', '&#64;everyone'],
    ['https://evil.example', 'https&#58;//evil.example'],
    ['a\u202eb', 'ab'],
  ])('%j', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));

  it('leaves no sign with which a table, tag, link or mention could begin', () => {
    fc.assert(fc.property(fc.string(), (text) => !/(^|[^\\])[|`*[\]]|[<>@\n]/.test(escapeMarkdown(text))));
  });

  it('cuts long text', () => expect(escapeMarkdown('a'.repeat(600), 10)).toBe(`${'a'.repeat(9)}…`));
});

describe('code', () => {
  it.each([
    ['plain', '`plain`'],
    ['a`b', '`` a`b ``'],
    ['a``b', '``` a``b ```'],
    ['a|b', '`a\\|b`'],
  ])('%j', (text, span) => expect(code(text)).toBe(span));
});

describe('table', () => {
  it('renders head, rule and rows', () => expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |'));
});

describe('cutToBytes', () => {
  it('leaves a short text alone', () => expect(cutToBytes('abc', 10)).toBe('abc'));

  it('stays under the limit and says how many lines are missing', () => {
    const text = Array.from({ length: 1000 }, (_, index) => `line ${index} é`).join('\n');
    const cut = cutToBytes(text, 2000);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(2000);
    expect(cut).toMatch(/_\d+ more lines are in the report file\._/);
  });
});
