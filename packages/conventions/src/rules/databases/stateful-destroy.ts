/** Nothing that holds data, and no key, is destroyed without somebody saying so. */
import { globMatcher } from '../../glob.ts';
import { failing } from '../../plan-facts/flags.ts';
import type { Judgement, Rule } from '../../rule.ts';
import { mediationData } from './sources.ts';

const types = ['aws_db_instance', 'aws_rds_cluster', 'aws_efs_file_system', 'aws_memorydb_cluster', 'aws_s3_bucket', 'aws_dynamodb_table', 'aws_kms_key'];
const stateful = new Set(types);

/** Approval is a glob of addresses in the conventions file. What is forgotten is not destroyed. */
export const statefulDestroy: Rule = {
  id: 'stateful-destroy',
  what: 'no store of data and no key is deleted or replaced without approval in stateful-destroy',
  why: [mediationData],
  severity: 'error',
  profiles: ['mz', 'strict'],
  remedy: '# .slipway/conventions.yaml\nstateful-destroy:\n  - aws_s3_bucket.scratch',
  language: 'yaml',
  fails: '# the plan deletes aws_s3_bucket.scratch, and nothing in stateful-destroy matches its address',
  reads: Object.fromEntries(types.map((type) => [type, ['id']])),
  judge: (world) => {
    const approved = world.facts.statefulDestroy.map(globMatcher);
    return world.plan.changes
      .filter(({ mode, deposed, type, actions }) => mode === 'managed' && deposed === undefined && stateful.has(type) && actions.includes('delete'))
      .filter(({ address }) => !approved.some((matches) => matches(address)))
      .map(({ address, actions }): Judgement => {
        const what = actions.length > 1 ? 'replaced, which destroys what it holds' : 'destroyed';
        return { address, facts: [failing(`it is ${what}, and nothing in stateful-destroy approves it`, `actions: ${actions.join(', ')}`)], introduced: true };
      });
  },
};
