import type { Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gate, nameOf, pushImage, repository, scanned, startGateKit } from './scan-gate-support.ts';

const high = {
  id: 'CVE-2026-0001',
  severity: 'HIGH',
  packages: [{ name: 'openssl', version: '3.0.2', filePath: 'usr/lib/libssl.so', fixedInVersion: 'NotAvailable' }],
};

describe('scan-gate, the policy decides', () => {
  let kit: Testkit;
  let digest: string;
  beforeEach(async () => {
    kit = await startGateKit();
    digest = pushImage(kit, 'app', { tag: 'candidate' });
  });
  afterEach(() => kit.close());

  /** An image whose scan is old enough for one read. */
  function found(findings: Parameters<Testkit['inspector2']['script']>[1][number]['findings']) {
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned, findings: findings ?? [] }]);
    kit.clock.advanceTo(kit.clock.now() + 11 * 60_000);
  }

  it('waives what a waiver takes, and says so in counts and report', async () => {
    found([high]);
    const policy = `version: 1
rules: [{ severity: [CRITICAL, HIGH], action: block }]
default: ignore
waivers:
  - { id: CVE-2026-0001, package: open*, path: "/usr/lib/*", until: 2026-11-21, reason: not reachable, owner: team-a }
  - { id: CVE-2026-0001, until: 2026-11-20, reason: was for yesterday }
  - { id: CVE-2026-9999, until: 2026-12-20, reason: nobody has it }`;
    const step = await gate(kit, { image: nameOf(kit, digest), policy });
    expect(step.outputs['verdict']).toBe('pass');
    expect(JSON.parse(step.outputs['counts'] ?? '')).toMatchObject({ HIGH: 0, waived: 1 });
    expect(step.report?.result.findings).toMatchObject([
      { verdict: 'waived', rule: 1, waiver: { until: '2026-11-21', reason: 'not reachable', owner: 'team-a' } },
    ]);
    const texts = step.annotations.map(({ message }) => message).join('\n');
    expect(texts).toContain('expired waiver, waives nothing: CVE-2026-0001 until 2026-11-20');
    expect(texts).toContain('waiver ends within 7 days: CVE-2026-0001');
    expect(texts).toContain('unused waiver: CVE-2026-9999');
  });

  it('blocks again on the day after the last day of a waiver (UTC)', async () => {
    found([high]);
    kit.clock.advanceTo(Date.parse('2026-11-22T00:00:01Z'));
    const policy = 'version: 1\nrules: [{ severity: [HIGH], action: block }]\nwaivers: [{ id: CVE-2026-0001, until: 2026-11-21, reason: x }]';
    expect((await gate(kit, { image: nameOf(kit, digest), policy })).outputs['verdict']).toBe('blocked');
  });

  it('makes an unused waiver an error where the policy says so', async () => {
    found([]);
    const policy = 'version: 1\nfail-on-unused: true\nwaivers: [{ id: CVE-2026-0001, until: 2026-12-01, reason: x }]';
    const step = await gate(kit, { image: nameOf(kit, digest), policy, 'promote-tags': 'stable' });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'invalid-policy', 'promoted-tags': '[]' });
    expect(step.stdout).toContain('unused waiver: CVE-2026-0001 until 2026-12-01');
  });

  it('counts suppressed findings, and judges them only when told to', async () => {
    found([{ ...high, status: 'SUPPRESSED' }]);
    const reported = await gate(kit, { image: nameOf(kit, digest) });
    expect(reported.outputs['verdict']).toBe('pass');
    expect(JSON.parse(reported.outputs['counts'] ?? '')).toMatchObject({ HIGH: 0, suppressed: 1 });
    const judged = await gate(kit, { image: nameOf(kit, digest), 'on-suppressed': 'block' });
    expect(judged.outputs).toMatchObject({ verdict: 'blocked', blocking: '["CVE-2026-0001"]' });
  });

  it('never reads closed findings', async () => {
    found([{ ...high, status: 'CLOSED' }]);
    expect((await gate(kit, { image: nameOf(kit, digest), 'on-suppressed': 'block' })).outputs['verdict']).toBe('pass');
  });

  it('blocks what is known to be exploited, asking ten findings a call', async () => {
    const many = Array.from({ length: 24 }, (_, index) => ({ id: `CVE-2026-${100 + index}`, severity: 'LOW', kev: index === 23 }));
    found(many);
    const policy = 'version: 1\nrules: [{ kev: true, action: block }]\ndefault: ignore';
    const step = await gate(kit, { image: nameOf(kit, digest), policy });
    expect(step.outputs).toMatchObject({ verdict: 'blocked', blocking: '["CVE-2026-123"]' });
    expect(step.report?.calls['inspector2:BatchGetFindingDetails']).toBe(3);
  });

  it('thinks the worst of a finding whose details are missing, unless told otherwise', async () => {
    found([{ id: 'CVE-2026-5', severity: 'LOW', kev: 'error' }]);
    const policy = 'version: 1\nrules: [{ kev: true, action: block }]\ndefault: ignore';
    expect((await gate(kit, { image: nameOf(kit, digest), policy })).outputs['verdict']).toBe('blocked');
    expect((await gate(kit, { image: nameOf(kit, digest), policy: `${policy}\non-missing-details: allow` })).outputs['verdict']).toBe('pass');
    kit.inspector2.denied.add('BatchGetFindingDetails');
    expect((await gate(kit, { image: nameOf(kit, digest), policy })).outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'access-denied' });
  });

  it('warns by default where a policy has no default', async () => {
    found([{ id: 'CVE-2026-6', severity: 'UNTRIAGED' }]);
    const step = await gate(kit, { image: nameOf(kit, digest), policy: 'version: 1' });
    expect(step.outputs['verdict']).toBe('pass');
    expect(step.report?.result.findings).toMatchObject([{ verdict: 'warn', rule: 'default', severity: 'UNTRIAGED' }]);
    expect(JSON.parse(step.outputs['counts'] ?? '')).toEqual({
      CRITICAL: 0,
      HIGH: 0,
      MEDIUM: 0,
      LOW: 0,
      INFORMATIONAL: 0,
      UNTRIAGED: 1,
      suppressed: 0,
      waived: 0,
      introduced: 1,
      fixed: 0,
    });
  });

  it('shows text from outside harmlessly in the summary', async () => {
    found([{ ...high, id: 'CVE-1](http://evil)<img src=x>', packages: [{ name: '`|<script>', version: '1' }] }]);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs['verdict']).toBe('blocked');
    const markup = step.summary.replace(/```text.*?```/gs, '');
    expect(markup).toContain('CVE-1');
    expect(markup).not.toMatch(/<img|<script>|\]\(http/);
  });
});

describe('scan-gate, promotion', () => {
  let kit: Testkit;
  let digest: string;
  beforeEach(async () => {
    kit = await startGateKit();
    digest = pushImage(kit, 'app', { tag: 'candidate' });
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned, findings: [] }]);
    kit.clock.advanceTo(kit.clock.now() + 11 * 60_000);
  });
  afterEach(() => kit.close());

  const tags = () => kit.ecr.createRepository(repository).tags;

  it('puts all tags on the same bytes after a pass', async () => {
    tags().set('stable', digest);
    const step = await gate(kit, { image: nameOf(kit, 'candidate'), 'promote-tags': 'v1.2\nstable # there already\nv1' });
    expect(step.outputs).toMatchObject({ verdict: 'pass', 'promoted-tags': '["stable","v1","v1.2"]' });
    for (const tag of ['stable', 'v1', 'v1.2']) expect(tags().get(tag)).toBe(digest);
    expect(kit.ledger.of('ecr', 'PutImage')).toHaveLength(2);
  });

  it('moves a tag of a mutable repository', async () => {
    pushImage(kit, 'older', { tag: 'stable' });
    expect((await gate(kit, { image: nameOf(kit, digest), 'promote-tags': 'stable' })).outputs['verdict']).toBe('pass');
    expect(tags().get('stable')).toBe(digest);
  });

  it('checks all tags before it puts the first: an immutable one elsewhere stops it', async () => {
    const older = pushImage(kit, 'older', { tag: 'v2' });
    kit.ecr.createRepository(repository).tagMutability = 'IMMUTABLE';
    const step = await gate(kit, { image: nameOf(kit, digest), 'promote-tags': 'v1\nv2\nv3' });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'tag-immutable', 'promoted-tags': '[]' });
    expect(step.stdout).toContain(`v2 is on ${older}`);
    expect(kit.ledger.of('ecr', 'PutImage')).toHaveLength(0);
  });

  it('tells which tags are done when a put fails half-way', async () => {
    const fault = { kind: 'error', status: 400, code: 'AccessDeniedException', message: 'no' } as const;
    kit.faults.add({ service: 'ecr', operation: 'PutImage', at: 2, fault });
    const step = await gate(kit, { image: nameOf(kit, digest), 'promote-tags': 'v1\nv2\nv3' });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'access-denied', 'promoted-tags': '["v1"]' });
    expect(step.exitCode).toBe(1);
  });

  it('promotes nothing when the verdict is blocked', async () => {
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned, findings: [{ id: 'CVE-1', severity: 'CRITICAL' }] }]);
    const step = await gate(kit, { image: nameOf(kit, digest), 'promote-tags': 'v1' });
    expect(step.outputs).toMatchObject({ verdict: 'blocked', 'promoted-tags': '[]' });
    expect(tags().has('v1')).toBe(false);
  });

  it('refuses tags that no registry takes', async () => {
    const step = await gate(kit, { image: nameOf(kit, digest), 'promote-tags': 'fine\nnot a tag' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain('promote-tags: got "not a tag"');
  });
});
