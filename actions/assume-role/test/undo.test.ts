import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, type RestoreRecord } from '../src/records.ts';
import { isSecretVariable, variablesToRestore, withoutLogin } from '../src/undo.ts';
import { Job } from './job.ts';

const recordOf = (sequence: string, variables: Record<string, [before: string | null, given: string]>, kind: 'login' | 'end' = 'login'): RestoreRecord => ({
  version: 1,
  kind,
  job: 'j',
  sequence,
  variables: Object.fromEntries(Object.entries(variables).map(([name, [before, given]]) => [name, { before, given: [hashOf(given)] }])),
  profiles: [],
  reusable: [],
});
const reader = (values: Record<string, string>) => (name: string) => values[name];

describe('variablesToRestore', () => {
  const record = recordOf('1', { A: ['old', 'new'], B: [null, 'b'], C: ['c', 'mine'] });

  it('puts back what still holds our value, clears what was not set, and leaves the rest alone', () => {
    expect(variablesToRestore(record, reader({ A: 'new', B: 'b', C: 'somebody else' }))).toEqual({ A: 'old', B: '' });
  });
  it('leaves alone what is gone', () => expect(variablesToRestore(record, () => undefined)).toEqual({}));
  it('brings back what was cleared, whether the variable is empty or gone', () => {
    const cleared = recordOf('1', { AWS_PROFILE: ['old', ''] });
    expect(variablesToRestore(cleared, reader({ AWS_PROFILE: '' }))).toEqual({ AWS_PROFILE: 'old' });
    expect(variablesToRestore(cleared, () => undefined)).toEqual({ AWS_PROFILE: 'old' });
    expect(variablesToRestore(cleared, reader({ AWS_PROFILE: 'x' }))).toEqual({});
  });
  it('leaves a value to the younger login that gave the same', () => {
    const younger = recordOf('2', { A: ['new', 'new'] });
    expect(variablesToRestore(record, reader({ A: 'new', B: 'b' }), [record, younger])).toEqual({ B: '' });
  });
  it('does not leave it to an older one, nor to a step that ended a login', () => {
    const others = [recordOf('0', { A: ['o', 'new'] }), record, recordOf('2', { A: ['o', 'new'] }, 'end')];
    expect(variablesToRestore(record, reader({ A: 'new' }), others)).toEqual({ A: 'old' });
  });
  it.each(['two\nlines', 'ünïcödé 🚢', ' spaces ', '"quotes" \\ %0A ::set-env::', 'x'.repeat(70_000)])('keeps %j as it is', (value) => {
    expect(variablesToRestore(recordOf('1', { A: [value, 'new'] }), reader({ A: 'new' }))).toEqual({ A: value });
  });
});

describe('withoutLogin', () => {
  const over = recordOf('1', { A: ['oldest', 'a'], B: [null, 'b'] });

  it('replaces the values of the login that is over', () => {
    const younger = recordOf('2', { A: ['a', 'x'], B: ['b', 'y'], C: ['a', 'z'] });
    expect(withoutLogin(younger, over)).toEqual(recordOf('2', { A: ['oldest', 'x'], B: [null, 'y'], C: ['a', 'z'] }));
  });
  it('keeps what came from elsewhere', () => {
    const younger = recordOf('2', { A: ['foreign', 'x'], B: [null, 'y'] });
    expect(withoutLogin(younger, over)).toEqual(younger);
  });
  it('keeps what a login in between gave as well', () => {
    const between = recordOf('2', { A: ['a', 'a'] });
    const younger = recordOf('3', { A: ['a', 'x'] });
    expect(withoutLogin(younger, over, [over, between, younger])).toEqual(younger);
    expect(withoutLogin(between, over, [over, between, younger])).toEqual(recordOf('2', { A: ['oldest', 'a'] }));
  });
});

describe('isSecretVariable', () => {
  it.each(['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_SECURITY_TOKEN'])('%s is', (name) => expect(isSecretVariable(name)).toBe(true));
  it.each(['AWS_ACCESS_KEY_ID', 'AWS_REGION', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_PROFILE'])('%s is not', (name) => expect(isSecretVariable(name)).toBe(false));
});

describe('three nested logins', () => {
  let job: Job;
  beforeEach(() => {
    job = new Job({ KEY: 'job', REGION: 'eu' });
  });
  afterEach(() => job.remove());

  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];

  it.each(orders)('posts in the order %i %i %i give back what the job had', (...order) => {
    const files = ['a', 'b', 'c'].map((key) => job.login({ KEY: key, REGION: 'us', [`ONLY_${key}`]: key }));
    for (const index of order) job.post(files[index] ?? '');
    expect(job.visible).toEqual({ KEY: 'job', REGION: 'eu' });
    expect(files.some((file) => job.has(file))).toBe(false);
  });

  it.each(orders)('ends in the order %i %i %i too, and all posts change nothing', (...order) => {
    const names = ['a', 'b', 'c'];
    const files = names.map((key) => job.login({ KEY: key, REGION: 'us' }, { profiles: [key] }));
    const ends = order.map((index) => job.end(names[index]));
    expect(job.visible).toEqual({ KEY: 'job', REGION: 'eu' });
    for (const file of [...ends.map(({ file: own }) => own).reverse(), ...files.reverse()]) expect(job.post(file)).toEqual({});
    expect(job.records()).toEqual([]);
  });

  it.each(orders)('never shows a login that is over, in the order %i %i %i', (...order) => {
    const names = ['a', 'b', 'c'];
    for (const key of names) job.login({ KEY: key }, { profiles: [key] });
    const left = new Set(names);
    for (const index of order) {
      job.end(names[index]);
      left.delete(names[index] ?? '');
      expect(job.visible['KEY']).toBe([...left].at(-1) ?? 'job');
    }
  });
});
