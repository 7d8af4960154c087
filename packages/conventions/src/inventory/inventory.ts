/** The stateful assets of a plan: what has to be in the backups. */
import type { Plan } from '@slipway/terraform/plan';
import { type Path, read, readBlocks, readFlag } from '../plan-facts/attributes.ts';
import { selectedForBackup, selectionReads } from '../plan-facts/backup-selections.ts';
import { type Join, joinCompanions } from '../plan-facts/companions.ts';
import { type Resource, World } from '../plan-facts/world.ts';

/** Yes, no, only apply tells, or the service has no such thing. */
export type Answer = 'yes' | 'no' | 'unknown' | 'none';

/** One asset. */
export interface Asset {
  readonly address: string;
  /** `rds`, `efs`, `memorydb`, … */
  readonly kind: string;
  readonly encrypted: Answer;
  /** What is kept: `7 days`, `point in time`, `versions`, `no`, `unknown`. */
  readonly backup: string;
  readonly deletionProtection: Answer;
}

interface Kind {
  readonly kind: string;
  /** A switch, `always`, or a block whose presence means yes. */
  readonly encrypted: Path | 'always';
  /** Days kept, or a switch with the word for it. */
  readonly backup: { readonly days: string } | { readonly path: Path; readonly word: string } | 'companion' | 'none';
  readonly protection?: string;
  /** Service and part of its ARN, where AWS Backup knows it. */
  readonly service?: string;
}

const clusterLike = {
  encrypted: ['storage_encrypted'],
  backup: { days: 'backup_retention_period' },
  protection: 'deletion_protection',
} as const;

const kinds: Readonly<Record<string, Kind>> = {
  aws_db_instance: { kind: 'rds', ...clusterLike, service: 'rds:db' },
  aws_rds_cluster: { kind: 'rds-cluster', ...clusterLike, service: 'rds:cluster' },
  aws_docdb_cluster: { kind: 'docdb', ...clusterLike, service: 'rds:cluster' },
  aws_efs_file_system: { kind: 'efs', encrypted: ['encrypted'], backup: 'companion', service: 'elasticfilesystem:file-system' },
  aws_memorydb_cluster: { kind: 'memorydb', encrypted: 'always', backup: { days: 'snapshot_retention_limit' } },
  aws_elasticache_replication_group: { kind: 'elasticache', encrypted: ['at_rest_encryption_enabled'], backup: { days: 'snapshot_retention_limit' } },
  aws_dynamodb_table: {
    kind: 'dynamodb',
    encrypted: 'always',
    backup: { path: ['point_in_time_recovery', 0, 'enabled'], word: 'point in time' },
    protection: 'deletion_protection_enabled',
    service: 'dynamodb:table',
  },
  aws_s3_bucket: { kind: 's3', encrypted: 'always', backup: 'companion', service: 's3' },
  aws_redshift_cluster: { kind: 'redshift', encrypted: ['encrypted'], backup: { days: 'automated_snapshot_retention_period' }, service: 'redshift:cluster' },
  aws_msk_cluster: { kind: 'msk', encrypted: 'always', backup: 'none' },
  aws_ebs_volume: { kind: 'ebs', encrypted: ['encrypted'], backup: 'none', service: 'ec2:volume' },
};

/** By what a selection of AWS Backup takes a resource. */
const selectedBy = ['arn', 'tags', 'tags_all'];

/** What the inventory reads. */
export const inventoryReads: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(kinds).map(([type, kind]) => [type, attributesOf(kind)])),
  ...selectionReads,
  aws_efs_file_system: ['encrypted', 'id', ...selectedBy],
  aws_efs_backup_policy: ['file_system_id', 'backup_policy'],
  aws_s3_bucket: ['bucket', 'id', 'versioning', ...selectedBy],
  aws_s3_bucket_versioning: ['bucket', 'versioning_configuration'],
};

function attributesOf({ encrypted, backup, protection, service }: Kind): string[] {
  const kept = typeof backup === 'string' ? [] : 'days' in backup ? [backup.days] : [String(backup.path[0])];
  return [...(encrypted === 'always' ? [] : [String(encrypted[0])]), ...kept, ...(protection ? [protection] : []), ...(service ? selectedBy : [])];
}

/** The assets that will exist, sorted by address. */
export function takeInventory(plan: Plan): Asset[] {
  const world = new World(plan, 'after');
  const companions = {
    aws_efs_file_system: joinCompanions(world, {
      companion: 'aws_efs_backup_policy',
      attribute: 'file_system_id',
      owners: ['aws_efs_file_system'],
      identity: ['id'],
    }),
    aws_s3_bucket: joinCompanions(world, { companion: 'aws_s3_bucket_versioning', attribute: 'bucket', owners: ['aws_s3_bucket'], identity: ['bucket', 'id'] }),
  };
  const assets = Object.entries(kinds).flatMap(([type, kind]) =>
    world.ofType(type).map((resource) => toAsset(world, resource, kind, companions[type as keyof typeof companions])),
  );
  return assets.sort((a, b) => (a.address < b.address ? -1 : 1));
}

function toAsset(world: World, resource: Resource, kind: Kind, companions: Join | undefined): Asset {
  return {
    address: resource.address,
    kind: kind.kind,
    encrypted: kind.encrypted === 'always' ? 'yes' : answer(resource, kind.encrypted),
    backup: orSelected(world, resource, kind, backupOf(resource, kind, companions)),
    deletionProtection: kind.protection ? answer(resource, [kind.protection]) : 'none',
  };
}

function answer(resource: Resource, path: Path): Answer {
  const flag = readFlag(resource, path);
  if (flag === 'unknown') return 'unknown';
  return flag === 'true' ? 'yes' : 'no';
}

/** Where the resource keeps nothing itself, a selection of AWS Backup may. */
function orSelected(world: World, resource: Resource, { service }: Kind, own: string): string {
  if (service === undefined || (own !== 'no' && own !== 'unknown')) return own;
  const selected = selectedForBackup(world, resource, service);
  return selected === 'yes' ? 'AWS Backup' : selected === 'unknown' ? 'unknown' : own;
}

function backupOf(resource: Resource, { backup }: Kind, companions: Join | undefined): string {
  if (backup === 'none') return 'no';
  if (backup === 'companion') return companionBackup(resource, companions);
  if ('days' in backup) {
    const reading = read(resource, [backup.days]);
    if (reading.state === 'unknown') return 'unknown';
    const days = reading.state === 'known' ? Number(reading.value) : 0;
    return days > 0 ? `${days} days` : 'no';
  }
  const flag = answer(resource, backup.path);
  return flag === 'yes' ? backup.word : flag;
}

function companionBackup(resource: Resource, companions: Join | undefined): string {
  const own = companions?.of(resource) ?? [];
  // The older way: a block of the bucket itself. Unknown, it is the companion's to tell.
  if (own.length === 0 && readFlag(resource, ['versioning', 0, 'enabled']) === 'true') return 'versions';
  if (own.length === 0) return companions?.maybeOf(resource) ? 'unknown' : 'no';
  const words = own.map((companion) => {
    const [name, on, word] =
      companion.type === 'aws_s3_bucket_versioning' ? ['versioning_configuration', 'Enabled', 'versions'] : ['backup_policy', 'ENABLED', 'AWS Backup'];
    const blocks = readBlocks(companion, [String(name)]);
    if (blocks === 'unknown' || !blocks[0]) return 'unknown';
    const status = read(companion, [...blocks[0], 'status']);
    if (status.state === 'unknown') return 'unknown';
    return status.state === 'known' && status.value === on ? String(word) : 'no';
  });
  return words[0] ?? 'no';
}
