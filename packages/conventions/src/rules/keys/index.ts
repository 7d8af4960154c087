/** KMS keys. */
import type { Rule } from '../../rule.ts';
import { kmsAlias } from './kms-alias.ts';
import { kmsOrigin } from './kms-origin.ts';
import { kmsPerService } from './kms-per-service.ts';
import { kmsRotation } from './kms-rotation.ts';

/** The rules of this area. */
export const keyRules: readonly Rule[] = [kmsRotation, kmsOrigin, kmsAlias, kmsPerService];
