/** The report as a pure function: outcome, reasons in their order, summary. */

import { Failure } from '@slipway/action-kit';
import { chooseRules, type Decision, noConventions, type WaivedFinding, type Waiver } from '@slipway/conventions';
import { describe, expect, it } from 'vitest';
import type { Check } from '../src/check-conventions.ts';
import type { Inputs } from '../src/inputs.ts';
import { report, reportFailure } from '../src/report.ts';

const chosen = chooseRules({ profiles: ['strict'], only: [], settings: new Map() });
const inputs: Inputs = {
  plans: [{ name: 'plan.json', path: '/w/plan.json' }],
  manifests: { globs: [], files: [] },
  profiles: ['bank', 'mz'],
  only: [],
  conventions: noConventions,
  waivers: [],
  fileMistakes: [],
  blockOn: 'new',
  unknown: 'warn',
  sarifPath: undefined,
  junitPath: undefined,
  comment: 'auto',
  token: undefined,
  timeout: 1,
};
const finding = (more: Partial<WaivedFinding> = {}): WaivedFinding => ({
  rule: 'sqs-kms',
  severity: 'error',
  address: 'aws_sqs_queue.q["*|`x`"]',
  verdict: 'fail',
  introduced: true,
  message: 'kms_master_key_id is not set',
  evidence: ['kms_master_key_id is not set'],
  ...more,
});
const waiver: Waiver = { rule: 'sqs-kms', address: '*', owner: 'alice', reason: 'r', until: '2020-01-01', place: { file: 'w.yaml', line: 3, column: 5 } };

function reportOf(decision: Partial<Decision>, more: Partial<Check> = {}) {
  const whole: Decision = {
    verdict: 'pass',
    findings: [],
    blocking: [],
    expired: [],
    unused: [],
    counts: { fail: 0, unknown: 0, waived: 0, existing: 0 },
    ...decision,
  };
  const check: Check = {
    chosen,
    decision: whole,
    inventory: [],
    written: { sarif: '', junit: '' },
    resources: 3,
    terraformVersions: ['1.11.4'],
    incomplete: [],
    today: '2026-11-21',
    ...more,
  };
  return report(check, inputs);
}

const blocked: Partial<Decision> = { verdict: 'blocked', findings: [finding()], blocking: [finding()] };

describe('the outcome', () => {
  const cases: [what: string, decision: Partial<Decision>, outcome: string, reason: string | undefined][] = [
    ['nothing found', {}, 'pass', undefined],
    ['blocked', blocked, 'blocked', 'violations'],
    ['an expired waiver before violations', { ...blocked, expired: [waiver] }, 'blocked', 'waiver-expired'],
    ['an unused waiver before violations', { ...blocked, unused: [waiver] }, 'blocked', 'waiver-unused'],
    ['an expired before an unused waiver', { expired: [waiver], unused: [waiver] }, 'failed', 'waiver-expired'],
    ['only an unused waiver', { unused: [waiver] }, 'failed', 'waiver-unused'],
  ];
  it.each(cases)('%s', (_what, decision, outcome, reason) => {
    const result = reportOf(decision);
    expect(result.outcome).toBe(outcome);
    expect(result.failure?.reason).toBe(reason);
    expect(result.outputs['verdict']).toBe(decision.verdict ?? 'pass');
  });

  it('of a check that could not be made has every output, empty', () => {
    const failure = new Failure({ what: 'x', reason: 'plan-format' });
    expect(reportFailure(failure, undefined)).toMatchObject({ outcome: 'failed', outputs: { verdict: '', counts: '', 'sarif-path': '', 'junit-path': '' } });
    expect(reportFailure(failure, inputs).subject).toEqual({ plans: ['plan.json'], profile: 'bank,mz' });
  });
});

describe('the words', () => {
  it('tell the remedy of the first finding, and how many more there are', () => {
    const many = Array.from({ length: 12 }, (_, index) => finding({ address: `aws_sqs_queue.q[${index}]` }));
    const lines = reportOf({ verdict: 'blocked', findings: many, blocking: many }).failure?.lines() ?? [];
    expect(lines[0]).toBe('12 findings block this plan (violations)');
    expect(lines).toContain('  and 2 more, in the summary and in the report');
    expect(lines.slice(-3)).toEqual([
      'Do this:',
      '  For aws_sqs_queue.q[0], SQS queues are encrypted with a KMS key that AWS does not manage:',
      '  kms_master_key_id = aws_kms_key.<yours>.arn',
    ]);
  });

  it('place a waiver’s fault in its file', () => {
    expect(reportOf({ expired: [waiver] }).failure?.faults).toEqual([
      { file: 'w.yaml', line: 3, column: 5, text: 'w.yaml:3:5 waiver of sqs-kms for * (owner alice) expired: its last day was 2020-01-01' },
    ]);
  });

  it('of the summary begin with the verdict and the table, and cannot act as markup', () => {
    const summary = reportOf({ ...blocked, counts: { fail: 1, unknown: 0, waived: 0, existing: 0 } }).summary ?? '';
    const lines = summary.split('\n');
    expect(lines[0]).toBe('### Conventions: blocked – 1 finding blocks this plan');
    expect(lines[2]).toBe('|  | rule | address | verdict | why |');
    expect(lines[4]).toContain('`` aws_sqs_queue.q["*\\|`x`"] ``');
    expect(summary).toContain(`1 fail, 0 unknown, 0 waived, 0 there before; ${chosen.length} rules of bank, mz over 3 resources.`);
    expect(summary).toContain('All SQS queues are encrypted at rest, each with a personal KMS key.');
  });

  it('say that nothing was judged only where nothing was found', () => {
    const destroyed = finding({ rule: 'stateful-destroy', severity: 'warn' });
    expect(reportOf({}, { resources: 0 }).summary).toContain('pass – the plan has no resources, nothing was judged');
    expect(reportOf({ findings: [destroyed] }, { resources: 0 }).summary).toMatch(/^### Conventions: pass – nothing that blocks\n/);
  });

  it('cut long evidence, and rows that would push the inventory out', () => {
    const evidence = Array.from({ length: 40 }, (_, index) => `${'x'.repeat(480)}${index}`);
    const many = Array.from({ length: 700 }, (_, index) => finding({ address: `aws_sqs_queue.q[${index}]`, evidence }));
    const asset = { address: 'aws_db_instance.d', kind: 'rds', encrypted: 'yes', backup: 'no', deletionProtection: 'no' } as const;
    const summary = reportOf({ findings: many, blocking: many, verdict: 'blocked' }, { inventory: [asset] }).summary ?? '';
    expect(Buffer.byteLength(summary)).toBeLessThan(1_000_000);
    expect(summary).toContain('<br>and 32 more in the report');
    expect(summary).toContain('and 500 more in the report.');
    expect(summary).toMatch(/`aws_db_instance\.d` \| rds \| yes \| no \| no \|$/);
  });

  it('cut long tables and say so', () => {
    const many = Array.from({ length: 700 }, (_, index) => finding({ address: `aws_sqs_queue.q[${index}]`, severity: 'warn' }));
    const summary = reportOf({ findings: many }).summary ?? '';
    expect(summary.match(/aws_sqs_queue\.q\[/g)).toHaveLength(500);
    expect(summary).toContain('and 200 more in the report.');
  });

  it('warn of what does not block, but not of waived findings and information', () => {
    const rest = [finding({ verdict: 'unknown' }), finding({ severity: 'info' }), finding({ waiver: { owner: 'a', reason: 'r', until: '2099-01-01' } })];
    expect(reportOf({ findings: rest }).annotations).toEqual([
      { kind: 'warning', title: 'sqs-kms (unknown)', text: 'sqs-kms aws_sqs_queue.q["*|`x`"]: kms_master_key_id is not set [kms_master_key_id is not set]' },
    ]);
  });
});
