import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInPolicy, type Path, readPolicy, scanPolicySchema } from '../src/index.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
/** Places that show the path, so that a test sees which key a mistake points at. */
const locate = (path: Path) => ({ file: path.join('.') || '(root)', line: path.length + 1, column: 1 });
const mistakesOf = (value: unknown) => readPolicy(value, locate, now).mistakes.map(({ file, code }) => `${file} ${code}`);

describe('readPolicy', { timeout: 60_000 }, () => {
  it('fills in what a minimal policy leaves out', () => {
    expect(readPolicy({ version: 1 }, locate, now)).toEqual({
      policy: { rules: [], default: 'warn', onMissingDetails: 'block', maxWaiverDays: 90, failOnUnused: false, waivers: [] },
      mistakes: [],
    });
  });

  it('reads every key', () => {
    const rule = {
      severity: ['HIGH'],
      fix: 'partial',
      kev: true,
      exploit: false,
      'epss-min': 0.5,
      'score-min': 7,
      package: 'open*',
      path: '/usr/*',
      'age-min-days': 30,
    };
    const waiver = { id: 'CVE-1', package: 'p', path: '/x', platform: 'linux/arm64', until: '2026-12-31', 'until-fixed': true, reason: 'r', owner: 'o' };
    const value = {
      version: 1,
      rules: [{ ...rule, 'package-manager': ['npm', 'OS'], action: 'warn' }],
      default: 'ignore',
      'on-missing-details': 'allow',
      'max-waiver-days': 60,
      'fail-on-unused': true,
      waivers: [waiver],
    };
    const { policy, mistakes } = readPolicy(value, locate, now);
    expect(mistakes).toEqual([]);
    expect(policy).toEqual({
      rules: [
        {
          severity: ['HIGH'],
          fix: 'partial',
          kev: true,
          exploit: false,
          epssMin: 0.5,
          scoreMin: 7,
          package: 'open*',
          path: '/usr/*',
          packageManager: ['NPM', 'OS'],
          ageMinDays: 30,
          action: 'warn',
        },
      ],
      default: 'ignore',
      onMissingDetails: 'allow',
      maxWaiverDays: 60,
      failOnUnused: true,
      waivers: [{ id: 'CVE-1', package: 'p', path: '/x', platform: 'linux/arm64', until: '2026-12-31', untilFixed: true, reason: 'r', owner: 'o' }],
    });
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', null, ['(root) wrong-type']],
    ['a list', [], ['(root) wrong-type']],
    ['no version', {}, ['(root) missing-key']],
    ['another version', { version: '1' }, ['version wrong-value']],
    ['rules that are a map', { version: 1, rules: {} }, ['rules wrong-type']],
    ['a rule that is a text', { version: 1, rules: ['block'] }, ['rules.0 wrong-type']],
    ['a severity that is a text', { version: 1, rules: [{ severity: 'HIGH', action: 'block' }] }, ['rules.0.severity wrong-type']],
    ['no severities', { version: 1, rules: [{ severity: [], action: 'block' }] }, ['rules.0.severity wrong-value']],
    ['severities in lower case', { version: 1, rules: [{ severity: ['high'], action: 'block' }] }, ['rules.0.severity.0 unknown-value']],
    ['a text for a flag', { version: 1, rules: [{ kev: 'true', action: 'block' }] }, ['rules.0.kev wrong-type']],
    ['a score of 11', { version: 1, rules: [{ 'score-min': 11, action: 'block' }] }, ['rules.0.score-min wrong-value']],
    ['half a day', { version: 1, rules: [{ 'age-min-days': 0.5, action: 'block' }] }, ['rules.0.age-min-days wrong-value']],
    ['not a number', { version: 1, rules: [{ 'epss-min': Number.NaN, action: 'block' }] }, ['rules.0.epss-min wrong-value']],
    ['an empty glob', { version: 1, rules: [{ path: '', action: 'block' }] }, ['rules.0.path wrong-value']],
    ['no managers', { version: 1, rules: [{ 'package-manager': [], action: 'block' }] }, ['rules.0.package-manager wrong-value']],
    ['a waiver with nothing', { version: 1, waivers: [{}] }, ['waivers.0 missing-key', 'waivers.0 missing-key', 'waivers.0 missing-key']],
    ['a day that is none', { version: 1, waivers: [{ id: 'a', until: '2026-13-01', reason: 'r' }] }, ['waivers.0.until wrong-date']],
    ['a moment for a day', { version: 1, waivers: [{ id: 'a', until: '2026-12-01T00:00:00Z', reason: 'r' }] }, ['waivers.0.until wrong-date']],
    ['a day too far', { version: 1, 'max-waiver-days': 1, waivers: [{ id: 'a', until: '2026-11-23', reason: 'r' }] }, ['waivers.0.until waiver-too-long']],
    [
      'a platform that is none',
      { version: 1, waivers: [{ id: 'a', platform: 'arm64', until: '2026-11-23', reason: 'r' }] },
      ['waivers.0.platform wrong-value'],
    ],
    ['a waiver twice', { version: 1, waivers: Array(2).fill({ id: 'a', until: '2026-11-23', reason: 'r' }) }, ['waivers.1 duplicate-waiver']],
  ])('refuses %s', (_what, value, wanted) => {
    expect(mistakesOf(value)).toEqual(wanted);
    expect(readPolicy(value, locate, now).policy).toBeUndefined();
  });

  it('points at the key of an unknown one and names the nearest', () => {
    const { mistakes } = readPolicy({ version: 1, waiver: [], zzz: 1 }, locate, now);
    expect(mistakes.map(({ message }) => message)).toEqual([
      'waiver is not a key here; did you mean waivers?',
      expect.stringContaining('known are version, rules, default'),
    ]);
  });

  it('takes the last allowed day, and days long past: an expired waiver is no fault of the file', () => {
    const waivers = [
      { id: 'a', until: '2027-02-19', reason: 'r' },
      { id: 'b', until: '2020-01-01', reason: 'r' },
    ];
    expect(mistakesOf({ version: 1, waivers })).toEqual([]);
  });

  it('agrees with the schema on form, whatever it is given', () => {
    const validate = new Ajv({ strict: false }).compile(scanPolicySchema);
    const scalar = fc.oneof(
      fc.constantFrom('block', 'HIGH', 'yes', 'x', '', 'linux/amd64', '2026-12-01'),
      fc.boolean(),
      fc.constantFrom(0, 0.5, 1, 3, -1, 12),
      fc.constant(null),
    );
    const anything = fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }));
    const mapOf = (keys: string[]) => fc.dictionary(fc.constantFrom(...keys, 'other'), anything, { maxKeys: 4 });
    const rule = mapOf(Object.keys(scanPolicySchema.properties.rules.items.properties));
    const waiver = mapOf(Object.keys(scanPolicySchema.properties.waivers.items.properties));
    const policy = fc.record(
      {
        version: fc.constantFrom(1, 1, 1, 2),
        rules: fc.oneof(fc.array(rule, { maxLength: 2 }), anything),
        default: anything,
        'max-waiver-days': anything,
        'fail-on-unused': anything,
        waivers: fc.array(waiver, { maxLength: 2 }),
      },
      { requiredKeys: ['version'] },
    );
    const meaning = new Set(['waiver-too-long', 'duplicate-waiver', 'wrong-date']);
    fc.assert(
      fc.property(policy, (value) => {
        const form = readPolicy(value, locate, now).mistakes.filter(({ code }) => !meaning.has(code));
        const dates = readPolicy(value, locate, now).mistakes.some(({ code }) => code === 'wrong-date');
        if (form.length > 0) expect(validate(value)).toBe(false);
        else if (!dates) expect(validate(value)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('has a built-in policy that the schema would take', () => {
    expect(builtInPolicy).toMatchObject({ rules: [{ severity: ['CRITICAL', 'HIGH'], action: 'block' }], default: 'ignore', onMissingDetails: 'block' });
  });
});
