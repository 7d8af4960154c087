import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { findLeaks, openFiles, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Job } from './assume-role-restore-support.ts';

let kit: Testkit;
let role: string;

beforeEach(async () => {
  kit = await startTestkit();
  role = kit.sts.addRole('deploy', { subjects: ['repo:bank/payments:*'] });
});
afterEach(() => kit.close());

const old = { AWS_ACCESS_KEY_ID: 'AKIAOFTHEJOB00000001', AWS_SECRET_ACCESS_KEY: 'old secret of the job', AWS_REGION: 'us-east-1' };

describe('end', () => {
  it('undoes the newest login, needs no call, and its post has nothing to do', async () => {
    const job = new Job(kit, role, { ...old });
    const login = await job.step();
    const before = kit.ledger.entries.length;
    const end = await job.step({ end: 'true' });
    expect(end.exitCode, end.stdout).toBe(0);
    expect(end.outputs).toMatchObject({ outcome: 'ended', 'failure-reason': '' });
    expect(kit.ledger.entries.length).toBe(before);
    expect(end.exported).toEqual({ ...old, AWS_SESSION_TOKEN: '', AWS_DEFAULT_REGION: '' });
    expect(existsSync(dirname(login.state['restore'] ?? ''))).toBe(false);
    expect(end.report).toMatchObject({ outcome: 'ended', result: { ended: true, sessionArns: [login.outputs['authenticated-arn']], leftAlone: [] } });
    for (const post of await job.posts()) expect([post.exitCode, post.exported]).toEqual([0, {}]);
    expect(job.visible).toEqual(old);
    expect(job.folders()).toEqual([]);
  });

  it('needs no region and no role', async () => {
    const job = new Job(kit, role);
    await job.step();
    const end = await job.step({ end: 'true', 'aws-region': '' });
    expect(end.outputs['outcome'], end.stdout).toBe('ended');
    expect(job.visible).toEqual({});
  });

  it('leaks nothing of the keys before', async () => {
    const job = new Job(kit, role, { ...old });
    await job.step();
    const end = await job.step({ end: 'true' });
    expect(findLeaks(end, [old.AWS_SECRET_ACCESS_KEY], { exported: ['AWS_SECRET_ACCESS_KEY'], files: ['restore.json'] })).toEqual([]);
    expect(openFiles(end)).toEqual([]);
    expect(end.masks).toContain(old.AWS_SECRET_ACCESS_KEY);
  });

  it('goes down through nested logins one by one', async () => {
    const job = new Job(kit, role, { ...old });
    const first = await job.step();
    await job.step();
    await job.step({ end: 'true' });
    expect(job.variables['AWS_ACCESS_KEY_ID']).toBe(first.exported['AWS_ACCESS_KEY_ID']);
    await job.step({ end: 'true' });
    expect(job.visible).toEqual(old);
    const third = await job.step({ end: 'true' });
    expect(third.exitCode).toBe(0);
    expect(third.annotations).toEqual([expect.objectContaining({ kind: 'notice', message: expect.stringContaining('no login of this job to end') })]);
    await job.posts();
    expect(job.visible).toEqual(old);
    expect(job.folders()).toEqual([]);
  });

  it('leaves alone what somebody has changed since', async () => {
    const job = new Job(kit, role);
    await job.step();
    job.variables['AWS_ACCESS_KEY_ID'] = 'AKIASOMEBODYELSE0001';
    const end = await job.step({ end: 'true' });
    expect(end.exported).not.toHaveProperty('AWS_ACCESS_KEY_ID');
    expect(end.report?.result.leftAlone).toEqual(['AWS_ACCESS_KEY_ID']);
    await job.posts();
    expect(job.visible).toEqual({ AWS_ACCESS_KEY_ID: 'AKIASOMEBODYELSE0001' });
  });

  it('can be followed by a login, whose post gives back the same', async () => {
    const job = new Job(kit, role, { ...old });
    await job.step();
    await job.step({ end: 'true' });
    await job.step({ 'unset-current-credentials': 'true' });
    expect(job.visible['AWS_SESSION_TOKEN']).toBeDefined();
    await job.posts();
    expect(job.visible).toEqual(old);
  });
});

describe('end with a profile', () => {
  const refresh = (name: string) => ({ roles: `${name} = ${role}`, delivery: 'refresh' });

  it('ends that login only; younger steps lose the profile and keep their own', async () => {
    const job = new Job(kit, role);
    await job.step(refresh('blue'));
    const green = await job.step(refresh('green'));
    expect(green.exitCode, green.stdout).toBe(0);
    const config = () => readFileSync(job.variables['AWS_CONFIG_FILE'] ?? '', 'utf8');
    expect(config()).toMatch(/\[profile blue\].*\[profile green\]/s);
    const end = await job.step({ end: 'true', profile: 'blue' });
    expect(end.exitCode, end.stdout).toBe(0);
    expect(end.report?.result.profiles).toEqual(['blue']);
    expect(config()).not.toContain('blue');
    expect(config()).toContain('[profile green]');
    expect(job.variables).toMatchObject({ AWS_PROFILE: 'green', AWS_CONFIG_FILE: green.outputs['config-file'] });
    await job.posts();
    expect(job.visible).toEqual({});
    expect(job.folders()).toEqual([]);
  });

  it('fails for one that no login has, and names the nearest', async () => {
    const job = new Job(kit, role);
    await job.step(refresh('blue'));
    const before = { ...job.variables };
    const end = await job.step({ end: 'true', profile: 'bleu' });
    expect(end.exitCode).toBe(1);
    expect(end.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-input' });
    expect(end.stdout).toContain('no login of this job has the profile "bleu" (invalid-input)');
    expect(end.stdout).toContain('profile: blue');
    expect(end.exported).toEqual({});
    expect(job.variables).toEqual(before);
    expect((await job.post(end)).exported).toEqual({});
    await job.posts();
    expect(job.visible).toEqual({});
  });
});
