/** Who may reach buckets and repositories, and how long objects stay. */
import type { Rule } from '../../rule.ts';
import { ecrPrivate } from './ecr-private.ts';
import { s3BucketPerService } from './s3-bucket-per-service.ts';
import { s3Lifecycle } from './s3-lifecycle-7d.ts';
import { s3PolicyRoleOnly } from './s3-policy-role-only.ts';
import { s3Private } from './s3-private.ts';

/** The rules of this area. */
export const storageRules: readonly Rule[] = [s3Private, s3Lifecycle, s3BucketPerService, s3PolicyRoleOnly, ecrPrivate];
