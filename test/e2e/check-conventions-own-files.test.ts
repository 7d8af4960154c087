/** check-conventions: files with mistakes, own rules beside the table's, and summaries of long rows. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlanSpec, planJson } from '../../packages/conventions/test/plan-builder.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

const plan: PlanSpec = { resources: [{ address: 'aws_sqs_queue.q', after: { message_retention_seconds: 1_209_600 } }] };

async function check(files: Record<string, string>, inputs: Record<string, string> = {}, spec: PlanSpec = plan): Promise<StepResult> {
  const workspace = mkdtempSync(join(kit.folder, 'workspace-'));
  for (const [name, content] of Object.entries({ 'plan.json': JSON.stringify(planJson(spec)), ...files })) writeFileSync(join(workspace, name), content);
  const named = { ...(files['c.yaml'] ? { 'config-file': 'c.yaml' } : {}), ...(files['w.yaml'] ? { 'waivers-file': 'w.yaml' } : {}) };
  return await runStep(kit, { action: 'check-conventions', workspace, inputs: { 'plan-file': 'plan.json', ...named, ...inputs } });
}

/** `c.yaml:2:1 unknown-key enviroments`: place, code and the word that it is about. */
const told = (step: StepResult): string[] => step.stdout.split('\n').flatMap((line) => /^ {2}([cw]\.yaml:\d+:\d+ [a-z-]+ .*)$/.exec(line)?.[1] ?? []);

const mine = (severity: string) => `version: 1
own-rules:
  mine:
    what: queues keep messages for a week at most
    severity: ${severity}
    where: { type: aws_sqs_queue }
    must:
      - { attribute: message_retention_seconds, at-most: 604800 }
`;

describe('a conventions file with mistakes', () => {
  it('tells all of them, each with its place and the nearest word', async () => {
    const step = await check({
      'c.yaml': `version: 1
enviroments: [sandbox-apps]
rules:
  rds-encryptd: error
  rds-cmk: eror
  rds-backup-days: { day: 7 }
  eks-private-endpoint: { public: maybe }
stateful-destroy: aws_db_instance.*
own-rules:
  mine:
    what: x
    where: { typ: aws_sqs_queue }
    must:
      - atribute: a
        equal: 1
`,
      'w.yaml': 'version: 1\nwaivers:\n  - { rule: mine, address: "*" }\n',
    });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-file', verdict: '' });
    expect(told(step)).toEqual([
      'c.yaml:2:1 unknown-key enviroments is not a key here; did you mean environments?',
      'c.yaml:4:3 unknown-key rds-encryptd is not a key here; did you mean rds-encrypted?',
      'c.yaml:5:12 unknown-value rds-cmk has to be one of off, error, warn, info; did you mean error?',
      'c.yaml:6:22 unknown-key day is not a key here; did you mean days?',
      'c.yaml:7:35 unknown-value public has to be one of true, restricted, false',
      'c.yaml:8:19 wrong-type stateful-destroy has to be array, not a string',
      'c.yaml:12:12 missing-key type is missing',
      'c.yaml:12:14 unknown-key typ is not a key here; did you mean type?',
      'c.yaml:14:9 missing-key attribute is missing',
      'c.yaml:14:9 unknown-key atribute is not a key here; did you mean attribute?',
      'w.yaml:3:5 missing-key owner is missing',
      'w.yaml:3:5 missing-key reason is missing',
      'w.yaml:3:5 missing-key until is missing',
    ]);
  });
});

describe('own rules', () => {
  const waiver = 'version: 1\nwaivers:\n  - { rule: mine, address: "*", owner: a, reason: r, until: "2099-01-01" }\n';
  it.each([
    ['blocks', 'error', {}, {}, 'blocked'],
    ['warns', 'warn', {}, {}, 'pass'],
    ['is waived', 'error', { 'w.yaml': waiver }, {}, 'pass'],
    ['is off, and its waiver is not unmatched', 'off', { 'w.yaml': waiver }, {}, 'pass'],
    ['is off, and only may name it', 'off', {}, { only: 'mine' }, 'pass'],
    ['is left out by only', 'error', {}, { only: 'kms-alias' }, 'pass'],
  ])('%s', async (_what, severity, files, inputs, outcome) => {
    const step = await check({ 'c.yaml': mine(severity), ...(files as Record<string, string>) }, { profile: 'mz', ...inputs });
    expect(step.outputs['outcome'], step.stdout).toBe(outcome);
  });
});

describe('a summary of long rows', () => {
  const ingress = Array.from({ length: 60 }, (_, at) => ({
    cidr_blocks: ['0.0.0.0/0'],
    ipv6_cidr_blocks: ['::/0'],
    from_port: 1000 + at,
    to_port: 1000 + at,
    protocol: 'tcp',
  }));
  const groups = Array.from({ length: 300 }, (_, at) => ({ address: `aws_security_group.g["${at}"]`, after: { name: `g${at}`, ingress } }));
  const spec: PlanSpec = { resources: [...groups, { address: 'aws_db_instance.d', after: { storage_encrypted: true }, unknown: {} }] };

  it('still ends with what has to be backed up', async () => {
    const step = await check({}, { only: 'sg-world-open' }, spec);
    expect(step.outputs['failure-reason']).toBe('violations');
    expect(Buffer.byteLength(step.summary)).toBeLessThanOrEqual(1024 * 1024);
    expect(step.summary).toContain('more in the report');
    expect(step.summary).toContain('| `aws_db_instance.d` | rds | yes | no | no |');
    expect(step.report?.result.findings).toHaveLength(300);
    expect(step.report?.result.findings[0].evidence.length).toBeGreaterThanOrEqual(60);
  });
});
