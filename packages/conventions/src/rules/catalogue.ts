/** All rules that can be judged, in the order of the platform's table. */
import type { Rule } from '../rule.ts';
import { codeartifactKms } from './encryption/codeartifact-kms.ts';
import { docdbEncrypted } from './encryption/docdb-encrypted.ts';
import { dynamodbEncrypted } from './encryption/dynamodb-encrypted.ts';
import { ebsDefault } from './encryption/ebs-default.ts';
import { ebsEncrypted } from './encryption/ebs-encrypted.ts';
import { ebsExternalCmk } from './encryption/ebs-external-cmk.ts';
import { ecrKms } from './encryption/ecr-kms.ts';
import { efsEncrypted } from './encryption/efs-encrypted.ts';
import { eksSecretsKms } from './encryption/eks-secrets-kms.ts';
import { flowLogs } from './encryption/flow-logs.ts';
import { logsKms } from './encryption/logs-kms.ts';
import { memorydbCmk } from './encryption/memorydb-cmk.ts';
import { mskEncrypted } from './encryption/msk-encrypted.ts';
import { pipelineKms } from './encryption/pipeline-kms.ts';
import { rdsCmk } from './encryption/rds-cmk.ts';
import { rdsEncrypted } from './encryption/rds-encrypted.ts';
import { redisEncrypted } from './encryption/redis-encrypted.ts';
import { redshiftEncrypted } from './encryption/redshift-encrypted.ts';
import { s3Encrypted } from './encryption/s3-encrypted.ts';
import { secretCmk } from './encryption/secret-cmk.ts';
import { snsKms } from './encryption/sns-kms.ts';
import { snsOwnKey } from './encryption/sns-own-key.ts';
import { sqsKms } from './encryption/sqs-kms.ts';
import { sqsOwnKey } from './encryption/sqs-own-key.ts';
import { ssmSecure } from './encryption/ssm-secure.ts';
import { stateEncrypted } from './encryption/state-encrypted.ts';
import { kmsAlias } from './keys/kms-alias.ts';
import { kmsRotation } from './keys/kms-rotation.ts';

/** The rules of this version. */
export const rules: readonly Rule[] = [
  rdsEncrypted,
  rdsCmk,
  docdbEncrypted,
  redisEncrypted,
  memorydbCmk,
  efsEncrypted,
  s3Encrypted,
  sqsKms,
  snsKms,
  sqsOwnKey,
  snsOwnKey,
  dynamodbEncrypted,
  mskEncrypted,
  logsKms,
  eksSecretsKms,
  ebsEncrypted,
  ebsDefault,
  ebsExternalCmk,
  secretCmk,
  ssmSecure,
  ecrKms,
  codeartifactKms,
  redshiftEncrypted,
  pipelineKms,
  stateEncrypted,
  flowLogs,
  kmsRotation,
  kmsAlias,
];

/** A rule by its id. */
export function findRule(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
