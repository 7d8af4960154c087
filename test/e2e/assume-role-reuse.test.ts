import { findLeaks, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Job } from './assume-role-restore-support.ts';

let kit: Testkit;
let role: string;
let job: Job;

beforeEach(async () => {
  kit = await startTestkit();
  role = kit.sts.addRole('deploy', { subjects: ['repo:bank/payments:*'] });
  job = new Job(kit, role);
});
afterEach(() => kit.close());

const reuse = { reuse: 'same-role' };

describe('reuse: same-role', () => {
  it('keeps the session of an earlier step without a call, and says who it is', async () => {
    const first = await job.step();
    const calls = kit.ledger.entries.length;
    const second = await job.step(reuse);
    expect(second.exitCode, second.stdout).toBe(0);
    expect(kit.ledger.entries.length).toBe(calls);
    expect(second.outputs['outcome']).toBe('reused');
    for (const name of ['authenticated-arn', 'aws-account-id', 'aws-expiration', 'assumed-role-id', 'session-name'])
      expect(second.outputs[name], name).toBe(first.outputs[name]);
    expect(second.exported).toEqual({});
    expect(findLeaks(second, [first.exported['AWS_SECRET_ACCESS_KEY'] ?? '', first.exported['AWS_SESSION_TOKEN'] ?? ''])).toEqual([]);
  });

  it('takes nothing down with it: its post and end leave the login to the step that made it', async () => {
    await job.step();
    const second = await job.step(reuse);
    const post = await job.post(second);
    expect([post.exitCode, post.exported]).toEqual([0, {}]);
    expect(job.visible).toHaveProperty('AWS_SESSION_TOKEN');
    await job.step({ end: 'true' });
    expect(job.visible).toEqual({});
  });

  it('changes the region, and puts it back', async () => {
    await job.step();
    const second = await job.step({ ...reuse, 'aws-region': 'us-east-1' });
    expect(second.outputs['outcome'], second.stdout).toBe('reused');
    expect(job.variables['AWS_REGION']).toBe('us-east-1');
    await job.post(second);
    expect(job.variables['AWS_REGION']).toBe('eu-central-1');
  });

  const others: [string, (first: Job) => Record<string, string>, string][] = [
    ['another role', () => ({ 'role-to-assume': kit.sts.addRole('other', { subjects: ['*'] }) }), 'the keys in the environment are of'],
    [
      'a session policy',
      () => ({ 'inline-session-policy': '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}' }),
      'the session was made in another way',
    ],
    ['more life than is left', () => ({ 'min-remaining': '2h' }), 'min-remaining is 7200 s'],
    ['a chain to the same role', () => ({ roles: `deploy = ${role} -> ${role}` }), 'the session was made in another way'],
    [
      'keys that were changed since',
      (first) => {
        first.variables['AWS_ACCESS_KEY_ID'] = 'ASIAOTHER';
        return {};
      },
      'left a record of the keys',
    ],
    [
      'another job',
      (first) => {
        first.surroundings = { GITHUB_RUN_ID: '4712' };
        return {};
      },
      'left a record of the keys',
    ],
  ];
  it.each(others)('logs in and says why for %s', async (_name, change, why) => {
    await job.step();
    const second = await job.step({ ...reuse, ...change(job) });
    expect(second.outputs['outcome']).not.toBe('reused');
    expect(second.stdout).toContain('Not reused: ');
    expect(second.stdout).toContain(why);
  });

  it('logs in where there is nothing yet, and after end', async () => {
    const first = await job.step(reuse);
    expect(first.outputs['outcome'], first.stdout).toBe('assumed');
    await job.step({ end: 'true' });
    const third = await job.step(reuse);
    expect(third.outputs['outcome']).toBe('assumed');
  });

  it('never reuses keys that came without a record: their end is not known', async () => {
    const first = await job.step({ delivery: 'outputs' });
    for (const name of ['access-key-id', 'secret-access-key', 'session-token'])
      job.variables[`AWS_${name.toUpperCase().replaceAll('-', '_')}`] = first.outputs[`aws-${name}`] ?? '';
    const second = await job.step(reuse);
    expect(second.outputs['outcome'], second.stdout).toBe('assumed');
    expect(second.stdout).toContain('their role and end are not known');
  });
});
