/** IAM: trust, policies, roles, credentials. */
import type { Rule } from '../../rule.ts';
import { iamNoAdmin } from './iam-no-admin.ts';
import { iamNoWildcard } from './iam-no-wildcard.ts';
import { irsaOneSa } from './irsa-one-sa.ts';
import { irsaTrust } from './irsa-trust.ts';
import { noLongLived } from './no-long-lived.ts';
import { noPlaintextPassword } from './no-plaintext-password.ts';
import { noRootTrust } from './no-root-trust.ts';
import { nodeRoleMinimal } from './node-role-minimal.ts';
import { oidcProvider } from './oidc-provider.ts';
import { secretRotation } from './secret-rotation.ts';

/** The rules of this area. */
export const identityRules: readonly Rule[] = [
  irsaTrust,
  irsaOneSa,
  oidcProvider,
  noLongLived,
  nodeRoleMinimal,
  iamNoWildcard,
  iamNoAdmin,
  noRootTrust,
  noPlaintextPassword,
  secretRotation,
];
