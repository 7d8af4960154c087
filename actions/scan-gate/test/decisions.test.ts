import { sharedReasons } from '@slipway/action-kit';
import { builtInPolicy, judge } from '@slipway/gate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOf } from '../src/counts.ts';
import { describeRow } from '../src/judgement-failures.ts';
import { readPolicyFile, readPolicyText } from '../src/policy-source.ts';
import { signatureOf, toFinding } from '../src/read-findings.ts';
import { reasons } from '../src/report.ts';
import { verdictOf } from '../src/result.ts';
import { pauseAfter } from '../src/wait.ts';

const now = Date.parse('2026-11-21T12:00:00Z');

describe('verdictOf', () => {
  it.each([
    ['findings', 'blocked'],
    ['timeout', 'timeout'],
    ['throttled', 'timeout'],
    ['never-covered', 'unscannable'],
    ['no-scannable-image', 'unscannable'],
    ['tag-moved', 'error'],
    ['image-not-found', 'error'],
    ['access-denied', 'error'],
    ['something else', 'error'],
  ])('%s → %s', (reason, wanted) => {
    expect(verdictOf(reason)).toBe(wanted);
  });

  it('is never a pass', () => {
    for (const reason of [...reasons, ...sharedReasons]) expect(verdictOf(reason)).not.toBe('pass');
  });
});

describe('pauseAfter', () => {
  it('starts at a second, grows by tenths, ends at ten seconds', () => {
    expect(pauseAfter(0, 0.5)).toBe(1_000);
    expect(pauseAfter(60_000, 0.5)).toBe(6_000);
    expect(pauseAfter(600_000, 0.5)).toBe(10_000);
  });

  it('stays between 0.9 s and 10 s whatever the jitter', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.double({ min: 0, max: 1, noNaN: true }), (waited, jitter) => {
        const pause = pauseAfter(waited, jitter);
        expect(pause).toBeGreaterThanOrEqual(900);
        expect(pause).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});

describe('signatureOf', () => {
  it('does not care for order, and sees every change', () => {
    const a = { arn: 'a', updatedAt: 1, status: 'ACTIVE' };
    const b = { arn: 'b', updatedAt: 1, status: 'ACTIVE' };
    expect(signatureOf([a, b])).toBe(signatureOf([b, a]));
    for (const other of [[a], [], [a, { ...b, updatedAt: 2 }], [a, { ...b, status: 'SUPPRESSED' }], [a, b, b]])
      expect(signatureOf(other)).not.toBe(signatureOf([a, b]));
  });
});

describe('toFinding', () => {
  const image = {
    arn: 'arn',
    id: 'CVE-1',
    title: '',
    severity: 'HIGH',
    status: 'ACTIVE',
    digest: 'sha256:a',
    architecture: 'arm64',
    osPlatform: 'DEBIAN_12',
    exploitAvailable: false,
    firstObservedAt: 1,
    updatedAt: 2,
    packages: [],
  };

  it('takes the platform of the index, else what Inspector says', () => {
    expect(toFinding(image, 'linux/arm/v7', undefined).platform).toBe('linux/arm/v7');
    expect(toFinding(image, '', undefined).platform).toBe('linux/arm64');
    expect(toFinding({ ...image, osPlatform: 'WINDOWS_SERVER_2022', architecture: 'amd64' }, '', undefined).platform).toBe('windows/amd64');
    expect(toFinding({ ...image, architecture: '' }, '', undefined).platform).toBe('');
  });

  it('leaves unknown what is unknown', () => {
    expect(toFinding(image, '', undefined)).not.toHaveProperty('kev');
    expect(toFinding({ ...image, severity: 'SEVERE', fixAvailable: 'MAYBE' }, '', true)).toMatchObject({ severity: 'UNTRIAGED', kev: true });
    expect(toFinding({ ...image, fixAvailable: 'MAYBE' }, '', true)).not.toHaveProperty('fixAvailable');
  });
});

describe('countsOf', () => {
  const judgement = judge([], builtInPolicy, { now, onSuppressed: 'report' });
  const by = (text: string) => ({ policy: readPolicyText(text, 'policy', now).loaded! });

  it('counts by itself what the policy can take, and takes the rest from Inspector', () => {
    const totals = { all: 20, critical: 1, high: 2, medium: 7 };
    const builtIn = by('version: 1\nrules: [{ severity: [CRITICAL, HIGH], action: block }]\ndefault: ignore');
    expect(countsOf({ judgement, totals }, builtIn)).toEqual({ CRITICAL: 0, HIGH: 0, MEDIUM: 7, OTHER: 10, suppressed: 0, waived: 0, introduced: 0, fixed: 0 });
    expect(countsOf({ judgement }, builtIn)).toEqual({ CRITICAL: 0, HIGH: 0, suppressed: 0, waived: 0, introduced: 0, fixed: 0 });
  });

  it('does not lump together what was partly read', () => {
    const low = by('version: 1\nrules: [{ severity: [LOW], action: warn }]\ndefault: ignore');
    expect(countsOf({ judgement, totals: { all: 9, critical: 1, high: 2, medium: 3 } }, low)).toMatchObject({ CRITICAL: 1, HIGH: 2, MEDIUM: 3, LOW: 0 });
    expect(countsOf({ judgement, totals: { all: 9, critical: 1, high: 2, medium: 3 } }, low)).not.toHaveProperty('OTHER');
  });
});

describe('policy sources', () => {
  it('has one hash for one meaning', () => {
    const hash = (text: string) => readPolicyText(text, 'policy', now).loaded?.hash;
    expect(hash('version: 1\ndefault: warn')).toBe(hash('{"version":1}'));
    expect(hash('version: 1\ndefault: block')).not.toBe(hash('version: 1'));
  });

  it('tells what cannot be read or parsed from what is wrong', () => {
    const reasonsOf = (text: string) => readPolicyText(text, 'p.yaml', now).faults.map(({ reason }) => reason);
    expect(reasonsOf('version: 1\nversion: 1')).toEqual(['invalid-file']);
    expect(reasonsOf('a: [')).toContain('invalid-file');
    expect(reasonsOf('')).toEqual(['invalid-policy']);
    expect(readPolicyFile('a/../../b', '/tmp/nowhere', now).faults).toMatchObject([{ reason: 'invalid-file' }]);
  });
});

describe('describeRow', () => {
  it('says what, where, and what to do', () => {
    const row = {
      id: 'CVE-1',
      severity: 'HIGH' as const,
      package: 'openssl',
      version: '3.0.2',
      fixedIn: '3.0.5',
      path: '/usr/lib/x',
      platform: 'linux/amd64',
      digest: '',
      kev: true,
      epss: null,
      verdict: 'block' as const,
      introduced: true,
      rule: 1,
    };
    expect(describeRow(row)).toBe('HIGH CVE-1 in openssl 3.0.2 at /usr/lib/x on linux/amd64: fixed in 3.0.5, known to be exploited (rule 1)');
    expect(describeRow({ ...row, package: '', version: '', path: null, platform: '', fixedIn: null, kev: null })).toBe(
      'HIGH CVE-1 in an unnamed package: no fix yet (rule 1)',
    );
  });
});
