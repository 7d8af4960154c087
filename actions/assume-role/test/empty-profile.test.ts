import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withEmptyProfile } from '../src/config-sections.ts';
import { usableChanges, usesEmptyProfile } from '../src/empty-profile.ts';
import { Job } from './job.ts';

let job: Job;
beforeEach(() => {
  job = new Job();
});
afterEach(() => job.remove());

const home = (name: string, text: string): string => {
  const folder = join(job.temp, 'home', '.aws');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const changed = (changes: Record<string, string>) => usableChanges(changes, job.context());

describe('usableChanges', () => {
  it('leaves plain changes alone', () => {
    home('config', '[default]\nregion = us-east-2\n');
    const changes = { AWS_ACCESS_KEY_ID: '', AWS_PROFILE: 'deploy', AWS_REGION: 'eu-central-1' };
    expect(changed(changes)).toEqual(changes);
  });

  it('gives an empty profile a file of its own, 0600', () => {
    const { AWS_CONFIG_FILE = '', ...others } = changed({ AWS_PROFILE: '', AWS_CONFIG_FILE: '' });
    expect(others).toEqual({ AWS_PROFILE: '' });
    expect(readFileSync(AWS_CONFIG_FILE, 'utf8')).toBe('[profile ""]\n');
    expect(statSync(AWS_CONFIG_FILE).mode & 0o777).toBe(0o600);
  });

  it("copies the user's own file, its default section and the keys of the credentials file, and writes neither", () => {
    const config = home('config', '[default]\nregion = us-east-2\ns3 =\n  x = 1\n[profile other]\nregion = eu-west-1');
    const credentials = home('credentials', '[default]\naws_access_key_id = AKIAHOME\nregion = eu-west-3\n[other]\naws_access_key_id = AKIAOTHER\n');
    const { AWS_CONFIG_FILE = '' } = changed({ AWS_PROFILE: '' });
    expect(readFileSync(AWS_CONFIG_FILE, 'utf8')).toBe(
      `${readFileSync(config, 'utf8')}\n[profile ""]\nregion = eu-west-3\ns3 =\n  x = 1\naws_access_key_id = AKIAHOME\n`,
    );
    expect(AWS_CONFIG_FILE).not.toBe(config);
    expect(readFileSync(credentials, 'utf8')).not.toContain('profile');
  });

  it("takes the job's file where it has one, also with ~", () => {
    home('mine', '[profile mine]\n');
    job.variables['AWS_CONFIG_FILE'] = '~/.aws/mine';
    expect(readFileSync(changed({ AWS_PROFILE: '' })['AWS_CONFIG_FILE'] ?? '', 'utf8')).toBe('[profile mine]\n[profile ""]\n');
  });

  it('makes no second file where the first still has the section', () => {
    job.variables['AWS_CONFIG_FILE'] = home('mine', '[profile ""]\n');
    expect(changed({ AWS_PROFILE: '' })).toEqual({ AWS_PROFILE: '' });
  });

  it("leaves an empty profile of the job's own alone", () => {
    job.variables['AWS_PROFILE'] = '';
    expect(changed({ AWS_ACCESS_KEY_ID: '' })).toEqual({ AWS_ACCESS_KEY_ID: '' });
  });

  it("names the user's own file where an empty variable would hide it from botocore", () => {
    expect(changed({ AWS_CONFIG_FILE: '' })).toEqual({ AWS_CONFIG_FILE: '' });
    const config = home('config', '[default]\n');
    expect(changed({ AWS_CONFIG_FILE: '' })).toEqual({ AWS_CONFIG_FILE: config });
  });

  it.each([
    ['[default]\nregion = us-east-2\n', {}, 'us-east-2'],
    ['[profile default]\nregion=us-east-2\n', {}, 'us-east-2'],
    ['[default]\nregion = us-east-2\n[profile mine]\nregion = eu-west-1\n', { AWS_PROFILE: 'mine' }, 'eu-west-1'],
    ['[default]\nregion = us-east-2\n', { AWS_PROFILE: 'mine' }, ''],
    ['[default]\noutput = json\n', {}, ''],
  ])('puts the region of the file in the place of an empty one: %j %j', (config, variables, region) => {
    home('config', config);
    Object.assign(job.variables, variables);
    expect(changed({ AWS_REGION: '', AWS_DEFAULT_REGION: '' })).toEqual({ AWS_REGION: region, AWS_DEFAULT_REGION: region });
  });

  it('passes where there is no home', () => {
    job.variables['HOME'] = '';
    expect(changed({ AWS_CONFIG_FILE: '', AWS_REGION: '' })).toEqual({ AWS_CONFIG_FILE: '', AWS_REGION: '' });
  });
});

describe('usesEmptyProfile', () => {
  it.each([
    [{}, false],
    [{ AWS_PROFILE: '' }, true],
    [{ AWS_PROFILE: 'a' }, false],
    [{ AWS_DEFAULT_PROFILE: '', AWS_PROFILE: 'a' }, true],
    [{ AWS_DEFAULT_PROFILE: 'a', AWS_PROFILE: '' }, false],
  ] as [Record<string, string>, boolean][])('%j: %s', (variables, empty) => expect(usesEmptyProfile(variables)).toBe(empty));
});

describe('withEmptyProfile', () => {
  it('has nothing to do the second time', () => {
    const once = withEmptyProfile('[default]\nregion = a\n', '');
    expect(once).toBe('[default]\nregion = a\n[profile ""]\nregion = a\n');
    expect(withEmptyProfile(once, '')).toBe(once);
  });
});
