import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRecords, hashOf, nextSequence, readRecord, recordName } from '../src/records.ts';
import { announceFolder } from '../src/restore.ts';
import { Job } from './job.ts';

let job: Job;
beforeEach(() => {
  job = new Job({ AWS_SECRET_ACCESS_KEY: 'what the job had' });
});
afterEach(() => job.remove());

const key = '4711/1/deploy';

describe('a record', () => {
  it('is 0600 in a 0700 folder, and state holds its path only', () => {
    const context = job.context();
    const file = job.login({ AWS_SECRET_ACCESS_KEY: 'new secret', AWS_REGION: 'eu-central-1' });
    expect(file).toBe(join(dirname(file), recordName));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    announceFolder(context);
    expect(context.state).toEqual({ restore: join(context.files.folder(), recordName) });
  });

  it('holds the value before, and of the new one only a hash', () => {
    const file = job.login({ AWS_SECRET_ACCESS_KEY: 'new secret', AWS_REGION: 'eu-central-1' });
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain('new secret');
    expect(JSON.parse(text)).toMatchObject({
      version: 1,
      kind: 'login',
      job: key,
      variables: {
        AWS_SECRET_ACCESS_KEY: { before: 'what the job had', given: [hashOf('new secret')] },
        AWS_REGION: { before: null, given: [hashOf('eu-central-1')] },
      },
    });
  });

  it('is announced before anything is written to the folder', () => {
    const context = job.context();
    announceFolder(context);
    expect(readRecord(context.state['restore'] ?? '')).toBeUndefined();
    expect(dirname(context.state['restore'] ?? '')).toBe(context.files.folder());
  });
});

describe('findRecords', () => {
  it('gives them oldest first, also when the clock stands still or goes back', () => {
    const files = [job.login({ A: '1' }), job.login({ A: '2' })];
    job.now -= 60_000;
    files.push(job.login({ A: '3' }), job.login({ A: '4' }));
    expect(findRecords(job.temp, key).map(({ file }) => file)).toEqual(files);
  });

  it('knows only this job', () => {
    job.login({ A: '1' });
    for (const other of ['4711/2/deploy', '4711/1/test', '4712/1/deploy']) expect(findRecords(job.temp, other)).toEqual([]);
  });

  it('passes over reports, foreign folders, broken records and links', () => {
    const real = job.login({ A: '1' });
    writeFileSync(join(job.temp, 'slipway-assume-role-1-2.json'), '{}');
    for (const [name, content] of Object.entries({ 'slipway-ecr-login-aaaaaa': readFileSync(real, 'utf8'), 'slipway-assume-role-broken': '{"version":1' })) {
      mkdirSync(join(job.temp, name));
      writeFileSync(join(job.temp, name, recordName), content);
    }
    mkdirSync(join(job.temp, 'slipway-assume-role-link'));
    symlinkSync(real, join(job.temp, 'slipway-assume-role-link', recordName));
    mkdirSync(join(job.temp, 'slipway-assume-role-none'));
    expect(findRecords(job.temp, key).map(({ file }) => file)).toEqual([real]);
  });

  it('is empty without the folder', () => expect(findRecords('/nowhere/at/all', key)).toEqual([]));
});

describe('readRecord', () => {
  const good = { version: 1, kind: 'login', job: key, sequence: '1-a', variables: { A: { before: null, given: ['x'] } }, profiles: [], reusable: [] };
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'slipway-record-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const read = (content: unknown) => {
    const file = join(folder, recordName);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return readRecord(file)?.record;
  };

  it('reads a record', () => expect(read({ ...good, configFile: '/x', reusable: [] })).toMatchObject({ configFile: '/x' }));
  it.each([
    ['nothing', ''],
    ['no object', '[]'],
    ['null', 'null'],
    ['another version', { ...good, version: 2 }],
    ['another kind', { ...good, kind: 'other' }],
    ['no job', { ...good, job: 1 }],
    ['no sequence', { ...good, sequence: undefined }],
    ['a variable without its hash', { ...good, variables: { A: { before: null } } }],
    ['a variable whose value is a number', { ...good, variables: { A: { before: 1, given: [] } } }],
    ['a hash that is no text', { ...good, variables: { A: { before: null, given: [1] } } }],
    ['variables as a list', { ...good, variables: [] }],
    ['profiles as a text', { ...good, profiles: 'a' }],
    ['a configuration file that is no path', { ...good, configFile: 1 }],
    ['a session without its end', { ...good, reusable: [{ roleArn: 'a' }] }],
    ['no sessions', { ...good, reusable: undefined }],
  ])('takes %s for none', (_name, content) => expect(read(content)).toBeUndefined());
  it('takes a folder for none', () => expect(readRecord(folder)).toBeUndefined());
  it.skipIf(process.getuid?.() === 0)('takes one that cannot be read for none', () => {
    read(good);
    chmodSync(join(folder, recordName), 0);
    expect(readRecord(join(folder, recordName))).toBeUndefined();
  });
});

describe('nextSequence', () => {
  it('sorts after every earlier one as text, and never repeats', () => {
    const first = nextSequence(5, []);
    const found = { file: '', folder: '', record: { version: 1, kind: 'login', job: '', sequence: first, variables: {}, profiles: [], reusable: [] } } as const;
    const second = nextSequence(5, [found]);
    expect([second, first].sort()).toEqual([first, second]);
    expect(nextSequence(5, [])).not.toBe(first);
    expect(nextSequence(1_800_000_000_000, [found]) > second).toBe(true);
  });
});
