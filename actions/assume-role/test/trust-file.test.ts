import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeTrust } from '../src/trust.ts';
import { allow, claims, exact, freshFolder, plan, read, sub, workspaceWith } from './trust-case.ts';

const good = JSON.stringify({ Version: '2012-10-17', Statement: [allow(exact(sub))] }, null, 2);

describe('trust-policy-file', () => {
  it('is asked for, and nothing where it is not given', async () => {
    const { file, reader } = await read(undefined, workspaceWith({}));
    expect(file).toBeUndefined();
    expect(reader.faults).toEqual([]);
    expect([...reader.asked]).toEqual(['trust-policy-file']);
  });

  it.each(['trust.json', './trust.json', 'a/../trust.json'])('is read relative to the workspace: %s', async (name) => {
    const { file, reader } = await read(name, workspaceWith({ 'trust.json': good }));
    expect(reader.faults).toEqual([]);
    expect(file?.file).toBe(name);
    expect(file && judgeTrust(file, plan, claims).verdict).toBe('allowed');
  });

  it('may begin with a byte order mark', async () => {
    const { file } = await read('trust.json', workspaceWith({ 'trust.json': `\uFEFF${good}` }));
    expect(file && judgeTrust(file, plan, claims).verdict).toBe('allowed');
  });

  it('tells every mistake with file, line and column, for the annotation too', async () => {
    const text = good.replace('"Allow"', '"Permit"').replace('"2012-10-17"', '"2012"');
    const { file, reader } = await read('infra/trust.json', inFolder('infra', 'trust.json', text));
    expect(file).toBeUndefined();
    expect(reader.faults).toEqual([
      {
        text: 'infra/trust.json:2:14 wrong-value Version: got "2012"; want "2012-10-17"',
        file: 'infra/trust.json',
        line: 2,
        column: 14,
        reason: 'invalid-file',
      },
      {
        text: 'infra/trust.json:5:17 wrong-value Effect: got "Permit"; want "Allow" or "Deny", in this letter case',
        file: 'infra/trust.json',
        line: 5,
        column: 17,
        reason: 'invalid-file',
      },
    ]);
  });

  it('tells where the JSON ends to be JSON', async () => {
    const { reader } = await read('trust.json', workspaceWith({ 'trust.json': '{\n  "Version": "2012-10-17",\n}\n' }));
    expect(reader.faults.map(({ text }) => text)).toEqual(['trust.json:3:1 syntax expected no "}" after a comma']);
  });

  it.each([
    ['gone.json', 'want a file that is there', 'invalid-file'],
    ['folder', 'want a file; it is none', 'invalid-file'],
    ['trust.json/x', 'want a file that can be read (ENOTDIR)', 'invalid-file'],
    ['../trust.json', 'want a path inside the workspace', 'invalid-input'],
    ['/etc/hostname', 'want a path inside the workspace', 'invalid-input'],
    ['link.json', 'want a file of the workspace, not a link out of it', 'invalid-input'],
    ['large.json', 'want a trust policy of at most 131072 bytes; it has 131073', 'invalid-file'],
    ['latin.json', 'want UTF-8; line 2 is not, from column 4 on', 'invalid-file'],
  ])('refuses %s: %s', async (name, want, reason) => {
    const outside = join(freshFolder(), 'other.json');
    writeFileSync(outside, good);
    const workspace = workspaceWith({
      'trust.json': good,
      'large.json': good.padEnd(131_073),
      'latin.json': Buffer.from('{\n  "\u00e9": 1}', 'latin1'),
    });
    mkdirSync(join(workspace, 'folder'));
    symlinkSync(outside, join(workspace, 'link.json'));
    const { file, reader } = await read(name, workspace);
    expect(file).toBeUndefined();
    expect(reader.faults).toEqual([{ text: expect.stringMatching(/^trust-policy-file: got "[^"]+"; want .+; e\.g\. infra\/trust-policy\.json$/), reason }]);
    expect(reader.faults[0]?.text).toContain(want);
  });

  it('takes a file as large as IAM takes', async () => {
    const { file } = await read('trust.json', workspaceWith({ 'trust.json': good.padEnd(131_072) }));
    expect(file).toBeDefined();
  });

  it('follows a link inside the workspace', async () => {
    const workspace = workspaceWith({ 'trust.json': good });
    symlinkSync('trust.json', join(workspace, 'link.json'));
    const { file } = await read('link.json', workspace);
    expect(file).toBeDefined();
  });
});

function inFolder(folder: string, name: string, text: string): string {
  const workspace = workspaceWith({});
  mkdirSync(join(workspace, folder));
  writeFileSync(join(workspace, folder, name), text);
  return workspace;
}
