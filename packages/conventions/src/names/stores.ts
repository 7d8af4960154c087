/** Names of the stores that hold data: after the cluster (MediationZone, "Data Location"), and the stub's bucket (data egress). */
import type { NameResult } from './result.ts';

/** EKS: 1 to 100 characters (CreateCluster). RDS: 63 for an identifier (CreateDBInstance). */
const clusterPattern = /^[0-9A-Za-z][\w-]{0,99}$/;
const databaseEnd = '-db';
const diskEnd = '-efs-disk';
const databaseLimit = 63;
const stubStart = 'stub-hdfs-';

/** `<cluster>-db`: the system database. */
export function databaseName(cluster: string): NameResult {
  const name = `${cluster}${databaseEnd}`;
  if (!clusterPattern.test(cluster)) return { ok: false, fault: `${JSON.stringify(cluster.slice(0, 100))} is no name of an EKS cluster` };
  return name.length <= databaseLimit
    ? { ok: true, name }
    : { ok: false, fault: `${JSON.stringify(name)} is longer than the ${databaseLimit} characters of RDS` };
}

/** The cluster of a database. */
export function parseDatabaseName(name: string): string | undefined {
  return name.length <= databaseLimit ? clusterBefore(name, databaseEnd) : undefined;
}

/** `<cluster>-efs-disk`: the disk that workflows write to. */
export function diskName(cluster: string): NameResult {
  if (!clusterPattern.test(cluster)) return { ok: false, fault: `${JSON.stringify(cluster.slice(0, 100))} is no name of an EKS cluster` };
  return { ok: true, name: `${cluster}${diskEnd}` };
}

/** The cluster of a disk. */
export function parseDiskName(name: string): string | undefined {
  return clusterBefore(name, diskEnd);
}

/** `stub-hdfs-<name>`: where files go outside production. */
export function stubBucketName(name: string): NameResult {
  const bucket = `${stubStart}${name}`;
  const legal = /^[a-z0-9][a-z0-9.-]{0,51}[a-z0-9]$|^[a-z0-9]$/.test(name);
  return legal ? { ok: true, name: bucket } : { ok: false, fault: `${JSON.stringify(bucket.slice(0, 100))} is no name of a bucket` };
}

/** The part after `stub-hdfs-`; `undefined` for another bucket. */
export function parseStubBucketName(bucket: string): string | undefined {
  const name = bucket.startsWith(stubStart) ? bucket.slice(stubStart.length) : '';
  return name !== '' && stubBucketName(name).ok ? name : undefined;
}

function clusterBefore(name: string, end: string): string | undefined {
  const cluster = name.endsWith(end) ? name.slice(0, -end.length) : '';
  return clusterPattern.test(cluster) ? cluster : undefined;
}
