/** Image repositories are private to the account. */

import { accountInArn, accountOf, accountReads } from '../../plan-facts/account.ts';
import { readText } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { discreet, type PolicyReading, policyAt, policyReads, type Statement } from '../../plan-facts/policies.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementOf, type Rule } from '../../rule.ts';

const policyType = 'aws_ecr_repository_policy';

/** A public repository is none of the account's own. */
export const ecrPrivate: Rule = {
  id: 'ecr-private',
  what: 'image repositories let in nobody from outside the account',
  why: [{ document: 'opta-aws-architecture', sentence: 'All ECR images/repos are private to the account.' }],
  severity: 'error',
  profiles: ['opta', 'strict'],
  remedy: '"Principal": { "AWS": "arn:aws:iam::<this account>:role/deploy" }',
  fails: '"Principal": "*"',
  reads: {
    ...policyReads,
    ...accountReads,
    aws_ecrpublic_repository: ['repository_name'],
    [policyType]: ['repository', 'policy'],
    aws_ecr_repository: ['arn', 'name', 'registry_id'],
  },
  judge: (world) => [
    ...world.ofType('aws_ecrpublic_repository').map((repository) => judgementOf(repository, failing('the repository is public', 'aws_ecrpublic_repository'))),
    ...world.ofType(policyType).map((policy) => judgementOf(policy, ...judgePolicy(policyAt(world, policy, ['policy']), ownAccount(world, policy)))),
  ],
};

/** The plan's account, or that of the repository's ARN. */
function ownAccount(world: World, policy: Resource): string | undefined {
  const told = accountOf(world);
  if (told !== undefined) return told;
  const name = readText(policy, ['repository']).text;
  const named = world.ofType('aws_ecr_repository').filter((one) => name !== undefined && readText(one, ['name']).text === name);
  const led = leavesOf(world, policy, ['repository']).flatMap(({ instances }) => instances);
  const arns = [...named, ...led, ...world.ofType('aws_ecr_repository')].flatMap((one) => readText(one, ['arn']).text ?? []);
  return accountInArn(arns[0] ?? '');
}

function judgePolicy(reading: PolicyReading, account: string | undefined): Fact[] {
  if (reading.state === 'unknown') return [uncertain('the policy is known after apply', reading.evidence)];
  const statements = reading.state === 'known' ? reading.statements.filter(({ allow }) => allow) : [];
  return discreet(reading, 'the policy lets in others than this account', [judgeStatements(statements, account)]);
}

function judgeStatements(statements: readonly Statement[], account: string | undefined): Fact {
  const words = statements.flatMap(wordsOf);
  if (words.includes('*') || statements.some(({ notPrincipals }) => notPrincipals)) return failing('the policy lets everyone in', 'Principal "*"');
  const foreign = words.filter((word) => account === undefined || (accountOfWord(word) ?? account) !== account);
  if (foreign.length > 0 && account !== undefined) return failing(`the policy lets in ${foreign.join(', ')}`, `the account of this plan is ${account}`);
  if (foreign.length > 0) return uncertain(`whether ${foreign.join(', ')} is of this account is not told by the plan`, 'the account of this plan is not told');
  const untold = words.find((word) => accountOfWord(word) === undefined);
  if (untold !== undefined) return uncertain(`of which account ${untold} is the plan does not tell`, untold);
  const vague = statements.some(({ principals }) => principals.some(({ open, kind }) => open && kind !== 'Service'));
  return vague ? uncertain('a principal of the policy is known after apply', 'principals known after apply') : fine;
}

/** The account of an ARN or a bare number; an id (`AIDA…`) tells none. */
function accountOfWord(word: string): string | undefined {
  return /^\d{12}$/.test(word) ? word : accountInArn(word) || undefined;
}

function wordsOf({ principals }: Statement): string[] {
  return principals.filter(({ kind }) => kind !== 'Service').flatMap(({ values }) => values);
}
