/** The example workflows: parsed, held against action.yml, and with the habits that a good workflow has. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { readAction } from '../../scripts/docs/action-file.ts';
import { actionNames, root } from '../../scripts/repository.ts';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string | readonly string[];
  readonly steps?: readonly Step[];
  readonly outputs?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly name?: string;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const files = globSync('workflows-examples/*.yml', { cwd: root }).sort();
const ours = /^(?:\.\/|[\w.-]+\/slipway\/)actions\/([a-z-]+)(?:@(\S+))?$/;
const needingToken = ['assume-role'];

it('there are examples', () => {
  expect(files.length).toBeGreaterThanOrEqual(3);
});

describe.each(files)('%s', (path) => {
  const text = readFileSync(join(root, path), 'utf8');
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true });
  const workflow = document.toJS() as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([job, { steps: list = [] }]) => list.map((step, index) => ({ ...step, place: `${job}.steps[${index}]` })));
  const used = steps.flatMap((step) => {
    const match = ours.exec(step.uses ?? '');
    return match?.[1] ? [{ ...step, action: match[1], ref: match[2] }] : [];
  });

  it('is YAML without mistakes', () => {
    expect(document.errors).toEqual([]);
    expect(document.warnings).toEqual([]);
  });

  it('gives every action inputs that it has, and those that it must have', () => {
    expect(used.length).toBeGreaterThan(0);
    for (const { action, place, with: given = {} } of used) {
      expect(actionNames, place).toContain(action);
      const { inputs } = readAction(action);
      const known = inputs.map((input) => input.name);
      expect(
        Object.keys(given).filter((name) => !known.includes(name)),
        `${place} ${action}`,
      ).toEqual([]);
      const missing = inputs.filter((input) => input.required && !(input.name in given)).map((input) => input.name);
      expect(missing, `${place} ${action}`).toEqual([]);
    }
  });

  it('reads only outputs that the step before has', () => {
    for (const [job, { steps: list = [], outputs = {} }] of jobs) {
      const byId = new Map(list.flatMap((step) => (step.id ? [[step.id, step] as const] : [])));
      for (const [, id = '', output = ''] of JSON.stringify([list, outputs]).matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
        expect([...byId.keys()], `${job} reads steps.${id}`).toContain(id);
        const action = ours.exec(byId.get(id)?.uses ?? '')?.[1];
        if (action)
          expect(
            readAction(action).outputs.map((entry) => entry.name),
            `${job}: steps.${id}`,
          ).toContain(output);
      }
    }
  });

  it('reads only outputs that the jobs it needs have', () => {
    for (const [job, definition] of jobs) {
      const needs = [definition.needs ?? []].flat();
      for (const [, from = '', output = ''] of JSON.stringify(definition).matchAll(/\bneeds\.([\w-]+)\.outputs\.([\w-]+)/g)) {
        expect(needs, job).toContain(from);
        expect(Object.keys(workflow.jobs[from]?.outputs ?? {}), `${job}: needs.${from}`).toContain(output);
      }
    }
  });

  it('starts from no permission, gives each job its own, and says why', () => {
    expect(workflow.permissions).toEqual({});
    for (const [job, { permissions, steps: list = [] }] of jobs) {
      expect(permissions, job).toBeTypeOf('object');
      const logsIn = list.some((step) => needingToken.includes(ours.exec(step.uses ?? '')?.[1] ?? ''));
      const isOffline = list.some((step) => / slipway-testkit start\b/.test(step.run ?? ''));
      if (logsIn && !isOffline) expect(permissions, job).toMatchObject({ 'id-token': 'write' });
      if (isOffline) expect(permissions, job).not.toHaveProperty('id-token');
    }
    const grants = text.split('\n').filter((line) => /^\s{6}[a-z-]+: (read|write)\b/.test(line));
    expect(grants.filter((line) => !line.includes('#'))).toEqual([]);
  });

  it('has a limit on every job, and never runs twice at once', () => {
    expect(workflow.concurrency).toBeDefined();
    for (const [job, definition] of jobs) expect(definition['timeout-minutes'], job).toBeGreaterThan(0);
  });

  it('puts no expression into a shell, and keeps no token in the checkout', () => {
    for (const step of steps) {
      expect(step.run ?? '', step.place).not.toContain('${{');
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with, step.place).toMatchObject({ 'persist-credentials': false });
    }
  });

  it('pins what is not ours by commit, with the version beside it', () => {
    const foreign = text.split('\n').filter((line) => /^\s*-?\s*uses:/.test(line) && !/slipway\/actions\/|\.\/actions\//.test(line));
    expect(foreign.filter((line) => !/@[0-9a-f]{40} # v\d/.test(line))).toEqual([]);
  });
});
