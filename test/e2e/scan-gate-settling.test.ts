import type { Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gate, nameOf, pushImage, scanned, startGateKit } from './scan-gate-support.ts';

const critical = { id: 'CVE-2026-0001', severity: 'CRITICAL', packages: [{ name: 'openssl', version: '3.0.2', fixedInVersion: '3.0.5' }] };
const low = { id: 'CVE-2026-0002', severity: 'LOW' };

describe('scan-gate, findings that come late', () => {
  let kit: Testkit;
  beforeEach(async () => {
    kit = await startGateKit();
  });
  afterEach(() => kit.close());

  it.each([0, 1, 500, 1_000, 5_000, 14_999, 15_001, 29_000, 44_000, 44_999, 45_000])(
    'a CRITICAL finding %i ms after the scan never meets a pass',
    async (late) => {
      const digest = pushImage(kit, 'app');
      kit.inspector2.script(digest, [
        { afterMs: 10_000, coverage: scanned, findings: [] },
        { afterMs: 10_000 + late, findings: [critical] },
      ]);
      const step = await gate(kit, { image: nameOf(kit, digest) });
      expect(step.outputs).toMatchObject({ verdict: 'blocked', 'failure-reason': 'findings', blocking: '["CVE-2026-0001"]' });
      expect(step.exitCode).toBe(1);
    },
  );

  it('blocks after settle, not after settle-empty', async () => {
    const digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned, findings: [critical] }]);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs['verdict']).toBe('blocked');
    expect(Number(step.outputs['waited-ms'])).toBeGreaterThanOrEqual(15_000);
    expect(Number(step.outputs['waited-ms'])).toBeLessThan(18_000);
    expect(step.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(1);
    expect(step.stdout).toContain('openssl 3.0.2');
    expect(step.stdout).toContain('Upgrade openssl to 3.0.5');
  });

  it('starts the quiet time again when a finding goes away, and passes then', async () => {
    const digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [
      { afterMs: 0, coverage: scanned, findings: [critical] },
      { afterMs: 10_000, findings: [] },
    ]);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs['verdict']).toBe('pass');
    expect(Number(step.outputs['waited-ms'])).toBeGreaterThanOrEqual(55_000);
  });

  it('starts the quiet time again when Inspector scans again', async () => {
    const digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [
      { afterMs: 0, coverage: scanned, findings: [] },
      { afterMs: 40_000, coverage: scanned },
      { afterMs: 80_000, findings: [critical] },
    ]);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs['verdict']).toBe('blocked');
  });

  it('does not pass when the coverage is lost right before the pass', async () => {
    const digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [
      { afterMs: 0, coverage: scanned, findings: [] },
      { afterMs: 44_000, coverage: { statusCode: 'INACTIVE', reason: 'SCAN_ELIGIBILITY_EXPIRED' } },
    ]);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs).toMatchObject({ verdict: 'unscannable', 'failure-reason': 'eligibility-expired' });
  });

  it('ignores changes among findings that the policy cannot take', async () => {
    const digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [
      { afterMs: 0, coverage: scanned, findings: [] },
      { afterMs: 30_000, findings: [low] },
    ]);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs['verdict']).toBe('pass');
    expect(Number(step.outputs['waited-ms'])).toBeLessThan(50_000);
    expect(JSON.parse(step.outputs['counts'] ?? '')).toMatchObject({ CRITICAL: 0, HIGH: 0, OTHER: 1 });
  });

  it('ends in timeout when findings never come to rest', async () => {
    const digest = pushImage(kit, 'app');
    const steps = Array.from({ length: 200 }, (_, index) => ({ afterMs: index * 5_000, findings: [{ ...critical, id: `CVE-2026-${1_000 + index}` }] }));
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }, ...steps]);
    const step = await gate(kit, { image: nameOf(kit, digest), timeout: '5m' });
    expect(step.outputs).toMatchObject({ verdict: 'timeout', 'failure-reason': 'timeout' });
    expect(step.stdout).toContain('had not settled');
  });

  it('keeps to its budget of calls: six, two reads of each page, and the polls', async () => {
    const digest = pushImage(kit, 'app');
    const findings = Array.from({ length: 250 }, (_, index) => ({ ...critical, id: `CVE-2026-${index}` }));
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned, findings }]);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    const polls = step.report?.calls['inspector2:ListCoverage'] ?? 0;
    expect(step.report?.calls['inspector2:ListFindings']).toBe(6);
    expect(Number(step.outputs['api-calls'])).toBeLessThanOrEqual(6 + 2 * 3 + polls);
    expect(JSON.parse(step.outputs['blocking'] ?? '')).toHaveLength(250);
    expect(step.annotations.filter(({ kind }) => kind === 'error').length).toBeLessThanOrEqual(10);
  });
});
