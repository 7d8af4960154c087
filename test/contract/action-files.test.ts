/** action.yml of every action, held against the contract's names and against what inputs.ts reads. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ActionFile, readAction } from '../../scripts/docs/action-file.ts';
import { actionNames, root } from '../../scripts/repository.ts';
import { type AskedInputs, askedInputs } from './asked-inputs.ts';
import { contract, everyOutput } from './names.ts';
import { shipped } from './sources.ts';

/** The bundle under test: SLIPWAY_DIST, or what is committed. */
const dist = resolve(root, process.env['SLIPWAY_DIST'] ?? 'dist');
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const names = (entries: readonly { name: string }[]) => entries.map((entry) => entry.name);
const absent = (wanted: readonly string[], there: readonly string[]) => wanted.filter((name) => !there.includes(name));

/** Whether a word stands as a string in what ships. */
function isMentioned(word: string): boolean {
  return shipped().some((source) => !source.path.startsWith('packages/testkit/') && source.text.includes(`'${word}'`));
}

it('the contract and the folders name the same actions', () => {
  expect(actionNames).toEqual(Object.keys(contract).sort());
});

describe.each(Object.entries(contract))('%s', (folder, promised) => {
  let action: ActionFile;
  let asked: AskedInputs;

  beforeAll(async () => {
    action = readAction(folder);
    asked = await askedInputs(action);
  });

  it('has every input of the contract', () => {
    expect(absent(promised.inputs, names(action.inputs))).toEqual([]);
  });

  it('has every output of the contract', () => {
    expect(absent([...promised.outputs, ...everyOutput], names(action.outputs))).toEqual([]);
  });

  it('asks for what the contract requires, and gives that no default', () => {
    const required = action.inputs.filter((input) => input.required);
    expect(absent(promised.required, names(required))).toEqual([]);
    expect(names(required.filter((input) => input.default !== undefined))).toEqual([]);
  });

  it('has kebab-case names', () => {
    expect([...names(action.inputs), ...names(action.outputs)].filter((name) => !kebab.test(name))).toEqual([]);
  });

  it('says who made it and how it looks in the Marketplace', () => {
    expect(action.author).toBe('Slipway');
    expect(action.branding).toEqual({
      icon: expect.stringMatching(/^[a-z0-9-]+$/),
      color: expect.stringMatching(/^(white|black|yellow|blue|green|orange|red|purple|gray-dark)$/),
    });
    expect(action.description).not.toContain('\n');
  });

  it('runs on node24, from the bundle', () => {
    expect(action.runs).toMatchObject({ using: 'node24', main: `../../dist/${folder}.js` });
    expect(existsSync(join(dist, `${folder}.js`)), `dist/${folder}.js`).toBe(true);
  });

  it('cleans up always, where there is something to clean up', () => {
    if (promised.post) expect(action.runs).toMatchObject({ post: `../../dist/${folder}-post.js`, 'post-if': 'always()' });
    if (action.runs['post']) {
      expect(action.runs['post-if']).toBe('always()');
      expect(existsSync(join(dist, `${folder}-post.js`)), `dist/${folder}-post.js`).toBe(true);
    }
  });

  it('declares each input that inputs.ts reads, and reads each input that it declares', () => {
    expect(asked.names).toEqual(names(action.inputs).sort());
  });

  it('has defaults that its own inputs.ts accepts', () => {
    const withDefault = names(action.inputs.filter((input) => input.default !== undefined));
    expect(asked.faults.filter((fault) => withDefault.some((name) => fault.startsWith(`${name}:`)))).toEqual([]);
  });

  it('explains in its README each failure reason of its own that the code can give', () => {
    const readme = readFileSync(join(root, 'actions', folder, 'README.md'), 'utf8');
    const said = [...readme.matchAll(/`([a-z0-9-]+)`/g)].map((match) => match[1] ?? '');
    expect(absent(promised.reasons.filter(isMentioned), said)).toEqual([]);
  });

  it('has a README with usage, permissions and what goes wrong', () => {
    const readme = readFileSync(join(root, 'actions', folder, 'README.md'), 'utf8');
    const headings = [...readme.matchAll(/^## (.+)$/gm)].map((match) => match[1]?.toLowerCase() ?? '').join('\n');
    for (const word of [/^permissions/m, /^inputs/m, /^outputs/m, /^failure reasons/m, /^troubleshooting/m]) expect(headings).toMatch(word);
    expect(readme).toMatch(new RegExp(`^\\s*(?:- )?uses: \\S+/actions/${folder}@`, 'm'));
    expect(readme).toMatch(/```json\n[^`]*"(Action|Effect)"|needs no (AWS )?permission/i);
  });
});
