/** The rules against the platform's table: ids, severities, profiles, parameters, words, and that each is tested. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRule, rules, rulesOf, tableIds } from '../src/index.ts';
import { byParameter, neverFail, neverUnknown, notStrict, parameterNames, platformTable } from './catalogue-table.ts';

const each = rules.map((rule) => [rule.id, rule] as const);
/** Parameters beside the page's: what profiles say differently. */
const ownWords: Readonly<Record<string, readonly string[]>> = {
  'kms-origin': ['volumes'],
  'subnet-tiers': ['tiers'],
  'public-subnet-lb-only': ['bastion'],
  'ec2-private': ['bastion'],
  'eks-logs': ['types'],
  'app-logs': ['drivers'],
};

describe('the catalogue is the table', () => {
  it('holds every id once, in its order', () => {
    expect(platformTable).toHaveLength(131);
    expect(rules.map(({ id }) => id)).toEqual(platformTable.map(([id]) => id));
    expect(tableIds).toEqual(platformTable.map(([id]) => id));
    expect(tableIds.filter((id) => !findRule(id))).toEqual([]);
  });

  it.each(platformTable)('%s is %s, in %s', (id, severity, documents) => {
    const rule = findRule(id);
    expect(rule?.severity).toBe(severity);
    const profiles = [...documents.split(' '), byParameter[id] ?? [], notStrict.has(id) ? [] : 'strict'].flat();
    expect([...(rule?.profiles ?? [])].sort()).toEqual(profiles.sort());
  });

  it('gives strict all rules but those of one profile alone', () => {
    const strict = new Set(rulesOf(['strict']));
    expect(rules.filter((rule) => !strict.has(rule)).map(({ id }) => id)).toEqual([...notStrict]);
  });

  it('names its parameters as people write them', () => {
    const named = Object.fromEntries(rules.filter(({ parameters }) => parameters).map(({ id, parameters }) => [id, Object.keys(parameters ?? {})]));
    for (const [id, names] of Object.entries(parameterNames)) expect(named[id] ?? [], id).toEqual(expect.arrayContaining([...names]));
    for (const [id, names] of Object.entries(named))
      expect(
        names.filter((name) => ![...(parameterNames[id] ?? []), ...(ownWords[id] ?? [])].includes(name)),
        id,
      ).toEqual([]);
  });
});

describe.each(each)('%s', (id, rule) => {
  it('says what, why, what to write and what fails', () => {
    expect(rule.what).toMatch(/^\S.{8,}[^.\s]$/);
    expect(rule.why.length).toBeGreaterThan(0);
    for (const text of [rule.remedy, rule.fails]) expect(text.trim()).not.toBe('');
    expect(rule.remedy).not.toBe(rule.fails);
    for (const text of [rule.remedy, rule.fails, rule.what]) expect(text).not.toMatch(/\b(lorem|foo|bar)\b/i);
  });

  it('quotes whole words of a document of one of its profiles', () => {
    const documents: Readonly<Record<string, string>> = {
      'mediationzone-on-aws': 'mz',
      'opta-aws-architecture': 'opta',
      'dataworks-data-egress': 'dwp',
      'system-design-2': 'sysdesign2',
      'banklitex-deployment-guideline': 'bank',
    };
    for (const { document, sentence } of rule.why) {
      expect(rule.profiles, document).toContain(documents[document]);
      expect(sentence).not.toMatch(/^\s*(…|\.\.\.)|(…|\.\.\.)\s*$/);
      expect(sentence.replaceAll('…', '').trim().length).toBeGreaterThan(10);
      for (const part of sentence.split('…')) expect(part.trim(), `a piece of ${sentence}`).not.toBe('');
    }
    // Each document that asks for the rule is quoted.
    const quoted = new Set(rule.why.map(({ document }) => documents[document]));
    const asked = platformTable.find(([one]) => one === id)?.[2].split(' ') ?? [];
    expect(asked.filter((profile) => !quoted.has(profile))).toEqual([]);
  });

  it('has tests with each of its answers', () => {
    const speaking = testTexts.filter((text) => text.includes(`'${id}'`) || text.includes(`"${id}"`));
    expect(speaking.length).toBeGreaterThan(0);
    const all = speaking.join('\n');
    if (!neverFail.has(id)) expect(all).toMatch(/\bfail\b/);
    if (!(id in neverUnknown)) expect(all).toMatch(/\bunknown\b/);
    expect(all).toMatch(/\bpass|\[\]|toEqual\(\[\]\)/);
  });
});

/** Tests but this one, whose data names every id. */
const testTexts = globSync('*.ts', { cwd: import.meta.dirname })
  .filter((file) => !file.startsWith('catalogue') && file !== 'config.test.ts')
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'));
