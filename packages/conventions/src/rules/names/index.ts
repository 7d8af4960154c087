/** Names that the documents fix. */
import type { Rule } from '../../rule.ts';
import { nameEfs } from './name-efs.ts';
import { nameEksRoles } from './name-eks-roles.ts';
import { nameIamPolicy } from './name-iam-policy.ts';
import { nameIamRole } from './name-iam-role.ts';
import { nameIrsaRole } from './name-irsa-role.ts';
import { nameKmsAlias } from './name-kms-alias.ts';
import { nameRds } from './name-rds.ts';
import { nameSecret } from './name-secret.ts';

/** The rules of this area. */
export const nameRules: readonly Rule[] = [nameKmsAlias, nameIrsaRole, nameEksRoles, nameIamRole, nameIamPolicy, nameSecret, nameRds, nameEfs];
