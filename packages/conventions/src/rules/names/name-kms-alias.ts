/** Aliases of keys. */
import { canBecomeKeyAlias, parseKeyAliasName } from '../../names.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { judgeName } from './judge-name.ts';
import { bankNameRow } from './sources.ts';

/** `dev-apps-s3-kms` is right too: its last word belongs to the service. */
export const nameKmsAlias: Rule = {
  id: 'name-kms-alias',
  what: 'aliases are named alias/<env>-<service>, alias/<stage>-default-ebs or alias/shared-services-…',
  why: [bankNameRow('CMK KMS keys', 'sandbox-apps-ssm'), bankNameRow('CMK KMS keys', 'sandbox-default-ebs')],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'name = "alias/sandbox-apps-ssm"',
  fails: 'name = "alias/MyKey"',
  reads: { aws_kms_alias: ['name', 'name_prefix'] },
  judge: eachResource(['aws_kms_alias'], (alias, { facts: { environments } }) => [
    judgeName(alias, {
      form: 'alias/<env>-<service>',
      fits: (name) => parseKeyAliasName(name, environments) !== undefined,
      canBecome: (prefix) => canBecomeKeyAlias(prefix, environments),
    }),
  ]),
};
