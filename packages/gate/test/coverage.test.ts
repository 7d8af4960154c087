import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CoverageRow, standingOf, worstStanding } from '../src/index.ts';

const pushedAt = 1_000;
const row = (over: Partial<CoverageRow>): CoverageRow => ({ statusCode: 'ACTIVE', reason: 'SUCCESSFUL', lastScannedAt: 2_000, ...over });

describe('standingOf', () => {
  it.each<[string, CoverageRow | undefined, string]>([
    ['no row', undefined, 'absent'],
    ['a scan after the push', row({}), 'ready'],
    ['a scan at the push', row({ lastScannedAt: 1_000 }), 'ready'],
    ['a scan before the push', row({ lastScannedAt: 999 }), 'waiting'],
    ['no time of a scan', { statusCode: 'ACTIVE', reason: 'SUCCESSFUL' }, 'waiting'],
    ['INACTIVE/SUCCESSFUL', row({ statusCode: 'INACTIVE' }), 'unknown-status'],
    ['scan on push, active', row({ reason: 'SCAN_FREQUENCY_SCAN_ON_PUSH' }), 'ready'],
    ['scan on push, inactive', row({ reason: 'SCAN_FREQUENCY_SCAN_ON_PUSH', statusCode: 'INACTIVE' }), 'ready'],
    ['scan on push, before the push', row({ reason: 'SCAN_FREQUENCY_SCAN_ON_PUSH', lastScannedAt: 0 }), 'waiting'],
    ['pending', row({ reason: 'PENDING_INITIAL_SCAN' }), 'waiting'],
    ['in progress', row({ reason: 'SCAN_IN_PROGRESS' }), 'waiting'],
    ['revival', row({ reason: 'PENDING_REVIVAL_SCAN' }), 'waiting'],
    ['an internal error', row({ reason: 'INTERNAL_ERROR' }), 'waiting'],
    ['manual', row({ reason: 'SCAN_FREQUENCY_MANUAL' }), 'scan-off'],
    ['archived', row({ reason: 'IMAGE_ARCHIVED' }), 'archived'],
    ['an empty reason', row({ reason: '' }), 'unknown-status'],
    ['a reason that is a key of every object', row({ reason: 'constructor' }), 'unknown-status'],
    ['lower case', row({ reason: 'successful' }), 'unknown-status'],
  ])('%s → %s', (_what, coverage, wanted) => {
    const standing = standingOf(coverage, pushedAt);
    expect(standing.kind === 'unscannable' ? standing.reason : standing.kind).toBe(wanted);
  });

  it('is ready for two reasons only, whatever else comes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.option(fc.nat(5_000), { nil: undefined }), (statusCode, reason, lastScannedAt) => {
        const standing = standingOf({ statusCode, reason, ...(lastScannedAt === undefined ? {} : { lastScannedAt }) }, pushedAt);
        expect(standing.kind).not.toBe('ready');
      }),
    );
  });
});

describe('worstStanding', () => {
  it('takes the worst of several rows, and the oldest of several scans', () => {
    const ready = row({});
    const older = row({ lastScannedAt: 1_500 });
    const pending = row({ reason: 'SCAN_IN_PROGRESS' });
    const gone = row({ reason: 'RESOURCE_TERMINATED' });
    expect(worstStanding([], pushedAt)).toEqual({ kind: 'absent' });
    expect(worstStanding([ready, older], pushedAt)).toEqual({ kind: 'ready', lastScannedAt: 1_500 });
    expect(worstStanding([ready, pending], pushedAt).kind).toBe('waiting');
    expect(worstStanding([pending, ready, gone], pushedAt)).toEqual({ kind: 'unscannable', reason: 'terminated' });
  });
});
