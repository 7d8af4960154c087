/** All rules that can be judged, in the order of the platform's table. */
import type { Rule } from '../rule.ts';
import { computeRules } from './compute/index.ts';
import { databaseRules } from './databases/index.ts';
import { egressRules } from './egress/index.ts';
import { encryptionRules } from './encryption/index.ts';
import { exposureRules } from './exposure/index.ts';
import { identityRules } from './identity/index.ts';
import { keyRules } from './keys/index.ts';
import { nameRules } from './names/index.ts';
import { networkRules } from './network/index.ts';
import { observabilityRules } from './observability/index.ts';
import { platformRules } from './platform/index.ts';
import { storageRules } from './storage/index.ts';
import { tableIds } from './table.ts';
import { transportRules } from './transport/index.ts';
import { workloadRules } from './workloads/index.ts';

const place = new Map(tableIds.map((id, index) => [id, index]));

/** The rules of this version. */
export const rules: readonly Rule[] = [
  ...encryptionRules,
  ...keyRules,
  ...networkRules,
  ...exposureRules,
  ...transportRules,
  ...identityRules,
  ...nameRules,
  ...storageRules,
  ...databaseRules,
  ...computeRules,
  ...observabilityRules,
  ...egressRules,
  ...workloadRules,
  ...platformRules,
].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** A rule by its id. */
export function findRule(id: string): Rule | undefined {
  return byId.get(id);
}
