/** Which roles: one by its ARN or by name and account, or many by `roles`. */
import type { InputReader } from '@slipway/action-kit';
import { partitionNamed, partitionOf } from '@slipway/sdk/partitions';
import { parseRoleArn } from '@slipway/sdk/sts';
import { accountIdFault } from '../role.ts';
import { lineExample, type RoleEntry } from '../roles/entry.ts';
import { readEntries } from '../roles/read.ts';

/** The roles as they were asked for. */
export interface WantedRoles {
  readonly entries: readonly RoleEntry[];
  /** Asked for by `roles`, where mistakes have a line. */
  readonly many: boolean;
}

const example = 'arn:aws:iam::111122223333:role/deploy';

/** Reads the roles; mistakes of form are noted in the reader. @param required false where nothing is assumed */
export async function readRoles(reader: InputReader, region: string, required: boolean): Promise<WantedRoles> {
  const text = reader.ask('roles');
  const one = readOneRole(reader, region, required && text === undefined);
  if (text === undefined) return { entries: one === undefined ? [] : [one], many: false };
  if (['role-to-assume', 'role-name', 'account-id'].some((name) => reader.given(name)))
    reader.fault('roles', 'either roles or one role (role-to-assume, or role-name and account-id), not both', 'leave role-to-assume out', 'both');
  const { entries, faults } = await readEntries(text);
  for (const fault of faults) reader.fault('roles', fault.want, fault.example ?? lineExample, `${fault.got} (line ${fault.line})`);
  return { entries, many: true };
}

function readOneRole(reader: InputReader, region: string, required: boolean): RoleEntry | undefined {
  const arn = reader.text('role-to-assume', { example });
  const name = reader.text('role-name', {
    pattern: /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
    want: 'a role name, after its path where it has one (no leading slash)',
    example: 'deploy',
  });
  const account = reader.text('account-id');
  const accountFault = account === undefined ? undefined : accountIdFault(account);
  if (accountFault) reader.fault('account-id', accountFault, '"111122223333"');
  if (arn !== undefined) {
    if ((name ?? account) !== undefined)
      reader.fault('role-to-assume', 'either role-to-assume or role-name and account-id, not both', 'leave role-name and account-id out');
    const fault = arnFault(arn);
    if (fault) reader.fault('role-to-assume', fault, example);
    return fault ? undefined : entryOf(arn);
  }
  if (name !== undefined && account !== undefined) return entryOf(`arn:${partitionOf(region)?.name ?? 'aws'}:iam::${account}:role/${name}`);
  if (name !== undefined) reader.fault('account-id', 'the account of role-name', '"111122223333"');
  else if (account !== undefined) reader.fault('role-name', 'the role in account-id', 'deploy');
  else if (required) reader.fault('role-to-assume', 'role-to-assume, or role-name and account-id, or roles', example);
  return undefined;
}

function entryOf(arn: string): RoleEntry | undefined {
  const role = parseRoleArn(arn);
  return role && { name: role.name, line: 1, hops: [arn] };
}

/** What is wrong with a role's ARN; `undefined` when nothing is. */
export function arnFault(arn: string): string | undefined {
  const role = parseRoleArn(arn);
  if (role) return partitionNamed(role.partition) ? undefined : `a partition that exists, not ${role.partition}`;
  const account = /^arn:[\w-]+:iam::(\d+):role\//.exec(arn)?.[1];
  if (account !== undefined && account.length !== 12) return `a role ARN whose account has ${accountIdFault(account) ?? '12 digits'}`;
  if (/^arn:[\w-]+:sts::\d*:assumed-role\//.test(arn)) return 'the ARN of a role, not of a session (arn:aws:iam::<account>:role/<name>)';
  return 'the ARN of a role';
}
