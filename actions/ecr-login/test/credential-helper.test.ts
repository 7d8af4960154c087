import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { environmentOf, systemClock } from '@slipway/action-kit';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerDocker } from '../src/credential-helper.ts';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const host = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';
const ask = (command: string, input: string, variables: Record<string, string> = {}, timeoutMs = 5_000) =>
  answerDocker(command, async () => input, { environment: environmentOf(variables), clock: systemClock, timeoutMs });
const unread = () => Promise.reject(new Error('stdin was read'));

describe('what docker asks besides a login', () => {
  it.each([
    ['list', /^\{\}\n$/, 0],
    ['store', /^$/, 0],
    ['erase', /^$/, 0],
    ['version', /^docker-credential-slipway \(slipway\) \d+\.\d+\.\d+/, 0],
    ['', /^$/, 2],
    ['GET', /^$/, 2],
    ['toString', /^$/, 2],
  ])('%s needs neither stdin nor AWS', async (command, stdout, exitCode) => {
    const answer = await answerDocker(command, unread, { environment: environmentOf({}), clock: systemClock });
    expect(answer).toMatchObject({ stdout: expect.stringMatching(stdout), exitCode });
    expect(answer.stderr).toBe(exitCode === 2 ? 'usage: docker-credential-slipway get|list|store|erase|version\n' : '');
    expect(kit.ledger.entries).toEqual([]);
  });
});

describe('a host that is not ours', () => {
  it.each([
    'ghcr.io',
    'https://index.docker.io/v1/',
    '',
    'public.ecr.aws.evil.example',
    `${host}.evil.example`,
    `evil.example/${host}`,
    '127.0.0.1:5000',
    `${host}:8443`,
  ])('%s has no login here', async (input) => {
    expect(await ask('get', `${input}\n`)).toEqual({ stdout: 'credentials not found in native keychain\n', stderr: '', exitCode: 1 });
    expect(kit.ledger.entries).toEqual([]);
  });
});

describe('time', () => {
  it('ends with a stdin that stays open', async () => {
    const answer = await answerDocker('get', () => new Promise(() => {}), { environment: environmentOf({}), clock: systemClock, timeoutMs: 50 });
    expect(answer).toMatchObject({ exitCode: 1, timedOut: true, stdout: 'docker-credential-slipway: no answer within 0.05 s\n' });
  });

  it.each(['get'])('ends with an ECR that is silent', async (command) => {
    const silent = createServer(() => {});
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    try {
      process.env['AWS_ENDPOINT_URL_ECR_PUBLIC'] = url;
      const variables = { AWS_ENDPOINT_URL: url, AWS_ACCESS_KEY_ID: 'AKIAX', AWS_SECRET_ACCESS_KEY: 's' };
      Object.assign(process.env, variables);
      const answer = await ask(command, 'public.ecr.aws\n', variables, 300);
      expect(answer).toMatchObject({ exitCode: 1, timedOut: true, stdout: expect.stringContaining('no answer within 0.3 s') });
      expect(answer.stderr).toBe(answer.stdout);
    } finally {
      for (const name of ['AWS_ENDPOINT_URL_ECR_PUBLIC', 'AWS_ENDPOINT_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) delete process.env[name];
      silent.closeAllConnections();
      silent.close();
    }
  });
});
