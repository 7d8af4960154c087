/** check-conventions on whole plans, all rules on: what the contract says across the rules, on the shipped file. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { constant, type PlanSpec, planJson, type ResourceSpec, ref } from '../../packages/conventions/test/plan-builder.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

type Files = Record<string, PlanSpec | string>;

async function check(files: Files, inputs: Record<string, string> = {}): Promise<StepResult> {
  const workspace = mkdtempSync(join(kit.folder, 'workspace-'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(workspace, name), typeof content === 'string' ? content : JSON.stringify(planJson(content)));
  }
  const given = {
    ...(files['plan.json'] ? { 'plan-file': 'plan.json' } : {}),
    ...(files['c.yaml'] ? { 'config-file': 'c.yaml' } : {}),
    ...(files['w.yaml'] ? { 'waivers-file': 'w.yaml' } : {}),
  };
  return await runStep(kit, { action: 'check-conventions', workspace, inputs: { ...given, ...inputs } });
}

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly address: string;
  readonly verdict: string;
  readonly introduced: boolean;
  readonly waiver?: object;
}
const findings = (step: StepResult): Finding[] => step.report?.result.findings ?? [];
const short = (step: StepResult): string[] => findings(step).map(({ verdict, rule, address }) => `${verdict} ${rule} ${address}`);
const counts = (step: StepResult): Record<string, number> => JSON.parse(step.outputs['counts'] ?? '{}');
const one = (address: string, after: Record<string, unknown>, more: Partial<ResourceSpec> = {}): PlanSpec => ({ resources: [{ address, after, ...more }] });

const database = (after: Record<string, unknown>, more: Partial<ResourceSpec> = {}): PlanSpec =>
  one('aws_db_instance.d', { identifier: 'c-db', ...after }, { unknown: {}, ...more });
const waivers = (...lines: string[]): string => `version: 1\nwaivers:\n${lines.map((line) => `  - { ${line}, owner: alice, reason: r }\n`).join('')}`;

describe('parameters', () => {
  const config = (rules: string) => `version: 1\nrules:\n  ${rules}\n`;
  const days = (count: number) => database({ backup_retention_period: count });
  it.each([
    ['opta asks five days', 'opta', 4, '', ['fail rds-backup-days aws_db_instance.d']],
    ['bank asks one', 'bank', 1, '', []],
    ['joined, the larger number wins', 'bank, opta', 4, '', ['fail rds-backup-days aws_db_instance.d']],
    ['the file wins when it is tighter', 'bank', 6, 'rds-backup-days: { days: 7 }', ['fail rds-backup-days aws_db_instance.d']],
    ['the file wins when it is looser', 'strict', 2, 'rds-backup-days: { days: 2 }', []],
    ['a rule outside the profile has the strictest', 'dwp', 4, '', ['fail rds-backup-days aws_db_instance.d']],
  ])('%s', async (_what, profile, count, rules, expected) => {
    const step = await check({ 'plan.json': days(count), ...(rules ? { 'c.yaml': config(rules) } : {}) }, { profile, only: 'rds-backup-days' });
    expect(short(step), step.stdout).toEqual(expected);
  });

  const cluster = one('aws_eks_cluster.c', {
    name: 'c',
    vpc_config: [{ endpoint_private_access: true, endpoint_public_access: true, public_access_cidrs: ['198.51.100.0/24'] }],
  });
  it.each([
    ['opta', '', 0],
    ['mz', '', 1],
    ['mz,opta', '', 1],
    ['mz,opta', 'eks-private-endpoint: { public: restricted }', 0],
    ['strict', 'eks-private-endpoint: { public: true }', 0],
  ])('a public endpoint in %s with %j', async (profile, rules, fails) => {
    const step = await check({ 'plan.json': cluster, ...(rules ? { 'c.yaml': config(rules) } : {}) }, { profile, only: 'eks-private-endpoint' });
    expect(counts(step)['fail'], step.stdout).toBe(fails);
  });

  const key = (type: string): PlanSpec => ({
    resources: [
      { address: 'aws_kms_external_key.k', after: {} },
      {
        address: `${type}.v`,
        after: { encrypted: true },
        unknown: { kms_key_id: true, id: true },
        expressions: { encrypted: constant(true), kms_key_id: ref('aws_kms_external_key.k.arn') },
      },
    ],
  });
  it.each([
    ['dwp,bank', []],
    ['strict', []],
    ['bank', ['fail kms-origin aws_kms_external_key.k']],
  ])('an external key of a volume in %s', async (profile, expected) => {
    const step = await check({ 'plan.json': key('aws_ebs_volume') }, { profile, only: 'kms-origin\nebs-external-cmk' });
    expect(short(step)).toEqual(expected);
  });
});

describe('what blocks', () => {
  const bad = database({ storage_encrypted: false });
  const old = database({ storage_encrypted: false }, { actions: ['no-op'] });
  const open = database({}, { unknown: { storage_encrypted: true } });
  it.each([
    ['an error', bad, '', {}, 'blocked', 'violations', 1],
    ['a rule of severity warn', bad, 'warn', {}, 'pass', '', 1],
    ['a rule of severity info, on all', bad, 'info', { 'block-on': 'all' }, 'pass', '', 1],
    ['a rule that is off', bad, 'off', {}, 'pass', '', 0],
    ['an old fault', old, '', {}, 'pass', '', 1],
    ['an old fault, on all', old, '', { 'block-on': 'all' }, 'blocked', 'violations', 1],
    ['an unknown', open, '', {}, 'pass', '', 1],
    ['an unknown that fails', open, '', { unknown: 'fail' }, 'blocked', 'violations', 1],
    ['an unknown of severity warn that fails', open, 'warn', { unknown: 'fail' }, 'pass', '', 1],
    ['an unknown that is ignored', open, '', { unknown: 'ignore' }, 'pass', '', 0],
  ])('%s', async (_what, plan, severity, inputs, verdict, reason, listed) => {
    const files: Files = { 'plan.json': plan, ...(severity ? { 'c.yaml': `version: 1\nrules: { rds-encrypted: ${severity} }\n` } : {}) };
    const step = await check(files, { only: 'rds-encrypted', ...inputs });
    expect(step.outputs, step.stdout).toMatchObject({ verdict, outcome: verdict, 'failure-reason': reason });
    expect(step.exitCode).toBe(verdict === 'pass' ? 0 : 1);
    expect(findings(step)).toHaveLength(listed);
    expect(counts(step)['existing']).toBe(plan === old ? 1 : 0);
    if (plan === open) expect(counts(step)).toMatchObject({ fail: 0, unknown: 1 });
  });
});

describe('waivers', () => {
  const plan: PlanSpec = {
    resources: ['a', 'b'].map((name) => ({ address: `module.m["${name}.x"].aws_db_instance.d[0]`, after: { storage_encrypted: false }, unknown: {} })),
  };
  const all = 'rule: rds-encrypted, address: "*", until: "2099-01-01"';
  const expired = 'rule: rds-encrypted, address: "*", until: "2020-01-01"';
  const unused = 'rule: rds-encrypted, address: aws_db_instance.gone, until: "2099-01-01"';
  it.each([
    ['a glob over dots, quotes and brackets', [all], 'pass', '', 2],
    ['brackets are literal', [`rule: rds-encrypted, address: 'module.m["?.x"].aws_db_instance.d[0]', until: "2099-01-01"`], 'pass', '', 2],
    ['anchored at both ends', ['rule: rds-encrypted, address: "module.m", until: "2099-01-01"'], 'blocked', 'waiver-unused', 0],
    ['expired before unused', [unused, expired], 'blocked', 'waiver-expired', 0],
    ['unused beside one that covers all', [all, unused], 'failed', 'waiver-unused', 2],
    ['expired beside one that covers all', [all, expired], 'failed', 'waiver-expired', 2],
    ['of a rule that is not judged', [all, 'rule: sqs-kms, address: nothing, until: "2099-01-01"'], 'pass', '', 2],
  ])('%s', async (_what, lines, outcome, reason, waived) => {
    const step = await check({ 'plan.json': plan, 'w.yaml': waivers(...lines) }, { only: 'rds-encrypted' });
    expect(step.outputs, step.stdout).toMatchObject({ outcome, 'failure-reason': reason, verdict: outcome === 'blocked' ? 'blocked' : 'pass' });
    expect(counts(step)).toMatchObject({ waived, fail: 2 - waived, unknown: 0, existing: 0, rules: 1, resources: 2 });
    expect(findings(step)).toHaveLength(2);
    expect(findings(step).filter(({ waiver }) => waiver)).toHaveLength(waived);
  });

  it('a waiver covers an unknown that would block', async () => {
    const open = database({}, { unknown: { storage_encrypted: true } });
    const step = await check({ 'plan.json': open, 'w.yaml': waivers(all) }, { only: 'rds-encrypted', unknown: 'fail' });
    expect(step.outputs['outcome'], step.stdout).toBe('pass');
    expect(counts(step)).toMatchObject({ unknown: 0, waived: 1 });
  });
});

describe('large plans', () => {
  const many: PlanSpec = {
    resources: Array.from({ length: 1500 }, (_, at) => ({
      address: `module.${'long'.repeat(30)}["${at}"].aws_db_instance.d`,
      after: { storage_encrypted: false, engine: 'x'.repeat(200) },
      unknown: {},
    })),
  };
  it('keeps summary and comment in their bounds, and the inventory in the summary', { timeout: 60_000 }, async () => {
    const step = await check({ 'plan.json': many }, { 'sarif-file': 'o.sarif', 'junit-file': 'o.xml' });
    expect(step.outputs['failure-reason']).toBe('violations');
    expect(Buffer.byteLength(step.summary)).toBeLessThanOrEqual(1024 * 1024);
    expect(step.summary).toContain('#### To include in backups');
    expect(step.summary.split('\n')[0]).toMatch(/^### Conventions: blocked/);
    const sarif = JSON.parse(readFileSync(step.outputs['sarif-path'] ?? '', 'utf8'));
    expect(sarif.runs).toHaveLength(1);
    expect(sarif.runs[0].results).toHaveLength(findings(step).length);
    for (const rule of sarif.runs[0].tool.driver.rules) expect(rule).toMatchObject({ id: expect.any(String), help: { text: expect.stringMatching(/./) } });
    const order = findings(step).map(({ address, rule }) => `${address}\u0000${rule}`);
    expect(order).toEqual(order.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(new Set(order).size).toBe(order.length);
  });
});
