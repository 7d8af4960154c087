import { findLeaks, openFiles, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gate, nameOf, pushImage, scanned, startGateKit } from './scan-gate-support.ts';

const event = { pull_request: { number: 7 } };

describe('scan-gate, what it writes', () => {
  let kit: Testkit;
  let digest: string;
  beforeEach(async () => {
    kit = await startGateKit();
    digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned, findings: [{ id: 'CVE-2026-1', severity: 'CRITICAL' }] }]);
    kit.clock.advanceTo(kit.clock.now() + 11 * 60_000);
  });
  afterEach(() => kit.close());

  const comments = () => kit.github.comments.get(`${kit.repository}#7`) ?? [];
  const run = (inputs: Record<string, string> = {}, options: Parameters<typeof gate>[2] = {}) => gate(kit, { image: nameOf(kit, digest), ...inputs }, options);

  it('keeps one comment on a pull request, updated in place', async () => {
    await run({}, { event });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]?.body).toContain('Scan gate: blocked');
    expect(comments()[0]?.body).toContain('CVE-2026-1');
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned, findings: [] }]);
    kit.clock.advanceTo(kit.clock.now() + 11 * 60_000);
    await run({}, { event });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]?.body).toContain('Scan gate: pass');
  });

  it('posts nothing off a pull request, and nothing with comment: never', async () => {
    await run();
    await run({ comment: 'never' }, { event });
    expect(kit.ledger.of('github')).toHaveLength(0);
  });

  it('does not change its verdict when the comment is refused', async () => {
    const step = await run({ 'github-token': 'ghs_wrong' }, { event });
    expect(step.outputs).toMatchObject({ verdict: 'blocked', 'failure-reason': 'findings' });
    expect(step.annotations.some(({ kind, message }) => kind === 'warning' && message.includes('comment could not be posted'))).toBe(true);
  });

  it('tells where the image runs', async () => {
    const workloads = { namespace: 'prod', workloadInfoList: [{ name: 'payments', type: 'Deployment' }] };
    const clusterDetails = [{ clusterMetadata: { awsEksMetadataDetails: workloads }, runningUnitCount: 12, lastInUse: 1 }];
    kit.inspector2.clusters.set(digest, [{ clusterArn: 'arn:aws:eks:eu-central-1:111122223333:cluster/prod', clusterDetails }]);
    const step = await run();
    expect(step.report?.result.clusters).toEqual([
      { arn: 'arn:aws:eks:eu-central-1:111122223333:cluster/prod', running: 12, workloads: ['prod/Deployment/payments'] },
    ]);
    expect(step.summary).toContain('cluster/prod');
  });

  it('leaks no secret and leaves no file that others may read', async () => {
    const step = await run({}, { event });
    expect(findLeaks(step, [kit.keys.secretAccessKey, kit.github.token])).toEqual([]);
    expect(openFiles(step)).toEqual([]);
    expect(step.exported).toEqual({});
  });

  it('gives the same report for the same image, but for times', async () => {
    const findings = [9, 3, 5].map((number) => ({ id: `CVE-2026-${number}`, severity: number === 5 ? 'CRITICAL' : 'HIGH' }));
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned, findings }], kit.clock.now() - 11 * 60_000);
    const [one, two] = [await run(), await run()];
    expect(one.report?.result).toEqual(two.report?.result);
    expect(one.report?.result.findings.map(({ id }: { id: string }) => id)).toEqual(['CVE-2026-5', 'CVE-2026-3', 'CVE-2026-9']);
    expect(one.report?.result.policyHash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});
