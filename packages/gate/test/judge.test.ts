import { describe, expect, it } from 'vitest';
import { asksForKev, builtInPolicy, type Finding, fixStateOf, judge, type Policy, type Rule, relevantSeverities, type Waiver } from '../src/index.ts';
import { finding, now, policy } from './finding-support.ts';

const options = { now, onSuppressed: 'report' } as const;
const judged = (findings: Finding[], rules: Policy) => judge(findings, rules, options);
const actionFor = (rule: Omit<Rule, 'action'>, over: Partial<Finding>) => judged([finding(over)], policy({ rules: [{ ...rule, action: 'block' }] })).verdict;
const day = 86_400_000;

describe('rules', () => {
  it.each<[string, Omit<Rule, 'action'>, Partial<Finding>, 'pass' | 'blocked']>([
    ['no condition', {}, {}, 'blocked'],
    ['its severity', { severity: ['CRITICAL'] }, {}, 'blocked'],
    ['another severity', { severity: ['HIGH'] }, {}, 'pass'],
    ['fix yes, there is one', { fix: 'yes' }, { fixAvailable: 'YES' }, 'blocked'],
    ['fix yes, partly', { fix: 'yes' }, { fixAvailable: 'PARTIAL' }, 'pass'],
    ['fix yes, unknown', { fix: 'yes' }, {}, 'pass'],
    ['fix partial, partly', { fix: 'partial' }, { fixAvailable: 'PARTIAL' }, 'blocked'],
    ['fix partial, wholly', { fix: 'partial' }, { fixAvailable: 'YES' }, 'blocked'],
    ['fix no, none', { fix: 'no' }, { fixAvailable: 'NO' }, 'blocked'],
    ['fix no, unknown', { fix: 'no' }, {}, 'blocked'],
    ['fix any', { fix: 'any' }, { fixAvailable: 'NO' }, 'blocked'],
    ['the package knows better: fixed', { fix: 'yes' }, { fixAvailable: 'NO', packages: [{ name: 'a', version: '1', fixedInVersion: '2' }] }, 'blocked'],
    ['the package knows better: not', { fix: 'yes' }, { fixAvailable: 'YES', packages: [{ name: 'a', version: '1', fixedInVersion: 'NotAvailable' }] }, 'pass'],
    ['kev', { kev: true }, { kev: true }, 'blocked'],
    ['not kev', { kev: true }, { kev: false }, 'pass'],
    ['only what is not kev', { kev: false }, { kev: false }, 'blocked'],
    ['exploit', { exploit: true }, { exploitAvailable: true }, 'blocked'],
    ['epss at the bound', { epssMin: 0.5 }, { epss: 0.5 }, 'blocked'],
    ['epss below', { epssMin: 0.5 }, { epss: 0.499 }, 'pass'],
    ['epss unknown', { epssMin: 0 }, {}, 'pass'],
    ['score at the bound', { scoreMin: 7 }, { score: 7 }, 'blocked'],
    ['old enough', { ageMinDays: 30 }, { firstObservedAt: now - 30 * day }, 'blocked'],
    ['a second too young', { ageMinDays: 30 }, { firstObservedAt: now - 30 * day + 1_000 }, 'pass'],
    ['package glob', { package: 'open*' }, {}, 'blocked'],
    ['path glob over the missing slash', { path: '/usr/*' }, {}, 'blocked'],
    ['path glob without the slash', { path: 'usr/*' }, {}, 'pass'],
    ['a path that the package lacks', { path: '*' }, { packages: [{ name: 'a', version: '1' }] }, 'pass'],
    ['manager in any case', { packageManager: ['OS'] }, { packages: [{ name: 'a', version: '1', packageManager: 'os' }] }, 'blocked'],
    ['another manager', { packageManager: ['NPM'] }, {}, 'pass'],
    ['no package at all', {}, { packages: [] }, 'blocked'],
  ])('%s', (_what, rule, over, verdict) => {
    expect(actionFor(rule, over)).toBe(verdict);
  });

  it('takes the first match, per package', () => {
    const packages = [
      { name: 'kernel', version: '1' },
      { name: 'openssl', version: '1' },
    ];
    const rules: Rule[] = [
      { package: 'kernel', action: 'ignore' },
      { severity: ['CRITICAL'], action: 'block' },
    ];
    const { verdict, findings, counts } = judged([finding({ packages })], policy({ rules }));
    expect(verdict).toBe('blocked');
    expect(findings.map((row) => [row.package, row.verdict, row.rule])).toEqual([
      ['kernel', 'ignore', 1],
      ['openssl', 'block', 2],
    ]);
    expect(counts).toMatchObject({ CRITICAL: 1, introduced: 1 });
  });

  it.each<[string, Rule[], Policy['onMissingDetails'], 'pass' | 'blocked']>([
    ['counts as known', [{ kev: true, action: 'block' }], 'block', 'blocked'],
    ['does not count under allow', [{ kev: true, action: 'block' }], 'allow', 'pass'],
    ['does not slip through kev: false', [{ kev: false, action: 'block' }], 'block', 'blocked'],
    ['is not let off by a rule for known ones', [{ kev: true, action: 'ignore' }, { action: 'block' }], 'block', 'blocked'],
  ])('a finding with unknown KEV %s', (_what, rules, onMissingDetails, verdict) => {
    expect(judged([finding()], policy({ rules, onMissingDetails })).verdict).toBe(verdict);
  });
});

describe('waivers', () => {
  const block: Rule[] = [{ action: 'block' }];
  const waiver = (over: Partial<Waiver> = {}): Waiver => ({ id: 'CVE-1', until: '2026-12-31', untilFixed: false, reason: 'r', ...over });
  const withWaivers = (waivers: Waiver[], over: Partial<Finding> = {}) => judged([finding(over)], policy({ rules: block, waivers }));

  it.each<[string, Partial<Waiver>, Partial<Finding>, 'pass' | 'blocked']>([
    ['the id alone', {}, {}, 'pass'],
    ['another id', { id: 'CVE-2' }, {}, 'blocked'],
    ['the id in another case', { id: 'cve-1' }, {}, 'blocked'],
    ['its package', { package: 'openssl' }, {}, 'pass'],
    ['a glob of packages', { package: 'open*' }, {}, 'pass'],
    ['another package', { package: 'curl' }, {}, 'blocked'],
    ['its path', { path: '/usr/lib/*' }, {}, 'pass'],
    ['a path where there is none', { path: '*' }, { packages: [{ name: 'openssl', version: '1' }] }, 'blocked'],
    ['its platform', { platform: 'linux/amd64' }, {}, 'pass'],
    ['another platform', { platform: 'linux/arm64' }, {}, 'blocked'],
    ['its last day', { until: '2026-11-21' }, {}, 'pass'],
    ['the day before', { until: '2026-11-20' }, {}, 'blocked'],
    ['until-fixed, no fix', { untilFixed: true }, { fixAvailable: 'NO' }, 'pass'],
    ['until-fixed, a fix', { untilFixed: true }, { fixAvailable: 'YES' }, 'blocked'],
    ['until-fixed, partly', { untilFixed: true }, { fixAvailable: 'PARTIAL' }, 'blocked'],
  ])('%s', (_what, over, about, verdict) => {
    expect(withWaivers([waiver(over)], about).verdict).toBe(verdict);
  });

  it('waives exactly the packages that the scope says', () => {
    const packages = ['a', 'b'].map((name) => ({ name, version: '1' }));
    const { verdict, blocking, counts } = withWaivers([waiver({ package: 'a' })], { packages });
    expect([verdict, blocking, counts.waived]).toEqual(['blocked', ['CVE-1'], 0]);
    const both = withWaivers([waiver({ package: 'a' }), waiver({ package: 'b' })], { packages });
    expect([both.verdict, both.blocking, both.counts.waived, both.counts.CRITICAL]).toEqual(['pass', [], 1, 0]);
  });

  it('tells how each waiver fared', () => {
    const used = waiver({ until: '2026-11-28' });
    const unused = waiver({ id: 'CVE-9' });
    const expired = waiver({ until: '2026-11-20' });
    const fixed = waiver({ id: 'CVE-2', untilFixed: true });
    const findings = [finding(), finding({ id: 'CVE-2', fixAvailable: 'YES' })];
    expect(judged(findings, policy({ rules: block, waivers: [used, unused, expired, fixed] })).waivers).toEqual({
      used: [used],
      unused: [unused],
      expired: [expired],
      fixed: [fixed],
      expiring: [used],
    });
  });

  it('does not count as used on a finding that is ignored anyway', () => {
    expect(judged([finding()], policy({ waivers: [waiver()] })).waivers.unused).toHaveLength(1);
  });

  it('holds for suppressed findings that are judged', () => {
    const suppressed = [finding({ status: 'SUPPRESSED' })];
    const blockAll = policy({ rules: block });
    expect(judge(suppressed, blockAll, { now, onSuppressed: 'report' })).toMatchObject({
      verdict: 'pass',
      findings: [],
      counts: { suppressed: 1, CRITICAL: 0 },
    });
    expect(judge(suppressed, blockAll, { now, onSuppressed: 'block' })).toMatchObject({ verdict: 'blocked', counts: { suppressed: 1, CRITICAL: 0 } });
    expect(judge(suppressed, policy({ rules: block, waivers: [waiver()] }), { now, onSuppressed: 'block' }).verdict).toBe('pass');
  });
});

describe('what has to be read', () => {
  it.each<[string, Policy, string[]]>([
    ['the built-in policy', builtInPolicy, ['CRITICAL', 'HIGH']],
    ['a default of warn', policy({ default: 'warn' }), ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL', 'UNTRIAGED']],
    ['nothing', policy(), []],
    ['a rule without severity', policy({ rules: [{ kev: true, action: 'warn' }] }), ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL', 'UNTRIAGED']],
    [
      'an ignored severity before a block',
      policy({
        rules: [
          { severity: ['HIGH'], action: 'ignore' },
          { severity: ['HIGH', 'LOW'], action: 'block' },
        ],
      }),
      ['LOW'],
    ],
    [
      'a conditional ignore',
      policy({
        rules: [
          { severity: ['HIGH'], package: 'x', action: 'ignore' },
          { severity: ['HIGH'], action: 'block' },
        ],
      }),
      ['HIGH'],
    ],
    ['ignore whatever the fix', policy({ rules: [{ fix: 'any', action: 'ignore' }], default: 'block' }), []],
  ])('%s', (_what, rules, wanted) => {
    expect(relevantSeverities(rules)).toEqual(wanted);
  });

  it('asks for KEV only where a rule does', () => {
    expect(asksForKev(builtInPolicy)).toBe(false);
    expect(asksForKev(policy({ rules: [{ kev: false, action: 'warn' }] }))).toBe(true);
  });
});

describe('fixStateOf', () => {
  it.each([
    [{ fixAvailable: 'YES' } as const, {}, 'YES'],
    [{ fixAvailable: 'YES' } as const, { fixedInVersion: 'NotAvailable' }, 'NO'],
    [{ fixAvailable: 'NO' } as const, { fixedInVersion: '2' }, 'YES'],
    [{}, { fixedInVersion: '' }, 'NO'],
  ])('%j %j → %s', (about, at, wanted) => {
    expect(fixStateOf(about, at)).toBe(wanted);
  });
});
