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
const ask = (command: string, input: string, variables: Record<string, string> = {}) =>
  answerDocker(command, input, { environment: environmentOf(variables), clock: systemClock });

describe('what docker asks besides a login', () => {
  it.each([
    ['list', '{}\n', 0],
    ['store', '', 0],
    ['erase', '', 0],
    ['version', '', 2],
    ['', '', 2],
  ])('%s', async (command, stdout, exitCode) => {
    expect(await ask(command, '{"ServerURL":"x","Username":"u","Secret":"s"}')).toMatchObject({ stdout, exitCode });
    expect(kit.ledger.entries).toEqual([]);
  });
});

describe('a host that is not ours', () => {
  it.each(['ghcr.io', 'https://index.docker.io/v1/', '', 'public.ecr.aws.evil.example', `${host}.evil.example`, '127.0.0.1:5000'])(
    '%s has no login here',
    async (input) => {
      expect(await ask('get', `${input}\n`)).toEqual({ stdout: 'credentials not found in native keychain\n', stderr: '', exitCode: 1 });
      expect(kit.ledger.entries).toEqual([]);
    },
  );
});
