import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

describe('posts', () => {
  it('give back, last in first out, what three nested logins found', async () => {
    const job = new Job(kit, role, { ...old });
    const ids: (string | undefined)[] = [];
    for (const region of ['eu-central-1', 'eu-west-1', 'eu-central-1']) {
      const step = await job.step({ 'aws-region': region });
      expect(step.exitCode, step.stdout).toBe(0);
      ids.push(step.exported['AWS_ACCESS_KEY_ID']);
    }
    expect(new Set(ids).size).toBe(3);
    const seen = [];
    for (const step of job.steps.splice(0).reverse()) {
      const post = await job.post(step);
      expect(post.exitCode, post.stdout).toBe(0);
      seen.push(job.variables['AWS_ACCESS_KEY_ID']);
    }
    expect(seen).toEqual([ids[1], ids[0], old.AWS_ACCESS_KEY_ID]);
    expect(job.visible).toEqual(old);
    expect(job.folders()).toEqual([]);
  });

  it('give back values with line breaks and any letters', async () => {
    const strange = { AWS_SECRET_ACCESS_KEY: 'line one\nlíne 2 ☂ %0A ::add-mask::x\n', AWS_REGION: ' =,"\' ' };
    const job = new Job(kit, role, { ...strange });
    await job.step();
    await job.posts();
    expect(job.visible).toEqual(strange);
  });

  it('mask what they give back, and leak it nowhere', async () => {
    const job = new Job(kit, role, { ...old });
    const step = await job.step();
    expect(readFileSync(step.state['restore'] ?? '', 'utf8')).toContain(old.AWS_SECRET_ACCESS_KEY);
    expect(findLeaks(step, [old.AWS_SECRET_ACCESS_KEY], { files: ['restore.json'] })).toEqual([]);
    expect(openFiles(step)).toEqual([]);
    const [post] = await job.posts();
    expect(post?.masks).toContain(old.AWS_SECRET_ACCESS_KEY);
    expect(post && findLeaks(post, [old.AWS_SECRET_ACCESS_KEY], { exported: ['AWS_SECRET_ACCESS_KEY'] })).toEqual([]);
  });

  it('leave alone what somebody has changed since, and name it', async () => {
    const job = new Job(kit, role, { ...old });
    await job.step();
    Object.assign(job.variables, { AWS_ACCESS_KEY_ID: 'AKIASOMEBODYELSE0001', AWS_SESSION_TOKEN: '' });
    const [post] = await job.posts();
    expect(job.visible).toEqual({ ...old, AWS_ACCESS_KEY_ID: 'AKIASOMEBODYELSE0001' });
    expect(post?.stdout).toContain('Put back: AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_DEFAULT_REGION.');
    expect(post?.stdout).toContain('Left alone, as they are not what this step gave them: AWS_ACCESS_KEY_ID.');
  });

  it('bring back what unset-current-credentials cleared', async () => {
    const before = { ...old, AWS_PROFILE: 'mine', AWS_WEB_IDENTITY_TOKEN_FILE: '/var/token', AWS_SECURITY_TOKEN: 'older token' };
    const job = new Job(kit, role, { ...before });
    const step = await job.step({ 'unset-current-credentials': 'true' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.exported).toMatchObject({ AWS_PROFILE: '', AWS_WEB_IDENTITY_TOKEN_FILE: '', AWS_SECURITY_TOKEN: '' });
    await job.posts();
    expect(job.visible).toEqual(before);
  });

  it('never touch ~/.aws, and remove every file of refresh', async () => {
    const job = new Job(kit, role);
    const file = job.writeHome('config', '[default]\nregion = us-east-2\n');
    const { mtimeMs } = statSync(file);
    const step = await job.step({ delivery: 'refresh' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(existsSync(job.variables['AWS_CONFIG_FILE'] ?? '')).toBe(true);
    const [post] = await job.posts();
    expect(post?.exported).toMatchObject({ AWS_CONFIG_FILE: '', AWS_PROFILE: '' });
    expect(job.folders()).toEqual([]);
    expect(readdirSync(dirname(file))).toEqual(['config']);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
  });
});

describe('post never fails the job', () => {
  const broken: [string, (record: string) => void, string][] = [
    ['a record that is no JSON', (record) => writeFileSync(record, '{"version":'), 'could not read'],
    ['a record of another shape', (record) => writeFileSync(record, '{"variables":{"AWS_REGION":{"before":"evil","given":"x"}}}'), 'could not read'],
    ['an empty record', (record) => writeFileSync(record, ''), 'could not read'],
    ['no record', (record) => rmSync(record), "Removed the step's files"],
    ['no folder', (record) => rmSync(dirname(record), { recursive: true }), ''],
  ];
  it.each(broken)('with %s', async (_name, breakIt, text) => {
    const job = new Job(kit, role, { ...old });
    const step = await job.step();
    breakIt(step.state['restore'] ?? '');
    const [post] = await job.posts();
    expect(post?.exitCode).toBe(0);
    expect(post?.exported).toEqual({});
    expect(post?.stdout).toContain(text);
    expect(post?.stderr).toBe('');
    expect(job.folders()).toEqual([]);
  });

  it('and removes nothing but a folder of its own', async () => {
    const job = new Job(kit, role);
    const step = await job.step();
    writeFileSync(join(job.home, 'restore.json'), '{}');
    const post = await step.post({ STATE_restore: join(job.home, 'restore.json') });
    expect(post.exitCode).toBe(0);
    expect(existsSync(join(job.home, 'restore.json'))).toBe(true);
  });

  it('and has nothing to say after a step that failed', async () => {
    const job = new Job(kit, role);
    const step = await job.step({ 'role-to-assume': 'deploy' });
    expect(step.exitCode).toBe(1);
    const post = await job.post(step);
    expect([post.exitCode, post.exported, post.stdout]).toEqual([0, {}, '']);
  });
});

describe('two jobs', () => {
  it('share nothing, also where they share RUNNER_TEMP', async () => {
    const one = new Job(kit, role, { ...old });
    await one.step();
    const other = new Job(kit, role);
    other.surroundings = { RUNNER_TEMP: one.temp, GITHUB_RUN_ID: '4712' };
    const ended = await other.step({ end: 'true' });
    expect(ended.outputs['outcome'], ended.stdout).toBe('ended');
    expect(ended.stdout).toContain('There is no login of this job to end');
    const elsewhere = await new Job(kit, role).step({ end: 'true' });
    expect(elsewhere.exported).toEqual({});
    await one.posts();
    expect(one.visible).toEqual(old);
  });
});
