/** Blocks of several resources: owners with companions, clusters with members, queues that share a key. */
import { fixed, scalar } from './aspects.ts';
import { addCompanions, addLoose, type Companion } from './companions.ts';
import { type Draft, type Json, references } from './draft.ts';
import { addModel, type Model } from './instances.ts';
import { addKey, created } from './keys.ts';
import { clusterModels, efsModel, secretModel } from './models-data.ts';

const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const tls = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const role = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/app' }, Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
const anyone = { ...role, Principal: '*' };
const open = policy(tls, anyone);
const flags = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];
const enabled = 'rule.0.apply_server_side_encryption_by_default.0.sse_algorithm';

/** What a policy says beside its word on TLS. */
const onPolicy = (own: string, value: unknown) => (own === 'unknown' ? 'unknown' : value === open || value === policy(anyone) ? 'fail' : 'pass');

const bucketPolicy: Model = {
  type: 'aws_s3_bucket_policy',
  base: {},
  aspects: [
    {
      ...scalar(
        's3-tls-only',
        'policy',
        [policy(tls), policy(role, tls), open],
        [policy(role), policy(anyone), policy({ ...tls, Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/app' } })],
      ),
      also: { 's3-private': onPolicy, 's3-policy-role-only': onPolicy },
    },
  ],
};

const days = (value: number, more: Json = {}) => [{ id: 'x', status: 'Enabled', expiration: [{ days: value }], filter: [], ...more }];

const companions = {
  encryption: {
    model: {
      type: 'aws_s3_bucket_server_side_encryption_configuration',
      base: {},
      aspects: [scalar('s3-encrypted', enabled, ['aws:kms', 'aws:kms:dsse'], ['AES256'])],
    },
    attribute: 'bucket',
    by: 'id',
    misses: 's3-encrypted',
  },
  access: {
    model: { type: 'aws_s3_bucket_public_access_block', base: {}, aspects: flags.map((flag) => scalar('s3-private', flag, [true, 'true'], [false])) },
    attribute: 'bucket',
    by: 'id',
    misses: 's3-private',
  },
  policy: { model: bucketPolicy, attribute: 'bucket', by: 'id', misses: 's3-tls-only' },
  lifecycle: {
    model: {
      type: 'aws_s3_bucket_lifecycle_configuration',
      base: {},
      aspects: [
        scalar(
          's3-lifecycle-7d',
          'rule',
          [days(7), [...days(90), ...days(1)]],
          [days(8), days(7, { status: 'Disabled' }), days(7, { filter: [{ prefix: 'tmp/' }] })],
        ),
      ],
    },
    attribute: 'bucket',
    by: 'id',
    misses: 's3-lifecycle-7d',
  },
  backup: {
    model: { type: 'aws_efs_backup_policy', base: {}, aspects: [scalar('efs-backup', 'backup_policy.0.status', ['ENABLED'], ['DISABLED'])] },
    attribute: 'file_system_id',
    by: 'id',
    misses: 'efs-backup',
  },
  rotation: {
    model: {
      type: 'aws_secretsmanager_secret_rotation',
      base: { rotation_lambda_arn: 'arn:l' },
      aspects: [scalar('secret-rotation', 'rotation_rules', [[{ automatically_after_days: 30 }], [{ schedule_expression: 'rate(10 days)' }]], [[]])],
    },
    attribute: 'secret_id',
    by: 'id',
    misses: 'secret-rotation',
  },
  flow: {
    model: {
      type: 'aws_flow_log',
      base: { traffic_type: 'ALL' },
      aspects: [
        fixed('flow-logs', 'log_destination', 'arn:aws:s3:::elsewhere', 'unknown'),
        scalar('flow-logs', 'log_destination_type', ['s3'], ['cloud-watch-logs']),
      ],
    },
    attribute: 'vpc_id',
    by: 'id',
    misses: 'flow-logs',
  },
  firewall: {
    model: { type: 'aws_wafv2_web_acl_association', base: { web_acl_arn: 'arn:w' }, aspects: [] },
    attribute: 'resource_arn',
    by: 'arn',
    misses: 'lb-waf',
  },
  shield: { model: { type: 'aws_shield_protection', base: { name: 's' }, aspects: [] }, attribute: 'resource_arn', by: 'arn', misses: 'ddos' },
} as const satisfies Record<string, Companion>;

const right: Partial<Record<keyof typeof companions, Json>> = {
  encryption: { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms' }] }] },
  access: Object.fromEntries(flags.map((flag) => [flag, true])),
  policy: { policy: policy(tls) },
  lifecycle: { rule: days(7) },
  backup: { backup_policy: [{ status: 'ENABLED' }] },
  rotation: { rotation_rules: [{ automatically_after_days: 30 }] },
};

const bucket: Model = { type: 'aws_s3_bucket', base: { bucket: 'data-#' }, stateful: true, aspects: [] };
const uploads: Model = { ...bucket, base: { bucket: 'card-uploads-#' } };
const owners: readonly (readonly [Model, readonly (keyof typeof companions)[]])[] = [
  [bucket, ['encryption', 'access', 'policy']],
  [uploads, ['encryption', 'access', 'policy', 'lifecycle']],
  [efsModel, ['backup']],
  [secretModel, ['rotation']],
  [{ type: 'aws_vpc', base: { cidr_block: '10.0.0.0/21' }, aspects: [] }, ['flow']],
  [{ type: 'aws_lb', base: { internal: false, load_balancer_type: 'application' }, aspects: [] }, ['firewall', 'shield']],
];

/** Adds some of each. */
export function addStructures(draft: Draft): void {
  for (const name of Object.keys(companions) as (keyof typeof companions)[]) addLoose(draft, companions[name], right[name] ?? {});
  for (const [model, names] of owners) {
    if (draft.random.chance(0.3)) continue;
    const block = addModel(draft, draft.random.pick(draft.places), model);
    for (const name of names) addCompanions(draft, block, companions[name]);
  }
  for (const model of clusterModels) addCluster(draft, model);
  addSharedKey(draft, 'aws_sqs_queue', 'sqs');
  addSharedKey(draft, 'aws_sns_topic', 'sns');
  addCertificate(draft);
  addPassword(draft);
}

/** A cluster with one or two members. */
function addCluster(draft: Draft, model: Model): void {
  const cluster = addModel(draft, draft.random.pick(draft.places), model);
  const members = draft.random.pick([1, 2, 3]);
  for (const { spot, change } of cluster.spots) {
    if (change.after === null) continue;
    const id = change.after['id'];
    const values = { publicly_accessible: false, ...(id === undefined ? {} : { cluster_identifier: id }) };
    draft.add({
      place: cluster.place,
      type: `${model.type}_instance`,
      name: draft.name(),
      keys: Array.from({ length: members }, (_, index) => index),
      expressions: { cluster_identifier: references(`${model.type}.${cluster.name}.id`) },
      change: () => created(values, id === undefined ? { cluster_identifier: true } : {}),
    });
    draft.state('db-multi-az', spot.address, members >= 2 ? 'pass' : 'fail', change.before === null);
  }
}

/** Two queues or topics under one key (R1), which is right for the rule that asks for a key. */
function addSharedKey(draft: Draft, type: string, short: string): void {
  const place = draft.random.pick(draft.places);
  const key = addKey(draft, place);
  const attribute = draft.random.pick(['arn', 'id', 'key_id']);
  for (let count = 0; count < 2; count += 1) {
    const expressions = { kms_master_key_id: references(`aws_kms_key.${key.name}.${attribute}`) };
    const block = draft.add({ place, type, name: draft.name(), expressions, change: () => created({ name: 'shared' }, { kms_master_key_id: true }) });
    for (const { spot } of block.spots) {
      draft.state(`${short}-own-key`, spot.address, 'fail', true);
      draft.state(`${short}-kms`, spot.address, 'pass', true);
    }
  }
}

/** A certificate with its record and its validation, or without one of them. */
function addCertificate(draft: Draft): void {
  const { random } = draft;
  const method = random.pick(['DNS', 'DNS', 'EMAIL']);
  const has = { record: random.chance(0.7), validation: random.chance(0.7) };
  const place = random.pick(draft.places);
  const certificate = draft.add({
    place,
    type: 'aws_acm_certificate',
    name: draft.name(),
    change: () => created({ domain_name: 'example.org', validation_method: method }, { domain_validation_options: true }),
  });
  const target = `aws_acm_certificate.${certificate.name}`;
  if (has.record) {
    const expressions = { name: references('each.value.name'), records: references('each.value.record') };
    const forEach = references(`${target}.domain_validation_options`);
    const change = () => created({ type: 'CNAME', ttl: 60 }, { name: true, records: true, fqdn: true });
    draft.add({ place, type: 'aws_route53_record', name: draft.name(), keys: ['example.org'], forEach, expressions, change });
  }
  if (has.validation) {
    const expressions = { certificate_arn: references(`${target}.arn`) };
    draft.add({ place, type: 'aws_acm_certificate_validation', name: draft.name(), expressions, change: () => created({}, { certificate_arn: true }) });
  }
  const fine = method === 'DNS' && has.record && has.validation;
  for (const { spot } of certificate.spots) draft.state('acm-dns', spot.address, fine ? 'pass' : 'fail', true);
}

/** A secret's value as a literal, or from a variable without a default. */
function addPassword(draft: Draft): void {
  const literal = draft.random.chance(0.5);
  const attribute = draft.random.pick(['secret_string', 'secret_string_wo']);
  const block = draft.add({
    place: draft.random.pick(draft.places),
    type: 'aws_secretsmanager_secret_version',
    name: draft.name(),
    expressions: { [attribute]: literal ? { constant_value: 'hunter22' } : references('var.password') },
    change: () => created({ secret_string: 'x' }),
  });
  for (const { spot } of block.spots) draft.state('no-plaintext-password', spot.address, literal ? 'fail' : 'pass', true);
}
