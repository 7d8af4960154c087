/** Parameters that look like secrets are SecureString under a customer's key. */
import { readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { looksSecret, secretPattern } from '../../plan-facts/secret-looking.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, type Fact, type Rule } from '../../rule.ts';
import { bankKeyRow } from './sources.ts';

/** Judged by the parameter's name; its value is never read. */
export const ssmSecure: Rule = {
  id: 'ssm-secure',
  what: 'SSM parameters that look like secrets are SecureString with a customer-managed key',
  why: [
    { document: 'mediationzone-on-aws', sentence: 'Login credentials are stored in a secure way and cannot be reverse engineered.' },
    bankKeyRow('sandbox-apps-ssm', 'sandbox ssm apps'),
  ],
  severity: 'error',
  profiles: ['mz', 'bank', 'strict'],
  remedy: 'type   = "SecureString"\nkey_id = aws_kms_key.<yours>.arn',
  fails: 'resource "aws_ssm_parameter" "this" {\n  name  = "/payments/db-password"\n  type  = "String"\n  value = var.password\n}',
  parameters: { pattern: { kind: 'pattern', title: 'which parameter names look like secrets', fallback: secretPattern } },
  reads: { aws_ssm_parameter: ['name', 'type', 'key_id'], ...keyReads },
  judge: eachResource(['aws_ssm_parameter'], (resource, world, parameters) => {
    const name = readText(resource, ['name']);
    if (name.state === 'known' && !looksSecret(name.text ?? '', String(parameters['pattern']))) return [];
    const type = judgeType(resource);
    const facts = type.verdict === 'fail' ? [type] : [type, judgeCustomerKey(world, resource, ['key_id'])];
    return name.state === 'unknown' ? facts.map(perhaps) : facts;
  }),
};

function judgeType(resource: Resource): Fact {
  const { state, text } = readText(resource, ['type']);
  const evidence = showValue(resource, ['type']);
  if (state === 'unknown') return uncertain('type is known after apply', evidence);
  return text === 'SecureString'
    ? { verdict: 'pass', message: '', evidence }
    : failing(`the parameter looks like a secret, and its type is ${text ?? 'not set'}`, evidence);
}

/** With the name known after apply, a fault is one only if the name turns out to be a secret's. */
function perhaps(fact: Fact): Fact {
  return fact.verdict === 'fail' ? { ...fact, verdict: 'unknown', message: `${fact.message}; its name is known after apply` } : fact;
}
