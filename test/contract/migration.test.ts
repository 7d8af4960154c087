/** docs/migration.md: every name of the replaced actions has its way here, and the way exists. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMasks, environmentOf, githubRun, InputReader, unknownInputs } from '@slipway/action-kit';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as assumeRole from '../../actions/assume-role/src/inputs.ts';
import * as ecrLogin from '../../actions/ecr-login/src/inputs.ts';
import { readAction } from '../../scripts/docs/action-file.ts';
import { root } from '../../scripts/repository.ts';
import { type ReplacedAction, replacedActions } from './replaced-actions.ts';

const page = readFileSync(join(root, 'docs/migration.md'), 'utf8');
const actions = { 'assume-role': assumeRole, 'ecr-login': ecrLogin };

/** A row of a table: the name there, what stands here, what changes. */
type Row = readonly [there: string, here: string, change: string];

/** The table under a heading of the third level. */
function rowsUnder(heading: string): Row[] {
  const [, section = ''] = page.split(`\n### ${heading}\n`);
  const lines = (section.split(/\n##+ /)[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(1).map((line) => {
    const cells = line.slice(2, -2).split(' | ');
    expect(cells, line).toHaveLength(3);
    const [there = '', here = '', change = ''] = cells;
    return [there.replaceAll('`', '').trim(), here.trim(), change.trim()];
  });
}

/** `` `name` `` or `` `name: value` `` alone in the cell: an input or output of ours. */
const ownName = (cell: string) => /^`([a-z-]+)(?:: [^`]+)?`$/.exec(cell)?.[1];

interface Step {
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** The examples in the order of the page; each `before` is followed by its `after`. */
const examples = [...page.matchAll(/```yaml (before|after)\n(.*?)```/gs)].map(([, kind, text = '']) => ({ kind, steps: parse(text) as Step[] }));
const before = examples.filter(({ kind }) => kind === 'before').flatMap(({ steps }) => steps);
const after = examples.filter(({ kind }) => kind === 'after').flatMap(({ steps }) => steps);
const usedIn = (step: Step) => step.uses?.replace(/@.*$/, '') ?? '';

/** What the action itself says to a step: its faults in the form in which they are printed. */
async function faultsOf(action: ReplacedAction['ours'], { with: given = {}, env = {} }: Step): Promise<string[]> {
  const defaults = readAction(action).inputs.flatMap((input): [string, string][] => (input.default === undefined ? [] : [[input.name, input.default]]));
  const values = new Map([...defaults, ...Object.entries(given).map(([name, value]): [string, string] => [name, String(value)])]);
  const reader = new InputReader(values, () => {});
  const variables = {
    AWS_REGION: 'eu-central-1',
    GITHUB_REPOSITORY: 'bank/payments',
    GITHUB_JOB: 'deploy',
    GITHUB_RUN_ID: '1',
    GITHUB_WORKSPACE: root,
    ...env,
  };
  const environment = environmentOf(variables);
  await actions[action].readInputs(reader, { environment, github: githubRun(environment), masks: createMasks(() => {}) });
  return [...reader.faults, ...reader.beside, ...unknownInputs(values, reader.asked, actions[action].refused)].map(({ text }) => text);
}

describe.each(replacedActions)('$title', ({ uses, title, ours, inputs, outputs, variables }) => {
  const { refused } = actions[ours];
  const own = readAction(ours);
  const ownInputs = own.inputs.map(({ name }) => name);
  const ownOutputs = own.outputs.map(({ name }) => name);

  it.each([
    ['Inputs', inputs],
    ['Outputs', outputs],
    ['Variables', variables],
  ] as const)('%s: every name has one row, and no other has', (kind, names) => {
    const rows = names.length === 0 ? [] : rowsUnder(`${kind} of ${title}`);
    expect(rows.map(([there]) => there).sort()).toEqual([...names].sort());
  });

  it('its inputs have their name here, or the answer that the action gives to the old one, word for word', () => {
    for (const [there, here] of rowsUnder(`Inputs of ${title}`)) {
      if (ownInputs.includes(there)) expect(here).toBe(`\`${there}\``);
      else expect(here, there).toBe(refused[there]);
    }
  });

  it('each answer to an old input names inputs that exist here', () => {
    for (const [name, way] of Object.entries(refused)) {
      expect(inputs, name).toContain(name);
      const named = [...way.matchAll(/`([a-z-]+)(?::[^`]*)?`/g)].map((match) => match[1] ?? '').filter((word) => !['id-token', 'name'].includes(word));
      expect(
        named.filter((word) => !ownInputs.includes(word)),
        name,
      ).toEqual([]);
    }
  });

  it('its outputs and variables lead to names that exist here, or to nothing with a reason', () => {
    for (const [there, here, change] of rowsUnder(`Outputs of ${title}`)) {
      if (here === 'nothing') expect(change, there).not.toBe('');
      else expect(ownOutputs).toContain(ownName(here));
    }
    for (const [there, here, change] of variables.length === 0 ? [] : rowsUnder(`Variables of ${title}`)) {
      if (here === 'nothing') expect(change, there).not.toBe('');
      else expect(ownInputs, there).toContain(ownName(here));
    }
  });

  it('every other name in backticks that looks like an input is one of ours or of theirs', () => {
    const cells = ['Inputs', 'Outputs'].flatMap((kind) => rowsUnder(`${kind} of ${title}`).map((row) => row[2]));
    const named = cells.flatMap((cell) => [...cell.matchAll(/`([a-z]+(?:-[a-z]+)+)(?:: [^`]*)?`/g)].map((match) => match[1] ?? ''));
    expect(named.filter((name) => ![...ownInputs, ...ownOutputs, ...inputs].includes(name))).toEqual([]);
  });

  it('has examples whose old side is legal there, and shows each old input that has another form here', () => {
    const steps = before.filter((step) => usedIn(step) === uses);
    expect(steps.length).toBeGreaterThan(2);
    for (const step of steps) expect(Object.keys(step.with ?? {}).filter((name) => !inputs.includes(name))).toEqual([]);
  });

  it('has examples whose new side the action itself takes', async () => {
    const steps = after.filter((step) => usedIn(step) === `slipway/slipway/actions/${ours}`);
    expect(steps.length).toBeGreaterThan(2);
    for (const step of steps) expect(await faultsOf(ours, step), JSON.stringify(step.with)).toEqual([]);
  });

  it('is told the way here, input by input, when a step keeps its old `with:`', async () => {
    const gone = inputs.filter((name) => !ownInputs.includes(name));
    expect(gone.sort()).toEqual(Object.keys(refused).sort());
    for (const name of gone) {
      const faults = await faultsOf(ours, { with: { 'aws-region': 'eu-central-1', [name]: 'x' } });
      expect(faults, name).toContainEqual(`${name}: got an input that this action does not have; want ${refused[name]}; e.g. leave ${name} out`);
    }
  });
});

describe('the page', () => {
  it('shows a new side for each old one', () => {
    expect(examples.length).toBeGreaterThanOrEqual(16);
    expect(examples.map(({ kind }) => kind)).toEqual(examples.map((_, index) => (index % 2 === 0 ? 'before' : 'after')));
    for (const step of [...before, ...after].filter(({ uses }) => uses)) expect(usedIn(step)).toMatch(/^(aws-actions\/|slipway\/slipway\/actions\/)/);
  });

  it('knows as many names as the other actions have', () => {
    expect(replacedActions.map(({ inputs }) => [inputs.length, new Set(inputs).size])).toEqual([
      [32, 32],
      [5, 5],
    ]);
  });

  it('still leads from the other actions to ours', () => {
    for (const name of ['build-image', 'scan-gate', 'terraform', 'check-conventions', 'deploy-helm', 'seed-egress', 'rotate-secret'])
      expect(page).toContain(`(../actions/${name}/README.md)`);
  });
});
