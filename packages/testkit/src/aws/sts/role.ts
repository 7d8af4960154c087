/** Roles as STS sees them: a name in an account, and who may assume it. */
import type { TrustPolicy } from '@slipway/sdk/trust-policy';

/** What else a trust may allow besides assuming the role. */
export type TrustAction = 'sts:TagSession' | 'sts:SetSourceIdentity';

/** A role that can be assumed. */
export interface FakeRole {
  /** `arn:aws:iam::111111111111:role/path/name` */
  readonly arn: string;
  /** Subjects that may assume it by web identity; `*` matches any run of characters. */
  readonly subjects?: readonly string[];
  /** Principals that may assume it by AssumeRole: ARNs with `*`. */
  readonly principals?: readonly string[];
  /** What those principals may do besides; both unless given. */
  readonly alsoAllows?: readonly TrustAction[];
  readonly externalId?: string;
  /** Decides instead of the four above. */
  readonly trust?: TrustPolicy;
  /** Seconds; 3600 unless given. */
  readonly maxSessionDuration?: number;
}

/** A role to add: where it lives, and whom it trusts. */
export interface NewRole extends Omit<FakeRole, 'arn' | 'trust'> {
  /** The trust policy, or its JSON text; then no `subjects`, `principals`, `alsoAllows` and `externalId`. */
  readonly trustPolicy?: object | string;
  /** 12 digits; the kit's account unless given. */
  readonly accountId?: string;
  /** `aws`, `aws-cn`, `aws-us-gov`, …; `aws` unless given. */
  readonly partition?: string;
}

/** The parts of an ARN: `arn:<partition>:<service>::<account>:<resource>`. */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly accountId: string;
  readonly resource: string;
}

/** Takes an ARN apart; `undefined` for anything else. */
export function partsOf(arn: string): ArnParts | undefined {
  const match = /^arn:([a-z][a-z-]*):([a-z0-9-]+):[a-z0-9-]*:(\d{12}|):(.+)$/.exec(arn);
  if (!match) return undefined;
  const [, partition = '', service = '', accountId = '', resource = ''] = match;
  return { partition, service, accountId, resource };
}

/** The ARN of a role's session; STS leaves the role's path out. @param role a role's ARN */
export function sessionArn(role: string, session: string): string {
  const { partition = 'aws', accountId = '', resource = '' } = partsOf(role) ?? {};
  return `arn:${partition}:sts::${accountId}:assumed-role/${resource.split('/').at(-1)}/${session}`;
}

/** Whether a pattern with `*` covers a text. */
export function matches(pattern: string, text: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`, 's').test(text);
}
