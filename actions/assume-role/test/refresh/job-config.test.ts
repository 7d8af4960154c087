import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf, Failure } from '@slipway/action-kit';
import { describe, expect, it } from 'vitest';
import { jobConfig, jobCredentials } from '../../src/refresh/job-config.ts';
import { testFolder } from './refresh-fixture.ts';

const folder = testFolder();
const at = (variables: Record<string, string> = {}) => ({ environment: environmentOf({ HOME: folder(), ...variables }) });

function write(path: string, text: string | Buffer): string {
  mkdirSync(join(folder(), '.aws'), { recursive: true });
  writeFileSync(join(folder(), path), text);
  return join(folder(), path);
}

describe("the job's AWS files", () => {
  it('lie in the home folder where no variable names others', () => {
    const config = write('.aws/config', '[default]\n');
    const credentials = write('.aws/credentials', '[x]\n');
    expect(jobConfig(at())).toEqual({ path: config, text: '[default]\n' });
    expect(jobCredentials(at())).toEqual({ path: credentials, text: '[x]\n' });
  });

  it('lie where the variables say, also from the home folder', () => {
    const own = write('own', '[profile a]\n');
    expect(jobConfig(at({ AWS_CONFIG_FILE: own })).text).toBe('[profile a]\n');
    expect(jobConfig(at({ AWS_CONFIG_FILE: '~/own' }))).toMatchObject({ path: own, text: '[profile a]\n' });
    expect(jobCredentials(at({ AWS_SHARED_CREDENTIALS_FILE: own })).text).toBe('[profile a]\n');
    write('.aws/config', '[default]\n');
    expect(jobConfig(at({ AWS_CONFIG_FILE: '' })).text).toBe('[default]\n');
  });

  it('are empty where there is none', () => {
    expect(jobConfig(at()).text).toBe('');
    expect(jobConfig(at({ AWS_CONFIG_FILE: join(folder(), 'no', 'where') })).text).toBe('');
    write('file', 'x');
    expect(jobConfig(at({ AWS_CONFIG_FILE: join(folder(), 'file', 'config') })).text).toBe('');
  });

  it('keep every byte', () => {
    const bytes = Buffer.from([...Array(256).keys()]);
    const own = write('own', bytes);
    expect(Buffer.from(jobConfig(at({ AWS_CONFIG_FILE: own })).text, 'latin1')).toEqual(bytes);
  });

  it('that cannot be read end the step: their profiles would be lost', () => {
    expect(() => jobConfig(at({ AWS_CONFIG_FILE: folder() }))).toThrow(Failure);
    try {
      jobConfig(at({ AWS_CONFIG_FILE: folder() }));
    } catch (error) {
      expect((error as Failure).lines().join('\n')).toMatch(/cannot read .*\(invalid-file\)[\s\S]*EISDIR[\s\S]*Do this:[\s\S]*ls -ld/);
    }
  });

  it.skipIf(process.getuid?.() === 0)('that are closed to the user end the step', () => {
    const own = write('own', 'x');
    chmodSync(own, 0);
    expect(() => jobConfig(at({ AWS_CONFIG_FILE: own }))).toThrow('invalid-file');
  });
});
