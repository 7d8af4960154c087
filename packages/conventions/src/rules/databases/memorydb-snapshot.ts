/** MemoryDB keeps snapshots. */
import { eachResource, type Rule } from '../../rule.ts';
import { judgeDays } from './backup-days.ts';
import { mediationData } from './sources.ts';

/** One day is the least that keeps any. */
export const memorydbSnapshot: Rule = {
  id: 'memorydb-snapshot',
  what: 'MemoryDB keeps snapshots',
  why: [mediationData],
  severity: 'warn',
  profiles: ['mz', 'strict'],
  remedy: 'snapshot_retention_limit = 7',
  fails: 'snapshot_retention_limit = 0',
  reads: { aws_memorydb_cluster: ['snapshot_retention_limit'] },
  judge: eachResource(['aws_memorydb_cluster'], (cluster) => [judgeDays(cluster, 'snapshot_retention_limit', 1)]),
};
