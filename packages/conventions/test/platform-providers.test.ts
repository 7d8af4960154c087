/** Regions, modules and services: judged on the configuration. */
import { describe, expect, it } from 'vitest';
import { type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, planJson, type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;

describe('region-allowed', () => {
  /** Providers by key: their region's expression. */
  const at = (providers: Record<string, unknown>, resources: readonly ResourceSpec[] = [], variables: Json = {}): { top: Json } => {
    const entry = (key: string, region: unknown) => ({
      name: 'aws',
      full_name: 'registry.terraform.io/hashicorp/aws',
      ...(key.includes('.') ? { alias: key.split('.')[1] } : {}),
      ...(region === undefined ? {} : { expressions: { region } }),
    });
    const provider_config = Object.fromEntries(Object.entries(providers).map(([key, region]) => [key, entry(key, region)]));
    return { top: { variables, configuration: { ...(planJson({ resources })['configuration'] as Json), provider_config } } };
  };
  const here = constant('eu-central-1');
  const east = constant('us-east-1');
  const on = (address: string): ResourceSpec => ({ address, providerKey: 'aws.east' });
  const cases: Case[] = [
    ['Frankfurt', [], [], at({ aws: here })],
    ['elsewhere', [], ['fail provider.aws'], at({ aws: constant('ap-south-1') })],
    ['Frankfurt by variable', [], [], at({ aws: ref('var.region') }, [], { region: { value: 'eu-central-1' } })],
    ['elsewhere by variable', [], ['fail provider.aws'], at({ aws: ref('var.region') }, [], { region: { value: 'ap-south-1' } })],
    ['a variable without value', [], ['unknown provider.aws'], at({ aws: ref('var.region') })],
    ['a local', [], ['unknown provider.aws'], at({ aws: ref('local.region') })],
    ['not said', [], ['unknown provider.aws'], at({ aws: undefined })],
    ['us-east-1 for a certificate', [on('aws_acm_certificate.c')], [], at({ aws: here, 'aws.east': east }, [on('aws_acm_certificate.c')])],
    ['us-east-1 for CloudFront', [on('aws_cloudfront_distribution.c')], [], at({ aws: here, 'aws.east': east }, [on('aws_cloudfront_distribution.c')])],
    ['us-east-1 for WAF', [on('aws_wafv2_web_acl.w')], [], at({ aws: here, 'aws.east': east }, [on('aws_wafv2_web_acl.w')])],
    ['us-east-1 for a bucket', [on('aws_s3_bucket.b')], ['fail provider.aws.east'], at({ aws: here, 'aws.east': east }, [on('aws_s3_bucket.b')])],
    [
      'us-east-1 for a bucket too',
      [on('aws_acm_certificate.c'), on('aws_s3_bucket.b')],
      ['fail provider.aws.east'],
      at({ aws: here, 'aws.east': east }, [on('aws_acm_certificate.c'), on('aws_s3_bucket.b')]),
    ],
    [
      'us-east-1 for a bucket of a module',
      [on('module.m.aws_s3_bucket.b')],
      ['fail provider.aws.east'],
      at({ aws: here, 'aws.east': east }, [on('module.m.aws_s3_bucket.b')]),
    ],
    ['us-east-1 without an alias', [], ['fail provider.aws'], at({ aws: east })],
    [
      'another region for a certificate',
      [on('aws_acm_certificate.c')],
      ['fail provider.aws.east'],
      at({ aws: here, 'aws.east': constant('us-west-2') }, [on('aws_acm_certificate.c')]),
    ],
    [
      'a second region of the list',
      [],
      ['fail provider.aws.b'],
      { ...at({ aws: here, 'aws.b': constant('eu-west-1') }), parameters: { regions: ['eu-central-1', 'eu-west-1'] } },
    ],
    ['two providers of one region', [], [], at({ aws: here, 'aws.b': here })],
    ['any one region for opta', [], [], { ...at({ aws: constant('us-west-2') }), profiles: ['opta'] }],
    ['but one', [], ['fail provider.aws.b'], { ...at({ aws: constant('us-west-2'), 'aws.b': here }), profiles: ['opta'] }],
    ['the bank’s region', [], ['fail provider.aws'], { ...at({ aws: constant('us-west-2') }), profiles: ['bank'] }],
    ['a module’s own provider', [], ['fail provider.module.m:aws'], at({ aws: here, 'module.m:aws': constant('us-west-2') })],
    ['a module that is handed its provider', [], [], at({ aws: here, 'module.m:aws': undefined })],
  ];
  judgeCases('region-allowed', cases);
  it('lets other providers alone', () => {
    const top = { configuration: { provider_config: { google: { name: 'google', expressions: { region: constant('europe-west3') } } }, root_module: {} } };
    expect(judgeOne('region-allowed', { top })).toEqual([]);
  });
  it('warns', () => expect(judgeOne('region-allowed', at({ aws: east }))).toMatchObject([{ severity: 'warn', address: 'provider.aws' }]));
});

describe('module-pinned', () => {
  const call = (source: string, version_constraint?: string, module: Json = {}): Json => ({
    source,
    ...(version_constraint === undefined ? {} : { version_constraint }),
    module,
  });
  const calls = (module_calls: Record<string, Json>): { top: Json } => ({ top: { configuration: { root_module: { module_calls } } } });
  const registry = 'terraform-aws-modules/vpc/aws';
  const cases: Case[] = [
    ...['1.1.9', '= 1.1.9', '=1.1.9', '1.1.9-beta1'].map((version): Case => [version, [], [], calls({ m: call(registry, version) })]),
    ...['~> 1.1', '>= 1.1.9', '1.1.9, < 2.0.0', '> 1.0', '!= 1.0.0', '<= 2.0.0'].map(
      (version): Case => [version, [], ['fail module.m'], calls({ m: call(registry, version) })],
    ),
    ['none', [], ['fail module.m'], calls({ m: call(registry) })],
    ['of a host', [], ['fail module.m'], calls({ m: call('spacelift.io/gft-blx/skeleton-networking/aws', '~> 1.1') })],
    ['of a host, pinned', [], [], calls({ m: call('spacelift.io/gft-blx/skeleton-networking/aws', '1.1.9') })],
    ['a part of a registry’s module', [], ['fail module.m'], calls({ m: call('terraform-aws-modules/iam/aws//modules/role') })],
    ['a folder', [], [], calls({ m: call('./modules/vpc') })],
    ['a folder above', [], [], calls({ m: call('../vpc/a/b') })],
    ['a repository', [], [], calls({ m: call('git::https://example.org/vpc.git?ref=v1.2.0') })],
    ['a repository of GitHub', [], [], calls({ m: call('github.com/example/vpc') })],
    ['a bucket', [], [], calls({ m: call('s3::https://s3-eu-west-1.amazonaws.com/modules/vpc.zip') })],
    ['in a module', [], ['fail module.a.module.b'], calls({ a: call('./a', undefined, { module_calls: { b: call(registry, '~> 1.0') } }) })],
    [
      'in a module of a registry',
      [],
      ['fail module.a', 'fail module.a.module.b'],
      calls({ a: call(registry, undefined, { module_calls: { b: call(registry) } }) }),
    ],
  ];
  judgeCases('module-pinned', cases);
  it('warns, with the version', () => {
    const [finding] = judgeOne('module-pinned', calls({ m: call(registry, '~> 1.1') }));
    expect(finding).toMatchObject({ severity: 'warn', address: 'module.m' });
    expect(`${finding?.message} ${finding?.evidence.join()}`).toContain('~> 1.1');
  });
});

describe('services-allowed', () => {
  const allowed =
    'aws_instance aws_launch_template aws_ebs_volume aws_autoscaling_group aws_eks_cluster aws_msk_cluster aws_rds_cluster aws_db_instance aws_cloudwatch_log_group aws_cloudwatch_metric_alarm aws_lb aws_lb_listener aws_iam_role aws_iam_policy aws_wafv2_web_acl aws_kms_key aws_kms_alias aws_s3_bucket aws_s3_bucket_policy aws_route53_zone aws_sns_topic aws_codeartifact_domain aws_vpc aws_subnet aws_route aws_route_table aws_security_group aws_nat_gateway aws_internet_gateway aws_flow_log aws_network_acl aws_eip aws_mwaa_environment aws_emr_cluster aws_emrcontainers_virtual_cluster aws_glue_job aws_ecr_repository aws_secretsmanager_secret aws_dynamodb_table aws_transfer_server aws_athena_workgroup aws_appmesh_mesh aws_securityhub_account aws_guardduty_detector aws_config_configuration_recorder aws_inspector2_enabler aws_cloudtrail aws_acm_certificate aws_chatbot_slack_channel_configuration aws_ssm_parameter';
  const refused =
    'aws_sqs_queue aws_lightsail_instance aws_lambda_function aws_elasticache_replication_group aws_docdb_cluster aws_redshift_cluster aws_vpclattice_service aws_nonsense';
  judgeCases(
    'services-allowed',
    allowed.split(' ').map((type): Case => [type, [{ address: `${type}.x` }], []]),
  );
  judgeCases(
    'services-allowed',
    refused.split(' ').map((type): Case => [type, [{ address: `${type}.x` }], [`fail ${type}.x`]]),
  );
  judgeCases('services-allowed', [
    ['another provider’s', [{ address: 'random_id.x' }, { address: 'helm_release.x' }], []],
    ['each instance', [{ address: 'module.m["a"].aws_sqs_queue.q[0]' }, { address: 'aws_s3_bucket.b' }], ['fail module.m["a"].aws_sqs_queue.q[0]']],
    ['deleted', [{ address: 'aws_sqs_queue.q', actions: ['delete'], before: {} }], []],
    ['the file', [{ address: 'aws_sqs_queue.q' }, { address: 'aws_s3_bucket.b' }], ['fail aws_s3_bucket.b'], { parameters: { services: ['sqs'] } }],
  ]);
  it('informs; what was there is not introduced', () => {
    expect(judgeOne('services-allowed', { resources: [{ address: 'aws_sqs_queue.q' }] })).toMatchObject([{ severity: 'info', introduced: true }]);
    expect(judgeOne('services-allowed', { resources: [{ address: 'aws_sqs_queue.q', actions: ['no-op'], after: {} }] })).toMatchObject([{ introduced: false }]);
  });
});
