/** check-conventions on the shipped file: verdicts, waivers, outputs. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { constant, type PlanSpec, planJson, ref } from '../../packages/conventions/test/plan-builder.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

/** The rules that the plans below speak of; the others have tests of their own. */
const spoken = 'rds-encrypted\nrds-cmk\nkms-alias\nkms-rotation';

async function check(files: Record<string, PlanSpec | string>, inputs: Record<string, string> = {}): Promise<StepResult> {
  const workspace = mkdtempSync(join(kit.folder, 'workspace-'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(workspace, name), typeof content === 'string' ? content : JSON.stringify(planJson(content)));
  }
  return await runStep(kit, { action: 'check-conventions', workspace, inputs: { 'plan-file': 'plan.json', only: spoken, ...inputs } });
}

const key = { address: 'aws_kms_key.db', after: { enable_key_rotation: true } };
const alias = { address: 'aws_kms_alias.db', unknown: { target_key_id: true, arn: true }, expressions: { target_key_id: ref('aws_kms_key.db.key_id') } };
const good: PlanSpec = {
  resources: [
    key,
    alias,
    {
      address: 'aws_db_instance.main',
      after: { identifier: 'main', storage_encrypted: true, backup_retention_period: 7, deletion_protection: true },
      unknown: { kms_key_id: true, arn: true },
      expressions: { storage_encrypted: constant(true), kms_key_id: ref('aws_kms_key.db.arn') },
    },
  ],
};
const bad: PlanSpec = {
  resources: [{ address: 'aws_db_instance.bad["a|b<i>"]', after: { storage_encrypted: false }, expressions: { storage_encrypted: constant(false) } }],
};
const existing: PlanSpec = {
  resources: [{ address: 'aws_db_instance.old', actions: ['update'], before: { storage_encrypted: false }, after: { storage_encrypted: false } }],
};
const waiver = (more = '') =>
  `version: 1\nwaivers:\n  - rule: rds-encrypted\n    address: aws_db_instance.bad*\n    owner: alice\n    reason: migration\n    until: "2099-12-31"\n${more}`;

describe('verdicts', () => {
  it('passes a good plan and lists what has to be backed up', async () => {
    const step = await check({ 'plan.json': good });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.outputs).toMatchObject({ verdict: 'pass', outcome: 'pass', 'failure-reason': '', 'sarif-path': '', 'junit-path': '' });
    expect(JSON.parse(step.outputs['counts'] ?? '')).toEqual({
      fail: 0,
      unknown: 0,
      waived: 0,
      existing: 0,
      rules: step.report?.result.rules.length,
      resources: 3,
    });
    expect(step.report).toMatchObject({
      schema: 'slipway.check-conventions/1',
      outcome: 'pass',
      calls: {},
      result: {
        profile: 'strict',
        terraformVersion: '1.11.4',
        findings: [],
        inventory: [{ address: 'aws_db_instance.main', kind: 'rds', encrypted: 'yes', backup: '7 days', deletionProtection: 'yes' }],
      },
    });
    expect(step.summary).toMatch(/^### Conventions: pass\n/);
    expect(step.summary).toContain('| `aws_db_instance.main` | rds | yes | 7 days | yes |');
  });

  it('blocks a bad one, with address, evidence and remedy, and escapes what came from the plan', async () => {
    const step = await check({ 'plan.json': bad });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ verdict: 'blocked', outcome: 'blocked', 'failure-reason': 'violations' });
    expect(step.report?.result.findings).toEqual([
      {
        rule: 'rds-encrypted',
        severity: 'error',
        address: 'aws_db_instance.bad["a|b<i>"]',
        verdict: 'fail',
        introduced: true,
        message: 'storage_encrypted is false',
        evidence: ['storage_encrypted = false'],
      },
    ]);
    expect(step.stdout).toContain('1 finding blocks this plan (violations)');
    expect(step.stdout).toContain('storage_encrypted = true');
    expect(step.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(1);
    expect(step.summary).toMatch(/^### Conventions: blocked/);
    expect(step.summary).toContain('`aws_db_instance.bad["a\\|b<i>"]`');
  });

  it('blocks on what was there before only with block-on all', async () => {
    const step = await check({ 'plan.json': existing });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(JSON.parse(step.outputs['counts'] ?? '')).toMatchObject({ fail: 1, existing: 1 });
    expect(step.report?.result.findings[0]).toMatchObject({ introduced: false });
    expect(step.annotations).toMatchObject([{ kind: 'warning' }]);
    expect(await check({ 'plan.json': existing }, { 'block-on': 'all' })).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'violations' } });
  });

  it('treats unknown as told', async () => {
    const unknown: PlanSpec = { resources: [{ address: 'aws_rds_cluster.c', unknown: { storage_encrypted: true } }] };
    const only = { only: 'rds-encrypted' };
    expect(await check({ 'plan.json': unknown }, only)).toMatchObject({ exitCode: 0, report: { result: { findings: [{ verdict: 'unknown' }] } } });
    expect(await check({ 'plan.json': unknown }, { ...only, unknown: 'fail' })).toMatchObject({
      exitCode: 1,
      report: { result: { findings: [{ verdict: 'unknown' }] } },
    });
    const ignored = await check({ 'plan.json': unknown }, { ...only, unknown: 'ignore' });
    expect(ignored).toMatchObject({ exitCode: 0, report: { result: { findings: [] } } });
    expect(JSON.parse(ignored.outputs['counts'] ?? '')).toMatchObject({ unknown: 1 });
  });

  it('judges several plans and says which', async () => {
    const step = await check({ 'a.json': good, 'b.json': bad }, { 'plan-file': 'a.json\nb.json' });
    expect(step.report?.result.findings).toMatchObject([{ plan: 'b.json', rule: 'rds-encrypted' }]);
    expect(step.report?.subject).toEqual({ plans: ['a.json', 'b.json'], profile: 'strict' });
  });

  it('passes a plan without resources and says so', async () => {
    const step = await check({ 'plan.json': { resources: [] } });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.summary).toContain('the plan has no resources, nothing was judged');
    expect(step.stdout).toContain('0 resources');
  });

  it('says when Terraform left something out', async () => {
    const step = await check({ 'plan.json': { ...good, top: { complete: false } } });
    expect(step.summary).toContain('`plan.json` is incomplete');
  });
});

describe('files', () => {
  it('takes severities and parameters from the conventions file', async () => {
    const off = await check({ 'plan.json': bad, 'c.yaml': 'version: 1\nrules:\n  rds-encrypted: off\n' }, { 'config-file': 'c.yaml' });
    expect(off.exitCode, off.stdout).toBe(0);
    expect(off.report?.result.findings).toEqual([]);
    const warn = await check({ 'plan.json': bad, 'c.yaml': 'version: 1\nrules:\n  rds-encrypted: { severity: warn }\n' }, { 'config-file': 'c.yaml' });
    expect(warn).toMatchObject({ exitCode: 0, report: { result: { findings: [{ severity: 'warn' }] } } });
  });

  it('waives a finding, which stays in the report', async () => {
    const step = await check({ 'plan.json': bad, 'w.yaml': waiver() }, { 'waivers-file': 'w.yaml' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.report?.result.findings).toMatchObject([{ waiver: { owner: 'alice', reason: 'migration', until: '2099-12-31' } }]);
    expect(JSON.parse(step.outputs['counts'] ?? '')).toMatchObject({ fail: 0, waived: 1 });
  });

  it('fails by name on a waiver whose day is over, and does not apply it', async () => {
    const step = await check({ 'plan.json': bad, 'w.yaml': waiver().replace('2099-12-31', '2020-01-31') }, { 'waivers-file': 'w.yaml' });
    expect(step).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'waiver-expired', verdict: 'blocked' } });
    expect(step.stdout).toContain('w.yaml:3:5 waiver of rds-encrypted for aws_db_instance.bad* (owner alice) expired: its last day was 2020-01-31');
    expect(step.report?.result.findings[0]).not.toHaveProperty('waiver');
  });

  it('fails by name on a waiver that covers nothing, but not when its rule is not judged', async () => {
    const step = await check({ 'plan.json': good, 'w.yaml': waiver() }, { 'waivers-file': 'w.yaml' });
    expect(step).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'waiver-unused', outcome: 'failed', verdict: 'pass' } });
    expect(step.stdout).toContain('matches no finding of this plan');
    expect(await check({ 'plan.json': good, 'w.yaml': waiver() }, { 'waivers-file': 'w.yaml', only: 'sqs-kms' })).toMatchObject({ exitCode: 0 });
  });
});

describe('outputs', () => {
  it('gives the same report for the same plan, but for times', async () => {
    const files = { 'plan.json': { resources: [...(bad.resources ?? []), ...(existing.resources ?? []), ...(good.resources ?? [])] } };
    const [first, second] = await Promise.all([check(files), check(files)]);
    expect(first.report?.result).toEqual(second.report?.result);
    expect(first.report?.result.findings.map((finding: { address: string; rule: string }) => `${finding.address} ${finding.rule}`)).toEqual([
      'aws_db_instance.bad["a|b<i>"] rds-encrypted',
      'aws_db_instance.old rds-encrypted',
    ]);
  });

  it('shows at most ten annotations of a kind and names how many more there are', async () => {
    const resources = Array.from({ length: 25 }, (_, index) => ({ address: `aws_db_instance.n[${index}]`, after: { storage_encrypted: false } }));
    const step = await check({ 'plan.json': { resources } });
    expect(step.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(10);
    expect(step.stdout).toContain('and 15 more, in the summary and in the report');
    expect(step.report?.result.findings).toHaveLength(25);
  });

  it('writes SARIF and JUnit where it is told, also when it blocks', async () => {
    const step = await check({ 'plan.json': bad }, { 'sarif-file': 'out/c.sarif', 'junit-file': 'c.xml' });
    expect(step.outputs).toMatchObject({
      'failure-reason': 'violations',
      'sarif-path': join(step.workspace, 'out/c.sarif'),
      'junit-path': join(step.workspace, 'c.xml'),
    });
    const sarif = JSON.parse(readFileSync(step.outputs['sarif-path'] ?? '', 'utf8'));
    expect(sarif.runs[0].results).toMatchObject([{ ruleId: 'rds-encrypted', level: 'error' }]);
    expect(readFileSync(step.outputs['junit-path'] ?? '', 'utf8')).toContain('failures="1"');
  });

  it('calls nobody outside a pull request', async () => {
    const before = kit.ledger.entries.length;
    await check({ 'plan.json': bad }, { comment: 'never' });
    await check({ 'plan.json': bad });
    expect(kit.ledger.entries).toHaveLength(before);
  });
});
