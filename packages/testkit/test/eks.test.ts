import { beforeEach, describe, expect, it } from 'vitest';
import { FakeEks } from '../src/aws/eks.ts';
import { frozenClock } from '../src/clock.ts';
import { checkEksToken } from '../src/kubernetes/eks-token.ts';
import { isProtobuf, readProtobuf } from '../src/kubernetes/protobuf.ts';
import { FakeError, type FakeRequest } from '../src/service.ts';

let eks: FakeEks;
beforeEach(() => {
  eks = new FakeEks({ clock: frozenClock(), region: 'eu-central-1', accountId: '111122223333', url: 'http://127.0.0.1:1', registryHost: '127.0.0.1:1' });
});
const ask = (path: string, method = 'GET') => {
  const request = {
    method,
    path,
    region: 'eu-central-1',
    headers: {},
    query: new URLSearchParams(),
    body: Buffer.alloc(0),
    json: () => ({}),
  } satisfies FakeRequest;
  return eks.handle(eks.operation(request), request);
};

describe('FakeEks', () => {
  it('describes a cluster as EKS does', () => {
    eks.clusters.set('prod', { endpoint: 'https://k', ca: 'PEM', publicAccess: false });
    expect(ask('/clusters/prod').body).toMatchObject({
      cluster: {
        name: 'prod',
        arn: 'arn:aws:eks:eu-central-1:111122223333:cluster/prod',
        endpoint: 'https://k',
        status: 'ACTIVE',
        certificateAuthority: { data: Buffer.from('PEM').toString('base64') },
        resourcesVpcConfig: { endpointPublicAccess: false },
      },
    });
    expect(ask('/clusters').body).toEqual({ clusters: ['prod'] });
  });

  it.each([
    ['/clusters/nope', 'ResourceNotFoundException', 404],
    ['/clusters/secret', 'AccessDeniedException', 403],
    ['/nodegroups', 'UnknownOperationException', 404],
  ])('refuses %s as %s', (path, code, status) => {
    eks.denied.add('secret');
    expect(() => ask(path)).toThrowError(expect.objectContaining({ code, status }));
    expect(eks.renderError(new FakeError(code, 'why', status))).toMatchObject({ status, headers: { 'x-amzn-errortype': code }, body: { message: 'why' } });
  });
});

describe('checkEksToken refuses', () => {
  const now = Date.UTC(2026, 0, 2, 3, 4, 5);
  const keyOf = () => ({ secretAccessKey: 's', arn: 'arn' });
  const good: Record<string, string> = {
    Action: 'GetCallerIdentity',
    Version: '2011-06-15',
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': 'AKIA/20260102/eu-west-1/sts/aws4_request',
    'X-Amz-Date': '20260102T030405Z',
    'X-Amz-Expires': '60',
    'X-Amz-SignedHeaders': 'host;x-k8s-aws-id',
    'X-Amz-Signature': '00',
  };
  const token = (over: Record<string, string> = {}, host = 'sts.eu-west-1.amazonaws.com') =>
    `k8s-aws-v1.${Buffer.from(`https://${host}/?${new URLSearchParams({ ...good, ...over })}`).toString('base64url')}`;

  it.each([
    ['no prefix', 'hello', 'no k8s-aws-v1. prefix'],
    ['no URL', 'k8s-aws-v1.xxxx', 'malformed'],
    ['a parameter more', token({ 'x-id': 'GetCallerIdentity' }), 'parameter not allowed: x-id'],
    ['another host', token({}, 'evil.example'), 'unexpected host'],
    ['another action', token({ Action: 'AssumeRole' }), 'action is not'],
    ['more signed headers', token({ 'X-Amz-SignedHeaders': 'host;user-agent;x-k8s-aws-id' }), 'signed headers'],
    ['no cluster in them', token({ 'X-Amz-SignedHeaders': 'host' }), 'signed headers'],
    ['a long life', token({ 'X-Amz-Expires': '3600' }), 'out of range'],
    ['an old date', token({ 'X-Amz-Date': '20260102T020405Z' }), 'expired'],
    ['a date to come', token({ 'X-Amz-Date': '20260102T040405Z' }), 'expired'],
    ['another service', token({ 'X-Amz-Credential': 'AKIA/20260102/eu-west-1/s3/aws4_request' }), 'scope'],
    ['a session token of nobody', token({ 'X-Amz-Security-Token': 'x' }), 'session token'],
    ['a wrong signature', token(), 'SignatureDoesNotMatch'],
    ['a long one', `k8s-aws-v1.${'x'.repeat(5_000)}`, 'too long'],
  ])('%s', (_, text, why) => {
    expect(checkEksToken(text, 'demo', keyOf, now)).toMatchObject({ ok: false, why: expect.stringContaining(why) });
  });

  it('keys that nobody knows', () => {
    expect(checkEksToken(token(), 'demo', () => undefined, now)).toMatchObject({ ok: false, why: 'InvalidClientTokenId AKIA' });
  });
});

describe('protobuf', () => {
  const field = (number: number, content: Buffer | string) => {
    const bytes = Buffer.from(content as string);
    return Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);
  };
  const envelope = (kind: string, raw: Buffer) =>
    Buffer.concat([Buffer.from('k8s\0'), field(1, Buffer.concat([field(1, 'v1'), field(2, kind)])), field(2, raw)]);

  it('reads a Secret as typed Go clients write it', () => {
    const metadata = Buffer.concat([
      field(1, 'name'),
      field(3, 'app'),
      Buffer.from([7 << 3, 5]),
      field(11, Buffer.concat([field(1, 'owner'), field(2, 'helm')])),
    ]);
    const raw = Buffer.concat([field(1, metadata), field(2, Buffer.concat([field(1, 'release'), field(2, 'abc')])), field(3, 'helm.sh/release.v1')]);
    const body = envelope('Secret', raw);
    expect(isProtobuf(body)).toBe(true);
    expect(readProtobuf(body)).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'name', namespace: 'app', labels: { owner: 'helm' }, annotations: {} },
      data: { release: 'YWJj' },
      type: 'helm.sh/release.v1',
    });
  });

  it('reads delete options, refuses other kinds, and knows JSON', () => {
    expect(readProtobuf(envelope('DeleteOptions', field(4, 'Background')))).toEqual({ kind: 'DeleteOptions', propagationPolicy: 'Background' });
    expect(() => readProtobuf(envelope('Pod', Buffer.alloc(0)))).toThrow('no reader for Pod');
    expect(isProtobuf(Buffer.from('{}'))).toBe(false);
  });
});
