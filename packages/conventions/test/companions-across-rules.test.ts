/** Companions across rules: taken away, added wrong, or joined by more than one reference. */
import { describe, expect, it } from 'vitest';
import { judgeOne } from './judge-one.ts';
import { type PlanSpec, type ResourceSpec, ref } from './plan-builder.ts';

const stays = (address: string, after: Record<string, unknown>, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address,
  actions: ['no-op'],
  after,
  ...more,
});
const goes = (address: string, before: Record<string, unknown>): ResourceSpec => ({ address, actions: ['delete'], before, after: null });

const bucket = stays('aws_s3_bucket.b', { bucket: 'b', id: 'b', arn: 'arn:aws:s3:::b' });
const lb = stays('aws_lb.web', { arn: 'arn:lb', internal: false, load_balancer_type: 'application' });
const key = stays('aws_kms_key.k', { key_id: 'k', arn: 'arn:k', id: 'k' });
const kmsRule = { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms' }] }] };
const shut = { block_public_acls: true, block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: true };
const tlsOnly = JSON.stringify({
  Statement: [
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
});

const taken: [rule: string, owner: string, resources: ResourceSpec[]][] = [
  ['s3-encrypted', 'aws_s3_bucket.b', [bucket, goes('aws_s3_bucket_server_side_encryption_configuration.b', { bucket: 'b', ...kmsRule })]],
  ['s3-private', 'aws_s3_bucket.b', [bucket, goes('aws_s3_bucket_public_access_block.b', { bucket: 'b', ...shut })]],
  ['s3-tls-only', 'aws_s3_bucket.b', [bucket, goes('aws_s3_bucket_policy.b', { bucket: 'b', policy: tlsOnly })]],
  [
    's3-lifecycle-7d',
    'aws_s3_bucket.uploads',
    [
      stays('aws_s3_bucket.uploads', { bucket: 'b', id: 'b' }),
      goes('aws_s3_bucket_lifecycle_configuration.b', { bucket: 'b', rule: [{ status: 'Enabled', expiration: [{ days: 7 }] }] }),
    ],
  ],
  ['kms-alias', 'aws_kms_key.k', [key, goes('aws_kms_alias.k', { name: 'alias/k', target_key_id: 'k' })]],
  ['lb-waf', 'aws_lb.web', [lb, goes('aws_wafv2_web_acl_association.w', { resource_arn: 'arn:lb', web_acl_arn: 'arn:acl' })]],
  ['ddos', 'aws_lb.web', [lb, goes('aws_shield_protection.s', { resource_arn: 'arn:lb' })]],
  [
    'efs-backup',
    'aws_efs_file_system.f',
    [
      stays('aws_efs_file_system.f', { id: 'fs-1', arn: 'arn:fs' }),
      goes('aws_efs_backup_policy.f', { file_system_id: 'fs-1', backup_policy: [{ status: 'ENABLED' }] }),
    ],
  ],
  [
    'efs-mounts',
    'aws_efs_file_system.f',
    [stays('aws_efs_file_system.f', { id: 'fs-1' }), goes('aws_efs_mount_target.f', { file_system_id: 'fs-1', security_groups: ['sg-1'] })],
  ],
  [
    'secret-rotation',
    'aws_secretsmanager_secret.s',
    [
      stays('aws_secretsmanager_secret.s', { id: 'arn:s', arn: 'arn:s' }),
      goes('aws_secretsmanager_secret_rotation.s', { secret_id: 'arn:s', rotation_rules: [{ automatically_after_days: 30 }] }),
    ],
  ],
  [
    'oidc-provider',
    'aws_eks_cluster.c',
    [
      stays('aws_eks_cluster.c', { name: 'c', identity: [{ oidc: [{ issuer: 'https://oidc.eks/x' }] }] }),
      goes('aws_iam_openid_connect_provider.c', { url: 'https://oidc.eks/x' }),
    ],
  ],
  [
    'alarms',
    'aws_db_instance.d',
    [
      stays('aws_db_instance.d', { identifier: 'd', id: 'd' }),
      goes('aws_cloudwatch_metric_alarm.d', { namespace: 'AWS/RDS', dimensions: { DBInstanceIdentifier: 'd' } }),
    ],
  ],
  [
    'flow-logs',
    'aws_vpc.v',
    [
      stays('aws_vpc.v', { id: 'vpc-1', cidr_block: '10.0.0.0/16' }),
      bucket,
      stays('aws_s3_bucket_server_side_encryption_configuration.b', { bucket: 'b', ...kmsRule }),
      goes('aws_flow_log.v', { vpc_id: 'vpc-1', log_destination_type: 's3', log_destination: 'arn:aws:s3:::b', traffic_type: 'ALL' }),
    ],
  ],
  [
    'acm-dns',
    'aws_acm_certificate.c',
    [
      stays('aws_acm_certificate.c', { arn: 'arn:c', domain_name: 'a.b', validation_method: 'DNS' }),
      stays('aws_route53_record.c', { type: 'CNAME' }, { expressions: { name: ref('aws_acm_certificate.c.domain_validation_options') } }),
      goes('aws_acm_certificate_validation.c', { certificate_arn: 'arn:c' }),
    ],
  ],
  [
    'db-multi-az',
    'aws_rds_cluster.c',
    [
      stays('aws_rds_cluster.c', { cluster_identifier: 'c', id: 'c', engine: 'aurora-postgresql' }),
      stays('aws_rds_cluster_instance.a', { cluster_identifier: 'c' }),
      goes('aws_rds_cluster_instance.b', { cluster_identifier: 'c' }),
    ],
  ],
  [
    'vpc-az-spread',
    'aws_vpc.v',
    [
      stays('aws_vpc.v', { id: 'vpc-1', cidr_block: '10.0.0.0/16' }),
      ...['a', 'b'].map((zone) =>
        stays(`aws_subnet.private_${zone}`, { vpc_id: 'vpc-1', availability_zone: `eu-central-1${zone}`, map_public_ip_on_launch: false }),
      ),
      goes('aws_subnet.private_c', { vpc_id: 'vpc-1', availability_zone: 'eu-central-1c', map_public_ip_on_launch: false }),
    ],
  ],
];

describe('a companion that this change takes away', () => {
  it.each(taken)('%s: the owner fails, and the change is at fault', (rule, owner, resources) => {
    expect(judgeOne(rule, { resources })).toMatchObject([{ address: owner, verdict: 'fail', introduced: true }]);
  });
});

/** As the well-known bucket module writes it: a local as condition, the policy of the bucket, or the bucket. */
const chosen = ref('local.attach_policy', 'aws_s3_bucket_policy.this[0].id', 'aws_s3_bucket.this[0].id');
const module = 'module.s3.';
const twoBuckets = (flags: Record<string, unknown>): PlanSpec => ({
  resources: [
    { address: `${module}aws_s3_bucket.this[0]`, after: { bucket: 'mine' } },
    { address: `${module}aws_s3_bucket_public_access_block.this[0]`, after: flags, unknown: { bucket: true, id: true }, expressions: { bucket: chosen } },
    { address: 'aws_s3_bucket.other', after: { bucket: 'other' } },
  ],
});

describe('a companion that names a bucket beside a local', () => {
  it('leaves the buckets open that it may mean, and no other', () => {
    expect(judgeOne('s3-private', twoBuckets(shut))).toMatchObject([
      { address: 'aws_s3_bucket.other', verdict: 'fail' },
      { address: 'module.s3.aws_s3_bucket.this[0]', verdict: 'unknown' },
    ]);
  });

  it('may be anyone’s where no bucket of the plan is named', () => {
    const spec = twoBuckets(shut);
    const resources = (spec.resources ?? []).map((one) => (one.expressions ? { ...one, expressions: { bucket: ref('local.bucket') } } : one));
    expect(judgeOne('s3-private', { resources })).toMatchObject([{ verdict: 'unknown' }, { verdict: 'unknown' }]);
  });
});
