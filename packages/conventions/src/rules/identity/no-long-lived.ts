/** No users, no access keys. */
import { failing } from '../../plan-facts/flags.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { bankRoot, optaAccounts } from './sources.ts';

const types = ['aws_iam_access_key', 'aws_iam_user', 'aws_iam_user_login_profile'];

/** Being there is the fault. */
export const noLongLived: Rule = {
  id: 'no-long-lived',
  what: 'there are no IAM users, access keys or passwords for the console',
  why: [{ document: 'opta-aws-architecture', sentence: 'No long-lived IAM credentials are ever created.' }, optaAccounts, bankRoot],
  severity: 'error',
  profiles: ['opta', 'bank', 'strict'],
  remedy: 'resource "aws_iam_role" "deploy" {\n  assume_role_policy = data.aws_iam_policy_document.github.json\n}',
  fails: 'resource "aws_iam_access_key" "deploy" {\n  user = aws_iam_user.deploy.name\n}',
  reads: Object.fromEntries(types.map((type) => [type, []])),
  judge: eachResource(types, ({ type }) => [failing(`${type} is a credential that does not end`, type)]),
};
