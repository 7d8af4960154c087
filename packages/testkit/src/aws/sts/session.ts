/** What a session carries on: tags, which of them go further, and a source identity (IAM User Guide, "Pass session tags in AWS STS"). */
import { FakeError } from '../../service.ts';
import type { AssumeRequest, SessionTag } from './request.ts';

/** The lasting part of a role session. */
export interface RoleSession {
  /** ARN of the role. */
  readonly roleArn: string;
  readonly tags: readonly SessionTag[];
  /** Keys in lower case: tag keys keep their case and compare without it. */
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | undefined;
}

/** Tags that a session hands to the next one. */
export function inheritedTags(session: RoleSession | undefined): SessionTag[] {
  return session ? session.tags.filter(({ key }) => session.transitiveTagKeys.includes(key.toLowerCase())) : [];
}

/**
 * The next session of a chain.
 * @throws FakeError InvalidParameterValue where tags repeat, where a transitive key has no tag, or where a tag would replace an inherited one
 */
export function nextSession(request: AssumeRequest, before: RoleSession | undefined): RoleSession {
  const keys = request.tags.map(({ key }) => key.toLowerCase());
  if (new Set(keys).size < keys.length) throw invalid('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  // STS reserves the prefix (IAM User Guide, "Rules for tagging"); the words are ours.
  if (keys.some((key) => key.startsWith('aws:'))) throw invalid('Tag keys with the prefix aws: are reserved.');
  const inherited = inheritedTags(before);
  if (inherited.some(({ key }) => keys.includes(key.toLowerCase()))) {
    throw invalid("One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.");
  }
  const transitive = request.transitiveTagKeys.map((key) => key.toLowerCase());
  if (transitive.some((key) => !keys.includes(key))) throw invalid('The specified transitive tag key must be included in the requested tags.');
  return {
    roleArn: request.roleArn,
    tags: [...inherited, ...request.tags],
    transitiveTagKeys: [...inherited.map(({ key }) => key.toLowerCase()), ...transitive],
    sourceIdentity: request.sourceIdentity ?? before?.sourceIdentity,
  };
}

function invalid(message: string): FakeError {
  return new FakeError('InvalidParameterValue', message);
}
