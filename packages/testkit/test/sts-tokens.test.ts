/** Which identity tokens STS takes: GitHub's, a cluster's, and none of a stranger. */
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestkit, type Testkit } from '../src/index.ts';

let kit: Testkit;
let client: STSClient;
beforeEach(async () => {
  kit = await startTestkit();
  client = new STSClient({ region: kit.region, endpoint: kit.url, maxAttempts: 1, credentials: { accessKeyId: '', secretAccessKey: '' } });
});
afterEach(async () => {
  client.destroy();
  await kit.close();
});

const byToken = (WebIdentityToken: string, RoleArn: string = kit.sts.addRole('web', { subjects: ['*'] })) =>
  client.send(new AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: 'session', WebIdentityToken }));
/** The client adds "Exception" to the codes that it knows. */
const refused = (code: string, message: string) => ({ name: expect.stringMatching(`^${code}(Exception)?$`), message: expect.stringMatching(message) });

describe('tokens', () => {
  it.each([
    ['of nobody', (): string => 'no token', 'InvalidIdentityToken', 'not a valid JWT'],
    [
      'of an unknown issuer',
      (): string => kit.oidc.mint('sts.amazonaws.com', { iss: 'https://ghes.example' }),
      'InvalidIdentityToken',
      'No OpenIDConnect provider found in your account for https://ghes.example',
    ],
    ['with a broken signature', (): string => `${kit.oidc.mint('sts.amazonaws.com').slice(0, -8)}AAAAAAAA`, 'InvalidIdentityToken', 'not a valid JWT'],
    ['for somebody else', (): string => kit.oidc.mint('other'), 'InvalidIdentityToken', '^Incorrect token audience$'],
    ['of yesterday', (): string => kit.oidc.mint('sts.amazonaws.com', { exp: 1 }), 'ExpiredTokenException', 'must be before the expiration date/time 1$'],
  ] as const)('refuses one %s', async (_name, token, name, message) => {
    await expect(byToken(token())).rejects.toMatchObject(refused(name, message));
  });

  it('takes one whose audience is a list with the right one in it', async () => {
    const token = kit.oidc.mint('x', { aud: ['kubernetes', 'sts.amazonaws.com'] });
    expect((await byToken(token)).Audience).toBe('sts.amazonaws.com');
  });
});
