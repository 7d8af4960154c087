import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Job } from './assume-role-restore-support.ts';

let kit: Testkit;
let job: Job;
const old = { AWS_ACCESS_KEY_ID: 'AKIAOFTHEJOB00000001', AWS_SECRET_ACCESS_KEY: 'old secret of the job', AWS_REGION: 'us-east-1' };

beforeEach(async () => {
  kit = await startTestkit();
  const role = kit.sts.addRole('deploy', { subjects: ['repo:bank/payments:*'] });
  job = new Job(kit, role, { ...old });
});
afterEach(() => kit.close());

const until = async (ready: () => boolean) => {
  for (let tries = 0; !ready(); tries += 1) {
    if (tries > 1500) throw new Error('it never came');
    await new Promise((done) => setTimeout(done, 10));
  }
};
const records = () => readdirSync(job.temp, { recursive: true }).filter((name) => String(name).endsWith('restore.json'));

describe.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)('main stopped by %s', (signal) => {
  it('while STS hangs leaves nothing', async () => {
    kit.faults.add({ service: 'sts', fault: { kind: 'hang' } });
    const running = job.start({});
    await until(() => kit.ledger.of('sts').length > 0);
    running.child.kill(signal);
    const post = await job.post(await running.done);
    expect([post.exitCode, post.exported]).toEqual([0, {}]);
    expect(job.folders()).toEqual([]);
    expect(job.visible).toEqual(old);
  });
});

describe('main killed between the record and the export', () => {
  /** A pipe that nobody reads holds the step at its first output: the record is written, nothing is exported. */
  const heldAtOutput = async (inputs: Record<string, string>) => {
    const pipe = join(job.home, 'output');
    execFileSync('mkfifo', [pipe]);
    const running = job.start(inputs, { GITHUB_OUTPUT: pipe });
    await until(() => records().length > 0 && readdirSync(job.temp).some((name) => name.endsWith('.json')));
    running.child.kill('SIGKILL');
    return await running.done;
  };

  it.each([['env'], ['refresh']])('with delivery %s: nothing to put back, and the folder goes all the same', async (delivery) => {
    for (const name of delivery === 'refresh' ? Object.keys(old).slice(0, 2) : []) job.variables[name] = '';
    const before = job.visible;
    const step = await heldAtOutput({ delivery });
    expect(step.signal).toBe('SIGKILL');
    expect(step.exported).toEqual({});
    expect(job.folders()).toHaveLength(1);
    const post = await job.post(step);
    expect([post.exitCode, post.exported]).toEqual([0, {}]);
    expect(job.visible).toEqual(before);
    expect(job.folders()).toEqual([]);
  });

  it('of a step that ends a login: its post puts back what it has not exported', async () => {
    await job.step();
    const killed = await heldAtOutputOfEnd();
    expect(killed.exported).toEqual({});
    expect(job.visible['AWS_SESSION_TOKEN']).toBeDefined();
    const post = await job.post(killed);
    expect(post.exitCode).toBe(0);
    expect(job.visible).toEqual(old);
    await job.posts();
    expect(job.visible).toEqual(old);
    expect(job.folders()).toEqual([]);
  });

  const heldAtOutputOfEnd = async () => {
    const pipe = join(job.home, 'output');
    execFileSync('mkfifo', [pipe]);
    const first = dirname(job.steps[0]?.state['restore'] ?? '');
    const running = job.start({ end: 'true' }, { GITHUB_OUTPUT: pipe });
    await until(() => !existsSync(first) && readdirSync(job.temp).filter((name) => name.endsWith('.json')).length > 1);
    running.child.kill('SIGKILL');
    return await running.done;
  };
});

describe('post where nothing can be removed', () => {
  const nobody = 65_534;
  it.skipIf(process.getuid?.() !== 0)('puts the variables back and names what is left', async () => {
    const step = await job.step();
    const record = step.state['restore'] ?? '';
    const files = join(kit.folder, 'nobody');
    mkdirSync(files);
    for (const name of ['env', 'state', 'output']) writeFileSync(join(files, name), '');
    for (const name of ['', 'env', 'state', 'output']) chownSync(join(files, name), nobody, nobody);
    chownSync(record, nobody, nobody);
    for (const folder of [kit.folder, job.temp, dirname(record)]) chmodSync(folder, 0o755);
    const dist = resolve(import.meta.dirname, '../..', process.env['SLIPWAY_DIST'] ?? 'dist');
    const post = spawnSync(process.execPath, [join(dist, 'assume-role-post.js')], {
      uid: nobody,
      gid: nobody,
      encoding: 'utf8',
      env: { ...job.variables, RUNNER_TEMP: job.temp, STATE_restore: record, GITHUB_ENV: join(files, 'env') },
    });
    expect([post.status, post.stderr]).toEqual([0, '']);
    expect(post.stdout).toContain(`::warning::assume-role could not remove ${dirname(record)}: EACCES`);
    const exported = readFileSync(join(files, 'env'), 'utf8');
    for (const value of Object.values(old)) expect(exported).toContain(`\n${value}\n`);
    expect(existsSync(record)).toBe(true);
  });
});
