import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AwsContext, closeContext } from '../src/config.ts';
import {
  countImageFindings,
  getClustersForImage,
  getEcrScanningState,
  getFindingDetails,
  imageResourceId,
  listImageCoverage,
  listImageFindings,
} from '../src/inspector/index.ts';

const host = 'https://inspector2.eu-central-1.amazonaws.com';
const place = { partition: 'aws', region: 'eu-central-1', accountId: '111122223333', repository: 'bank/api' };
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

describe('sdk/inspector', () => {
  let context: AwsContext;
  let calls: string[];
  beforeEach(() => {
    nock.disableNetConnect();
    calls = [];
    context = {
      region: 'eu-central-1',
      credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'x' },
      clock: { now: () => Date.now(), sleep: async () => {} },
      signal: new AbortController().signal,
      deadline: Date.now() + 60_000,
      onCall: (service, operation) => calls.push(`${service}:${operation}`),
    };
  });
  afterEach(() => {
    closeContext(context);
    nock.cleanAll();
    nock.enableNetConnect();
  });

  /** Answers a path with bodies in turn, and keeps what was asked. */
  function answer(path: string, ...bodies: object[]): Record<string, unknown>[] {
    const asked: Record<string, unknown>[] = [];
    for (const body of bodies) {
      nock(host)
        .post(path, (sent) => {
          asked.push(sent as Record<string, unknown>);
          return true;
        })
        .reply(200, body);
    }
    return asked;
  }

  it('names images as Inspector does', () => {
    expect(imageResourceId({ ...place, partition: 'aws-cn', region: 'cn-north-1' }, digest('a'))).toBe(
      `arn:aws-cn:ecr:cn-north-1:111122223333:repository/bank/api/${digest('a')}`,
    );
  });

  it.each([
    [
      'enabled',
      { accounts: [{ accountId: place.accountId, resourceState: { ecr: { status: 'ENABLED', errorCode: 'ALREADY_ENABLED' } } }] },
      { status: 'ENABLED' },
    ],
    [
      'suspended',
      { accounts: [{ accountId: place.accountId, resourceState: { ecr: { status: 'SUSPENDED', errorCode: 'SUSPEND_IN_PROGRESS', errorMessage: 'm' } } }] },
      { status: 'SUSPENDED', errorCode: 'SUSPEND_IN_PROGRESS', errorMessage: 'm' },
    ],
    ['failed', { failedAccounts: [{ accountId: place.accountId, errorCode: 'ACCESS_DENIED' }] }, { status: 'UNKNOWN', errorCode: 'ACCESS_DENIED' }],
    ['another account', { accounts: [{ accountId: '999999999999', resourceState: { ecr: { status: 'ENABLED' } } }] }, { status: 'UNKNOWN' }],
    ['nothing', {}, { status: 'UNKNOWN' }],
  ])('reads an account that is %s', async (_what, body, wanted) => {
    answer('/status/batch/get', body);
    expect(await getEcrScanningState(context, place.accountId)).toMatchObject(wanted);
  });

  it('asks for coverage of ten images a call, and reads every page', async () => {
    const digests = [...'0123456789ab'].map(digest);
    const row = (of: string) => ({
      resourceId: imageResourceId(place, of),
      scanStatus: { statusCode: 'ACTIVE', reason: 'SUCCESSFUL' },
      lastScannedAt: 1_790_000_000.5,
    });
    const asked = answer(
      '/coverage/list',
      { coveredResources: [row(digests[0]!)], nextToken: 'more' },
      { coveredResources: [row(digests[1]!)] },
      { coveredResources: [{ resourceId: imageResourceId(place, digests[11]!), scanStatus: {} }] },
    );
    const rows = await listImageCoverage(context, place, digests);
    expect(rows).toMatchObject([
      { digest: digests[0], statusCode: 'ACTIVE', reason: 'SUCCESSFUL', lastScannedAt: 1_790_000_000_500 },
      { digest: digests[1] },
      { digest: digests[11], statusCode: '', reason: '' },
    ]);
    expect(rows[2]).not.toHaveProperty('lastScannedAt');
    expect(asked.map(({ nextToken, maxResults }) => [nextToken, maxResults])).toEqual([
      [undefined, 200],
      ['more', 200],
      [undefined, 200],
    ]);
    expect(asked.map((body) => (body['filterCriteria'] as { resourceId: unknown[] }).resourceId.length)).toEqual([10, 10, 2]);
    expect(calls).toEqual(Array(3).fill('inspector2:ListCoverage'));
  });

  it('asks for findings by digest, status and severity, and reduces them', async () => {
    const full = {
      findingArn: 'arn:1',
      title: 'CVE-1 - openssl',
      severity: 'HIGH',
      status: 'ACTIVE',
      fixAvailable: 'PARTIAL',
      exploitAvailable: 'YES',
      epss: { score: 0.25 },
      inspectorScore: 7.5,
      firstObservedAt: 1_000,
      updatedAt: 2_000,
      packageVulnerabilityDetails: {
        vulnerabilityId: 'CVE-1',
        vulnerablePackages: [
          {
            name: 'openssl',
            version: '3.0.2',
            epoch: 1,
            release: 'r4',
            filePath: '',
            fixedInVersion: '1:3.0.5',
            packageManager: 'OS',
            sourceLayerHash: 'sha256:l',
          },
        ],
      },
      resources: [{ type: 'OTHER' }, { details: { awsEcrContainerImage: { imageHash: digest('a'), architecture: 'arm64', platform: 'ALPINE' } } }],
    };
    const asked = answer('/findings/list', { findings: [full, { findingArn: 'arn:2', title: 'bare' }] });
    const found = await listImageFindings(context, { digests: [digest('a')], statuses: ['ACTIVE', 'SUPPRESSED'], severities: ['HIGH'] });
    expect(asked).toEqual([
      {
        filterCriteria: {
          ecrImageHash: [{ comparison: 'EQUALS', value: digest('a') }],
          findingStatus: [
            { comparison: 'EQUALS', value: 'ACTIVE' },
            { comparison: 'EQUALS', value: 'SUPPRESSED' },
          ],
          severity: [{ comparison: 'EQUALS', value: 'HIGH' }],
        },
        maxResults: 100,
      },
    ]);
    expect(found[0]).toEqual({
      arn: 'arn:1',
      id: 'CVE-1',
      title: 'CVE-1 - openssl',
      severity: 'HIGH',
      status: 'ACTIVE',
      digest: digest('a'),
      architecture: 'arm64',
      osPlatform: 'ALPINE',
      fixAvailable: 'PARTIAL',
      exploitAvailable: true,
      epss: 0.25,
      score: 7.5,
      firstObservedAt: 1_000_000,
      updatedAt: 2_000_000,
      packages: [{ name: 'openssl', version: '1:3.0.2-r4', fixedInVersion: '1:3.0.5', packageManager: 'OS', sourceLayerHash: 'sha256:l' }],
    });
    expect(found[1]).toMatchObject({ arn: 'arn:2', id: 'bare', severity: 'UNTRIAGED', digest: '', packages: [], exploitAvailable: false });
  });

  it('stops at a token that comes back', async () => {
    answer('/findings/list', { findings: [], nextToken: 'a' }, { findings: [], nextToken: 'b' }, { findings: [], nextToken: 'a' });
    await expect(listImageFindings(context, { digests: [digest('a')], statuses: ['ACTIVE'] })).rejects.toMatchObject({ name: 'PagingError', code: 'internal' });
    expect(calls).toHaveLength(3);
  });

  it('takes an empty token as the end', async () => {
    answer('/findings/list', { findings: [], nextToken: '' });
    expect(await listImageFindings(context, { digests: [digest('a')], statuses: ['ACTIVE'] })).toEqual([]);
  });

  it('asks for details ten at a time; what is refused has no entry', async () => {
    const arns = Array.from({ length: 12 }, (_, index) => `arn:${index}`);
    const asked = answer(
      '/findings/details/batch/get',
      {
        findingDetails: [{ findingArn: 'arn:0', cisaData: { action: 'patch' } }, { findingArn: 'arn:1' }],
        errors: [{ findingArn: 'arn:2', errorCode: 'ACCESS_DENIED', errorMessage: '' }],
      },
      { findingDetails: [] },
    );
    const details = await getFindingDetails(context, arns);
    expect([...details.values()]).toEqual([
      { arn: 'arn:0', kev: true },
      { arn: 'arn:1', kev: false },
    ]);
    expect(asked.map(({ findingArns }) => (findingArns as string[]).length).sort()).toEqual([10, 2]);
  });

  it('adds up counts over images', async () => {
    const row = (all: number, critical: number) => ({ awsEcrContainerAggregation: { severityCounts: { all, critical, high: 1 } } });
    answer('/findings/aggregation/list', { aggregationType: 'AWS_ECR_CONTAINER', responses: [row(10, 2), row(5, 0), {}] });
    expect(await countImageFindings(context, [digest('a'), digest('b')])).toEqual({ all: 15, critical: 2, high: 2, medium: 0 });
  });

  it('tells where an image runs', async () => {
    const eks = { awsEksMetadataDetails: { namespace: 'prod', workloadInfoList: [{ name: 'api', type: 'Deployment' }] } };
    const cluster = [
      {
        clusterArn: 'arn:b',
        clusterDetails: [
          { clusterMetadata: eks, runningUnitCount: 3 },
          { clusterMetadata: { awsEcsMetadataDetails: { taskDefinitionArn: 'arn:task' } }, runningUnitCount: 2 },
        ],
      },
      { clusterArn: 'arn:a', clusterDetails: [] },
    ];
    answer('/cluster/get', { cluster });
    expect(await getClustersForImage(context, 'arn:image')).toEqual([
      { arn: 'arn:a', running: 0, workloads: [] },
      { arn: 'arn:b', running: 5, workloads: ['arn:task', 'prod/Deployment/api'] },
    ]);
  });

  it('says who refused what', async () => {
    nock(host).post('/coverage/list').reply(403, { message: 'not authorized' }, { 'x-amzn-errortype': 'AccessDeniedException', 'x-amzn-requestid': 'r-1' });
    await expect(listImageCoverage(context, place, [digest('a')])).rejects.toMatchObject({
      code: 'access-denied',
      operation: 'ListCoverage',
      requestId: 'r-1',
    });
  });
});
