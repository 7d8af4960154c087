import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Job, type LoginOptions } from './job.ts';

let job: Job;
beforeEach(() => {
  job = new Job({ AWS_ACCESS_KEY_ID: 'AKIAJOB', AWS_SECRET_ACCESS_KEY: 'the secret of the job' });
});
afterEach(() => job.remove());

const env = (name: string) => ({ AWS_ACCESS_KEY_ID: `ASIA${name}`, AWS_SECRET_ACCESS_KEY: `secret ${name}`, AWS_SESSION_TOKEN: `token ${name}` });
/** A step with `delivery: refresh`: its file holds what the job's had, and a profile that points into its folder. */
const refresh = (...profiles: string[]): LoginOptions => ({
  profiles,
  exports: (write) => {
    const before = job.variables['AWS_CONFIG_FILE'];
    const kept = before ? readFileSync(before, 'utf8') : '';
    const plan = write('plan.json', '{}');
    const own = profiles.map((profile) => `[profile ${profile}]\ncredential_process = node helper.js ${plan}\n`);
    return { AWS_CONFIG_FILE: write('config', kept + own.join('')), AWS_PROFILE: profiles[0] ?? '' };
  },
});

describe('end', () => {
  it('gives back what was there, removes the files, and leaves the post nothing to do', () => {
    const file = job.login({ ...env('A'), AWS_REGION: 'eu-central-1' });
    const ended = job.end();
    expect(ended).toMatchObject({
      ended: true,
      exports: { AWS_ACCESS_KEY_ID: 'AKIAJOB', AWS_SECRET_ACCESS_KEY: 'the secret of the job', AWS_SESSION_TOKEN: '', AWS_REGION: '' },
      leftAlone: [],
    });
    expect(existsSync(dirname(file))).toBe(false);
    expect(job.post(file)).toEqual({});
    expect(job.masked).toContain('the secret of the job');
    expect(job.masked).not.toContain('AKIAJOB');
  });

  it('ends one after the other, newest first, and then there is nothing', () => {
    job.login(env('A'));
    job.login(env('B'));
    job.end();
    expect(job.visible['AWS_ACCESS_KEY_ID']).toBe('ASIAA');
    job.end();
    expect(job.visible).toEqual({ AWS_ACCESS_KEY_ID: 'AKIAJOB', AWS_SECRET_ACCESS_KEY: 'the secret of the job' });
    expect(job.log).toEqual([]);
    expect(job.end()).toMatchObject({ ended: false, exports: {}, file: '' });
    expect(job.log).toEqual([expect.stringContaining('notice: There is no login of this job to end')]);
  });

  it('names what somebody has changed since, and leaves it', () => {
    job.login(env('A'));
    job.variables['AWS_SESSION_TOKEN'] = 'somebody else';
    expect(job.end()).toMatchObject({ leftAlone: ['AWS_SESSION_TOKEN'] });
    expect(job.variables['AWS_SESSION_TOKEN']).toBe('somebody else');
  });

  it('says which sessions it ended', () => {
    const session = (name: string) => ({
      roleArn: '',
      sessionArn: name,
      accountId: '',
      assumedRoleId: '',
      sessionName: '',
      expiration: '',
      fingerprint: '',
      keys: '',
    });
    job.login({}, { profiles: ['b', 'a'], reusable: [session('arn:b'), session('arn:a')] });
    expect(job.end()).toMatchObject({ profiles: ['b', 'a'], sessionArns: ['arn:a', 'arn:b'] });
  });

  it('ends the login of a profile below others, whose posts do not bring it back', () => {
    const a = job.login(env('A'), { profiles: ['a'] });
    const b = job.login(env('B'), { profiles: ['b'] });
    job.end('a');
    expect(job.visible['AWS_ACCESS_KEY_ID']).toBe('ASIAB');
    job.post(b);
    job.post(a);
    expect(job.visible).toEqual({ AWS_ACCESS_KEY_ID: 'AKIAJOB', AWS_SECRET_ACCESS_KEY: 'the secret of the job' });
  });

  it('ends the newest of two logins with one profile', () => {
    job.login(env('A'), { profiles: ['deploy'] });
    job.login(env('B'), { profiles: ['deploy'] });
    job.end('deploy');
    expect(job.visible['AWS_ACCESS_KEY_ID']).toBe('ASIAA');
  });

  it('takes its profiles out of the files of younger steps', () => {
    job.login({}, refresh('a', 'a2'));
    job.login({}, refresh('b'));
    const file = job.variables['AWS_CONFIG_FILE'] ?? '';
    expect(readFileSync(file, 'utf8')).toMatch(/\[profile a\].*\[profile a2\].*\[profile b\]/s);
    job.end('a2');
    expect(readFileSync(file, 'utf8')).toMatch(/^\[profile b\]\n[^[]*$/);
    expect(job.variables).toMatchObject({ AWS_CONFIG_FILE: file, AWS_PROFILE: 'b' });
  });

  it('brings an older profile of the same name back into the files of younger steps', () => {
    job.login({}, refresh('deploy'));
    const first = readFileSync(job.variables['AWS_CONFIG_FILE'] ?? '', 'utf8');
    const replaced: LoginOptions = {
      profiles: ['deploy'],
      exports: (write) => ({ AWS_CONFIG_FILE: write('config', `[profile deploy]\nx = ${write('plan', '')}\n`) }),
    };
    job.login({}, replaced);
    job.login({}, refresh('c'));
    job.end('deploy');
    expect(readFileSync(job.variables['AWS_CONFIG_FILE'] ?? '', 'utf8').startsWith(first)).toBe(true);
  });

  it('takes its profiles out of the file that an earlier end has made, and leaves the empty profile there', () => {
    const { exports: withDefault } = refresh('default');
    job.login({}, { profiles: ['default'], exports: (write) => ({ AWS_CONFIG_FILE: withDefault?.(write)['AWS_CONFIG_FILE'] ?? '' }) });
    job.login({}, refresh('b'));
    job.end('b');
    const file = job.variables['AWS_CONFIG_FILE'] ?? '';
    expect(job.variables['AWS_PROFILE']).toBe('');
    expect(readFileSync(file, 'utf8')).toMatch(/^\[profile default\]\ncredential_process.*\n\[profile ""\]\ncredential_process.*\n$/);
    job.end('default');
    expect(job.variables['AWS_CONFIG_FILE']).toBe(file);
    expect(readFileSync(file, 'utf8')).toBe('[profile ""]\n');
  });

  it('keeps every byte of a configuration that is no UTF-8', () => {
    const mine = join(job.temp, 'mine');
    writeFileSync(mine, Buffer.from([0x23, 0xff, 0xfe, 0x0a]));
    Object.assign(job.variables, { AWS_CONFIG_FILE: mine });
    job.login({}, { profiles: ['a'], exports: () => ({ AWS_PROFILE: 'a' }) });
    job.end();
    expect(readFileSync(job.variables['AWS_CONFIG_FILE'] ?? '').subarray(0, 4)).toEqual(Buffer.from([0x23, 0xff, 0xfe, 0x0a]));
  });

  it('restores what a stopped end has not exported, by its own post', () => {
    job.login({ ...env('A'), ...{ AWS_REGION: 'eu' } });
    const context = { ...job.variables };
    const { file } = job.end();
    Object.assign(job.variables, context);
    job.post(file);
    expect(job.visible).toEqual({ AWS_ACCESS_KEY_ID: 'AKIAJOB', AWS_SECRET_ACCESS_KEY: 'the secret of the job' });
    expect(existsSync(dirname(file))).toBe(false);
  });
});

describe('a profile that no login has', () => {
  const failure = (profile: string) => {
    try {
      job.end(profile);
    } catch (error) {
      return error as { reason: string; lines(): string[] };
    }
    throw new Error('it passed');
  };

  it('is a failure that names the nearest, and nothing ends', () => {
    const file = job.login(env('A'), { profiles: ['deploy', 'audit'] });
    const { reason, lines } = Object.assign(failure('depoly'));
    expect(reason).toBe('invalid-input');
    expect(lines.call(failure('depoly')).join('\n')).toBe(
      [
        'no login of this job has the profile "depoly" (invalid-input)',
        '  profiles of this job: audit, deploy',
        '  Nothing was ended.',
        'Do this:',
        '  Name a profile of this job:',
        '  end: true',
        '  profile: deploy',
      ].join('\n'),
    );
    expect(existsSync(file)).toBe(true);
    expect(job.visible['AWS_ACCESS_KEY_ID']).toBe('ASIAA');
  });

  it('is one too where no login has a profile, and where there is none at all', () => {
    expect(failure('x').lines().join('\n')).toContain('this job has no profiles; 0 logins have none');
    job.login(env('A'));
    expect(failure('x').lines().at(-1)).toContain('Leave profile out to end the newest login.');
  });

  it('is one when that login is over', () => {
    job.login(env('A'), { profiles: ['deploy'] });
    job.end('deploy');
    expect(failure('deploy').reason).toBe('invalid-input');
  });
});
