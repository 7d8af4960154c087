/** Whether a finding is this change's doing. */
import { describe, expect, it } from 'vitest';
import { judgeOne } from './judge-one.ts';
import { constant, type ResourceSpec } from './plan-builder.ts';

const good = { storage_encrypted: true };
const bad = { storage_encrypted: false };

function introduced(spec: Partial<ResourceSpec>, rule = 'rds-encrypted'): (boolean | undefined)[] {
  return judgeOne(rule, { resources: [{ address: 'aws_rds_cluster.c', ...spec }] }).map((finding) => finding.introduced);
}

const cases: [what: string, spec: Partial<ResourceSpec>, expected: boolean[]][] = [
  ['created', { actions: ['create'], after: bad }, [true]],
  ['made worse', { actions: ['update'], before: good, after: bad }, [true]],
  ['changed, bad before', { actions: ['update'], before: bad, after: bad }, [false]],
  ['replaced, bad before', { actions: ['delete', 'create'], before: bad, after: bad }, [false]],
  ['replaced the other way round, bad before', { actions: ['create', 'delete'], before: bad, after: bad }, [false]],
  ['replaced, good before', { actions: ['delete', 'create'], before: good, after: bad }, [true]],
  ['left as it is', { actions: ['no-op'], after: bad }, [false]],
  ['moved', { actions: ['no-op'], after: bad, more: { previous_address: 'aws_rds_cluster.old' } }, [false]],
  ['imported as it is', { actions: ['no-op'], after: bad, change: { importing: { id: 'c' } } }, [false]],
  ['imported and made worse', { actions: ['update'], before: good, after: bad, change: { importing: { id: 'c' } } }, [true]],
  ['unknown, good before', { actions: ['update'], before: good, after: {}, unknown: { storage_encrypted: true } }, [true]],
  ['unknown, bad before', { actions: ['update'], before: bad, after: {}, unknown: { storage_encrypted: true } }, [false]],
  ['unknown and new', { actions: ['create'], after: {}, unknown: { storage_encrypted: true } }, [true]],
  ['deleted', { actions: ['delete'], before: bad, after: null }, []],
  ['forgotten', { actions: ['forget'], before: bad, after: null }, []],
  ['an old object that a replacement left', { actions: ['delete'], before: bad, after: null, more: { deposed: 'a1' } }, []],
];

describe('introduced', () => {
  it.each(cases)('%s', (_what, spec, expected) => expect(introduced(spec)).toEqual(expected));

  it('an unknown of what stays as it is was there before', () => {
    const spec = { address: 'aws_sqs_queue.q', actions: ['no-op'], after: { kms_master_key_id: 'k' } };
    expect(judgeOne('sqs-kms', { resources: [spec] })).toMatchObject([{ verdict: 'unknown', introduced: false }]);
  });

  it('a queue that begins to share a key is at fault, the one that the plan leaves as it is, is not', () => {
    const queue = (name: string, before: string, after: string) => ({
      address: `aws_sqs_queue.${name}`,
      actions: before === after ? ['no-op'] : ['update'],
      before: { kms_master_key_id: before },
      after: { kms_master_key_id: after },
      expressions: { kms_master_key_id: constant(after) },
    });
    const findings = judgeOne('sqs-own-key', { resources: [queue('a', 'k1', 'k1'), queue('b', 'k2', 'k1')] });
    expect(findings.map((finding) => finding.introduced)).toEqual([false, true]);
  });
});
