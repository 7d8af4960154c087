/** Waivers, what blocks, and the counts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Finding, globMatcher, type Policy, type Waiver } from '../src/index.ts';

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'rds-encrypted',
  severity: 'error',
  address: 'aws_db_instance.a["x"]',
  verdict: 'fail',
  introduced: true,
  message: 'm',
  evidence: ['e'],
  ...more,
});
const waiver = (more: Partial<Waiver> = {}): Waiver => ({
  rule: 'rds-encrypted',
  address: 'aws_db_instance.*',
  owner: 'alice',
  reason: 'r',
  until: '2026-11-21',
  place: { file: 'w.yaml', line: 3, column: 5 },
  ...more,
});
const policy: Policy = { blockOn: 'new', unknown: 'warn', today: '2026-11-21', judged: new Set(['rds-encrypted', 'sqs-kms']) };

describe('what blocks', () => {
  const cases: [what: string, more: Partial<Finding>, how: Partial<Policy>, verdict: string][] = [
    ['a new failure', {}, {}, 'blocked'],
    ['a warning', { severity: 'warn' }, {}, 'pass'],
    ['an information', { severity: 'info' }, {}, 'pass'],
    ['an old failure', { introduced: false }, {}, 'pass'],
    ['an old failure with all', { introduced: false }, { blockOn: 'all' }, 'blocked'],
    ['an unknown', { verdict: 'unknown' }, {}, 'pass'],
    ['an unknown with fail', { verdict: 'unknown' }, { unknown: 'fail' }, 'blocked'],
    ['an old unknown with fail', { verdict: 'unknown', introduced: false }, { unknown: 'fail' }, 'pass'],
    ['an unknown warning with fail', { verdict: 'unknown', severity: 'warn' }, { unknown: 'fail' }, 'pass'],
    ['an unknown with ignore', { verdict: 'unknown' }, { unknown: 'ignore' }, 'pass'],
  ];
  it.each(cases)('%s', (_what, more, how, verdict) => {
    const decision = decide([finding(more)], [], { ...policy, ...how });
    expect(decision.verdict).toBe(verdict);
    expect(decision.blocking).toHaveLength(verdict === 'blocked' ? 1 : 0);
  });

  it('ignored unknowns are left out of the findings, and counted', () => {
    const decision = decide([finding({ verdict: 'unknown' }), finding()], [], { ...policy, unknown: 'ignore' });
    expect(decision.findings).toHaveLength(1);
    expect(decision.counts).toEqual({ fail: 1, unknown: 1, waived: 0, existing: 0 });
  });

  it('counts each kind', () => {
    const findings = [finding(), finding({ introduced: false }), finding({ verdict: 'unknown' }), finding({ rule: 'sqs-kms' })];
    expect(decide(findings, [waiver({ rule: 'sqs-kms', address: '*' })], policy).counts).toEqual({ fail: 2, unknown: 1, waived: 1, existing: 1 });
  });
});

describe('waivers', () => {
  it('cover on their last day, and not after it', () => {
    expect(decide([finding()], [waiver()], policy)).toMatchObject({ verdict: 'pass', expired: [], unused: [], findings: [{ waiver: { owner: 'alice' } }] });
    expect(decide([finding()], [waiver()], { ...policy, today: '2026-11-22' })).toMatchObject({
      verdict: 'blocked',
      expired: [{ owner: 'alice' }],
      unused: [],
    });
  });
  it('cover only their rule and their addresses', () => {
    expect(decide([finding()], [waiver({ rule: 'sqs-kms' })], policy)).toMatchObject({ verdict: 'blocked', unused: [{ rule: 'sqs-kms' }] });
    expect(decide([finding()], [waiver({ address: 'aws_db_instance.b*' })], policy)).toMatchObject({ verdict: 'blocked', unused: [{}] });
  });
  it('cover unknowns too', () => {
    expect(decide([finding({ verdict: 'unknown' })], [waiver()], { ...policy, unknown: 'ignore' })).toMatchObject({ unused: [], counts: { waived: 1 } });
  });
  it('of a rule that was not judged are not unused', () => {
    expect(decide([], [waiver({ rule: 'efs-encrypted' })], policy).unused).toEqual([]);
  });
  it('that cover the same are all used', () => {
    expect(decide([finding()], [waiver(), waiver({ address: '*', owner: 'bob' })], policy)).toMatchObject({
      unused: [],
      findings: [{ waiver: { owner: 'alice' } }],
    });
  });
});

describe('globs', () => {
  const cases: [glob: string, text: string, matches: boolean][] = [
    ['aws_db_instance.a["x"]', 'aws_db_instance.a["x"]', true],
    ['aws_db_instance.a["?"]', 'aws_db_instance.a["x"]', true],
    ['aws_db_instance.a[?]', 'aws_db_instance.a["x"]', false],
    ['module.*.aws_*', 'module.a["b.c"].module.d.aws_x.y', true],
    ['*', '', true],
    ['a*a', 'a', false],
    ['a*b*c', 'abbbc', true],
    ['a.b', 'axb', false],
    ['A*', 'abc', false],
    ['b', 'abc', false],
    ['*?', '', false],
    ['(a|b)+', '(a|b)+', true],
  ];
  it.each(cases)('%s on %s', (glob, text, matches) => expect(globMatcher(glob)(text)).toBe(matches));

  it('agrees with a plain regular expression', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '['), maxLength: 12 });
    const globs = fc.string({ unit: fc.constantFrom('a', 'b', '.', '[', '*', '?'), maxLength: 8 });
    fc.assert(
      fc.property(globs, letters, (glob, text) => {
        const pattern = glob.replace(/[.[]/g, '\\$&').replaceAll('?', '.').replaceAll('*', '.*');
        expect(globMatcher(glob)(text)).toBe(new RegExp(`^${pattern}$`, 's').test(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is quick on what makes regular expressions slow', () => {
    const start = performance.now();
    expect(globMatcher(`${'*a'.repeat(30)}b`)('a'.repeat(20_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
