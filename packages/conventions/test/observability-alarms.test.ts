/** Alarms, and scans of images. */
import { describe, expect, it } from 'vitest';
import { judgeOne, verdicts } from './judge-one.ts';
import { type PlanSpec, type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const judge = (rule: string, resources: readonly ResourceSpec[], rest: Partial<PlanSpec> = {}) => verdicts(judgeOne(rule, { resources, ...rest }));

const assets: [type: string, namespace: string, dimension: string, name: string][] = [
  ['aws_eks_cluster', 'ContainerInsights', 'ClusterName', 'name'],
  ['aws_eks_cluster', 'AWS/EKS', 'ClusterName', 'name'],
  ['aws_db_instance', 'AWS/RDS', 'DBInstanceIdentifier', 'identifier'],
  ['aws_rds_cluster', 'AWS/RDS', 'DBClusterIdentifier', 'cluster_identifier'],
  ['aws_msk_cluster', 'AWS/Kafka', 'Cluster Name', 'cluster_name'],
];

describe.each(assets)('alarms for %s in %s', (type, namespace, dimension, name) => {
  const it_ = `${type}.it`;
  const asset: ResourceSpec = { address: it_, after: { [name]: 'bank' } };
  const unnamed: ResourceSpec = { address: it_, unknown: { [name]: true, id: true } };
  const alarm = (after: Json, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: 'aws_cloudwatch_metric_alarm.a',
    after: { namespace, ...after },
    ...more,
  });
  const by = (expression: unknown): ResourceSpec => alarm({}, { unknown: { dimensions: { [dimension]: true } }, expressions: { dimensions: expression } });

  it('joins by the known name', () => {
    expect(judge('alarms', [asset, alarm({ dimensions: { [dimension]: 'bank' } })])).toEqual([]);
    expect(judge('alarms', [asset, alarm({ dimensions: { [dimension]: 'bank', Role: 'WRITER' } })])).toEqual([]);
    expect(judge('alarms', [asset, alarm({ dimensions: { [dimension]: 'other' } })])).toEqual([`fail ${it_}`]);
    expect(judge('alarms', [asset, alarm({ dimensions: { Other: 'bank' } })])).toEqual([`fail ${it_}`]);
    expect(judge('alarms', [asset, alarm({ dimensions: null })])).toEqual([`fail ${it_}`]);
    expect(judge('alarms', [asset, alarm({ namespace: 'AWS/EC2', dimensions: { [dimension]: 'bank' } })])).toEqual([`fail ${it_}`]);
    expect(judge('alarms', [asset])).toEqual([`fail ${it_}`]);
  });
  it('joins by reference', () => {
    expect(judge('alarms', [unnamed, by(ref(`${it_}.${name}`))])).toEqual([]);
    expect(judge('alarms', [unnamed, by(ref(`${type}.other.${name}`)), { ...unnamed, address: `${type}.other` }])).toEqual([`fail ${it_}`]);
  });
  it('does not know an alarm that may be anyone’s', () => {
    expect(judge('alarms', [asset, by(ref('local.name'))])).toEqual([`unknown ${it_}`]);
    expect(judge('alarms', [asset, alarm({}, { unknown: { dimensions: true } })])).toEqual([`unknown ${it_}`]);
    expect(judge('alarms', [unnamed, alarm({ dimensions: { [dimension]: 'bank' } })])).toEqual([`unknown ${it_}`]);
    const space = alarm({ namespace: undefined, dimensions: { [dimension]: 'bank' } }, { unknown: { namespace: true } });
    expect(judge('alarms', [asset, space])).toEqual([`unknown ${it_}`]);
    expect(judge('alarms', [asset, alarm({ namespace: 'AWS/EC2' }, { unknown: { dimensions: true } })])).toEqual([`fail ${it_}`]);
  });
  it('takes metric queries too, and no composite alarms', () => {
    const metric = { metric: [{ namespace, dimensions: { [dimension]: 'bank' } }] };
    expect(judge('alarms', [asset, { address: 'aws_cloudwatch_metric_alarm.a', after: { metric_query: [{ metric: [] }, metric] } }])).toEqual([]);
    expect(judge('alarms', [asset, { address: 'aws_cloudwatch_composite_alarm.a', after: { alarm_rule: 'ALARM(bank)' } }])).toEqual([`fail ${it_}`]);
  });
  it('follows for_each', () => {
    const each: ResourceSpec = {
      address: 'aws_cloudwatch_metric_alarm.a["x"]',
      after: { namespace },
      unknown: { dimensions: { [dimension]: true } },
      expressions: { dimensions: ref(`each.value.${name}`) },
      forEach: ref(`${type}.it`),
    };
    const keyed = (key: string): ResourceSpec => ({ ...unnamed, address: `${it_}["${key}"]` });
    expect(judge('alarms', [keyed('x'), keyed('y'), each])).toEqual([`fail ${it_}["y"]`]);
  });
  it('follows a module', () => {
    const inside: ResourceSpec = { ...by(ref('var.name')), address: 'module.alarms.aws_cloudwatch_metric_alarm.a' };
    expect(judge('alarms', [unnamed, inside], { modules: { 'module.alarms': { expressions: { name: ref(`${it_}.${name}`) } } } })).toEqual([]);
  });
  it('says whether this change takes the alarm away', () => {
    const still: ResourceSpec = { ...asset, actions: ['no-op'] };
    const gone = alarm({}, { after: null, before: { namespace, dimensions: { [dimension]: 'bank' } }, actions: ['delete'] });
    expect(judgeOne('alarms', { resources: [still, gone] })[0]).toMatchObject({ introduced: true, severity: 'warn' });
    expect(judgeOne('alarms', { resources: [still] })[0]?.introduced).toBe(false);
  });
});

describe('alarms', () => {
  it('does not ask for the members of a cluster', () => {
    expect(judge('alarms', [{ address: 'aws_rds_cluster_instance.i', after: { identifier: 'i' } }])).toEqual([]);
  });
  it('does not take the alarm of an instance for that of a cluster of the same name', () => {
    const cluster: ResourceSpec = { address: 'aws_rds_cluster.c', after: { cluster_identifier: 'bank' } };
    const alarm: ResourceSpec = { address: 'aws_cloudwatch_metric_alarm.a', after: { namespace: 'AWS/RDS', dimensions: { DBInstanceIdentifier: 'bank' } } };
    expect(judge('alarms', [cluster, alarm])).toEqual(['fail aws_rds_cluster.c']);
  });
});

describe('alarms that may be of one of several', () => {
  const database = (name: string, after: Json, unknown: Json = {}): ResourceSpec => ({ address: `aws_db_instance.${name}`, after, unknown });
  const alarm = (dimensions: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: 'aws_cloudwatch_metric_alarm.a',
    after: { namespace: 'AWS/RDS', dimensions },
    ...more,
  });
  const unnamed = ['a', 'b'].map((name) => database(name, {}, { identifier: true }));

  it('a condition between two proves neither', () => {
    const either = alarm(undefined, {
      unknown: { dimensions: { DBInstanceIdentifier: true } },
      expressions: { dimensions: ref('var.first', 'aws_db_instance.a.identifier', 'aws_db_instance.b.identifier') },
    });
    expect(judge('alarms', [...unnamed, either])).toEqual(['unknown aws_db_instance.a', 'unknown aws_db_instance.b']);
  });
  it('a name that is another’s is not this one’s', () => {
    const named = database('n', { identifier: 'bank' });
    expect(judge('alarms', [...unnamed, named, alarm({ DBInstanceIdentifier: 'bank' })])).toEqual(['fail aws_db_instance.a', 'fail aws_db_instance.b']);
  });
  it('another attribute is not the name', () => {
    const by = (attribute: string) =>
      alarm(undefined, {
        unknown: { dimensions: { DBInstanceIdentifier: true } },
        expressions: { dimensions: ref(`aws_db_instance.a.${attribute}`) },
      });
    expect(judge('alarms', [database('a', {}, { identifier: true }), by('identifier')])).toEqual([]);
    expect(judge('alarms', [database('a', {}, { identifier: true }), by('endpoint')])).toEqual(['unknown aws_db_instance.a']);
  });
  it('an alarm that is only deleted is none', () => {
    const gone = alarm(undefined, { after: null, before: { namespace: 'AWS/RDS', dimensions: { DBInstanceIdentifier: 'bank' } }, actions: ['delete'] });
    expect(judge('alarms', [database('n', { identifier: 'bank' }), gone])).toEqual(['fail aws_db_instance.n']);
  });
});

describe('ecr-scan', () => {
  const it_ = 'aws_ecr_repository.r';
  const repository = (scan: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: it_,
    after: { name: 'prod/api', image_scanning_configuration: scan },
    ...more,
  });
  const registry = (filter: unknown, frequency = 'SCAN_ON_PUSH', more: Json = {}): ResourceSpec => ({
    address: 'aws_ecr_registry_scanning_configuration.c',
    after: { scan_type: 'ENHANCED', rule: [{ scan_frequency: frequency, repository_filter: [{ filter, filter_type: 'WILDCARD' }] }], ...more },
  });
  const off = repository([{ scan_on_push: false }]);

  it.each([
    [[{ scan_on_push: true }], []],
    [[{ scan_on_push: 'true' }], []],
    [[{ scan_on_push: false }], [`fail ${it_}`]],
    [[{}], [`fail ${it_}`]],
    [[], [`fail ${it_}`]],
    [null, [`fail ${it_}`]],
  ])('its own switch: %j', (scan, expected) => expect(judge('ecr-scan', [repository(scan)])).toEqual(expected));

  it.each([
    ['*', 'SCAN_ON_PUSH', []],
    ['*', 'CONTINUOUS_SCAN', []],
    ['*', 'MANUAL', [`fail ${it_}`]],
    ['prod/*', 'SCAN_ON_PUSH', []],
    ['prod', 'SCAN_ON_PUSH', []],
    ['*api', 'CONTINUOUS_SCAN', []],
    ['p*d/*i', 'CONTINUOUS_SCAN', []],
    ['dev/*', 'CONTINUOUS_SCAN', [`fail ${it_}`]],
    ['dev', 'CONTINUOUS_SCAN', [`fail ${it_}`]],
    ['prod/api*api', 'CONTINUOUS_SCAN', [`fail ${it_}`]],
  ])('a rule of the registry for %s, %s', (filter, frequency, expected) => {
    expect(judge('ecr-scan', [off, registry(filter, frequency)])).toEqual(expected);
    expect(judge('ecr-scan', [repository([]), registry(filter, frequency)])).toEqual(expected);
  });

  it('a registry without rules scans nothing', () => expect(judge('ecr-scan', [off, registry('*', '', { rule: [] })])).toEqual([`fail ${it_}`]));
  it('basic scans on push count as well', () => expect(judge('ecr-scan', [off, registry('*', 'SCAN_ON_PUSH', { scan_type: 'BASIC' })])).toEqual([]));

  it('does not know what apply tells', () => {
    expect(judge('ecr-scan', [repository([{}], { unknown: { image_scanning_configuration: [{ scan_on_push: true }] } })])).toEqual([`unknown ${it_}`]);
    expect(judge('ecr-scan', [repository(undefined, { unknown: { image_scanning_configuration: true } })])).toEqual([`unknown ${it_}`]);
    expect(judge('ecr-scan', [off, { ...registry('*'), after: {}, unknown: { rule: true } }])).toEqual([`unknown ${it_}`]);
    const unnamed: ResourceSpec = { address: it_, after: { image_scanning_configuration: [] }, unknown: { name: true } };
    expect(judge('ecr-scan', [unnamed, registry('prod/*')])).toEqual([`unknown ${it_}`]);
    expect(judge('ecr-scan', [unnamed, registry('*')])).toEqual([]);
    const filter = { ...registry(undefined), unknown: { rule: [{ repository_filter: [{ filter: true }] }] } };
    expect(judge('ecr-scan', [off, filter])).toEqual([`unknown ${it_}`]);
    const frequency = { ...registry('*', undefined), unknown: { rule: [{ scan_frequency: true }] } };
    expect(judge('ecr-scan', [off, { ...frequency, after: { rule: [{ repository_filter: [{ filter: '*' }] }] } }])).toEqual([`unknown ${it_}`]);
    expect(judge('ecr-scan', [off, { ...frequency, after: { rule: [{ repository_filter: [{ filter: 'dev' }] }] } }])).toEqual([`fail ${it_}`]);
  });

  it('looks at each repository, also in modules', () => {
    const keyed = (key: string, scan: boolean): ResourceSpec => ({
      ...repository([{ scan_on_push: scan }]),
      address: `module.ecr.aws_ecr_repository.r["${key}"]`,
    });
    expect(judge('ecr-scan', [keyed('a', true), keyed('b', false)])).toEqual(['fail module.ecr.aws_ecr_repository.r["b"]']);
  });
  it('is an error, introduced by who takes the scan away', () => {
    const still: ResourceSpec = { ...off, actions: ['no-op'] };
    const gone: ResourceSpec = { ...registry('*'), before: registry('*').after ?? {}, after: null, actions: ['delete'] };
    expect(judgeOne('ecr-scan', { resources: [still, gone] })[0]).toMatchObject({ introduced: true, severity: 'error' });
    expect(judgeOne('ecr-scan', { resources: [still] })[0]?.introduced).toBe(false);
  });
});
