/** Role ARNs, of any partition. Pure. */

/** The parts of a role's ARN. */
export interface RoleArn {
  readonly arn: string;
  readonly partition: string;
  /** 12 digits. */
  readonly accountId: string;
  /** Without its path. */
  readonly name: string;
}

/** `arn:<partition>:iam::<account>:role/<path><name>` */
export const roleArnPattern = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/((?:[\x21-\x7e]+\/)?)([\w+=,.@-]{1,64})$/;

/** Reads a role's ARN; `undefined` for anything else. */
export function parseRoleArn(arn: string): RoleArn | undefined {
  const match = roleArnPattern.exec(arn);
  if (!match) return undefined;
  const [, partition = '', accountId = '', , name = ''] = match;
  return { arn, partition, accountId, name };
}

/** The role behind a session. */
export interface SessionRole {
  readonly partition: string;
  /** 12 digits. */
  readonly accountId: string;
  /** Without its path: STS leaves it out. */
  readonly name: string;
  readonly sessionName: string;
}

/** Reads the ARN of a session, `arn:<partition>:sts::<account>:assumed-role/<name>/<session>`; `undefined` for anything else. */
export function roleOfSession(sessionArn: string): SessionRole | undefined {
  const match = /^arn:(aws[a-z-]*):sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/.exec(sessionArn);
  if (!match) return undefined;
  const [, partition = '', accountId = '', name = '', sessionName = ''] = match;
  return { partition, accountId, name, sessionName };
}
