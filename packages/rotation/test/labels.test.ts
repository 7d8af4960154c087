import type { SecretState } from '@slipway/rotation';
import { describe, expect, it } from 'vitest';
import { nextFailedLabel, nextToken, outdatedFailures, versionToken } from '../src/labels.ts';
import { standingOf } from '../src/standing.ts';

const arn = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:key-abcdef';
const token = (base: string, attempt = 1) => versionToken(arn, base, 'key', attempt);

function state(labels: Record<string, string[]>): SecretState {
  return { arn, labels: new Map(Object.entries(labels)), replicas: [] };
}

describe('version ids', () => {
  it('are the same for the same start, and have the length that AWS wants', () => {
    expect(token('base')).toBe(token('base'));
    expect(token('base')).toMatch(/^slipway-[0-9a-f]{48}$/);
  });

  it.each([
    ['another base', versionToken(arn, 'other', 'key', 1)],
    ['another secret', versionToken(`${arn}x`, 'base', 'key', 1)],
    ['another rotation', versionToken(arn, 'base', 'other', 1)],
    ['another attempt', versionToken(arn, 'base', 'key', 2)],
  ])('differ for %s', (_, other) => expect(other).not.toBe(token('base')));

  it('skip attempts that have failed', () => {
    expect(nextToken(state({ base: ['AWSCURRENT'] }), 'base', 'key')).toBe(token('base', 1));
    expect(nextToken(state({ base: ['AWSCURRENT'], [token('base', 1)]: ['failed-7'] }), 'base', 'key')).toBe(token('base', 2));
  });
});

describe('failed-n', () => {
  it('counts on from the highest', () => {
    expect(nextFailedLabel(state({ base: ['AWSCURRENT'] }))).toBe('failed-1');
    expect(nextFailedLabel(state({ a: ['failed-2'], b: ['failed-9', 'AWSPREVIOUS'], c: ['failed-x'] }))).toBe('failed-10');
  });

  it('may go where its base can never be current again, and only there', () => {
    const stale = token('long-ago');
    const labels = {
      now: ['AWSCURRENT'],
      before: ['AWSPREVIOUS', 'failed-4'],
      [token('now')]: ['failed-1'],
      [token('before', 2)]: ['failed-2'],
      [stale]: ['failed-3', 'kept-by-hand'],
      'somebody-elses': ['failed-5'],
    };
    expect(outdatedFailures(state(labels), 'key')).toEqual([{ id: stale, label: 'failed-3' }]);
  });
});

describe('where a target stands', () => {
  const base = 'base';
  it.each([
    ['idle', { base: ['AWSCURRENT'] }],
    ['pending', { base: ['AWSCURRENT'], [token(base)]: ['AWSPENDING'] }],
    ['pending', { base: ['AWSCURRENT'], [token(base)]: ['failed-1'], [token(base, 2)]: ['AWSPENDING'] }],
    ['abandoned', { base: ['AWSCURRENT'], [token(base)]: ['AWSPENDING', 'failed-1'] }],
    ['abandoned', { base: ['AWSCURRENT'], older: ['AWSPREVIOUS'], [token('older')]: ['AWSPENDING'] }],
    ['leftover', { base: ['AWSCURRENT', 'AWSPENDING'] }],
    ['leftover', { base: ['AWSCURRENT', 'AWSPENDING'], older: ['AWSPREVIOUS'] }],
    ['foreign', { base: ['AWSCURRENT'], other: ['AWSPENDING'] }],
    ['foreign', { base: ['AWSCURRENT'], [versionToken(arn, base, 'another-rotation', 1)]: ['AWSPENDING'] }],
  ])('%s: %j', (kind, labels) => expect(standingOf(state(labels as Record<string, string[]>), base, 'key').kind).toBe(kind));

  it('promoted: our version is current and still pending', () => {
    const made = token('older');
    expect(standingOf(state({ [made]: ['AWSCURRENT', 'AWSPENDING'], older: ['AWSPREVIOUS'] }), made, 'key')).toEqual({ kind: 'promoted', id: made });
  });
});
