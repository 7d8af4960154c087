import { describe, expect, it } from 'vitest';
import type { LockRecord } from '../src/locks/lock-record.ts';
import { isOwnLock, lockTime } from '../src/locks/ownership.ts';

const at = Date.parse('2026-11-21T10:00:00.500Z');
const lock = (over: Partial<LockRecord>): LockRecord => ({
  ID: 'x',
  Operation: '',
  Who: 'root@vm',
  Version: '',
  Created: '2026-11-21 10:00:00.500123 +0000 UTC',
  Path: '',
  Info: '',
  ...over,
});

describe('the time of a lock', () => {
  it.each([
    ['2026-11-21 10:00:00.500123456 +0000 UTC', at],
    ['2026-11-21T10:00:00.5Z', at],
    ['2026-11-21 10:00:00 +0000 UTC', at - 500],
    ['2026-11-21T10:00:00Z', at - 500],
    ['2026-11-21 10:00:00 +0200 CEST', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('%s', (text, time) => {
    expect(lockTime(text)).toBe(time);
  });
});

describe('our lock', () => {
  it.each([
    ['same user and host, at the very start', {}, at, true],
    ['older than the job', {}, at + 1, false],
    ['of another host', { Who: 'root@other' }, 0, false],
    ['of another user', { Who: 'bob@vm' }, 0, false],
    ['without a time', { Created: '' }, 0, false],
    ['where the job has no record', {}, Number.POSITIVE_INFINITY, false],
  ] as [string, Partial<LockRecord>, number, boolean][])('%s', (_name, over, since, ours) => {
    expect(isOwnLock(lock(over), { who: 'root@vm', since })).toBe(ours);
  });
});
