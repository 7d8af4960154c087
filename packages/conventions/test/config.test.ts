/** The files that people write, profiles, parameters and rule ids. */
import { describe, expect, it } from 'vitest';
import { chooseRules, type Locate, readConventions, readWaivers, refuseRuleId, rulesOf, tableIds } from '../src/index.ts';

const locate: Locate = (path) => ({ file: 'c.yaml', line: path.length, column: 1 });
const settings = (written: object) => readConventions({ version: 1, rules: written }, locate).conventions.rules;
const choose = (profiles: Parameters<typeof chooseRules>[0]['profiles'], more: Partial<Parameters<typeof chooseRules>[0]> = {}) =>
  chooseRules({ profiles, only: [], settings: new Map(), ...more });
const minimum = (...profiles: Parameters<typeof chooseRules>[0]['profiles']) =>
  choose(profiles).find(({ rule }) => rule.id === 's3-encrypted')?.parameters['minimum'];

describe('profiles', () => {
  it('hold the rules of their document', () => {
    const ids = (profile: 'mz' | 'opta' | 'dwp' | 'sysdesign2' | 'bank') => rulesOf([profile]).map(({ id }) => id);
    expect(ids('mz').slice(0, 5)).toEqual(['rds-encrypted', 'memorydb-cmk', 'efs-encrypted', 'ssm-secure', 'kms-alias']);
    expect(ids('dwp')).toContain('ebs-external-cmk');
    expect(ids('dwp')).not.toContain('kms-origin');
    expect(ids('opta')).toContain('sqs-own-key');
    expect(ids('bank')).not.toContain('sqs-own-key');
    expect(rulesOf(['bank', 'mz'])).toHaveLength(new Set([...ids('bank'), ...ids('mz')]).size);
  });
  it('join to the tightest parameter', () => {
    expect(minimum('opta')).toBe('AES256');
    expect(minimum('bank')).toBe('aws:kms');
    expect(minimum('opta', 'bank')).toBe('aws:kms');
    expect(minimum('mz', 'opta')).toBe('AES256');
    expect(minimum('strict', 'opta')).toBe('aws:kms');
  });
  it('do not bind only: a rule from outside is judged most strictly', () => {
    expect(choose(['mz'], { only: ['s3-encrypted'] })).toMatchObject([{ rule: { id: 's3-encrypted' }, parameters: { minimum: 'aws:kms' } }]);
  });
  it('yield to the file, also when it is looser', () => {
    expect(
      choose(['bank'], { settings: settings({ 's3-encrypted': { minimum: 'AES256' } }) }).find(({ rule }) => rule.id === 's3-encrypted')?.parameters,
    ).toEqual({ minimum: 'AES256' });
  });
});

describe('the conventions file', () => {
  it('switches rules off, changes their severity, adds others', () => {
    const chosen = choose(['mz'], { settings: settings({ 'rds-encrypted': 'off', 'efs-encrypted': 'info', 'sqs-kms': 'warn' }) });
    const severities = Object.fromEntries(chosen.map(({ rule, severity }) => [rule.id, severity]));
    expect(severities).toMatchObject({ 'memorydb-cmk': 'warn', 'efs-encrypted': 'info', 'sqs-kms': 'warn', 'ssm-secure': 'error', 'kms-alias': 'warn' });
    expect(severities['rds-encrypted']).toBeUndefined();
    expect(chosen).toHaveLength(rulesOf(['mz']).length);
  });
  it('parameters alone add no rule', () =>
    expect(choose(['mz'], { settings: settings({ 's3-encrypted': { minimum: 'AES256' } }) }).map(({ rule }) => rule.id)).not.toContain('s3-encrypted'));
  it('off wins over only', () => expect(choose(['mz'], { only: ['rds-encrypted'], settings: settings({ 'rds-encrypted': 'off' }) })).toEqual([]));
  it('refuses patterns that are none', () => {
    const { mistakes } = readConventions({ version: 1, rules: { 'db-tls': 'off', 'ssm-secure': { pattern: '[' } } }, locate);
    expect(mistakes).toMatchObject([{ line: 3, code: 'wrong-value' }]);
  });
  it('survives any shape', () => {
    for (const value of [undefined, null, 7, [], { rules: [] }, { rules: { 'rds-cmk': null } }, { rules: { __proto__: null } }])
      expect(() => readConventions(value, locate)).not.toThrow();
  });
});

describe('the waivers file', () => {
  const entry = { rule: 'rds-cmk', address: '*', owner: 'o', reason: 'r', until: '2026-02-28' };
  it('gives each waiver its place', () =>
    expect(readWaivers({ waivers: [entry] }, locate)).toMatchObject({ waivers: [{ ...entry, place: { line: 2 } }], mistakes: [] }));
  it.each(['2026-02-30', '2026-13-01', '26-01-01', 'tomorrow', '2026-1-1', '2026-01-01T00:00:00Z'])('refuses the day %s', (until) => {
    expect(readWaivers({ waivers: [{ ...entry, until }] }, locate).mistakes).toMatchObject([{ code: 'wrong-value' }]);
  });
  it('refuses an unknown rule with the nearest', () => {
    const waivers = [
      { ...entry, rule: 'rds-cmc' },
      { ...entry, rule: 'db-tls' },
    ];
    expect(readWaivers({ waivers }, locate).mistakes).toMatchObject([{ code: 'unknown-rule', message: 'there is no rule "rds-cmc"; did you mean rds-cmk?' }]);
  });
});

describe('rules', () => {
  it('are found by id, and others refused with the nearest', () => {
    expect(refuseRuleId('rds-cmk')).toBeUndefined();
    for (const id of tableIds) expect(refuseRuleId(id), id).toBeUndefined();
    expect(refuseRuleId('rds_cmk')?.message).toContain('did you mean rds-cmk?');
    expect(refuseRuleId('completely else')?.message).toBe('there is no rule "completely else"');
  });
});
