import { startStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gate, nameOf, pushImage, repository, scanned, startGateKit } from './scan-gate-support.ts';

const pending = { reason: 'PENDING_INITIAL_SCAN', lastScannedAt: null } as const;

describe('scan-gate, when AWS does not play along', () => {
  let kit: Testkit;
  let digest: string;
  beforeEach(async () => {
    kit = await startGateKit();
    digest = pushImage(kit, 'app', { tag: 'v1' });
  });
  afterEach(() => kit.close());

  it.each(['ListCoverage', 'ListFindings'])('ends in timeout, throttled, when %s is throttled for ever', async (operation) => {
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
    kit.faults.add({ service: 'inspector2', operation, times: Number.POSITIVE_INFINITY, fault: { kind: 'throttle', retryAfterSeconds: 2 } });
    const step = await gate(kit, { image: nameOf(kit, digest), timeout: '2m' });
    expect(step.outputs).toMatchObject({ verdict: 'timeout', 'failure-reason': 'throttled' });
    expect(step.stdout).toContain('ThrottlingException');
    expect(kit.ledger.of('inspector2', operation).length).toBeGreaterThan(10);
  });

  it.each(['hang', 'hang-after-headers'] as const)('ends in timeout when the answer is a %s', async (kind) => {
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
    kit.faults.add({ service: 'inspector2', operation: 'ListFindings', times: Number.POSITIVE_INFINITY, fault: { kind } });
    const step = await gate(kit, { image: nameOf(kit, digest), timeout: '1m' });
    expect(step.outputs).toMatchObject({ verdict: 'timeout', 'failure-reason': 'timeout' });
    expect(step.ms).toBeLessThan(10_000);
  });

  it.each([
    ['one throttled answer', { kind: 'throttle' }],
    ['one 500', { kind: 'error', status: 500 }],
    ['one broken connection', { kind: 'reset' }],
    ['one hanging request', { kind: 'hang' }],
  ] as const)('lives through %s', async (_what, fault) => {
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
    for (const operation of ['ListCoverage', 'ListFindings', 'BatchGetAccountStatus']) kit.faults.add({ service: 'inspector2', operation, fault });
    kit.faults.add({ service: 'ecr', operation: 'DescribeImages', fault });
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs['verdict']).toBe('pass');
    expect(step.report?.calls).toEqual(kit.ledger.counts());
  });

  it('says credentials-missing when they expire in mid-wait', async () => {
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: pending }]);
    const fault = { kind: 'error', status: 403, code: 'ExpiredTokenException', message: 'The security token included in the request is expired' } as const;
    kit.faults.add({ service: 'inspector2', operation: 'ListCoverage', at: 5, times: Number.POSITIVE_INFINITY, fault });
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'credentials-missing', digest });
    expect(kit.ledger.of('inspector2', 'ListCoverage')).toHaveLength(5);
  });

  it('says credentials-missing when there are none', async () => {
    const step = await gate(kit, { image: nameOf(kit, digest) }, { keys: false });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'credentials-missing' });
  });

  it.each(['ListCoverage', 'ListFindings'])('does not read %s for ever when its nextToken repeats', async (operation) => {
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
    kit.inspector2.repeatingTokens.add(operation);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'internal' });
    expect(step.stdout).toContain('nextToken');
    expect(kit.ledger.of('inspector2', operation).length).toBeLessThanOrEqual(3);
  });

  it('reads every page, also when pages are shorter than asked for', async () => {
    kit.inspector2.pageSizes.set('ListFindings', 25);
    const low = Array.from({ length: 99 }, (_, index) => ({ id: `CVE-2026-${index}`, severity: 'HIGH', packages: [{ name: 'waived' }] }));
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned, findings: [...low, { id: 'CVE-2026-LAST', severity: 'CRITICAL' }] }]);
    const policy = 'version: 1\nrules: [{ severity: [HIGH], action: ignore }, { severity: [CRITICAL], action: block }]\ndefault: ignore';
    const step = await gate(kit, {
      image: nameOf(kit, digest),
      policy: policy.replace('{ severity: [HIGH], action: ignore }', '{ package: waived, action: ignore }'),
    });
    expect(step.outputs).toMatchObject({ verdict: 'blocked', blocking: '["CVE-2026-LAST"]' });
  });

  it.each(['DISABLED', 'DISABLING', 'SUSPENDED', 'SUSPENDING'])('is unscannable at once when Inspector is %s', async (status) => {
    kit.inspector2.account.ecr = status;
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs).toMatchObject({ verdict: 'unscannable', 'failure-reason': 'inspector-disabled' });
    expect(step.stdout).toContain(status);
    expect(step.stdout).toContain('aws inspector2 enable');
    expect(kit.ledger.of('inspector2', 'ListCoverage')).toHaveLength(0);
  });

  it('is unscannable when Inspector does not know the account', async () => {
    kit.inspector2.account.failed = true;
    kit.inspector2.account.errorCode = 'ACCESS_DENIED';
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs).toMatchObject({ verdict: 'unscannable', 'failure-reason': 'inspector-disabled' });
    expect(step.stdout).toContain('ACCESS_DENIED');
  });

  it('is unscannable under basic scanning, and where no rule takes the repository', async () => {
    kit.ecr.scanning.scanType = 'BASIC';
    expect((await gate(kit, { image: nameOf(kit, digest) })).outputs).toMatchObject({ verdict: 'unscannable', 'failure-reason': 'basic-scanning' });
    kit.ecr.scanning.scanType = 'ENHANCED';
    kit.ecr.scanning.rules = [{ scanFrequency: 'CONTINUOUS_SCAN', repositoryFilters: [{ filter: 'other/*', filterType: 'WILDCARD' }] }];
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs).toMatchObject({ verdict: 'unscannable', 'failure-reason': 'scan-off' });
    expect(step.stdout).toContain('put-registry-scanning-configuration');
  });

  it.each(['BatchGetAccountStatus', 'ListCoverage', 'ListFindings'])('says access-denied for inspector2:%s, with the statement to add', async (operation) => {
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
    kit.inspector2.denied.add(operation);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'access-denied' });
    expect(step.stdout).toContain(`"Action": "inspector2:${operation}"`);
  });

  it.each(['ListFindingAggregations', 'GetClustersForImage'])('passes although %s is denied', async (operation) => {
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
    kit.inspector2.denied.add(operation);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs['verdict']).toBe('pass');
    expect(kit.ledger.of('inspector2', operation)).toHaveLength(1);
    if (operation === 'ListFindingAggregations') expect(JSON.parse(step.outputs['counts'] ?? '')).not.toHaveProperty('MEDIUM');
  });
});

describe('scan-gate, cancelled', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends within 6 s of %s, in real time, and says so', async (signal) => {
    const kit = await startTestkit();
    try {
      kit.ecr.createRepository(repository);
      const digest = pushImage(kit, 'app');
      kit.inspector2.script(digest, [{ afterMs: 0, coverage: pending }]);
      const { child, done } = startStep(kit, { action: 'scan-gate', inputs: { image: nameOf(kit, digest) } });
      while (kit.ledger.of('inspector2', 'ListCoverage').length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
      const start = performance.now();
      child.kill(signal);
      const step = await done;
      expect(performance.now() - start).toBeLessThan(6_000);
      expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'cancelled', digest });
      expect(step.exitCode).toBe(1);
    } finally {
      await kit.close();
    }
  });
});
