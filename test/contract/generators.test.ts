/** The generators: sections between markers, tables, and the comparison of bundles. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { differences } from '../../scripts/check-dist.ts';
import type { ActionFile } from '../../scripts/docs/action-file.ts';
import { replaceSection } from '../../scripts/docs/markers.ts';
import { actionsTable, inputsTable, outputsTable } from '../../scripts/docs/tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-generators-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('sections', () => {
  const page = '# Title\n\n<!-- inputs -->\nold\n<!-- /inputs -->\n\nafter\n';

  it('are replaced, and nothing else is', () => {
    expect(replaceSection(page, 'inputs', 'new', 'README.md')).toBe('# Title\n\n<!-- inputs -->\nnew\n<!-- /inputs -->\n\nafter\n');
  });

  it('are the same when they are written twice', () => {
    fc.assert(
      fc.property(
        fc.string().filter((body) => !body.includes('<!--')),
        (body) => {
          const once = replaceSection(page, 'inputs', body, 'p');
          expect(replaceSection(once, 'inputs', body, 'p')).toBe(once);
        },
      ),
    );
  });

  it.each([
    ['no section', '# Title'],
    ['an open one', '<!-- inputs -->'],
    ['one that ends before it begins', '<!-- /inputs --><!-- inputs -->'],
    ['two', `${page}${page}`],
  ])('%s is an error that names the page', (_, text) => {
    expect(() => replaceSection(text, 'inputs', 'x', 'actions/a/README.md')).toThrow('actions/a/README.md');
  });
});

describe('tables', () => {
  const action: ActionFile = {
    folder: 'scan-gate',
    name: 'Slipway scan-gate',
    description: 'Waits | judges',
    author: 'Slipway',
    branding: undefined,
    inputs: [
      { name: 'image', description: 'An image,\nby digest', required: true, default: undefined },
      { name: 'timeout', description: 'a | b', required: false, default: '15m' },
      { name: 'policy', description: 'Inline', required: false, default: undefined },
    ],
    outputs: [{ name: 'verdict', description: '`pass` or `blocked`' }],
    runs: {},
  };

  it('say what is required, the default, or that there is none', () => {
    expect(inputsTable(action).split('\n').slice(2)).toEqual([
      '| `image` | required | An image, by digest |',
      '| `timeout` | `15m` | a \\| b |',
      '| `policy` | – | Inline |',
    ]);
  });

  it('have the same columns in every row', () => {
    for (const table of [inputsTable(action), outputsTable(action), actionsTable([action])]) {
      const columns = table.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length);
      expect(new Set(columns).size).toBe(1);
    }
  });

  it('lead to the action', () => {
    expect(actionsTable([action])).toContain('| [scan-gate](actions/scan-gate/README.md) | Waits \\| judges |');
  });
});

describe('the comparison of bundles', () => {
  const make = (name: string, files: Readonly<Record<string, string>>) => {
    const path = join(folder, name);
    mkdirSync(join(path, 'chunks'), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
    return path;
  };

  it('is empty for equal folders', () => {
    expect(differences(make('a', { 'x.js': '1', 'chunks/y.js': '2' }), make('b', { 'x.js': '1', 'chunks/y.js': '2' }))).toEqual([]);
  });

  it('names what is missing, what is too much, and where a file differs', () => {
    const committed = make('c', { 'gone.js': '', 'same.js': 's', 'x.js': 'one\ntwo\nthree' });
    const fresh = make('d', { 'new.js': '', 'same.js': 's', 'x.js': 'one\ntwo\n3' });
    expect(differences(committed, fresh)).toEqual([
      'not made any more: gone.js',
      'missing: new.js',
      'differs: x.js (13 bytes here, 9 from the sources, line 3)',
    ]);
  });
});
