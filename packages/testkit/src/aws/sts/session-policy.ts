/** Session policies: whether the document is one, and how much room policies and tags take. */
import { FakeError } from '../../service.ts';
import type { AssumeRequest, SessionTag } from './request.ts';

/**
 * @throws FakeError MalformedPolicyDocument for what is no JSON, has no statement, or a statement without Effect, Action or Resource
 * (IAM User Guide, "IAM JSON policy elements reference"; a session policy names no principal)
 */
export function checkSessionPolicy(policy: string | undefined): void {
  if (policy === undefined) return;
  let document: unknown;
  try {
    document = JSON.parse(policy);
  } catch {
    throw malformed('The policy is not in the valid JSON format.');
  }
  const { Version: version, Statement: statement } = (isObject(document) ? document : {}) as { Version?: unknown; Statement?: unknown };
  const statements = Array.isArray(statement) ? statement : [statement];
  if (statements.length === 0 || !statements.every(isObject)) throw malformed('Syntax errors in policy.');
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17') throw malformed('The policy version is invalid.');
  for (const one of statements) checkStatement(one);
}

function checkStatement(statement: Readonly<Record<string, unknown>>): void {
  if (statement['Effect'] !== 'Allow' && statement['Effect'] !== 'Deny') throw malformed('Syntax errors in policy.');
  if ('Principal' in statement || 'NotPrincipal' in statement) throw malformed('Policy document should not specify a principal.');
  if (!('Action' in statement || 'NotAction' in statement)) throw malformed('Policy statement must contain actions.');
  if (!('Resource' in statement || 'NotResource' in statement)) throw malformed('Policy statement must contain resources.');
}

/**
 * How full the packed part of a session is, in percent, rounded up; `undefined` where nothing is packed.
 * AWS does not publish how it packs; here each character of a tag, of the inline policy and of a policy's ARN counts one, so that tests can reckon.
 * @throws FakeError PackedPolicyTooLarge, in the words of STS for tags or for policies
 */
export function packedPercent(request: Pick<AssumeRequest, 'policy' | 'policyArns'>, tags: readonly SessionTag[], limit: number): number | undefined {
  const policies = (request.policy?.length ?? 0) + request.policyArns.reduce((sum, arn) => sum + arn.length, 0);
  const size = policies + tags.reduce((sum, { key, value }) => sum + key.length + value.length, 0);
  if (size === 0) return undefined;
  const percent = Math.ceil((size / limit) * 100);
  if (percent <= 100) return percent;
  throw new FakeError(
    'PackedPolicyTooLarge',
    policies > 0
      ? `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`
      : `Packed size of session tags consumes ${percent}% of allotted space.`,
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(message: string): FakeError {
  return new FakeError('MalformedPolicyDocument', message);
}
