/** check-conventions: what the contract promises and nothing else shows: no pass by accident, nothing that is read is written over. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { constant, type PlanSpec, planJson } from '../../packages/conventions/test/plan-builder.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

const bad: PlanSpec = {
  resources: [{ address: 'aws_db_instance.bad', after: { storage_encrypted: false }, expressions: { storage_encrypted: constant(false) } }],
};
const planText = JSON.stringify(planJson(bad));
const off = 'version: 1\nrules: { rds-encrypted: off }\n';
const expired = 'version: 1\nwaivers:\n  - { rule: rds-encrypted, address: "*", owner: alice, reason: r, until: "2020-01-01" }\n';

async function check(inputs: Record<string, string>, files: Record<string, string> = {}): Promise<StepResult & { folder: string }> {
  const folder = mkdtempSync(join(kit.folder, 'workspace-'));
  for (const [name, content] of Object.entries({ 'plan.json': planText, ...files })) writeFileSync(join(folder, name), content);
  const step = await runStep(kit, {
    action: 'check-conventions',
    workspace: folder,
    inputs: { 'plan-file': 'plan.json', only: 'rds-encrypted', ...inputs },
  });
  return { ...step, folder };
}

describe('nothing passes by accident', () => {
  it.each(['# plan.json', '# a\n\n# b\n'])('refuses a plan-file of comments: %j', async (text) => {
    const step = await check({ 'plan-file': text });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-input', verdict: '', counts: '' });
    expect(step.stdout).toContain('plan-file: got no element; want at least one file; e.g. plan.json');
  });

  it.each([
    ['without', {}],
    ['with null for', { resource_changes: null }],
    ['with no element in', { resource_changes: [] }],
  ])('refuses a plan that plans resources %s resource_changes', async (_, over) => {
    const { resource_changes: _left, ...rest } = planJson(bad) as Record<string, unknown>;
    const step = await check({}, { 'plan.json': JSON.stringify({ ...rest, ...over }) });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'plan-format', verdict: '' });
    expect(step.stdout).toContain('planned_values has resources, but resource_changes has none');
  });

  it('passes the plan of an empty configuration, in which Terraform writes no resource_changes', async () => {
    const step = await check({}, { 'plan.json': '{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"outputs":{},"root_module":{}}}' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.summary).toContain('the plan has no resources, nothing was judged');
  });

  it('warns when no rule is on', async () => {
    const step = await check({ 'config-file': 'c.yaml' }, { 'c.yaml': off });
    expect(step.outputs).toMatchObject({ outcome: 'pass', verdict: 'pass' });
    expect(JSON.parse(step.outputs['counts'] ?? '').rules).toBe(0);
    expect(step.annotations).toEqual([expect.objectContaining({ kind: 'warning', message: expect.stringContaining('no rule is on') })]);
    expect(step.summary).toContain('no rule is on, nothing was judged');
  });

  it('an expired waiver blocks nothing less: the finding blocks, and the waiver is named', async () => {
    const step = await check({ 'waivers-file': 'w.yaml' }, { 'w.yaml': expired });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'blocked', verdict: 'blocked', 'failure-reason': 'waiver-expired' });
    expect(step.report?.result.findings).toEqual([expect.not.objectContaining({ waiver: expect.anything() })]);
  });
});

describe('files', () => {
  it.each([
    ['sarif-file', { 'sarif-file': './plan.json' }, 'plan-file'],
    ['junit-file', { 'config-file': 'c.yaml', 'junit-file': 'c.yaml' }, 'config-file'],
    ['junit-file', { 'sarif-file': 'out', 'junit-file': './out' }, 'sarif-file'],
  ])('does not write %s over what another input names', async (input, inputs, other) => {
    const step = await check(inputs as Record<string, string>, { 'c.yaml': off });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toMatch(new RegExp(`${input}: got .*; want a file to write: .* is what ${other} names; e\\.g\\. conventions\\.`));
    expect(readFileSync(join(step.folder, 'plan.json'), 'utf8')).toBe(planText);
    expect(readFileSync(join(step.folder, 'c.yaml'), 'utf8')).toBe(off);
  });

  it('judges a plan once, however often it is named', async () => {
    const step = await check({ 'plan-file': 'plan.json\n./plan.json' });
    expect(JSON.parse(step.outputs['counts'] ?? '')).toMatchObject({ fail: 1, resources: 1 });
  });
});
