import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestkit } from '@slipway/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environmentKeys, IdentityError, runnerIdentity, tokenFromFile } from '../src/identity/index.ts';
import { deps } from './identity-server.ts';
import { jwt } from './sts-server.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-identity-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('environmentKeys', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 's' };

  it('reads long and short ones', () => {
    expect(environmentKeys(keys)).toEqual({ accessKeyId: 'AKIA', secretAccessKey: 's' });
    expect(environmentKeys({ ...keys, AWS_SESSION_TOKEN: 't', AWS_CREDENTIAL_EXPIRATION: '2030-01-01T00:00:00Z' })).toEqual({
      accessKeyId: 'AKIA',
      secretAccessKey: 's',
      sessionToken: 't',
      expiration: new Date('2030-01-01T00:00:00Z'),
    });
    expect(environmentKeys({ ...keys, AWS_SESSION_TOKEN: '', AWS_CREDENTIAL_EXPIRATION: 'never' })).toEqual({ accessKeyId: 'AKIA', secretAccessKey: 's' });
  });

  it.each<[Record<string, string>, RegExp]>([
    [{}, /AWS_ACCESS_KEY_ID: not set\nAWS_SECRET_ACCESS_KEY: not set\n/],
    [{ AWS_ACCESS_KEY_ID: 'AKIA' }, /AWS_ACCESS_KEY_ID: set\nAWS_SECRET_ACCESS_KEY: not set\n/],
    [{ AWS_SECRET_ACCESS_KEY: 'hush', AWS_ACCESS_KEY_ID: '' }, /AWS_ACCESS_KEY_ID: not set\nAWS_SECRET_ACCESS_KEY: set\n/],
    [{ AWS_PROFILE: 'deploy' }, /AWS_PROFILE: deploy; a profile is not read here/],
  ])('names what is not there in %j', (environment, hint) => {
    const read = () => environmentKeys(environment);
    expect(read).toThrow(IdentityError);
    expect(read).toThrow(expect.objectContaining({ code: 'credentials-missing', hint: expect.stringMatching(hint) }));
    expect(read).not.toThrow(expect.objectContaining({ hint: expect.stringContaining('hush') }));
  });
});

describe('runnerIdentity', () => {
  const irsa = { AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/runner', AWS_WEB_IDENTITY_TOKEN_FILE: '/var/run/token' };
  const never = deps({ send: async () => Promise.reject(new Error('sent')) });

  it('takes web identity before everything else, and asks nobody', async () => {
    const others = { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:9/x', AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://127.0.0.1:9' };
    expect(await runnerIdentity({ ...irsa, ...others }, never)).toEqual({ kind: 'web-identity', roleArn: irsa.AWS_ROLE_ARN, tokenFile: '/var/run/token' });
  });

  it('takes the container before the instance', async () => {
    const kit = await startTestkit();
    kit.imds.roleArn = 'arn:aws:iam::111122223333:role/instance';
    kit.container.roleArn = 'arn:aws:iam::111122223333:role/task';
    const environment = { ...kit.imds.environment(), ...kit.container.environment() };
    expect(await runnerIdentity(environment, deps())).toMatchObject({ kind: 'keys', from: 'container' });
    expect(kit.ledger.counts()).toEqual({ 'container:GetCredentials': 1 });
    await kit.close();
  });

  it("looks past the job's own keys: they are not the runner's", async () => {
    const environment = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 's', AWS_EC2_METADATA_DISABLED: 'true' };
    await expect(runnerIdentity(environment, never)).rejects.toMatchObject({ code: 'credentials-missing' });
  });
});

describe('tokenFromFile', () => {
  const write = (text: string) => {
    const file = join(folder, 'token');
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  };

  it('gives the JWT of the moment', async () => {
    const [first, second] = [jwt(1, 2), jwt(3, 4)];
    expect(await tokenFromFile(write(`${first}\n`))).toBe(first);
    expect(await tokenFromFile(write(second))).toBe(second);
  });

  it.each([
    ['', /it is empty/],
    ['  \n', /it is empty/],
    ['hello', /it holds no JWT/],
    ['a.b', /it holds no JWT/],
    [`${jwt(1, 2)}\n${jwt(1, 2)}`, /it holds no JWT/],
  ])('refuses %j and never shows it', async (text, why) => {
    const error = await tokenFromFile(write(text)).catch((thrown: unknown) => thrown as IdentityError);
    expect(error).toMatchObject({ code: 'credentials-missing', message: expect.stringMatching(why) });
    if (text.trim()) expect(`${(error as IdentityError).message}${(error as IdentityError).hint}`).not.toContain(text.trim());
  });

  it('tells of a file that is not there, and of one that is a folder', async () => {
    await expect(tokenFromFile(join(folder, 'none'))).rejects.toMatchObject({ message: expect.stringContaining('there is no such file') });
    await expect(tokenFromFile(folder)).rejects.toMatchObject({ message: expect.stringContaining('EISDIR') });
  });

  it('takes what a signer makes and nothing with white space in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.stringMatching(/^[ \t\n]$/), async (claims, space) => {
        const token = `${Buffer.from('{}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`;
        expect(await tokenFromFile('x', async () => ` ${token}\n`)).toBe(token);
        await expect(tokenFromFile('x', async () => token.replace('.', `.${space}`))).rejects.toBeInstanceOf(IdentityError);
      }),
    );
  });
});
