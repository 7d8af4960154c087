/** Who uses each key: every resource with an attribute that names it. */
import { isMap } from '@slipway/terraform/plan';
import { type Path, readText } from './attributes.ts';
import { aliasTarget, findKey, isAliasLeaf, isCustomerKey } from './keys.ts';
import { type Leaf, leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

const names = new Set([
  'kms_key_id',
  'kms_key_arn',
  'kms_key',
  'kms_master_key_id',
  'key_arn',
  'encryption_key',
  'encryption_at_rest_kms_key_arn',
  'performance_insights_kms_key_id',
  'master_user_secret_kms_key_id',
  'master_password_secret_kms_key_id',
  'cloudwatch_log_group_kms_key_id',
  'replica_kms_key_id',
  'kms_arn',
]);

/** Attributes of the AWS provider that name a key, or blocks that hold one. */
export const keyAttributeNames: readonly string[] = [
  ...names,
  'key_id',
  'at_rest_encryption',
  'artifact_store',
  'block_device_mappings',
  'cluster_config',
  'configuration',
  'ebs_block_device',
  'encrypt_at_rest',
  'encryption_config',
  'encryption_configuration',
  'encryption_info',
  'extended_s3_configuration',
  'replica',
  'root_block_device',
  'rule',
  'server_side_encryption',
  'server_side_encryption_configuration',
];

const roots = new Set(keyAttributeNames);

/** Types whose `key_id` is a key, and not a part of one. */
const byKeyId = new Set(['aws_ssm_parameter']);
const noUsers = /^aws_kms_/;
const depthLimit = 6;

/** Type prefix → service; the first that fits. */
const services: readonly (readonly [string, string])[] = [
  ['aws_docdb', 'docdb'],
  ['aws_db_', 'rds'],
  ['aws_rds_', 'rds'],
  ['aws_s3', 's3'],
  ['aws_sqs', 'sqs'],
  ['aws_sns', 'sns'],
  ['aws_cloudwatch', 'logs'],
  ['aws_ebs', 'ebs'],
  ['aws_instance', 'ebs'],
  ['aws_launch_', 'ebs'],
  ['aws_ami', 'ebs'],
  ['aws_spot_', 'ebs'],
  ['aws_redshift', 'redshift'],
  ['aws_kinesis_firehose', 'firehose'],
  ['aws_eks', 'eks'],
  ['aws_dynamodb', 'dynamodb'],
  ['aws_secretsmanager', 'secretsmanager'],
  ['aws_ssm', 'ssm'],
  ['aws_ecr', 'ecr'],
  ['aws_msk', 'msk'],
  ['aws_efs', 'efs'],
];

/** The service that a type belongs to. */
export function serviceOfType(type: string): string {
  const known = services.find(([prefix]) => type.startsWith(prefix));
  return known?.[1] ?? type.split('_')[1] ?? type;
}

const made = new WeakMap<World, Map<Resource, Resource[]>>();

/** Key resource of the plan → the resources that use it, through an alias too. */
export function keyUsers(world: World): ReadonlyMap<Resource, readonly Resource[]> {
  const known = made.get(world);
  if (known) return known;
  const users = new Map<Resource, Resource[]>();
  for (const type of world.types()) {
    if (!type.startsWith('aws_') || noUsers.test(type)) continue;
    for (const resource of world.ofType(type)) {
      for (const key of keysOf(world, resource)) {
        const list = users.get(key);
        if (list) list.push(resource);
        else users.set(key, [resource]);
      }
    }
  }
  made.set(world, users);
  return users;
}

function keysOf(world: World, resource: Resource): Set<Resource> {
  const paths = new Map<string, Path>();
  for (const root of [resource.values, resource.unknown]) {
    if (root === true) continue;
    for (const name in root) if (roots.has(name)) collectMember(root[name], [name], resource.type, paths);
  }
  const keys = new Set<Resource>();
  for (const path of paths.values()) {
    const { text } = readText(resource, path);
    const key = text === undefined ? provenKey(world, leavesOf(world, resource, path)) : findKey(world, text);
    if (key) keys.add(key);
  }
  return keys;
}

/** The one key that all leaves lead to; none where it may be this one or that one. */
function provenKey(world: World, leaves: readonly Leaf[]): Resource | undefined {
  const targets = new Set<Resource | undefined>();
  for (const leaf of leaves) {
    if (!isCustomerKey(leaf)) return undefined;
    for (const instance of leaf.instances) targets.add(isAliasLeaf(leaf) ? aliasTarget(world, instance) : instance);
  }
  return targets.size === 1 ? [...targets][0] : undefined;
}

function collect(node: unknown, path: Path, type: string, found: Map<string, Path>): void {
  if (path.length > depthLimit) return;
  if (Array.isArray(node)) node.forEach((element, index) => void collect(element, [...path, index], type, found));
  else if (isMap(node)) for (const name in node) collectMember(node[name], [...path, name], type, found);
}

function collectMember(value: unknown, path: Path, type: string, found: Map<string, Path>): void {
  const name = String(path.at(-1));
  if (typeof value === 'object' && value !== null) collect(value, path, type, found);
  else if (names.has(name) || (name === 'id' && path.at(-2) === 'encryption_key') || (name === 'key_id' && byKeyId.has(type))) found.set(path.join('.'), path);
}
