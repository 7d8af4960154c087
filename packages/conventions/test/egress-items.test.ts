/** The egress table and its items: keys, shape, destination, twins, stub. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

type Fields = Record<string, unknown>;
const S = (text: string) => ({ S: text });

const full: Fields = {
  source_prefix: S('exports/daily/*'),
  pipeline_name: S('daily'),
  source_bucket: S('published'),
  destination_bucket: S('warehouse'),
  destination_prefix: S('in/'),
  transfer_type: S('S3'),
  recipient_name: S('team'),
  decrypt: { BOOL: true },
};
const sft: Fields = { ...full, transfer_type: S('SFT'), destination_bucket: S('') };
const without = (fields: Fields, ...names: string[]): Fields => Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

const item = (fields: Fields | string, name = 'a', more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: `aws_dynamodb_table_item.${name}`,
  after: {
    table_name: 'data-egress',
    hash_key: 'source_prefix',
    range_key: 'pipeline_name',
    item: typeof fields === 'string' ? fields : JSON.stringify(fields),
  },
  ...more,
});
const unknownItem = item(full, 'a', { after: { table_name: 'data-egress' }, unknown: { item: true } });
const table = (after: Record<string, unknown>, more: Partial<ResourceSpec> = {}): ResourceSpec => ({ address: 'aws_dynamodb_table.t', after, ...more });
const failsA = ['fail aws_dynamodb_table_item.a'];
const unknownA = ['unknown aws_dynamodb_table_item.a'];

describe('egress-table-keys', () => {
  const right = { hash_key: 'source_prefix', range_key: 'pipeline_name' };
  judgeCases('egress-table-keys', [
    ['the two keys', [table({ name: 'data-egress', ...right })], []],
    ['no sort key', [table({ name: 'data-egress', hash_key: 'source_prefix' })], ['fail aws_dynamodb_table.t']],
    ['keys the other way round', [table({ name: 'data-egress', hash_key: 'pipeline_name', range_key: 'source_prefix' })], ['fail aws_dynamodb_table.t']],
    ['an empty key', [table({ name: 'egress', ...right, range_key: '' })], ['fail aws_dynamodb_table.t']],
    ['camel case', [table({ name: 'dataEgress', hash_key: 'id' })], ['fail aws_dynamodb_table.t']],
    ['another table', [table({ name: 'orders', hash_key: 'id' })], []],
    ['a word that only holds it', [table({ name: 'regression', hash_key: 'id' })], []],
    ['a name that apply tells, with other keys', [table({ hash_key: 'id' }, { unknown: { name: true } })], []],
    ['a key that apply tells', [table({ name: 'data-egress', hash_key: 'source_prefix' }, { unknown: { range_key: true } })], ['unknown aws_dynamodb_table.t']],
    ['deleted', [table({}, { after: null, before: { name: 'data-egress', hash_key: 'x' }, actions: ['delete'] })], []],
    [
      'in a module, with keys',
      [
        { address: 'module.e["a"].aws_dynamodb_table.t', after: { name: 'egress-a', hash_key: 'x' } },
        { address: 'module.e["b"].aws_dynamodb_table.t', after: { name: 'egress-b', ...right } },
      ],
      ['fail module.e["a"].aws_dynamodb_table.t'],
    ],
  ]);

  it('tells what was there before', () => {
    const wrong = { name: 'data-egress', hash_key: 'id' };
    expect(brought('egress-table-keys', table(wrong))).toEqual(['true aws_dynamodb_table.t']);
    expect(brought('egress-table-keys', table(wrong, { actions: ['no-op'] }))).toEqual(['false aws_dynamodb_table.t']);
    expect(brought('egress-table-keys', table(wrong, { actions: ['delete', 'create'], before: wrong }))).toEqual(['false aws_dynamodb_table.t']);
    expect(brought('egress-table-keys', table(wrong, { actions: ['delete', 'create'], before: { name: 'data-egress', ...right } }))).toEqual([
      'true aws_dynamodb_table.t',
    ]);
  });
});

describe('egress-item-shape', () => {
  const missing: Case[] = Object.keys(full).map((name) => [`without ${name}`, [item(without(full, name))], failsA]);
  const decrypts: [unknown, boolean][] = [
    [{ BOOL: false }, true],
    [{ bool: true }, true],
    [S('true'), true],
    [S('false'), true],
    [S('yes'), false],
    [{ N: '1' }, false],
    [{ B: 'true' }, false],
    [S(''), false],
    [true, false],
  ];
  judgeCases('egress-item-shape', [
    ['all eight', [item(full)], []],
    ...missing,
    ['more attributes', [item({ ...full, compress: { BOOL: true }, compress_fmt: S('gz') })], []],
    ['types in lower case', [item({ ...full, source_prefix: { s: 'exports/daily/*' } })], []],
    ['SFT with a blank bucket', [item(sft)], []],
    ['SFT without a bucket', [item(without(sft, 'destination_bucket'))], []],
    ['SFT with a bucket of NULL', [item({ ...sft, destination_bucket: { NULL: true } })], []],
    ['S3 with a blank bucket is for egress-item-dest', [item({ ...full, destination_bucket: S('') })], []],
    ['a blank recipient', [item({ ...full, recipient_name: S('') })], failsA],
    ['a prefix that is a number', [item({ ...full, source_prefix: { N: '1' } })], failsA],
    ['a bucket that is a flag', [item({ ...sft, destination_bucket: { BOOL: true } })], failsA],
    ['another transfer', [item({ ...full, transfer_type: S('FTP') })], failsA],
    ['transfer in lower case', [item({ ...full, transfer_type: S('s3') })], failsA],
    ...decrypts.map(([decrypt, ok]): Case => [`decrypt ${JSON.stringify(decrypt)}`, [item({ ...full, decrypt })], ok ? [] : failsA]),
    ['no JSON', [item('{')], failsA],
    ['a list', [item('[]')], failsA],
    ['no item', [item('')], failsA],
    ['apply tells', [unknownItem], unknownA],
    ['an item of another table', [item({}, 'a', { after: { table_name: 'orders', hash_key: 'id', item: '{}' } })], []],
    [
      'a table known by its keys',
      [item({}, 'a', { after: { table_name: 'rows', hash_key: 'source_prefix', range_key: 'pipeline_name', item: '{}' } })],
      failsA,
    ],
    [
      'a table known by name, by reference',
      [
        table({ name: 'data-egress' }),
        item({}, 'a', { after: { item: '{}' }, unknown: { table_name: true }, expressions: { table_name: ref('aws_dynamodb_table.t.name') } }),
      ],
      failsA,
    ],
    [
      'a table of the plan known by its keys',
      [table({ name: 'rows', hash_key: 'source_prefix', range_key: 'pipeline_name' }), item({}, 'a', { after: { table_name: 'rows', item: '{}' } })],
      failsA,
    ],
    [
      'each item of a for_each',
      [
        { ...item(full), address: 'aws_dynamodb_table_item.a["x"]' },
        { ...item(without(full, 'decrypt')), address: 'aws_dynamodb_table_item.a["y"]' },
      ],
      ['fail aws_dynamodb_table_item.a["y"]'],
    ],
  ]);

  it('tells all faults in one finding, and hides what is sensitive', () => {
    const wrong = item({ ...without(full, 'recipient_name'), decrypt: { B: 'hunter2' } });
    const [finding, more] = judgeOne('egress-item-shape', { resources: [wrong] });
    expect(more).toBeUndefined();
    expect(finding?.message).toBe('recipient_name is missing; decrypt is neither true nor false');
    expect(finding?.evidence).toEqual(['recipient_name is not in the item', 'decrypt = {"B":"hunter2"}']);
    const hidden = judgeOne('egress-item-shape', { resources: [{ ...wrong, sensitive: { item: true } }] });
    expect(JSON.stringify(hidden)).not.toContain('hunter2');
    expect(hidden[0]?.evidence).toContain('decrypt = (sensitive)');
  });

  it('tells what was there before', () => {
    const old = { table_name: 'data-egress', item: '{}' };
    expect(brought('egress-item-shape', item({}, 'a', { after: old, before: old, actions: ['update'] }))).toEqual(['false aws_dynamodb_table_item.a']);
    expect(brought('egress-item-shape', item({}))).toEqual(['true aws_dynamodb_table_item.a']);
  });
});

describe('egress-item-dest', () => {
  judgeCases('egress-item-dest', [
    ['S3 with a bucket', [item(full)], []],
    ['S3 with a blank one', [item({ ...full, destination_bucket: S('') })], failsA],
    ['S3 with spaces', [item({ ...full, destination_bucket: S(' ') })], failsA],
    ['S3 without one', [item(without(full, 'destination_bucket'))], failsA],
    ['SFT with a blank one', [item(sft)], []],
    ['SFT without one', [item(without(sft, 'destination_bucket'))], []],
    ['SFT with NULL', [item({ ...sft, destination_bucket: { NULL: true } })], []],
    ['SFT with a bucket', [item({ ...sft, destination_bucket: S('warehouse') })], failsA],
    ['SFT with the stub’s bucket', [item({ ...sft, destination_bucket: S('stub-hdfs-1') })], failsA],
    ['another transfer is for egress-item-shape', [item({ ...full, transfer_type: S('FTP'), destination_bucket: S('') })], []],
    ['no item is for egress-item-shape', [item('{')], []],
    ['apply tells', [unknownItem], unknownA],
  ]);
});

describe('egress-item-both', () => {
  const twin = (name: string, more: Fields = {}): Fields => ({ ...sft, pipeline_name: S(name), ...more });
  const failsB = ['fail aws_dynamodb_table_item.b'];
  const other = item(full, 'c', { after: { table_name: 'other-egress', item: JSON.stringify(full) } });
  judgeCases('egress-item-both', [
    ['one way', [item(sft)], []],
    ['both, with #sft', [item(full), item(twin('daily#sft'), 'b')], []],
    ['both, with another name', [item(full), item(twin('daily-2'), 'b')], failsB],
    ['both, the item of SFT first', [item(twin('daily-2'), 'b'), item(full)], failsB],
    ['both, #SFT in capitals', [item(full), item(twin('daily#SFT'), 'b')], failsB],
    ['another prefix', [item(full), item(twin('daily-2', { source_prefix: S('exports/weekly/*') }), 'b')], []],
    ['another table', [other, item(twin('daily-2'), 'b')], []],
    ['two of S3', [item(full), item({ ...full, pipeline_name: S('x') }, 'b')], []],
    ['apply tells', [unknownItem, item(twin('daily-2'), 'b')], unknownA],
  ]);

  it('names the twin', () => {
    const [finding] = judgeOne('egress-item-both', { resources: [item(full), item(twin('daily-2'), 'b')] });
    expect(finding?.evidence).toEqual(['pipeline_name = {"S":"daily-2"}; the same source_prefix as aws_dynamodb_table_item.a']);
  });

  it('is brought by a twin that comes', () => {
    const old = item(twin('daily-2'), 'b', { actions: ['no-op'] });
    expect(brought('egress-item-both', item(full), old)).toEqual(['true aws_dynamodb_table_item.b']);
    expect(brought('egress-item-both', item(full, 'a', { actions: ['no-op'] }), old)).toEqual(['false aws_dynamodb_table_item.b']);
  });
});

describe('egress-stub', () => {
  const filled = item({ ...sft, destination_bucket: S('warehouse') });
  const environment = (name: string | undefined) => ({ top: { variables: name === undefined ? {} : { environment: { value: name } } } });
  judgeCases('egress-stub', [
    ['blank', [item(sft)], [], environment('qa')],
    ['left out', [item(without(sft, 'destination_bucket'))], [], environment('qa')],
    ['the stub', [item({ ...sft, destination_bucket: S('stub-hdfs-abc') })], [], environment('qa')],
    ['another bucket', [filled], failsA, environment('qa')],
    ['another bucket in production', [filled], [], environment('production')],
    ['another bucket in prod', [filled], [], environment('prod')],
    ['preprod is not production', [filled], failsA, environment('preprod')],
    ['the file’s environment', [filled], failsA, { ...environment(undefined), facts: { environment: 'development' } }],
    ['the file says production', [filled], [], { ...environment(undefined), facts: { environment: 'production' } }],
    ['the plan’s variable goes before the file', [filled], failsA, { ...environment('qa'), facts: { environment: 'production' } }],
    ['no environment', [filled], unknownA, environment(undefined)],
    ['no environment, blank', [item(sft)], [], environment(undefined)],
    ['S3', [item(full)], [], environment('qa')],
    ['apply tells', [unknownItem], unknownA, environment('qa')],
    ['apply tells, in production', [unknownItem], [], environment('production')],
  ]);
});

it('keeps expressions out of it', () => {
  expect(judgeOne('egress-item-dest', { resources: [item(full, 'a', { expressions: { item: constant('x') } })] })).toEqual([]);
});
