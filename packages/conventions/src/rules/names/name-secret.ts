/** Secrets. */
import { canBecomeSecretName, parseSecretName } from '../../names.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { judgeName } from './judge-name.ts';

/** The first part is the file's organisation where it names one. */
export const nameSecret: Rule = {
  id: 'name-secret',
  what: 'secrets are named <organisation>/<component>/<name>',
  why: [
    {
      document: 'banklitex-deployment-guideline',
      sentence: 'Private key for AWS Service Mesh is stored in AWS Secrets Manager under digibank/appmesh/root-ca-bundle',
    },
  ],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'name = "digibank/appmesh/root-ca-bundle"',
  fails: 'name = "root-ca-bundle"',
  reads: { aws_secretsmanager_secret: ['name', 'name_prefix'] },
  judge: eachResource(['aws_secretsmanager_secret'], (secret, { facts: { organisation } }) => [
    judgeName(secret, {
      form: `${organisation ?? '<organisation>'}/<component>/<name>`,
      fits: (name) => parseSecretName(name, organisation) !== undefined,
      canBecome: (prefix) => canBecomeSecretName(prefix, organisation),
    }),
  ]),
};
