/** Rules about names of databases and disks, after their cluster. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

const cluster = (name: string, address = 'aws_eks_cluster.c'): ResourceSpec => ({ address, after: { name }, expressions: { name: constant(name) } });
const open: ResourceSpec = { address: 'aws_eks_cluster.c', unknown: { name: true }, expressions: { name: ref('random_pet.p.id') } };

const database = (identifier: string): ResourceSpec => ({
  address: 'aws_db_instance.d',
  after: { identifier },
  expressions: { identifier: constant(identifier) },
});
const aurora = (name: string): ResourceSpec => ({ address: 'aws_rds_cluster.d', after: { cluster_identifier: name } });
const prefixed = (prefix: string): ResourceSpec => ({ address: 'aws_db_instance.d', after: { identifier_prefix: prefix }, unknown: { identifier: true } });

describe('name-rds', () => {
  const bad = ['fail aws_db_instance.d'];
  const inFile = { facts: { cluster: 'mz' } };
  judgeCases('name-rds', [
    ['after the plan’s cluster', [database('mz-db'), cluster('mz')], []],
    ['after another name', [database('other-db'), cluster('mz')], bad],
    ['after one of two clusters', [database('b-db'), cluster('a'), cluster('b', 'module.x.aws_eks_cluster.c["y"]')], []],
    ['after the file’s cluster', [database('mz-db')], [], inFile],
    ['not after the file’s cluster', [database('x-db')], bad, inFile],
    ['the file’s cluster beside the plan’s', [database('mz-db'), cluster('other')], [], inFile],
    ['without a cluster, of the right form', [database('x-db')], []],
    ['without a cluster, of another form', [database('systemdb')], bad],
    ['a cluster in capitals, whose identifier RDS writes small', [database('mz-db'), cluster('MZ')], []],
    ['names compare by case', [database('MZ-db'), cluster('mz')], bad],
    ['Aurora alike', [aurora('mz-db'), cluster('mz')], []],
    ['Aurora under another name', [aurora('mz'), cluster('mz')], ['fail aws_rds_cluster.d']],
    ['a beginning that can still become right', [prefixed('mz-'), cluster('mz')], ['unknown aws_db_instance.d']],
    ['a hopeless beginning', [prefixed('app-'), cluster('mz')], bad],
    ['a generated identifier', [{ address: 'aws_db_instance.d', unknown: { identifier: true } }, cluster('mz')], ['unknown aws_db_instance.d']],
    ['a cluster whose name only apply tells', [database('x-db'), open], ['unknown aws_db_instance.d']],
    ['the same, of another form: no cluster makes it right', [database('systemdb'), open], bad],
    ['the same beside one whose name is told', [database('mz-db'), open, cluster('mz', 'aws_eks_cluster.other')], []],
    ['a cluster that was read', [database('x-db')], bad, { data: [{ address: 'data.aws_eks_cluster.c', values: { name: 'mz' } }] }],
    ['a member of an Aurora cluster is not asked', [{ address: 'aws_rds_cluster_instance.i', after: { identifier: 'x' } }], []],
    [
      'in a module with for_each',
      [
        { ...database('mz-db'), address: 'module.d["a"].aws_db_instance.d["b"]' },
        { ...database('x'), address: 'module.d["a"].aws_db_instance.d["c"]' },
        cluster('mz'),
      ],
      ['fail module.d["a"].aws_db_instance.d["c"]'],
    ],
  ] satisfies Case[]);
  it('is brought by a new name only', () => {
    const update = (before: string): ResourceSpec => ({ ...database('x'), actions: ['update'], before: { identifier: before } });
    expect(brought('name-rds', update('x'), { ...cluster('mz'), actions: ['no-op'] })).toEqual(['false aws_db_instance.d']);
    expect(brought('name-rds', update('mz-db'), { ...cluster('mz'), actions: ['no-op'] })).toEqual(['true aws_db_instance.d']);
  });
});

const disk = (values: Record<string, unknown>, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aws_efs_file_system.d',
  after: values,
  ...more,
});

describe('name-efs', () => {
  const bad = ['fail aws_efs_file_system.d'];
  judgeCases('name-efs', [
    ['by the tag', [disk({ tags: { Name: 'mz-efs-disk' } }), cluster('mz')], []],
    ['by the creation token', [disk({ creation_token: 'mz-efs-disk', tags: null }), cluster('mz')], []],
    ['another tag', [disk({ tags: { Name: 'disk' } }), cluster('mz')], bad],
    ['no tag and a generated token', [disk({ tags: {} }, { unknown: { creation_token: true } }), cluster('mz')], ['unknown aws_efs_file_system.d']],
    ['neither', [disk({}), cluster('mz')], bad],
    ['the file’s cluster', [disk({ tags: { Name: 'x-efs-disk' } })], bad, { facts: { cluster: 'mz' } }],
    ['without a cluster, of the right form', [disk({ tags: { Name: 'x-efs-disk' } })], []],
    ['without a cluster, of another form', [disk({ tags: { Name: 'x' } })], bad],
    ['names compare by case', [disk({ tags: { Name: 'MZ-efs-disk' } }), cluster('mz')], bad],
    ['tags that only apply tells', [disk({}, { unknown: { tags: true } }), cluster('mz')], ['unknown aws_efs_file_system.d']],
    [
      'a tag that only apply tells',
      [disk({ tags: {} }, { unknown: { tags: { Name: true }, tags_all: true } }), cluster('mz')],
      ['unknown aws_efs_file_system.d'],
    ],
    ['a known tag that is wrong, beside a generated token', [disk({ tags: { Name: 'x' } }, { unknown: { creation_token: true } }), cluster('mz')], bad],
    ['a cluster whose name only apply tells', [disk({ tags: { Name: 'x-efs-disk' } }), open], ['unknown aws_efs_file_system.d']],
  ] satisfies Case[]);
  it('is told without a sensitive text', () => {
    const resources = [disk({ tags: { Name: 'hunter2' } }, { sensitive: { tags: { Name: true } } }), cluster('mz')];
    expect(JSON.stringify(judgeOne('name-efs', { resources }))).not.toContain('hunter2');
  });
});
