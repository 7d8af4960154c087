import { BatchGetFindingDetailsCommand, Inspector2Client, ListCoverageCommand, ListFindingsCommand } from '@aws-sdk/client-inspector2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestkit, type Testkit } from '../src/index.ts';

describe('the fake Inspector', () => {
  let kit: Testkit;
  let client: Inspector2Client;
  let digest: string;
  beforeEach(async () => {
    kit = await startTestkit({ virtualClock: true });
    const { accessKeyId, secretAccessKey } = kit.keys;
    const credentials = { accessKeyId, secretAccessKey };
    client = new Inspector2Client({ region: kit.region, endpoint: kit.url, credentials, maxAttempts: 1, systemClockOffset: kit.clock.now() - Date.now() });
    const repository = kit.ecr.createRepository('app');
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, layers: [] }));
    digest = kit.ecr.store.putManifest(repository, { bytes, mediaType: 'application/vnd.oci.image.manifest.v1+json' }).digest;
  });
  afterEach(() => {
    client.destroy();
    return kit.close();
  });

  const equals = (...values: string[]) => values.map((value) => ({ comparison: 'EQUALS' as const, value }));
  const later = (ms: number) => kit.clock.advanceTo(kit.clock.now() + ms);

  it('plays its script by the clock of the kit', async () => {
    const start = kit.clock.now();
    kit.inspector2.script(digest, [
      { afterMs: 1_000, coverage: { reason: 'PENDING_INITIAL_SCAN', lastScannedAt: null } },
      { afterMs: 2_000, coverage: { reason: 'SUCCESSFUL' }, findings: [{ id: 'CVE-1', severity: 'HIGH' }] },
      { afterMs: 3_000, coverage: null, findings: [] },
    ]);
    const coverage = async () => (await client.send(new ListCoverageCommand({}))).coveredResources;
    expect(await coverage()).toEqual([]);
    later(1_000);
    expect(await coverage()).toMatchObject([{ scanStatus: { statusCode: 'ACTIVE', reason: 'PENDING_INITIAL_SCAN' } }]);
    expect((await coverage())?.[0]).not.toHaveProperty('lastScannedAt');
    later(1_000);
    expect(await coverage()).toMatchObject([{ resourceId: expect.stringContaining(`repository/app/${digest}`), lastScannedAt: new Date(start + 2_000) }]);
    const { findings } = await client.send(new ListFindingsCommand({ filterCriteria: { ecrImageHash: equals(digest) } }));
    expect(findings).toMatchObject([{ severity: 'HIGH', status: 'ACTIVE', packageVulnerabilityDetails: { vulnerabilityId: 'CVE-1' } }]);
    later(1_000);
    expect(await coverage()).toEqual([]);
  });

  it('filters: values of a list are OR, lists are AND', async () => {
    const findings = [
      { id: 'CVE-1', severity: 'HIGH', epss: 0.5 },
      { id: 'CVE-2', severity: 'LOW', status: 'SUPPRESSED' as const },
      { id: 'XYZ-3', severity: 'CRITICAL', status: 'CLOSED' as const },
    ];
    kit.inspector2.script(digest, [{ afterMs: 0, findings }]);
    const ids = async (filterCriteria: object) =>
      (await client.send(new ListFindingsCommand({ filterCriteria }))).findings?.map(
        ({ packageVulnerabilityDetails }) => packageVulnerabilityDetails?.vulnerabilityId,
      );
    expect(await ids({})).toEqual(['CVE-1', 'CVE-2', 'XYZ-3']);
    expect(await ids({ severity: equals('HIGH', 'LOW') })).toEqual(['CVE-1', 'CVE-2']);
    expect(await ids({ severity: equals('HIGH', 'LOW'), findingStatus: equals('ACTIVE') })).toEqual(['CVE-1']);
    expect(await ids({ vulnerabilityId: [{ comparison: 'PREFIX', value: 'CVE' }] })).toEqual(['CVE-1', 'CVE-2']);
    expect(await ids({ severity: [{ comparison: 'NOT_EQUALS', value: 'LOW' }] })).toEqual(['CVE-1', 'XYZ-3']);
    expect(await ids({ epssScore: [{ lowerInclusive: 0.5 }] })).toEqual(['CVE-1']);
    expect(await ids({ ecrImageHash: equals('sha256:other') })).toEqual([]);
    expect(await ids({ codeVulnerabilityDetectorName: equals('x') })).toEqual([]);
  });

  it('refuses what the service refuses', async () => {
    const refused = { name: 'ValidationException' };
    await expect(client.send(new ListFindingsCommand({ maxResults: 101 }))).rejects.toMatchObject(refused);
    await expect(client.send(new ListFindingsCommand({ maxResults: 0 }))).rejects.toMatchObject(refused);
    await expect(client.send(new ListCoverageCommand({ maxResults: 201 }))).rejects.toMatchObject(refused);
    await expect(client.send(new ListFindingsCommand({ nextToken: 'mine' }))).rejects.toMatchObject(refused);
    await expect(client.send(new ListFindingsCommand({ filterCriteria: { severity: [] } }))).rejects.toMatchObject(refused);
    await expect(client.send(new ListFindingsCommand({ filterCriteria: { severity: equals(...Array(11).fill('HIGH')) } }))).rejects.toMatchObject(refused);
    await expect(client.send(new ListFindingsCommand({ filterCriteria: { title: equals('x'.repeat(1_025)) } }))).rejects.toMatchObject(refused);
    await expect(
      client.send(new ListFindingsCommand({ filterCriteria: { severity: [{ comparison: 'LIKE' as 'EQUALS', value: 'x' }] } })),
    ).rejects.toMatchObject(refused);
    await expect(client.send(new BatchGetFindingDetailsCommand({ findingArns: Array(11).fill('arn') }))).rejects.toMatchObject(refused);
  });

  it('pages, and may give fewer than asked for', async () => {
    kit.inspector2.script(digest, [{ afterMs: 0, findings: Array.from({ length: 60 }, (_, index) => ({ id: `CVE-${index}`, severity: 'LOW' })) }]);
    kit.inspector2.pageSizes.set('ListFindings', 25);
    const sizes: number[] = [];
    let nextToken: string | undefined;
    do {
      const page = await client.send(new ListFindingsCommand({ maxResults: 100, nextToken }));
      sizes.push(page.findings?.length ?? 0);
      nextToken = page.nextToken;
    } while (nextToken);
    expect(sizes).toEqual([25, 25, 10]);
  });

  it('scripts every image from its push, and runs events when their time has come', async () => {
    kit.inspector2.scriptEveryImage([{ afterMs: 5_000, coverage: { reason: 'SUCCESSFUL' } }]);
    let ran = 0;
    kit.inspector2.after(4_000, () => {
      ran += 1;
    });
    expect((await client.send(new ListCoverageCommand({}))).coveredResources).toEqual([]);
    expect(ran).toBe(0);
    later(5_000);
    expect((await client.send(new ListCoverageCommand({}))).coveredResources).toHaveLength(1);
    expect((await client.send(new ListCoverageCommand({}))).coveredResources).toHaveLength(1);
    expect(ran).toBe(1);
  });
});
