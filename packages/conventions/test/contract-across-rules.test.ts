/** The sentences of the contract across rules and on contradictions, one case each. */
import { describe, expect, it } from 'vitest';
import type { ProfileName } from '../src/index.ts';
import { judgeWith, verdicts } from './judge-one.ts';
import { constant, type PlanSpec, type ResourceSpec, ref } from './plan-builder.ts';

const one = (address: string, after: Record<string, unknown>, more: Partial<ResourceSpec> = {}): ResourceSpec => ({ address, after, ...more });
const key = one('aws_kms_key.k', { enable_key_rotation: true });
const queue = (expression: object | undefined, more: Partial<ResourceSpec> = {}): ResourceSpec =>
  one('aws_sqs_queue.q', {}, { unknown: { kms_master_key_id: true }, ...(expression ? { expressions: { kms_master_key_id: expression } } : {}), ...more });
const endpoint = (cidrs: object): ResourceSpec =>
  one('aws_eks_cluster.c', { name: 'c', vpc_config: [{ endpoint_private_access: true, endpoint_public_access: true, ...cidrs }] });
const openCidrs: ResourceSpec = { ...endpoint({}), unknown: { vpc_config: [{ public_access_cidrs: true }] }, expressions: { vpc_config: [{}] } };

type Case = [what: string, rule: string, spec: PlanSpec, expected: string[], profiles?: ProfileName[], parameters?: Record<string, unknown>];
const cases: Case[] = [
  ['G1 an attribute that carries the fact', 'sqs-kms', { resources: [key, queue(ref('aws_kms_key.k.arn'))] }, []],
  ['G1 a local beside it proves nothing', 'sqs-kms', { resources: [key, queue(ref('aws_kms_key.k.arn', 'local.on'))] }, ['unknown aws_sqs_queue.q']],
  ['G1 a root variable beside it is known', 'sqs-kms', { resources: [key, queue(ref('aws_kms_key.k.arn', 'var.on'))] }, []],
  ['G1 an attribute that carries no fact', 'sqs-kms', { resources: [key, queue(ref('aws_kms_key.k.policy'))] }, ['unknown aws_sqs_queue.q']],
  [
    'G1 a key that is only deleted',
    'sqs-kms',
    { resources: [{ ...key, actions: ['delete'], before: {}, after: null }, queue(ref('aws_kms_key.k.arn'))] },
    ['unknown aws_sqs_queue.q'],
  ],
  [
    'G2 the alias of the service',
    'sqs-kms',
    { resources: [one('aws_sqs_queue.q', { kms_master_key_id: 'arn:aws:kms:eu-central-1:123456789012:alias/aws/sqs' })] },
    ['fail aws_sqs_queue.q'],
  ],
  ['G2 an empty string is null', 'sqs-kms', { resources: [one('aws_sqs_queue.q', { kms_master_key_id: '' })] }, ['fail aws_sqs_queue.q']],
  [
    'G2 a key that somebody chose',
    'sqs-kms',
    {
      resources: [
        one('aws_sqs_queue.q', { kms_master_key_id: 'arn:aws:kms:eu-central-1:123456789012:key/k' }, { expressions: { kms_master_key_id: ref('var.key') } }),
      ],
    },
    [],
  ],
  ['G3 left out and computed', 'sqs-kms', { resources: [queue(undefined)] }, ['unknown aws_sqs_queue.q']],
  ['G3 inline rules are another resource’s', 'sg-world-open', { resources: [one('aws_security_group.g', {}, { unknown: { ingress: true } })] }, []],
  ['G9 absence is no finding', 'cloudtrail', { resources: [key] }, []],
  ['G9 unless it is required', 'cloudtrail', { resources: [key] }, ['fail plan'], ['strict'], { required: true }],
  ['G9 unless it is required: volumes', 'ebs-default', { resources: [key] }, ['fail plan'], ['strict'], { required: true }],
  ['G9 unless it is required: metadata', 'imds-default', { resources: [key] }, ['fail plan'], ['strict'], { required: true }],
  ['G9 unless it is required: inspector', 'inspector', { resources: [key] }, ['fail plan'], ['strict'], { required: true }],
  [
    'G9 the switch without a key of its own',
    'ebs-default',
    { resources: [one('aws_ebs_encryption_by_default.e', { enabled: true })] },
    ['unknown aws_ebs_encryption_by_default.e'],
  ],
  ['G19 the word for a flag', 'rds-encrypted', { resources: [one('aws_db_instance.d', { storage_encrypted: 'true' }, { unknown: {} })] }, []],
  [
    'G19 the other word',
    'rds-encrypted',
    { resources: [one('aws_db_instance.d', { storage_encrypted: 'false' }, { unknown: {} })] },
    ['fail aws_db_instance.d'],
  ],
  ['C4 a public endpoint with no ranges set', 'eks-private-endpoint', { resources: [openCidrs] }, ['unknown aws_eks_cluster.c'], ['opta']],
  [
    'C4 a public endpoint for everyone',
    'eks-private-endpoint',
    { resources: [endpoint({ public_access_cidrs: ['0.0.0.0/0'] })] },
    ['fail aws_eks_cluster.c'],
    ['opta'],
  ],
  [
    'C5 more than AES256 satisfies',
    's3-encrypted',
    {
      resources: [
        one('aws_s3_bucket.b', { bucket: 'b' }),
        one('aws_s3_bucket_server_side_encryption_configuration.b', {
          bucket: 'b',
          rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms' }] }],
        }),
      ],
    },
    [],
    ['opta'],
  ],
  [
    'C6 both spellings of the shared account',
    'name-iam-role',
    { resources: ['shared-service-ci-private-worker-role', 'shared-services-ci-private-worker-role'].map((name, at) => one(`aws_iam_role.r${at}`, { name })) },
    [],
  ],
  ['C11 a block that nobody wrote', 'imds-v2', { resources: [one('aws_instance.i', {}, { unknown: { metadata_options: true } })] }, ['fail aws_instance.i']],
  [
    'C17 one public zone beside a private one',
    'dns-zone',
    {
      resources: [
        one('aws_route53_zone.public', { name: 'a.b', vpc: [] }),
        one('aws_route53_zone.private', { name: 'a.b', vpc: [{ vpc_id: 'vpc-1' }] }),
        one(
          'aws_route53_record.ns',
          { type: 'NS', zone_id: 'Z1', name: 'a.b' },
          { expressions: { records: ref('aws_route53_zone.public.name_servers'), type: constant('NS') } },
        ),
      ],
    },
    [],
  ],
  [
    'C20 both forms of a key’s name',
    'name-kms-alias',
    { resources: ['alias/dev-apps-s3-kms', 'alias/sandbox-apps-ssm', 'alias/dev-default-ebs'].map((name, at) => one(`aws_kms_alias.a${at}`, { name })) },
    [],
  ],
];

describe('the contract', () => {
  it.each(cases)('%s', (_what, rule, spec, expected, profiles, parameters) => {
    const options = { ...(profiles ? { profiles } : {}), parameters: (parameters ?? {}) as Record<string, boolean> };
    expect(verdicts(judgeWith(rule, spec, options))).toEqual(expected);
  });
});
