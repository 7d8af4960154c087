/** The data-egress table and its machinery. */
import type { Rule } from '../../rule.ts';
import { egressHttps } from './egress-https.ts';
import { egressItemBoth } from './egress-item-both.ts';
import { egressItemDest } from './egress-item-dest.ts';
import { egressItemIam } from './egress-item-iam.ts';
import { egressItemShape } from './egress-item-shape.ts';
import { egressSidecar } from './egress-sidecar.ts';
import { egressStub } from './egress-stub.ts';
import { egressTableKeys } from './egress-table-keys.ts';
import { egressTrigger } from './egress-trigger.ts';
import { sftKeystore } from './sft-keystore.ts';

/** The rules of this area. */
export const egressRules: readonly Rule[] = [
  egressTableKeys,
  egressItemShape,
  egressItemDest,
  egressItemBoth,
  egressItemIam,
  egressStub,
  egressTrigger,
  egressSidecar,
  egressHttps,
  sftKeystore,
];
