import { describe, expect, it } from 'vitest';
import { checkEksToken } from '../../testkit/src/kubernetes/eks-token.ts';
import { presignEksToken } from '../src/eks/presign.ts';

const request = {
  clusterName: 'demo',
  region: 'eu-west-1',
  credentials: { accessKeyId: 'AKIATESTDEPLOYER0001', secretAccessKey: 'deployersecret' },
  now: Date.UTC(2026, 0, 2, 3, 4, 5),
};
const keyOf = (sessionToken?: string) => (id: string) =>
  id === 'AKIATESTDEPLOYER0001'
    ? { secretAccessKey: 'deployersecret', arn: 'arn:aws:iam::111122223333:user/ci', ...(sessionToken ? { sessionToken } : {}) }
    : undefined;
const urlOf = (token: string) => new URL(Buffer.from(token.slice('k8s-aws-v1.'.length), 'base64url').toString());

describe('presignEksToken', () => {
  it('signs a fixed request to a fixed token', async () => {
    const { token, expiresAt } = await presignEksToken(request);
    expect(urlOf(token).searchParams.get('X-Amz-Signature')).toBe('5ac91c8ed2b761f788097f481b2405b86b6d78b52b6e22711cde21b9a4b761ce');
    expect(expiresAt).toBe(request.now + 14 * 60_000);
  });

  it('has no query parameter that the authenticator does not know', async () => {
    const { token } = await presignEksToken({ ...request, credentials: { ...request.credentials, sessionToken: 'a/b+c=' } });
    expect([...urlOf(token).searchParams.keys()].sort()).toEqual([
      'Action',
      'Version',
      'X-Amz-Algorithm',
      'X-Amz-Credential',
      'X-Amz-Date',
      'X-Amz-Expires',
      'X-Amz-Security-Token',
      'X-Amz-Signature',
      'X-Amz-SignedHeaders',
    ]);
    expect(token).not.toMatch(/[=+/]/);
  });

  it.each([
    ['eu-west-1', 'sts.eu-west-1.amazonaws.com'],
    ['us-gov-west-1', 'sts.us-gov-west-1.amazonaws.com'],
    ['cn-north-1', 'sts.cn-north-1.amazonaws.com.cn'],
  ])('in %s goes to %s', async (region, host) => {
    expect(urlOf((await presignEksToken({ ...request, region })).token).host).toBe(host);
  });

  it.each([undefined, 'session/token+with=signs'])('is accepted by the check of the authenticator, session token %s', async (sessionToken) => {
    const { token } = await presignEksToken({ ...request, credentials: { ...request.credentials, ...(sessionToken ? { sessionToken } : {}) } });
    expect(checkEksToken(token, 'demo', keyOf(sessionToken), request.now)).toMatchObject({ ok: true, accessKeyId: 'AKIATESTDEPLOYER0001' });
  });

  it('is refused for another cluster, by another secret, and after 15 minutes', async () => {
    const { token } = await presignEksToken(request);
    expect(checkEksToken(token, 'other', keyOf(), request.now)).toMatchObject({ ok: false, why: expect.stringContaining('SignatureDoesNotMatch') });
    expect(checkEksToken(token, 'demo', () => ({ secretAccessKey: 'x', arn: '' }), request.now)).toMatchObject({ ok: false });
    expect(checkEksToken(token, 'demo', keyOf(), request.now + 15 * 60_000)).toMatchObject({ ok: false, why: 'token expired' });
    expect(checkEksToken(token, 'demo', keyOf(), request.now + 14 * 60_000)).toMatchObject({ ok: true });
  });
});
