import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockedDestroys, type DestroyBudget } from '../src/budget/destroy-budget.ts';
import { matchesGlob } from '../src/budget/glob.ts';
import { statefulTypes } from '../src/budget/stateful.ts';
import type { PlanJson } from '../src/changes/plan-json.ts';

describe('globs', () => {
  const cases: [string, string, boolean][] = [
    ['*', 'module.a["x.y"].aws_s3_bucket.b[0]', true],
    ['aws_s3_bucket.*', 'aws_s3_bucket.logs["eu"]', true],
    ['aws_s3_bucket.logs[0]', 'aws_s3_bucket.logs[0]', true],
    ['aws_s3_bucket.logs[0]', 'aws_s3_bucket.logs0', false],
    ['aws_s3_bucket.logs[?]', 'aws_s3_bucket.logs[7]', true],
    ['aws_s3_bucket.logs', 'aws_s3_bucket.logs[0]', false],
    ['AWS_s3_bucket.*', 'aws_s3_bucket.a', false],
    ['a.b', 'axb', false],
    ['a*c', 'a\nb\nc', true],
    ['', '', true],
  ];
  it.each(cases)('%s on %s', (glob, text, matches) => {
    expect(matchesGlob(glob, text)).toBe(matches);
  });

  it('matches every text by itself where it has no wildcard', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[*?]/.test(text)),
        (text) => matchesGlob(text, text),
      ),
    );
  });
});

const plan: PlanJson = {
  resource_changes: [
    { address: 'aws_db_instance.main', mode: 'managed', type: 'aws_db_instance', change: { actions: ['delete', 'create'] } },
    { address: 'aws_instance.web[0]', mode: 'managed', type: 'aws_instance', change: { actions: ['delete'] } },
    { address: 'aws_instance.kept', mode: 'managed', type: 'aws_instance', change: { actions: ['update'] } },
    { address: 'aws_instance.forgotten', mode: 'managed', type: 'aws_instance', change: { actions: ['forget'] } },
    { address: 'data.aws_ami.x', mode: 'data', type: 'aws_ami', change: { actions: ['delete'] } },
  ],
};

describe('the destroy budget', () => {
  const cases: [string, Partial<DestroyBudget>, Record<string, string>][] = [
    ['none', { allow: 'none', destroyable: ['*', 'aws_db_instance.main'] }, { 'aws_db_instance.main': 'not-allowed', 'aws_instance.web[0]': 'not-allowed' }],
    ['listed, nothing', { allow: 'listed' }, { 'aws_db_instance.main': 'stateful', 'aws_instance.web[0]': 'not-listed' }],
    ['listed by glob', { allow: 'listed', destroyable: ['*'] }, { 'aws_db_instance.main': 'stateful' }],
    ['listed by address', { allow: 'listed', destroyable: ['aws_db_instance.main', 'aws_instance.web[?]'] }, {}],
    ['all', { allow: 'all' }, { 'aws_db_instance.main': 'stateful' }],
    ['all with the address', { allow: 'all', destroyable: ['aws_db_instance.main'] }, {}],
    ['all with a glob for the stateful', { allow: 'all', destroyable: ['aws_db_instance.*'] }, { 'aws_db_instance.main': 'stateful' }],
    ['another stateful list', { allow: 'all', stateful: ['aws_instance'] }, { 'aws_instance.web[0]': 'stateful' }],
  ];
  it.each(cases)('%s', (_name, budget, blocked) => {
    const found = blockedDestroys(plan, { allow: 'none', destroyable: [], stateful: statefulTypes, ...budget });
    expect(Object.fromEntries(found.map(({ address, reason }) => [address, reason]))).toEqual(blocked);
  });

  it('says what is a replace', () => {
    expect(blockedDestroys(plan, { allow: 'none', destroyable: [], stateful: [] }).map(({ replace }) => replace)).toEqual([true, false]);
  });

  it('knows the types of the convention stateful-destroy', () => {
    const convention = [
      'aws_db_instance',
      'aws_rds_cluster',
      'aws_efs_file_system',
      'aws_memorydb_cluster',
      'aws_s3_bucket',
      'aws_dynamodb_table',
      'aws_kms_key',
    ];
    expect(convention.filter((type) => !statefulTypes.includes(type))).toEqual([]);
  });
});
