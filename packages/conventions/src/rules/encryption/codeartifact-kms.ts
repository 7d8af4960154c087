/** CodeArtifact is encrypted with a customer's key. */
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { bankKeyRow } from './sources.ts';

/** Without a key CodeArtifact takes aws/codeartifact. */
export const codeartifactKms: Rule = {
  id: 'codeartifact-kms',
  what: 'CodeArtifact domains are encrypted with a customer-managed key',
  why: [bankKeyRow('shared-services-ci-codeartifact', 'CodeArficat')],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'encryption_key = aws_kms_key.<yours>.arn',
  fails: 'resource "aws_codeartifact_domain" "this" {\n  domain = "bank"\n}',
  reads: { aws_codeartifact_domain: ['encryption_key'], ...keyReads },
  judge: eachResource(['aws_codeartifact_domain'], (resource, world) => [judgeCustomerKey(world, resource, ['encryption_key'])]),
};
