/** Reads the members of AssumeRole and AssumeRoleWithWebIdentity from the query protocol's form. */

/** A session tag. */
export interface SessionTag {
  readonly key: string;
  readonly value: string;
}

/** What a caller asked for. */
export interface AssumeRequest {
  readonly operation: 'AssumeRole' | 'AssumeRoleWithWebIdentity';
  readonly roleArn: string;
  readonly sessionName: string;
  /** As sent; STS takes 3600 where it is absent. */
  readonly durationSeconds: number | undefined;
  readonly policy: string | undefined;
  readonly policyArns: readonly string[];
  readonly tags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
  readonly externalId: string | undefined;
  readonly sourceIdentity: string | undefined;
}

/** Reads a form. Lists arrive as `Tags.member.1.Key`, `PolicyArns.member.1.arn`, `TransitiveTagKeys.member.1`. */
export function readRequest(operation: AssumeRequest['operation'], form: URLSearchParams): AssumeRequest {
  const optional = (name: string) => form.get(name) ?? undefined;
  const duration = optional('DurationSeconds');
  return {
    operation,
    roleArn: form.get('RoleArn') ?? '',
    sessionName: form.get('RoleSessionName') ?? '',
    durationSeconds: duration === undefined ? undefined : Number(duration),
    policy: optional('Policy'),
    policyArns: members(form, 'PolicyArns').map((prefix) => form.get(`${prefix}.arn`) ?? ''),
    tags: members(form, 'Tags').map((prefix) => ({ key: form.get(`${prefix}.Key`) ?? '', value: form.get(`${prefix}.Value`) ?? '' })),
    transitiveTagKeys: members(form, 'TransitiveTagKeys').map((prefix) => form.get(prefix) ?? ''),
    externalId: optional('ExternalId'),
    sourceIdentity: optional('SourceIdentity'),
  };
}

function members(form: URLSearchParams, list: string): string[] {
  const found = new Set<number>();
  for (const name of form.keys()) {
    const match = new RegExp(`^${list}\\.member\\.(\\d+)(\\.|$)`).exec(name);
    if (match) found.add(Number(match[1]));
  }
  return [...found].sort((a, b) => a - b).map((index) => `${list}.member.${index}`);
}
