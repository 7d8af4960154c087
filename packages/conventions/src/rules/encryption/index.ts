/** Encryption at rest. */
import type { Rule } from '../../rule.ts';
import { codeartifactKms } from './codeartifact-kms.ts';
import { docdbEncrypted } from './docdb-encrypted.ts';
import { dynamodbEncrypted } from './dynamodb-encrypted.ts';
import { ebsDefault } from './ebs-default.ts';
import { ebsEncrypted } from './ebs-encrypted.ts';
import { ebsExternalCmk } from './ebs-external-cmk.ts';
import { ecrKms } from './ecr-kms.ts';
import { efsEncrypted } from './efs-encrypted.ts';
import { eksSecretsKms } from './eks-secrets-kms.ts';
import { flowLogs } from './flow-logs.ts';
import { logsKms } from './logs-kms.ts';
import { memorydbCmk } from './memorydb-cmk.ts';
import { mskEncrypted } from './msk-encrypted.ts';
import { pipelineKms } from './pipeline-kms.ts';
import { rdsCmk } from './rds-cmk.ts';
import { rdsEncrypted } from './rds-encrypted.ts';
import { redisEncrypted } from './redis-encrypted.ts';
import { redshiftEncrypted } from './redshift-encrypted.ts';
import { s3Encrypted } from './s3-encrypted.ts';
import { secretCmk } from './secret-cmk.ts';
import { snsKms } from './sns-kms.ts';
import { snsOwnKey } from './sns-own-key.ts';
import { sqsKms } from './sqs-kms.ts';
import { sqsOwnKey } from './sqs-own-key.ts';
import { ssmSecure } from './ssm-secure.ts';
import { stateEncrypted } from './state-encrypted.ts';

/** The rules of this area. */
export const encryptionRules: readonly Rule[] = [
  codeartifactKms,
  docdbEncrypted,
  dynamodbEncrypted,
  ebsDefault,
  ebsEncrypted,
  ebsExternalCmk,
  ecrKms,
  efsEncrypted,
  eksSecretsKms,
  flowLogs,
  logsKms,
  memorydbCmk,
  mskEncrypted,
  pipelineKms,
  rdsCmk,
  rdsEncrypted,
  redisEncrypted,
  redshiftEncrypted,
  s3Encrypted,
  secretCmk,
  snsKms,
  snsOwnKey,
  sqsKms,
  sqsOwnKey,
  ssmSecure,
  stateEncrypted,
];
