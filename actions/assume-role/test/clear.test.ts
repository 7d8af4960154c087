import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearedVariables, credentialVariables } from '../src/clear.ts';
import { Job } from './job.ts';

let job: Job;
beforeEach(() => {
  job = new Job();
});
afterEach(() => job.remove());

describe('clearedVariables', () => {
  it('names only what is set', () => {
    expect(clearedVariables(job.context())).toEqual({});
    Object.assign(job.variables, { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SESSION_TOKEN: '', AWS_REGION: 'eu-central-1' });
    expect(clearedVariables(job.context())).toEqual({ AWS_ACCESS_KEY_ID: '' });
  });

  it.each(credentialVariables.filter((name) => !name.endsWith('PROFILE')))('clears %s', (name) => {
    job.variables[name] = 'x';
    expect(clearedVariables(job.context())).toEqual({ [name]: '' });
  });

  it.each(['AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_REGION'])(
    'leaves %s',
    (name) => {
      job.variables[name] = 'x';
      expect(clearedVariables(job.context())).toEqual({});
    },
  );

  it.each(['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'])('gives an empty %s a configuration in which it is found', (name) => {
    job.variables[name] = 'mine';
    const { AWS_CONFIG_FILE = '', ...others } = clearedVariables(job.context(), { AWS_ACCESS_KEY_ID: 'ASIA' });
    expect(others).toEqual({ [name]: '' });
    expect(readFileSync(AWS_CONFIG_FILE, 'utf8')).toContain('[profile ""]');
  });

  it('with refresh lets AWS_DEFAULT_PROFILE follow the profile, as botocore reads it first', () => {
    Object.assign(job.variables, { AWS_DEFAULT_PROFILE: 'mine', AWS_PROFILE: 'mine' });
    const file = job.context().files.write('config', '[profile deploy]\n');
    const cleared = clearedVariables(job.context(), { AWS_CONFIG_FILE: file, AWS_PROFILE: 'deploy' });
    expect(cleared).toEqual({ AWS_PROFILE: '', AWS_DEFAULT_PROFILE: 'deploy' });
    expect(readFileSync(file, 'utf8')).toBe('[profile deploy]\n');
  });

  it("with refresh and no default profile adds the empty one to the step's own file", () => {
    job.variables['AWS_PROFILE'] = 'mine';
    const file = job.context().files.write('config', '[default]\nregion = a\n[profile deploy]\n');
    expect(clearedVariables(job.context(), { AWS_CONFIG_FILE: file })).toEqual({ AWS_PROFILE: '' });
    expect(readFileSync(file, 'utf8')).toBe('[default]\nregion = a\n[profile deploy]\n[profile ""]\nregion = a\n');
  });

  it('comes back with the login, whether by end or by post', () => {
    const before = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 's', AWS_PROFILE: 'mine', AWS_WEB_IDENTITY_TOKEN_FILE: '/token' };
    Object.assign(job.variables, before);
    const exports = { AWS_ACCESS_KEY_ID: 'ASIA', AWS_SECRET_ACCESS_KEY: 't', AWS_SESSION_TOKEN: 'u' };
    const login = () => job.login({ ...clearedVariables(job.context(), exports), ...exports });
    job.post(login());
    expect(job.visible).toEqual(before);
    login();
    expect(job.visible).not.toHaveProperty('AWS_PROFILE');
    job.end();
    expect(job.visible).toEqual(before);
  });
});
