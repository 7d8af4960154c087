import type { Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gate, nameOf, pushImage, scanned, startGateKit } from './scan-gate-support.ts';

/** Every row of the coverage table: what Inspector says of the image, and the verdict. */
const finalStates: [statusCode: string, reason: string, failureReason: string][] = [
  ['INACTIVE', 'SCAN_FREQUENCY_MANUAL', 'scan-off'],
  ['INACTIVE', 'UNSUPPORTED_OS', 'unsupported'],
  ['INACTIVE', 'UNSUPPORTED_MEDIA_TYPE', 'unsupported'],
  ['INACTIVE', 'IMAGE_SIZE_EXCEEDED', 'unsupported'],
  ['INACTIVE', 'NO_RESOURCES_FOUND', 'unsupported'],
  ['INACTIVE', 'UNSUPPORTED_CONFIG_FILE', 'unsupported'],
  ['INACTIVE', 'SCAN_ELIGIBILITY_EXPIRED', 'eligibility-expired'],
  ['INACTIVE', 'IMAGE_ARCHIVED', 'archived'],
  ['INACTIVE', 'ACCESS_DENIED', 'inspector-denied'],
  ['INACTIVE', 'ACCESS_DENIED_TO_ENCRYPTION_KEY', 'inspector-denied'],
  ['INACTIVE', 'RESOURCE_TERMINATED', 'terminated'],
  ['ACTIVE', 'PENDING_DISABLE', 'terminated'],
  ['INACTIVE', 'EXCLUDED_BY_TAG', 'excluded'],
  ['INACTIVE', 'SUCCESSFUL', 'unknown-status'],
  ['INACTIVE', 'NO_INVENTORY', 'unknown-status'],
  ['ACTIVE', 'DEEP_INSPECTION_NO_INVENTORY', 'unknown-status'],
  ['INACTIVE', 'UNSUPPORTED_RUNTIME', 'unknown-status'],
  ['ACTIVE', 'SOMETHING_OF_2031', 'unknown-status'],
];

describe('scan-gate, coverage states', () => {
  let kit: Testkit;
  beforeEach(async () => {
    kit = await startGateKit();
  });
  afterEach(() => kit.close());

  it.each(finalStates)('%s/%s is unscannable (%s), at once and with the words of Inspector', async (statusCode, reason, failureReason) => {
    const digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: { statusCode, reason } }]);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs).toMatchObject({ verdict: 'unscannable', outcome: 'unscannable', 'failure-reason': failureReason, blocking: '[]' });
    expect(step.exitCode).toBe(1);
    expect(step.stdout).toContain(`${statusCode}/${reason}`);
    expect(step.stdout).toContain('Do this:');
    expect(JSON.parse(step.outputs['children'] ?? '')).toMatchObject([{ digest, status: statusCode, reason }]);
    expect(Number(step.outputs['waited-ms'])).toBeLessThan(1_000);
  });

  it.each(['PENDING_INITIAL_SCAN', 'SCAN_IN_PROGRESS', 'PENDING_REVIVAL_SCAN', 'INTERNAL_ERROR'])(
    '%s is waited for, to the end of the time',
    async (reason) => {
      const digest = pushImage(kit, 'app');
      kit.inspector2.script(digest, [{ afterMs: 0, coverage: { reason, lastScannedAt: null } }]);
      const step = await gate(kit, { image: nameOf(kit, digest) });
      expect(step.outputs).toMatchObject({ verdict: 'timeout', 'failure-reason': 'timeout' });
      expect(step.stdout).toContain(reason);
      const waited = Date.parse(step.report?.finishedAt ?? '') - Date.parse(step.report?.startedAt ?? '');
      expect(waited).toBeGreaterThanOrEqual(15 * 60_000);
      expect(waited).toBeLessThan(15 * 60_000 + 6_000);
      expect(step.ms).toBeLessThan(8_000);
    },
  );

  it.each(['PENDING_INITIAL_SCAN', 'SCAN_IN_PROGRESS', 'PENDING_REVIVAL_SCAN', 'INTERNAL_ERROR'])('%s that ends in a scan passes', async (reason) => {
    const digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [
      { afterMs: 0, coverage: { reason, lastScannedAt: null } },
      { afterMs: 30_000, coverage: scanned },
    ]);
    expect((await gate(kit, { image: nameOf(kit, digest) })).outputs['verdict']).toBe('pass');
  });

  it.each(['ACTIVE', 'INACTIVE'])('SCAN_FREQUENCY_SCAN_ON_PUSH with %s is a scan', async (statusCode) => {
    const digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [{ afterMs: 1_000, coverage: { statusCode, reason: 'SCAN_FREQUENCY_SCAN_ON_PUSH' } }]);
    expect((await gate(kit, { image: nameOf(kit, digest) })).outputs['verdict']).toBe('pass');
  });

  it.each([
    ['SUCCESSFUL', -1],
    ['SCAN_FREQUENCY_SCAN_ON_PUSH', -1],
    ['SUCCESSFUL', null],
  ] as const)('%s with a scan before the push (%s) never passes', async (reason, offset) => {
    const digest = pushImage(kit, 'app');
    const lastScannedAt = offset === null ? null : kit.clock.now() + offset;
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: { reason, lastScannedAt } }]);
    const step = await gate(kit, { image: nameOf(kit, digest), timeout: '2m' });
    expect(step.outputs).toMatchObject({ verdict: 'timeout', 'failure-reason': 'timeout' });
    expect(step.stdout).toContain(offset === null ? 'no time of a scan' : 'older than the push');
  });

  it('never passes an image that Inspector does not notice, and says so when discovery-timeout is over', async () => {
    const digest = pushImage(kit, 'app');
    const step = await gate(kit, { image: nameOf(kit, digest), 'discovery-timeout': '90s' });
    expect(step.outputs).toMatchObject({ verdict: 'unscannable', 'failure-reason': 'never-covered' });
    expect(Number(step.outputs['waited-ms'])).toBeGreaterThanOrEqual(90_000);
    expect(Number(step.outputs['waited-ms'])).toBeLessThan(91_000);
    expect(step.stdout).toContain('list-coverage');
  });

  it('passes an old scan after one read, in at most eight calls', async () => {
    const digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
    kit.clock.advanceTo(kit.clock.now() + 11 * 60_000);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs).toMatchObject({ verdict: 'pass', 'waited-ms': '0' });
    expect(Number(step.outputs['api-calls'])).toBeLessThanOrEqual(8);
    expect(step.report?.calls).toEqual(kit.ledger.counts());
  });

  it('waits the whole quiet time for a scan that is a second younger than settled-after', async () => {
    const digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
    kit.clock.advanceTo(kit.clock.now() + 10 * 60_000 - 1_000);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs['verdict']).toBe('pass');
    expect(Number(step.outputs['waited-ms'])).toBeGreaterThanOrEqual(45_000);
  });
});
