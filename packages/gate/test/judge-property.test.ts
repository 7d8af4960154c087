import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, judge, type Policy, type Rule, relevantSeverities, severities, type VulnerablePackage, type Waiver } from '../src/index.ts';
import { compareFindings } from '../src/verdict/order.ts';
import { finding, now, policy } from './finding-support.ts';

const day = 86_400_000;
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const dropAbsent = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

const severity = fc.constantFrom(...severities);
const packageName = fc.constantFrom('openssl', 'open', 'curl', '');
const filePath = fc.constantFrom('usr/lib/x.so', '/usr/lib/x.so', '/app/node_modules/a', '');
const packages = fc.array(
  fc
    .record({
      name: packageName,
      version: fc.constant('1'),
      fixedInVersion: optional(fc.constantFrom('2', 'NotAvailable')),
      filePath: optional(filePath),
      packageManager: optional(fc.constantFrom('OS', 'NPM')),
    })
    .map(dropAbsent) as fc.Arbitrary<VulnerablePackage>,
  { maxLength: 3 },
);
const anyFinding = fc
  .record({
    id: fc.constantFrom('CVE-1', 'CVE-2', 'CVE-3'),
    severity,
    status: fc.constantFrom('ACTIVE' as const, 'SUPPRESSED' as const),
    platform: fc.constantFrom('linux/amd64', 'linux/arm64'),
    fixAvailable: optional(fc.constantFrom('YES' as const, 'NO' as const, 'PARTIAL' as const)),
    exploitAvailable: fc.boolean(),
    epss: optional(fc.constantFrom(0, 0.4, 0.9)),
    score: optional(fc.constantFrom(0, 5, 9.8)),
    kev: optional(fc.boolean()),
    firstObservedAt: fc.constantFrom(now, now - 10 * day, now - 40 * day),
    packages,
  })
  .map((over) => finding(dropAbsent(over) as Partial<Finding>));
const anyRule = fc
  .record({
    severity: optional(fc.uniqueArray(severity, { minLength: 1, maxLength: 3 })),
    fix: optional(fc.constantFrom('yes' as const, 'partial' as const, 'no' as const, 'any' as const)),
    kev: optional(fc.boolean()),
    exploit: optional(fc.boolean()),
    epssMin: optional(fc.constantFrom(0, 0.5)),
    scoreMin: optional(fc.constantFrom(0, 7)),
    package: optional(fc.constantFrom('open*', '*', 'curl')),
    path: optional(fc.constantFrom('/usr/*', '*a', '/app/*/a')),
    packageManager: optional(fc.constantFrom(['OS'], ['NPM', 'OS'])),
    ageMinDays: optional(fc.constantFrom(0, 10, 30)),
    action: fc.constantFrom('block' as const, 'warn' as const, 'ignore' as const),
  })
  .map((rule) => dropAbsent(rule) as Rule);
const anyWaiver = fc
  .record({
    id: fc.constantFrom('CVE-1', 'CVE-2'),
    package: optional(fc.constantFrom('open*', 'curl')),
    path: optional(fc.constantFrom('/usr/*', '*')),
    platform: optional(fc.constantFrom('linux/amd64')),
    until: fc.constantFrom('2026-11-20', '2026-11-21', '2026-12-31'),
    untilFixed: fc.boolean(),
    reason: fc.constant('r'),
  })
  .map((waiver) => dropAbsent(waiver) as Waiver);
const anyPolicy = fc.record({
  rules: fc.array(anyRule, { maxLength: 4 }),
  default: fc.constantFrom('block' as const, 'warn' as const, 'ignore' as const),
  onMissingDetails: fc.constantFrom('block' as const, 'allow' as const),
  maxWaiverDays: fc.constant(90),
  failOnUnused: fc.boolean(),
  waivers: fc.array(anyWaiver, { maxLength: 4 }),
});

/** The contract's sentences, one by one, without an index and without haste. */
function naive(findings: readonly Finding[], by: Policy, onSuppressed: 'report' | 'block') {
  const glob = (pattern: string, text: string) =>
    new RegExp(
      `^${pattern
        .split('*')
        .map((part) => part.replace(/\W/g, '\\$&'))
        .join('.*')}$`,
    ).test(text);
  const slashed = (path: string) => (path.startsWith('/') ? path : `/${path}`);
  const hasFix = (about: Finding, at: VulnerablePackage) =>
    at.fixedInVersion ? (at.fixedInVersion === 'NotAvailable' ? 'NO' : 'YES') : (about.fixAvailable ?? 'NO');
  const first = (about: Finding, at: VulnerablePackage, kev: boolean) => {
    for (const rule of by.rules) {
      const state = hasFix(about, at);
      const conditions = [
        !rule.severity || rule.severity.includes(about.severity),
        rule.kev === undefined || rule.kev === kev,
        rule.exploit === undefined || rule.exploit === about.exploitAvailable,
        rule.epssMin === undefined || (about.epss ?? -1) >= rule.epssMin,
        rule.scoreMin === undefined || (about.score ?? -1) >= rule.scoreMin,
        rule.ageMinDays === undefined || (now - about.firstObservedAt) / day >= rule.ageMinDays,
        !rule.fix || rule.fix === 'any' || { yes: ['YES'], partial: ['YES', 'PARTIAL'], no: ['NO'] }[rule.fix].includes(state),
        !rule.package || glob(rule.package, at.name),
        !rule.path || (!!at.filePath && glob(rule.path, slashed(at.filePath))),
        !rule.packageManager || rule.packageManager.includes(at.packageManager ?? ''),
      ];
      if (conditions.every(Boolean)) return rule.action;
    }
    return by.default;
  };
  const order = ['ignore', 'warn', 'block'];
  const verdicts = findings.flatMap((about) => {
    if (about.status === 'SUPPRESSED' && onSuppressed === 'report') return [];
    const list = about.packages.length > 0 ? about.packages : [{ name: '', version: '' }];
    return list.map((at) => {
      const kevs = about.kev === undefined ? (by.onMissingDetails === 'block' ? [true, false] : [false]) : [about.kev];
      const action = kevs.map((kev) => first(about, at, kev)).sort((a, b) => order.indexOf(b) - order.indexOf(a))[0]!;
      const waived = by.waivers.some(
        (waiver) =>
          waiver.id === about.id &&
          waiver.until >= '2026-11-21' &&
          !(waiver.untilFixed && hasFix(about, at) !== 'NO') &&
          (!waiver.package || glob(waiver.package, at.name)) &&
          (!waiver.path || (!!at.filePath && glob(waiver.path, slashed(at.filePath)))) &&
          (!waiver.platform || waiver.platform === about.platform),
      );
      return { id: about.id, verdict: action !== 'ignore' && waived ? 'waived' : action };
    });
  });
  const blocking = [...new Set(verdicts.filter(({ verdict }) => verdict === 'block').map(({ id }) => id))].sort();
  return { blocking, verdicts: verdicts.map(({ id, verdict }) => `${id} ${verdict}`).sort() };
}

describe('judge', { timeout: 60_000 }, () => {
  it('agrees with the sentences of the contract', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 6 }), anyPolicy, fc.constantFrom('report' as const, 'block' as const), (findings, by, onSuppressed) => {
        const result = judge(findings, by, { now, onSuppressed });
        const wanted = naive(findings, by, onSuppressed);
        expect(result.blocking).toEqual(wanted.blocking);
        expect(result.findings.map(({ id, verdict }) => `${id} ${verdict}`).sort()).toEqual(wanted.verdicts);
        expect(result.verdict).toBe(wanted.blocking.length > 0 ? 'blocked' : 'pass');
      }),
      { numRuns: 4_000 },
    );
  });

  it('does not depend on the order of the findings, and sorts its rows', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 6 }), anyPolicy, (findings, by) => {
        const options = { now, onSuppressed: 'block' } as const;
        const forward = judge(findings, by, options);
        expect(judge(findings.toReversed(), by, options).counts).toEqual(forward.counts);
        expect(forward.findings).toEqual(forward.findings.toSorted(compareFindings));
      }),
    );
  });

  it('never blocks or warns about a severity that need not be read', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 4 }), anyPolicy, (findings, by) => {
        const relevant = new Set(relevantSeverities(by));
        const { findings: rows } = judge(findings, by, { now, onSuppressed: 'block' });
        expect(rows.filter((row) => row.verdict !== 'ignore' && !relevant.has(row.severity))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('judges 200,000 findings by 200 waivers in about a second', () => {
    const findings = Array.from({ length: 200_000 }, (_, index) =>
      finding({
        arn: `arn:${index}`,
        id: `CVE-${index % 5_000}`,
        severity: severities[index % 6]!,
        packages: [{ name: `p${index % 900}`, version: '1', filePath: `/usr/lib/${index % 77}/x` }],
      }),
    );
    const waivers = Array.from(
      { length: 200 },
      (_, index): Waiver => ({ id: `CVE-${index * 20}`, package: 'p*', path: '/usr/*/x', until: '2026-12-31', untilFixed: false, reason: 'r' }),
    );
    const rules: Rule[] = [
      { severity: ['CRITICAL', 'HIGH'], action: 'block' },
      { epssMin: 0.5, action: 'block' },
    ];
    const start = process.cpuUsage();
    const { findings: rows } = judge(findings, policy({ rules, waivers, default: 'warn' }), { now, onSuppressed: 'report' });
    const seconds = process.cpuUsage(start).user / 1e6;
    expect(rows).toHaveLength(200_000);
    expect(seconds).toBeLessThan(2.5);
  });
});
