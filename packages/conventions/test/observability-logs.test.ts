/** Logs of applications, trails, security services, Inspector, builds. */
import { describe, expect, it } from 'vitest';
import { judgeOne, verdicts } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;
const judge = (rule: string, resources: readonly ResourceSpec[], parameters = {}) => verdicts(judgeOne(rule, { resources }, parameters));

describe('app-logs', () => {
  const group = (days: unknown, unknown: Json = {}): ResourceSpec => ({ address: 'aws_cloudwatch_log_group.g', after: { retention_in_days: days }, unknown });
  it.each([
    [90, []],
    ['7', []],
    [0, ['fail aws_cloudwatch_log_group.g']],
    ['0', ['fail aws_cloudwatch_log_group.g']],
    [null, ['fail aws_cloudwatch_log_group.g']],
  ])('a log group with a retention of %j', (days, expected) => expect(judge('app-logs', [group(days)])).toEqual(expected));
  it('does not know a retention that apply tells', () => {
    expect(judge('app-logs', [group(undefined, { retention_in_days: true })])).toEqual(['unknown aws_cloudwatch_log_group.g']);
  });

  const it_ = 'aws_ecs_task_definition.t';
  const task = (...drivers: (string | null | undefined)[]): ResourceSpec => ({
    address: it_,
    after: {
      container_definitions: JSON.stringify(
        drivers.map((logDriver, index) => ({
          name: `c${index}`,
          ...(logDriver === undefined ? {} : { logConfiguration: logDriver === null ? null : { logDriver } }),
        })),
      ),
    },
  });
  it.each([
    ['CloudWatch', ['awslogs'], []],
    ['FireLens beside its router', ['awsfirelens', 'awslogs'], []],
    ['no containers', [], []],
    ['another driver', ['json-file'], [`fail ${it_}`]],
    ['splunk, which is not CloudWatch', ['splunk'], [`fail ${it_}`]],
    ['none', [undefined], [`fail ${it_}`]],
    ['null', [null], [`fail ${it_}`]],
    ['one of two without', ['awslogs', undefined], [`fail ${it_}`]],
  ])('containers: %s', (_, drivers, expected) => expect(judge('app-logs', [task(...drivers)])).toEqual(expected));
  it('takes other drivers from the file', () => {
    expect(judge('app-logs', [task('splunk')], { drivers: ['splunk'] })).toEqual([]);
    expect(judge('app-logs', [task('awslogs')], { drivers: ['splunk'] })).toEqual([`fail ${it_}`]);
  });
  it('does not know containers that apply tells, or that cannot be read', () => {
    expect(judge('app-logs', [{ address: it_, after: {}, unknown: { container_definitions: true } }])).toEqual([`unknown ${it_}`]);
    for (const text of ['{', '"text"', '[1]', '{}']) {
      expect(judge('app-logs', [{ address: it_, after: { container_definitions: text } }])).toEqual([`unknown ${it_}`]);
    }
  });
  it('names the container, and nothing of a sensitive definition', () => {
    const [open] = judgeOne('app-logs', { resources: [task('awslogs', 'syslog')] });
    expect(open).toMatchObject({ severity: 'warn', evidence: ['container c1: logConfiguration.logDriver is syslog'] });
    const [hidden] = judgeOne('app-logs', { resources: [{ ...task('syslog'), sensitive: { container_definitions: true } }] });
    expect(JSON.stringify(hidden)).not.toMatch(/syslog|c0/);
  });
  it('does not judge pods or clusters', () => expect(judge('app-logs', [{ address: 'aws_eks_cluster.c', after: { name: 'bank' } }])).toEqual([]));
  it('says who took the retention away', () => {
    const change = (before: number) =>
      judgeOne('app-logs', { resources: [{ ...group(0), before: { retention_in_days: before }, actions: ['update'] }] })[0]?.introduced;
    expect(change(7)).toBe(true);
    expect(change(0)).toBe(false);
  });
});

describe('cloudtrail', () => {
  const it_ = 'aws_cloudtrail.t';
  const good = { is_organization_trail: true, is_multi_region_trail: true, enable_log_file_validation: true, kms_key_id: 'alias/trail' };
  const trail = (after: Json, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: it_,
    after: { ...good, ...after },
    expressions: { kms_key_id: constant('alias/trail') },
    ...more,
  });
  it('wants all four', () => {
    expect(judge('cloudtrail', [trail({})])).toEqual([]);
    expect(judge('cloudtrail', [trail({ enable_logging: true })])).toEqual([]);
    expect(judge('cloudtrail', [trail({ enable_logging: false })])).toEqual([`fail ${it_}`]);
    expect(judge('cloudtrail', [trail({ kms_key_id: null })])).toEqual([`fail ${it_}`]);
    expect(judge('cloudtrail', [trail({ kms_key_id: '' })])).toEqual([`fail ${it_}`]);
    expect(judge('cloudtrail', [trail({ kms_key_id: 'alias/aws/cloudtrail' })])).toEqual([`fail ${it_}`]);
  });
  it.each(['is_organization_trail', 'is_multi_region_trail', 'enable_log_file_validation'])('%s', (name) => {
    expect(judge('cloudtrail', [trail({ [name]: 'true' })])).toEqual([]);
    expect(judge('cloudtrail', [trail({ [name]: false })])).toEqual([`fail ${it_}`]);
    expect(judge('cloudtrail', [trail({ [name]: null })])).toEqual([`fail ${it_}`]);
    expect(judge('cloudtrail', [trail({ [name]: undefined }, { unknown: { [name]: true } })])).toEqual([`unknown ${it_}`]);
  });
  it('takes a key of the plan by reference', () => {
    const key: ResourceSpec = { address: 'module.kms.aws_kms_key.k' };
    const of = { kms_key_id: undefined };
    const more = (expression: unknown) => trail(of, { unknown: { kms_key_id: true }, expressions: { kms_key_id: expression } });
    const modules = { 'module.kms': { outputs: { arn: ref('aws_kms_key.k.arn') } } };
    expect(verdicts(judgeOne('cloudtrail', { resources: [more(ref('module.kms.arn')), key], modules }))).toEqual([]);
    expect(judge('cloudtrail', [more(ref('local.key'))])).toEqual([`unknown ${it_}`]);
  });
  it('gives one finding with all reasons', () => {
    const found = judgeOne('cloudtrail', { resources: [trail({ is_multi_region_trail: false, kms_key_id: null })] });
    expect(found).toHaveLength(1);
    expect(found[0]?.evidence).toEqual(['is_multi_region_trail = false', 'kms_key_id is not set']);
  });
});

describe('security-services', () => {
  const one = (address: string, after: Json, unknown: Json = {}) => judge('security-services', [{ address, after, unknown }]);
  it.each([
    ['aws_guardduty_detector.d', { enable: true }, []],
    ['aws_guardduty_detector.d', { enable: 'true' }, []],
    ['aws_guardduty_detector.d', { enable: null }, []],
    ['aws_guardduty_detector.d', { enable: false }, ['fail']],
    ['aws_config_configuration_recorder_status.r', { is_enabled: true }, []],
    ['aws_config_configuration_recorder_status.r', { is_enabled: false }, ['fail']],
    ['aws_config_configuration_recorder_status.r', {}, ['fail']],
    ['aws_securityhub_finding_aggregator.a', { linking_mode: 'ALL_REGIONS' }, []],
    ['aws_securityhub_finding_aggregator.a', { linking_mode: 'SPECIFIED_REGIONS' }, []],
    ['aws_securityhub_finding_aggregator.a', { linking_mode: 'NO_REGIONS' }, ['fail']],
  ])('%s %j', (address, after, expected) => expect(one(address, after)).toEqual(expected.map((verdict) => `${verdict} ${address}`)));
  it('does not know a switch that apply tells', () => {
    expect(one('aws_guardduty_detector.d', {}, { enable: true })).toEqual(['unknown aws_guardduty_detector.d']);
    expect(one('aws_config_configuration_recorder_status.r', {}, { is_enabled: true })).toEqual(['unknown aws_config_configuration_recorder_status.r']);
  });
  it('judges each for itself, and asks for the others only where they are required', () => {
    const detector: ResourceSpec = { address: 'aws_guardduty_detector.d', after: { enable: true } };
    expect(judge('security-services', [detector])).toEqual([]);
    const found = judgeOne('security-services', { resources: [detector] }, { required: true });
    expect(verdicts(found)).toEqual(['fail plan']);
    expect(found[0]?.evidence).toEqual(['no aws_securityhub_finding_aggregator in the plan', 'no aws_config_configuration_recorder_status in the plan']);
  });
});

describe('inspector', () => {
  const it_ = 'aws_inspector2_enabler.i';
  const enabler = (types: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: it_,
    after: { account_ids: ['1'], resource_types: types },
    ...more,
  });
  it.each([
    [['ECR', 'EC2'], []],
    [['LAMBDA', 'EC2', 'ECR'], []],
    [['ECR'], [`fail ${it_}`]],
    [['EC2'], [`fail ${it_}`]],
    [[], [`fail ${it_}`]],
    [null, [`fail ${it_}`]],
  ])('%j', (types, expected) => expect(judge('inspector', [enabler(types)])).toEqual(expected));
  it('does not know types that apply tells', () => {
    expect(judge('inspector', [enabler(undefined, { unknown: { resource_types: true } })])).toEqual([`unknown ${it_}`]);
    expect(judge('inspector', [enabler(['ECR', null], { unknown: { resource_types: [false, true] } })])).toEqual([`unknown ${it_}`]);
  });
  it('counts enablers of the same accounts together, of others not', () => {
    const other = (account: string): ResourceSpec => ({ address: 'aws_inspector2_enabler.o', after: { account_ids: [account], resource_types: ['EC2'] } });
    expect(judge('inspector', [enabler(['ECR']), other('1')])).toEqual([]);
    expect(judge('inspector', [enabler(['ECR']), other('2')])).toEqual([`fail ${it_}`, 'fail aws_inspector2_enabler.o']);
  });
});

describe('codebuild-spec', () => {
  const it_ = 'aws_codebuild_project.p';
  const project = (source: Json, unknown: Json = {}): ResourceSpec => ({ address: it_, after: { source: [source] }, unknown });
  it.each([
    [{ type: 'CODEPIPELINE', buildspec: null }, []],
    [{ type: 'CODEPIPELINE', buildspec: 'buildspec.yml' }, []],
    [{ type: 'CODECOMMIT', buildspec: '' }, []],
    [{ type: 'GITHUB', buildspec: 'buildspec.yml' }, ['fail']],
    [{ type: 'NO_SOURCE', buildspec: null }, ['fail']],
    [{ type: 'CODEPIPELINE', buildspec: 'ci/buildspec.yml' }, ['fail']],
    [{ type: 'CODEPIPELINE', buildspec: 'buildspec.yaml' }, ['fail']],
    [{ type: 'CODEPIPELINE', buildspec: 'version: 0.2\nphases: {}\n' }, ['fail']],
    [{ type: 'CODEPIPELINE', buildspec: 'arn:aws:s3:::bucket/buildspec.yml' }, ['fail']],
  ])('%j', (source, expected) => expect(judge('codebuild-spec', [project(source)])).toEqual(expected.map((verdict) => `${verdict} ${it_}`)));
  it('does not know what apply tells', () => {
    expect(judge('codebuild-spec', [project({ type: 'CODEPIPELINE' }, { source: [{ buildspec: true }] })])).toEqual([`unknown ${it_}`]);
    expect(judge('codebuild-spec', [project({}, { source: [{ type: true }] })])).toEqual([`unknown ${it_}`]);
    expect(judge('codebuild-spec', [{ address: it_, after: {}, unknown: { source: true } }])).toEqual([`unknown ${it_}`]);
    expect(judge('codebuild-spec', [{ address: it_, after: { source: [] } }])).toEqual([`fail ${it_}`]);
  });
  it('is an information, and does not show what stands inline', () => {
    const [finding] = judgeOne('codebuild-spec', {
      resources: [project({ type: 'CODEPIPELINE', buildspec: 'version: 0.2\nenv: {variables: {TOKEN: abcdef}}' })],
    });
    expect(finding?.severity).toBe('info');
    expect(JSON.stringify(finding)).not.toContain('abcdef');
  });
});
