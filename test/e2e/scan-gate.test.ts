import type { Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gate, nameOf, pushImage, scanned, startGateKit } from './scan-gate-support.ts';

describe('scan-gate', () => {
  let kit: Testkit;
  beforeEach(async () => {
    kit = await startGateKit();
  });
  afterEach(() => kit.close());

  it('passes a clean image after settle-empty, in far less real time', async () => {
    const digest = pushImage(kit, 'clean', { tag: 'v1' });
    kit.inspector2.script(digest, [
      { afterMs: 2_000, coverage: { reason: 'PENDING_INITIAL_SCAN', lastScannedAt: null } },
      { afterMs: 20_000, coverage: scanned, findings: [] },
    ]);
    const step = await gate(kit, { image: nameOf(kit, 'v1') });
    expect(step.stdout).toContain('Judging');
    expect(step.outputs).toMatchObject({ verdict: 'pass', outcome: 'pass', 'failure-reason': '', digest });
    const took = Date.parse(step.report?.finishedAt ?? '') - Date.parse(step.report?.startedAt ?? '');
    expect(took).toBeGreaterThanOrEqual(65_000);
    expect(took).toBeLessThan(75_000);
    expect(step.exitCode).toBe(0);
  });
});
