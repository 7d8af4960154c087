/**
 * Programs of others, in real time, with keys that live 15 seconds: each renews through the profile and no call fails. One that
 * is not there is skipped by name.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ageKeys, findTool, laterStep, newFolder, planOf, refreshStep, start } from './assume-role-refresh-support.ts';

const life = 15;
const seconds = 40;
const aws = findTool('aws', ['--version']);
const python = findTool('python3', ['-c', 'import boto3']);
const terraform = findTool('terraform', ['version']);
const clientSts = resolve(import.meta.dirname, '../../node_modules/@aws-sdk/client-sts');

let kit: Testkit;
let step: StepResult;
let later: Record<string, string>;

beforeAll(async () => {
  kit = await startTestkit();
  kit.sts.sessionSeconds = life;
  const role = kit.sts.addRole('deploy', { subjects: ['repo:bank/payments:*'] });
  // Signs that a shell, Python and the readers of config files each take for something else.
  const temp = join(newFolder(kit, 'temp'), "it's a #1; runner & co");
  mkdirSync(temp);
  step = await refreshStep(kit, { 'role-to-assume': role }, { temp });
  expect(step.exitCode, step.stdout).toBe(0);
  later = laterStep(kit, step);
});
afterAll(() => kit.close());

/** Different keys of calls that succeeded since `from`, in order. */
function keysUsed(from: number, service: string): string[] {
  const entries = kit.ledger.entries.slice(from).filter((entry) => entry.service === service && entry.status === 200 && entry.accessKeyId);
  return [...new Set(entries.map(({ accessKeyId }) => accessKeyId ?? ''))];
}

function failedCalls(from: number): string[] {
  return kit.ledger.entries.slice(from).flatMap(({ status = 0, operation }) => (status === 401 || status === 403 ? [`${operation}: ${status}`] : []));
}

/** Keys of 15 s make at least this many in the time of the test. */
const renewals = Math.floor(seconds / life);

describe.concurrent('keys of 15 seconds', () => {
  it.skipIf(!aws)(`AWS CLI, one call after another${aws ? '' : ' (skipped: no aws on PATH)'}`, { timeout: 120_000 }, async () => {
    const end = performance.now() + seconds * 1_000;
    const arns = new Set<string>();
    let calls = 0;
    const from = kit.ledger.entries.length;
    while (performance.now() < end) {
      const ended = await start(aws ?? '', ['sts', 'get-caller-identity', '--query', 'Arn', '--output', 'text'], later).ended;
      expect(ended.code, ended.stderr).toBe(0);
      arns.add(ended.stdout.trim());
      calls += 1;
    }
    expect([...arns]).toEqual([step.outputs['authenticated-arn']]);
    expect(calls).toBeGreaterThan(5);
    expect(keysUsed(from, 'sts').length).toBeGreaterThan(renewals);
  });

  it.skipIf(!python)(`boto3, one process${python ? '' : ' (skipped: no python3 with boto3 on PATH)'}`, { timeout: 120_000 }, async () => {
    const program = `
import time, boto3
sts = boto3.client('sts')
keys, calls, end = set(), 0, time.time() + ${seconds}
while time.time() < end:
    assert ':assumed-role/deploy/' in sts.get_caller_identity()['Arn']
    keys.add(sts._request_signer._credentials.get_frozen_credentials().access_key)
    calls += 1
    time.sleep(0.3)
print(calls, len(keys))
`;
    const ended = await start(python ?? '', ['-c', program], later, undefined, 100_000).ended;
    expect(ended.code, ended.stderr).toBe(0);
    const [calls = 0, keys = 0] = ended.stdout.trim().split(' ').map(Number);
    expect(calls).toBeGreaterThan(20);
    expect(keys).toBeGreaterThan(renewals);
  });

  it('AWS SDK for JavaScript 3, one process', { timeout: 120_000 }, async () => {
    const program = `
const { STSClient, GetCallerIdentityCommand } = require(${JSON.stringify(clientSts)});
const client = new STSClient({ maxAttempts: 1 });
(async () => {
  const keys = new Set();
  let calls = 0;
  for (const end = Date.now() + ${seconds * 1_000}; Date.now() < end; calls += 1) {
    await client.send(new GetCallerIdentityCommand({}));
    keys.add((await client.config.credentials()).accessKeyId);
    await new Promise((done) => setTimeout(done, 300));
  }
  console.log(calls, keys.size);
})();
`;
    const ended = await start(process.execPath, ['-e', program], later, undefined, 100_000).ended;
    expect(ended.code, ended.stderr).toBe(0);
    const [calls = 0, keys = 0] = ended.stdout.trim().split(' ').map(Number);
    expect(calls).toBeGreaterThan(20);
    expect(keys).toBeGreaterThan(renewals);
  });

  it.skipIf(!terraform)(`Terraform, one init after another${terraform ? '' : ' (skipped: no terraform on PATH)'}`, { timeout: 120_000 }, async () => {
    const folder = newFolder(kit, 'stack');
    kit.s3.addBucket('state');
    const settings = ['use_path_style', 'skip_requesting_account_id', 'skip_metadata_api_check', 'skip_credentials_validation'];
    const lines = ['bucket = "state"', 'key = "a.tfstate"', ...settings.map((name) => `${name} = true`)];
    writeFileSync(join(folder, 'main.tf'), `terraform {\n  backend "s3" {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`);
    const from = kit.ledger.entries.length;
    const end = performance.now() + seconds * 1_000;
    while (performance.now() < end) {
      const ended = await start(terraform ?? '', ['init', '-reconfigure', '-input=false', '-no-color'], { ...later, CHECKPOINT_DISABLE: '1' }, folder).ended;
      expect(ended.code, ended.stderr).toBe(0);
      await new Promise((done) => setTimeout(done, 500));
    }
    expect(keysUsed(from, 's3').length).toBeGreaterThan(renewals);
  });
});

describe('what the tools make of it', () => {
  it.skipIf(!aws)('AWS CLI signs in to EKS with it', { timeout: 60_000 }, async () => {
    const ended = await start(aws ?? '', ['eks', 'get-token', '--cluster-name', 'prod'], later).ended;
    expect(ended.code, ended.stderr).toBe(0);
    expect((JSON.parse(ended.stdout) as { status: { token: string } }).status.token).toMatch(/^k8s-aws-v1\./);
  });

  it.skipIf(!aws)('AWS CLI shows why there are no new keys', { timeout: 60_000 }, async () => {
    const dead = { ...later, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'ended' };
    ageKeys(planOf(step, 'deploy'), 0);
    const ended = await start(aws ?? '', ['sts', 'get-caller-identity'], dead).ended;
    expect(ended.code).not.toBe(0);
    expect(ended.stderr).toContain("GitHub no longer answers this job's request token, which lives about 6 hours");
  });

  it('no call was ever refused for old keys', () => {
    expect(failedCalls(0).filter((line) => !line.startsWith('oidc'))).toEqual([]);
  });
});
